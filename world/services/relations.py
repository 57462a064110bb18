"""Relations between actors, and between actors and places."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from world.models import SYMMETRIC, Actor, Handling, Relation, RelationStatus, RelationType
from world.services.acting import record, same_team, writing
from world.services.entries import checked, period, reason_given
from world.services.handling import grant, handling_known
from world.services.knowledge import correct, revise

EDITABLE = (
    "start_prec",
    "end_prec",
    "announced_on",
    "effective_on",
    "summary",
    "strength",
    "confidence",
    "status",
    "area",
    "place",
    "lat",
    "lon",
    "attributes",
    "claim",
    "reliability",
    "credibility",
)
UNSET: Any = object()


def create_relation(
    *,
    team: Team,
    by: User,
    via: str,
    known_from: date,
    subject: Actor,
    object: Actor | None = None,
    type: str,
    valid_from: date | None,
    valid_to: date | None = None,
    reason: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **state: Any,
) -> Relation:
    """Record a relation that holds from `valid_from` until the day before `valid_to` (None: open).

    `state` has the columns of EDITABLE. Ends of symmetric types are stored in one order, whichever comes first here.
    """
    with writing(team=team, by=by, via=via, reason=reason):
        values = _valid(team, checked(Relation, state, allowed=EDITABLE))
        same_team(team, subject=subject, object=object)
        first, second = _ends(subject, object, type, values)
        relation = Relation.objects.create(
            team=team,
            subject=first,
            object=second,
            type=type,
            directed=type not in SYMMETRIC,
            key=natural_key(subject, type, object, valid_from, values.get("place", "")),
            validity=period(valid_from, valid_to),
            known_from=known_from,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        grant(relation, allowed=allowed, by=by)
        record(relation, verb="create", by=by, via=via, reason=reason, detail={"known_from": known_from.isoformat()})
    return relation


def correct_relation(
    *,
    relation: Relation,
    by: User,
    via: str,
    reason: str,
    expected: int,
    known_from: date | None = None,
    valid_from: date | None = UNSET,
    valid_to: date | None = UNSET,
    **changes: Any,
) -> Relation:
    """Mend what we had written wrongly. A corrected start changes the natural key."""
    with writing(team=relation.team_id, by=by, via=via, reason=reason):
        why = reason_given(reason)
        values = _valid(relation.team, checked(Relation, changes, allowed=EDITABLE))
        values |= _validity(relation, valid_from, valid_to)
        start = values["validity"].lower if "validity" in values else relation.validity.lower
        place = values.get("place", relation.place)
        values["key"] = natural_key(relation.subject, relation.type, relation.object, start, place)
        row, _deltas = correct(relation, changes=values, expected=expected, by=by, known_from=known_from)
        record(row, verb="correct", by=by, via=via, reason=why, detail={"fields": sorted(values)})
    return row


def revise_relation(
    *,
    relation: Relation,
    by: User,
    via: str,
    reason: str,
    known_from: date,
    expected: int,
    valid_from: date | None = UNSET,
    valid_to: date | None = UNSET,
    **changes: Any,
) -> Relation:
    """Record what is known since `known_from`, such as the end of the relation. The key keeps the first start."""
    with writing(team=relation.team_id, by=by, via=via, reason=reason):
        values = _valid(relation.team, checked(Relation, changes, allowed=EDITABLE))
        values |= _validity(relation, valid_from, valid_to)
        row, _deltas = revise(relation, changes=values, known_from=known_from, expected=expected, by=by)
        detail = {"known_from": known_from.isoformat(), "fields": sorted(values)}
        record(row, verb="revise", by=by, via=via, reason=reason, detail=detail)
    return row


def retract_relation(
    *, relation: Relation, by: User, via: str, reason: str, known_from: date, expected: int
) -> Relation:
    """Take a relation back from `known_from` on; earlier cut-offs still see it."""
    return revise_relation(
        relation=relation,
        by=by,
        via=via,
        reason=reason_given(reason),
        known_from=known_from,
        expected=expected,
        status=RelationStatus.RETRACTED,
    )


def natural_key(subject: Actor, type: str, object: Actor | None, start: date | None, place: str = "") -> str:
    """subject|type|object|start, then @place; the slugs of a symmetric type in the order of their bytes."""
    ends = [subject.slug, object.slug if object else ""]
    if type in SYMMETRIC:
        ends.sort(key=str.encode)
    key = f"{ends[0]}|{type}|{ends[1]}|{start.isoformat() if start else ''}"
    return f"{key}@{place}" if place else key


def _ends(subject: Actor, object: Actor | None, type: str, values: dict[str, Any]) -> tuple[Actor, Actor | None]:
    """The two ends as they are stored; a place can stand for the second one of a directed type."""
    if type not in RelationType.values:
        raise DomainError(_("There is no such type of relation."), code="invalid", field="type")
    directed = type not in SYMMETRIC
    if object is None:
        placed = values.get("area") or values.get("place") or type == RelationType.POSITION_ON
        if not directed or not placed:
            raise DomainError(_("Name the other actor, or a place."), code="required", field="object")
        return subject, None
    return (subject, object) if directed or subject.pk <= object.pk else (object, subject)


def _validity(relation: Relation, valid_from: Any, valid_to: Any) -> dict[str, Any]:
    if valid_from is UNSET and valid_to is UNSET:
        return {}
    start = relation.validity.lower if valid_from is UNSET else valid_from
    end = relation.validity.upper if valid_to is UNSET else valid_to
    return {"validity": period(start, end)}


def _valid(team: Team, values: dict[str, Any]) -> dict[str, Any]:
    same_team(team, **{name: values[name] for name in ("area", "claim") if name in values})
    strength, confidence = values.get("strength"), values.get("confidence")
    if strength is not None and not -100 <= strength <= 100:
        raise DomainError(_("The strength lies between -100 and 100."), code="invalid", field="strength")
    if confidence is not None and not 0 <= confidence <= 100:
        raise DomainError(_("The confidence lies between 0 and 100."), code="invalid", field="confidence")
    return values

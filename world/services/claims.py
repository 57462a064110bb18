"""Graded claims."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from core.ids import uuid7
from world.models import Actor, Claim, ClaimActor, ClaimStatus, Event, Handling, Relation, Situation
from world.services.acting import record, same_team, writing
from world.services.entries import checked, reason_given, required
from world.services.handling import grant, handling_known
from world.services.knowledge import correct, revise

IDENTITY = ("key", "field", "kind")
EDITABLE = (
    "statement",
    "value",
    "document",
    "asserted_on",
    "asserted_prec",
    "place",
    "contrary",
    "status",
    "reliability",
    "credibility",
)


def create_claim(
    *,
    team: Team,
    by: User,
    via: str,
    known_from: date,
    reason: str = "",
    event: Event | None = None,
    relation: Relation | None = None,
    about_situation: Situation | None = None,
    actors: Iterable[Actor] = (),
    key: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **state: Any,
) -> Claim:
    """Record what a source states about exactly one event, relation or situation, with both grades.

    `state` has the columns of EDITABLE, and `field` and `kind`.
    """
    with writing(team=team, by=by, via=via, reason=reason):
        required(state, "statement")
        values = checked(Claim, state, allowed=(*EDITABLE, *IDENTITY))
        about = {"event": event, "relation": relation, "about_situation": about_situation}
        if sum(row is not None for row in about.values()) != 1:
            message = _("A claim is about exactly one event, one relation or the situation.")
            raise DomainError(message, code="invalid", field="event")
        same_team(team, document=values.get("document"), **about)
        claim = Claim.objects.create(
            team=team,
            key=checked(Claim, {"key": key or str(uuid7())}, allowed=("key",))["key"],
            known_from=known_from,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **about,
            **values,
        )
        _write_actors(claim, actors)
        grant(claim, allowed=allowed, by=by)
        record(claim, verb="create", by=by, via=via, reason=reason, detail={"known_from": known_from.isoformat()})
    return claim


def correct_claim(
    *,
    claim: Claim,
    by: User,
    via: str,
    reason: str,
    expected: int,
    known_from: date | None = None,
    actors: Iterable[Actor] | None = None,
    **changes: Any,
) -> Claim:
    """Mend what we had written wrongly."""
    with writing(team=claim.team_id, by=by, via=via, reason=reason):
        why = reason_given(reason)
        values = checked(Claim, changes, allowed=EDITABLE)
        same_team(claim.team_id, document=values.get("document"))
        row, _deltas = correct(claim, changes=values, expected=expected, by=by, known_from=known_from)
        if actors is not None:
            _write_actors(row, actors)
        record(row, verb="correct", by=by, via=via, reason=why, detail={"fields": sorted(values)})
    return row


def revise_claim(
    *, claim: Claim, by: User, via: str, reason: str, known_from: date, expected: int, **changes: Any
) -> Claim:
    """Record what is known since `known_from`, such as a better grade or a denial."""
    with writing(team=claim.team_id, by=by, via=via, reason=reason):
        values = checked(Claim, changes, allowed=EDITABLE)
        same_team(claim.team_id, document=values.get("document"))
        row, _deltas = revise(claim, changes=values, known_from=known_from, expected=expected, by=by)
        detail = {"known_from": known_from.isoformat(), "fields": sorted(values)}
        record(row, verb="revise", by=by, via=via, reason=reason, detail=detail)
    return row


def retract_claim(*, claim: Claim, by: User, via: str, reason: str, known_from: date, expected: int) -> Claim:
    """Take a claim back from `known_from` on; earlier cut-offs still see it."""
    return revise_claim(
        claim=claim,
        by=by,
        via=via,
        reason=reason_given(reason),
        known_from=known_from,
        expected=expected,
        status=ClaimStatus.RETRACTED,
    )


def _write_actors(claim: Claim, actors: Iterable[Actor]) -> None:
    ClaimActor.objects.filter(claim=claim).delete()
    wanted = {actor.pk: actor for actor in actors}
    for actor in wanted.values():
        same_team(claim.team_id, actors=actor)
    ClaimActor.objects.bulk_create(
        ClaimActor(team_id=claim.team_id, claim=claim, actor=actor) for actor in wanted.values()
    )

"""Events and who took part."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from core.ids import uuid7
from world.models import Dataset, Event, EventParticipant, EventStatus, Handling, Situation, SituationEvent
from world.services import rollups
from world.services.acting import record, same_team, writing
from world.services.datasets import hand_dataset
from world.services.entries import checked, cleaned, reason_given, required
from world.services.handling import grant, handling_known
from world.services.knowledge import Delta, correct, participants_of, revise, state_of

EDITABLE = (
    "type",
    "parent",
    "title",
    "summary",
    "date_start",
    "date_end",
    "date_prec",
    "place",
    "lat",
    "lon",
    "where_prec",
    "radius_km",
    "area",
    "reported_adm1",
    "reported_adm2",
    "grid_cell",
    "deaths_best",
    "deaths_low",
    "deaths_high",
    "deaths_civilians",
    "status",
    "count_in_aggregates",
    "duplicate_of",
    "event_clarity",
    "attributes",
    "warnings",
)
# Sums are kept for each month of an event: a slip of the pen must not make a hundred thousand of them.
LONGEST_DAYS = 36_525
LAST_YEAR = 2999
SIDES = {"side_a": "a", "side_b": "b", "perpetrator": "a", "target": "b"}

Participants = Iterable[Mapping[str, Any]]


def create_event(
    *,
    team: Team,
    by: User,
    via: str,
    known_from: date,
    reason: str = "",
    situation: Situation | None = None,
    dataset: Dataset | None = None,
    external_id: str = "",
    participants: Participants = (),
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **state: Any,
) -> Event:
    """Record an event that the team could have known since `known_from`, and link it to the situation.

    `state` has the columns of EDITABLE with rows for foreign keys; participants are mappings with actor (a row or
    None), raw_label, role, and optionally side and attribution. Raises DomainError naming the field.
    """
    with writing(team=team, by=by, via=via, reason=reason):
        required(state, "type", "date_start")
        state.setdefault("date_end", state["date_start"])
        values = _valid(team, checked(Event, state, allowed=EDITABLE))
        same_team(team, situation=situation, dataset=dataset)
        event = Event.objects.create(
            team=team,
            dataset=dataset or hand_dataset(team=team, by=by),
            external_id=cleaned(external_id) or str(uuid7()),
            known_from=known_from,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        _write_participants(event, participants)
        grant(event, allowed=allowed, by=by)
        if situation is not None:
            SituationEvent.objects.create(team=team, situation=situation, event=event)
        rollups.post(event, [Delta(1, state_of(event), known_from, None)])
        record(event, verb="create", by=by, via=via, reason=reason, detail={"known_from": known_from.isoformat()})
    return event


def correct_event(
    *,
    event: Event,
    by: User,
    via: str,
    reason: str,
    expected: int,
    known_from: date | None = None,
    participants: Participants | None = None,
    **changes: Any,
) -> Event:
    """Mend what we had written wrongly: a replay at any cut-off sees the correction."""
    with writing(team=event.team_id, by=by, via=via, reason=reason):
        why = reason_given(reason)
        values = _valid(event.team, checked(Event, changes, allowed=EDITABLE), event)
        row, deltas = correct(event, changes=values, expected=expected, by=by, known_from=known_from)
        if participants is not None:
            _write_participants(row, participants)
        rollups.post(row, _with_sides_now(deltas, row))
        record(row, verb="correct", by=by, via=via, reason=why, detail={"fields": sorted(changes)})
    return row


def revise_event(
    *,
    event: Event,
    by: User,
    via: str,
    reason: str,
    known_from: date,
    expected: int,
    participants: Participants | None = None,
    **changes: Any,
) -> Event:
    """Record what the world told us more, known since `known_from`; the state before stays for earlier cut-offs."""
    with writing(team=event.team_id, by=by, via=via, reason=reason):
        values = _valid(event.team, checked(Event, changes, allowed=EDITABLE), event)
        parts = None if participants is None else list(participants)
        row, deltas = revise(
            event,
            changes=values,
            known_from=known_from,
            expected=expected,
            by=by,
            participants=None if parts is None else [_as_kept(part) for part in parts],
        )
        if known_from == row.known_from:
            if parts is not None:
                _write_participants(row, parts)
            deltas = _with_sides_now(deltas, row)
        rollups.post(row, deltas)
        detail = {"known_from": known_from.isoformat(), "fields": sorted(changes)}
        record(row, verb="revise", by=by, via=via, reason=reason, detail=detail)
    return row


def retract_event(*, event: Event, by: User, via: str, reason: str, known_from: date, expected: int) -> Event:
    """Take an event back from `known_from` on; earlier cut-offs still see it."""
    return revise_event(
        event=event,
        by=by,
        via=via,
        reason=reason_given(reason),
        known_from=known_from,
        expected=expected,
        status=EventStatus.RETRACTED,
    )


def _with_sides_now(deltas: list[Delta], event: Event) -> list[Delta]:
    """The state that begins, with the sides as they have been written since."""
    sides = participants_of(event)
    return [
        Delta(delta.sign, {**delta.state, "participants": sides}, delta.known_from, delta.batch_id)
        if delta.sign > 0
        else delta
        for delta in deltas
    ]


def _write_participants(event: Event, participants: Participants) -> None:
    EventParticipant.objects.filter(event=event).delete()
    rows = [EventParticipant(team_id=event.team_id, event=event, **_part(event, part)) for part in participants]
    EventParticipant.objects.bulk_create(rows)


def _part(event: Event, part: Mapping[str, Any]) -> dict[str, Any]:
    same_team(event.team_id, participants=part.get("actor"))
    kept = _as_kept(part)
    del kept["actor"]
    return {"actor": part.get("actor"), **kept}


def _as_kept(part: Mapping[str, Any]) -> dict[str, Any]:
    """A participant in the shape that the view and the past table keep."""
    actor, label, role = part.get("actor"), cleaned(part.get("raw_label") or ""), part.get("role", "")
    if role not in EventParticipant.Role.values:
        raise DomainError(_("There is no such role."), code="invalid", field="participants")
    if actor is None and not label:
        raise DomainError(_("Name the participant."), code="required", field="participants")
    attribution = part.get("attribution") or EventParticipant.Attribution.CONFIRMED.value
    if attribution not in EventParticipant.Attribution.values:
        raise DomainError(_("There is no such attribution."), code="invalid", field="participants")
    return {
        "actor": None if actor is None else str(actor.pk),
        "raw_label": label,
        "role": role,
        "side": part.get("side", SIDES.get(role, "")),
        "attribution": attribution,
    }


def _valid(team: Team, values: dict[str, Any], event: Event | None = None) -> dict[str, Any]:
    """What the columns cannot say each for itself. Ranges of deaths are an error for entries by hand."""
    rows = {name: values[name] for name in ("type", "parent", "area", "duplicate_of") if name in values}
    same_team(team, **rows)

    def after(name: str) -> Any:
        return values[name] if name in values else getattr(event, name, None)

    if after("date_end") < after("date_start"):
        raise DomainError(_("The end lies before the start."), code="invalid", field="date_end")
    if after("date_end").year > LAST_YEAR or (after("date_end") - after("date_start")).days > LONGEST_DAYS:
        raise DomainError(_("An event lasts at most 100 years."), code="invalid", field="date_end")
    if (after("lat") is None) != (after("lon") is None):
        raise DomainError(_("Give both latitude and longitude, or neither."), code="invalid", field="lon")
    low, best, high = after("deaths_low"), after("deaths_best"), after("deaths_high")
    known = [value for value in (low, best, high) if value is not None]
    if {"deaths_low", "deaths_best", "deaths_high"} & values.keys() and known != sorted(known):
        raise DomainError(_("Deaths must rise from low over best to high."), code="invalid", field="deaths_best")
    return values


def link_event(*, event: Event, situation: Situation, by: User, via: str) -> None:
    """Link an event to a situation; linking twice changes nothing."""
    with writing(team=event.team_id, by=by, via=via):
        same_team(event.team_id, situation=situation)
        SituationEvent.objects.get_or_create(team_id=event.team_id, situation=situation, event=event)
        Situation.objects.filter(pk=situation.pk).update(updated_by=by, updated_at=Now())
        record(situation, verb="link event", by=by, via=via, detail={"event": str(event.pk)})

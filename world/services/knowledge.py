"""The two verbs of knowledge time, for every kind of fact that scores use.

Correct: we had written it wrongly, so the row changes in place and a replay sees the correction. Revise: the world told
us more, so the old state moves to the past. A state known earlier than the current one goes into the past at once.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import DomainError
from world.models import (
    Claim,
    ClaimPast,
    Event,
    EventParticipant,
    EventPast,
    Observation,
    ObservationPast,
    Relation,
    RelationPast,
)

State = dict[str, Any]
PAST: dict[type[Any], tuple[Any, str]] = {
    Event: (EventPast, "event"),
    Relation: (RelationPast, "relation"),
    Claim: (ClaimPast, "claim"),
    Observation: (ObservationPast, "observation"),
}
_NOT_STATE = {"id", "team", "known_from", "known_to", "batch", "made_at"}


@dataclass(frozen=True)
class Delta:
    """One state that began (+1) or ceased (-1) to count from a day of knowledge on, for the roll-ups."""

    sign: int
    state: State
    known_from: date
    batch_id: UUID | None


def state_fields(model: type[models.Model]) -> list[str]:
    """The columns that a state consists of, without the day of knowledge."""
    past, fact = PAST[model]
    return [field.name for field in past._meta.concrete_fields if field.name not in {*_NOT_STATE, fact}]


def state_of(row: Any) -> State:
    """The state of a fact, or of one of its past rows, as the past table takes it."""
    current = type(row) in PAST
    past = PAST[type(row)][0] if current else type(row)
    model = next(fact for fact, (kind, _name) in PAST.items() if kind is past)
    names = state_fields(model)
    state = {name: getattr(row, _attname(past, name)) for name in names if name != "participants"}
    if "participants" in names:
        state["participants"] = participants_of(row) if current else row.participants
    return state


def _attname(model: type[models.Model], name: str) -> str:
    return str(model._meta.get_field(name).attname)  # type: ignore[union-attr]


def participants_of(event: Any) -> list[dict[str, Any]]:
    """The sides of an event in the shape that the view and the past table keep."""
    rows = EventParticipant.objects.filter(event=event).order_by("side", "role", "raw_label", "actor_id")
    return [
        {
            "actor": str(row.actor_id) if row.actor_id else None,
            "raw_label": row.raw_label,
            "role": row.role,
            "side": row.side,
            "attribution": row.attribution,
        }
        for row in rows
    ]


def locked[F](fact: F) -> F:
    """The row as it is now, held until the end of the transaction."""
    rows: Any = type(fact)
    held: F = rows.objects.select_for_update(of=("self",)).get(pk=fact.pk)  # type: ignore[attr-defined]
    return held


def correct[F](
    fact: F, *, changes: State, expected: int, by: User, known_from: date | None = None
) -> tuple[F, list[Delta]]:
    """Change the current state in place. `changes` has rows for foreign keys; participants are not among them."""
    row: Any = locked(fact)
    before, since = state_of(row), row.known_from
    if known_from is not None and known_from != row.known_from:
        _refuse_with_past(row)
        changes = {**changes, "known_from": known_from}
    _write(row, changes, expected=expected, by=by)
    return row, [Delta(-1, before, since, row.batch_id), Delta(1, state_of(row), row.known_from, row.batch_id)]


def revise[F](
    fact: F, *, changes: State, known_from: date, expected: int, by: User, participants: Any = None
) -> tuple[F, list[Delta]]:
    """Record a state known since `known_from`; it becomes current unless a later one is known already."""
    row: Any = locked(fact)
    if known_from == row.known_from:
        return correct(row, changes=changes, expected=expected, by=by)
    if known_from < row.known_from:
        return row, _insert_past(row, changes, known_from, expected=expected, by=by, participants=participants)
    before, batch_id = state_of(row), row.batch_id
    past, name = PAST[type(row)]
    past._default_manager.create(
        **{_attname(past, field): value for field, value in before.items()},
        **{name: row},
        team_id=row.team_id,
        known_from=row.known_from,
        known_to=known_from,
        batch_id=batch_id,
    )
    _write(row, {**changes, "known_from": known_from, "batch": None}, expected=expected, by=by)
    return row, [Delta(-1, before, known_from, None), Delta(1, state_of(row), known_from, None)]


def _insert_past(
    row: Any, changes: State, known_from: date, *, expected: int, by: User, participants: Any
) -> list[Delta]:
    past, name = PAST[type(row)]
    states = past._default_manager.filter(**{name: row}).order_by("known_from")
    covering = states.filter(known_from__lte=known_from, known_to__gt=known_from).first()
    if covering is not None and covering.known_from == known_from:
        raise DomainError(
            _("A state known since this day is recorded already."), code="already_known", field="known_from"
        )
    following = states.filter(known_from__gt=known_from).first()
    until = covering.known_to if covering else following.known_from if following else row.known_from
    base = state_of(covering or following or row)
    state = {**base, **{field: getattr(value, "pk", value) for field, value in changes.items()}}
    if participants is not None:
        state["participants"] = participants
    _write(row, {}, expected=expected, by=by)
    if covering is not None:
        past._default_manager.filter(pk=covering.pk).update(known_to=known_from)
    past._default_manager.create(
        **{_attname(past, field): value for field, value in state.items()},
        **{name: row},
        team_id=row.team_id,
        known_from=known_from,
        known_to=until,
    )
    added = [Delta(1, state, known_from, None), Delta(-1, state, until, None)]
    if covering is None:
        return added
    return [*added, Delta(-1, base, known_from, None), Delta(1, base, until, None)]


def _refuse_with_past(row: Any) -> None:
    past, name = PAST[type(row)]
    if past._default_manager.filter(Q(**{name: row})).exists():
        raise DomainError(
            _("Earlier states are recorded, so the day of knowledge stays. Revise the fact instead."),
            code="has_past",
            field="known_from",
        )


def _write(row: Any, changes: State, *, expected: int, by: User) -> None:
    row.guarded_update(expected=expected, changes={**changes, "updated_by": by, "updated_at": Now()})
    row.refresh_from_db(fields=["updated_at"])

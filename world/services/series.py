"""Series and their observations."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from core.units import UNITS
from world.models import (
    Actor,
    AdminArea,
    Dataset,
    Handling,
    Observation,
    ObservationStatus,
    Series,
    Situation,
    SituationSeries,
)
from world.services.acting import record, same_team, writing
from world.services.entries import checked, period, reason_given, required
from world.services.handling import grant, handling_known
from world.services.knowledge import correct, revise

EDITABLE = ("value", "low", "high", "vintage", "status")
SERIES_EDITABLE = ("names", "unit", "max_age_months")


def create_series(
    *,
    team: Team,
    by: User,
    via: str,
    code: str,
    names: dict[str, str],
    unit: str,
    dataset: Dataset,
    max_age_months: int | None = None,
    situation: Situation | None = None,
) -> Series:
    """Begin a series. `unit` is a code of core.units."""
    with writing(team=team, by=by, via=via):
        same_team(team, dataset=dataset, situation=situation)
        entry = {"code": code, "names": names, "unit": _unit(unit), "max_age_months": max_age_months}
        values = checked(Series, entry, allowed=(*SERIES_EDITABLE, "code"))
        series = Series.objects.create(team=team, dataset=dataset, created_by=by, updated_by=by, **values)
        if situation is not None:
            SituationSeries.objects.create(team=team, situation=situation, series=series)
        record(series, verb="create", by=by, via=via)
    return series


def update_series(*, series: Series, by: User, via: str, expected: int, reason: str = "", **changes: Any) -> Series:
    """Change names, unit or greatest age of a series."""
    with writing(team=series.team_id, by=by, via=via, reason=reason):
        if "unit" in changes:
            _unit(changes["unit"])
        values = checked(Series, changes, allowed=SERIES_EDITABLE)
        series.guarded_update(expected=expected, changes={**values, "updated_by": by, "updated_at": Now()})
        series.refresh_from_db(fields=["updated_at"])
        record(series, verb="update", by=by, via=via, reason=reason, detail={"fields": sorted(values)})
    return series


def create_observation(
    *,
    series: Series,
    by: User,
    via: str,
    known_from: date,
    period_start: date,
    period_end: date,
    area: AdminArea | None = None,
    actor: Actor | None = None,
    reason: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **state: Any,
) -> Observation:
    """Record a value for one area or actor and the period up to the day before `period_end`."""
    with writing(team=series.team_id, by=by, via=via, reason=reason):
        required(state, "value")
        values = _valid(checked(Observation, state, allowed=EDITABLE))
        same_team(series.team_id, area=area, actor=actor)
        if (area is None) == (actor is None):
            raise DomainError(_("A value is about one area or one actor."), code="invalid", field="area")
        observation = Observation.objects.create(
            team_id=series.team_id,
            series=series,
            area=area,
            actor=actor,
            period=period(period_start, period_end, field="period_end"),
            known_from=known_from,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        grant(observation, allowed=allowed, by=by)
        detail = {"known_from": known_from.isoformat()}
        record(observation, verb="create", by=by, via=via, reason=reason, detail=detail)
    return observation


def correct_observation(
    *,
    observation: Observation,
    by: User,
    via: str,
    reason: str,
    expected: int,
    known_from: date | None = None,
    **changes: Any,
) -> Observation:
    """Mend a value that we had written wrongly."""
    with writing(team=observation.team_id, by=by, via=via, reason=reason):
        why = reason_given(reason)
        values = _valid(checked(Observation, changes, allowed=EDITABLE), observation)
        row, _deltas = correct(observation, changes=values, expected=expected, by=by, known_from=known_from)
        record(row, verb="correct", by=by, via=via, reason=why, detail={"fields": sorted(values)})
    return row


def revise_observation(
    *, observation: Observation, by: User, via: str, reason: str, known_from: date, expected: int, **changes: Any
) -> Observation:
    """Record another vintage. One known earlier than the current goes into the past and never becomes current."""
    with writing(team=observation.team_id, by=by, via=via, reason=reason):
        values = _valid(checked(Observation, changes, allowed=EDITABLE), observation)
        row, _deltas = revise(observation, changes=values, known_from=known_from, expected=expected, by=by)
        detail = {"known_from": known_from.isoformat(), "fields": sorted(values)}
        record(row, verb="revise", by=by, via=via, reason=reason, detail=detail)
    return row


def retract_observation(
    *, observation: Observation, by: User, via: str, reason: str, known_from: date, expected: int
) -> Observation:
    """Take a value back from `known_from` on; earlier cut-offs still see it."""
    return revise_observation(
        observation=observation,
        by=by,
        via=via,
        reason=reason_given(reason),
        known_from=known_from,
        expected=expected,
        status=ObservationStatus.RETRACTED,
    )


def _unit(unit: str) -> str:
    if unit not in UNITS:
        raise DomainError(_("There is no such unit."), code="invalid", field="unit")
    return unit


def _valid(values: dict[str, Any], observation: Observation | None = None) -> dict[str, Any]:
    band = [values[name] if name in values else getattr(observation, name, None) for name in ("low", "value", "high")]
    known = [value for value in band if value is not None]
    if known != sorted(known):
        raise DomainError(_("The value must lie between low and high."), code="invalid", field="value")
    return values

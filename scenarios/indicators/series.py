"""Cells from dated series: the value of the period that holds the reference date, else the last one before it."""

from functools import partial
from typing import Any

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.facts import Facts, people_named
from scenarios.indicators.months import add_months, month_of
from world.models import AdminArea, ObservationKnown, Series

OLDEST_MONTHS = 24


def series_cell(facts: Facts, area: AdminArea, measure: Json) -> Found:
    """The area's own value, else the country's where the measure lets regions inherit it (and says so)."""
    code = measure["series"]
    if not Series.objects.filter(team_id=facts.team_id, code=code).exists():
        return missing(f"The series {code} is not loaded.")
    places = [area]
    if measure.get("inherit_country"):
        places += _above(facts, area)
    for place in places:
        row = _latest(facts, code, place)
        if row is not None:
            return _found(facts, row, inherited=place.pk != area.pk)
    return missing(f"The series {code} has no value for {facts.at.isoformat()} that was known by the cut-off.")


def _above(facts: Facts, area: AdminArea) -> list[AdminArea]:
    found: list[AdminArea] = []
    while area.parent_id:
        area = facts.areas[area.parent_id]
        found.append(area)
    return found


def _latest(facts: Facts, code: str, place: AdminArea) -> Any:
    """The state known at the cut-off of the latest period that has begun, unless it ended too long ago."""
    rows = (
        ObservationKnown.objects.known_at(facts.cutoff)
        .visible_to(facts.viewer)
        .filter(team_id=facts.team_id, series__code=code, area_id=place.pk, period__startswith__lte=facts.at)
        .exclude(status="retracted")
        .select_related("series__dataset")
        .order_by("-period", "-vintage")
    )
    row = rows.first()
    if row is None:
        return None
    oldest = add_months(month_of(facts.at), -(row.series.max_age_months or OLDEST_MONTHS))
    if row.period.upper is not None and row.period.upper < oldest:
        return None
    return row


def _found(facts: Facts, row: Any, *, inherited: bool) -> Found:
    facts.used_datasets.add(row.series.dataset.code)
    facts.handling.take(row.handling, row.contains_personal_data, partial(people_named, observation_id=row.pk))
    origin = {
        "observation": row.pk,
        "period": [row.period.lower.isoformat(), row.period.upper.isoformat() if row.period.upper else None],
        "vintage": row.vintage,
    }
    if row.low is None or row.high is None or row.low == row.high:
        return value(row.value, inherited=inherited, origin=origin)
    return value(row.value, low=row.low, high=row.high, judged=True, inherited=inherited, origin=origin)


def capability_of(facts: Facts) -> dict[str, float]:
    """Each actor's capability at the reference date from the series `capability`, where the team keeps one."""
    rows = (
        ObservationKnown.objects.known_at(facts.cutoff)
        .visible_to(facts.viewer)
        .filter(
            team_id=facts.team_id,
            series__code="capability",
            actor__isnull=False,
            period__contains=facts.at,
            value__gt=0,
        )
        .exclude(status="retracted")
        .order_by("actor_id", "period")
    )
    return {facts.actors[row.actor_id]: row.value for row in rows}

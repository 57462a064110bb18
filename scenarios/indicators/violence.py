"""Violence in an area from the monthly roll-ups: deaths, harm to civilians, armed groups, momentum (C1, C2, C4, C5)."""

import math
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cached_property

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.facts import Facts
from scenarios.indicators.months import Observed
from scenarios.indicators.rollups import (
    AreaRow,
    PairRow,
    area_rows,
    by_area,
    has_code,
    inside,
    months_of,
    pair_rows,
    window_origin,
)
from world.models import Actor, AdminArea

ARMED_GROUPS = (
    Actor.Kind.REBEL,
    Actor.Kind.POLITICAL_MILITIA,
    Actor.Kind.IDENTITY_MILITIA,
    Actor.Kind.COMMUNAL_GROUP,
    Actor.Kind.UNKNOWN,
)
LONGEST = 15


class Violence:
    """The rows of one dataset for one freeze, read once."""

    def __init__(self, facts: Facts, dataset: str):
        self.facts = facts
        self.dataset = dataset
        self.seen, self.why = months_of(facts, dataset)

    @property
    def months(self) -> Observed:
        if self.seen is None:
            raise LookupError(self.why)
        return self.seen

    @cached_property
    def areas(self) -> dict[str, list[AreaRow]]:
        return by_area(area_rows(self.facts, self.dataset, *self.months.window(0, LONGEST)))

    @cached_property
    def pairs(self) -> dict[str, list[PairRow]]:
        return by_area(pair_rows(self.facts, self.dataset, *self.months.window(0, LONGEST)))

    @cached_property
    def armed(self) -> set[str]:
        rows = Actor.objects.filter(team_id=self.facts.team_id, kind__in=ARMED_GROUPS)
        return {self.facts.actors[pk] for pk in rows.values_list("pk", flat=True)}


def violence_cell(source: Violence, area: AdminArea, measure: Json) -> Found:
    """One measure of one area. Zero is a value only inside observed months and areas that the dataset knows."""
    seen = source.seen
    if seen is None:
        return missing(source.why)
    codes = source.facts.below(area)
    if not has_code(source.facts, codes, source.dataset):
        return missing(f"The dataset {source.dataset} has no code for this area.")
    months = _length(measure)
    if not seen.covers(months):
        return missing("The window begins before the data do.")
    found = MEASURES[measure["measure"]](source, seen, codes, measure)
    origin = window_origin(seen, source.dataset, months) | {"areas": sorted(codes & source.areas.keys())}
    return Found("value", value=found.value, low=found.low, high=found.high, dataset=found.dataset, origin=origin)


def _length(measure: Json) -> int:
    if measure["measure"] == "momentum":
        return int(measure["recent_months"]) + int(measure["base_months"])
    return int(measure["months"])


def _matching(rows: Iterable[AreaRow], measure: Json) -> list[AreaRow]:
    wanted, refused = measure.get("event_types", ["*"]), measure.get("except_types", [])
    return [row for row in rows if _fits(row.type, wanted) and not _fits(row.type, refused)]


def _fits(code: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(code, pattern) for pattern in patterns)


def _total(numbers: Iterable[float]) -> float:
    """Added exactly, whatever the order; what revisions leave below zero by rounding is nothing."""
    return max(0.0, math.fsum(numbers))


def _deaths(source: Violence, seen: Observed, codes: set[str], measure: Json) -> Found:
    rows = _matching(inside(source.areas, codes, *seen.window(0, measure["months"])), measure)
    best = _total(row.best for row in rows)
    low, high = _total(row.low for row in rows), _total(row.high for row in rows)
    return value(best, low=min(low, best), high=max(high, best), dataset=source.dataset)


def _civilian_harm(source: Violence, seen: Observed, codes: set[str], measure: Json) -> Found:
    rows = inside(source.areas, codes, *seen.window(0, measure["months"]))
    return value(_total(row.n for row in rows if row.civilian_harm))


def _active_groups(source: Violence, seen: Observed, codes: set[str], measure: Json) -> Found:
    met: dict[str, list[float]] = {}
    for row in inside(source.pairs, codes, *seen.window(0, measure["months"])):
        if not row.same_side:
            for actor in {row.first, row.second} & source.armed:
                met.setdefault(actor, []).append(row.n)
    least = float(measure["min_events"]) - 1e-9
    return value(sum(1 for counts in met.values() if _total(counts) >= least))


def _momentum(source: Violence, seen: Observed, codes: set[str], measure: Json) -> Found:
    recent, base, add = int(measure["recent_months"]), int(measure["base_months"]), float(measure["add"])
    rows = _matching(inside(source.areas, codes, *seen.window(0, recent + base)), measure)
    start = seen.window(0, recent)[0]
    now = _total(row.n for row in rows if row.month >= start) / recent
    before = _total(row.n for row in rows if row.month < start) / base
    return value(math.log((now + add) / (before + add)))


MEASURES = {
    "deaths": _deaths,
    "events_civilian_harm": _civilian_harm,
    "active_groups": _active_groups,
    "momentum": _momentum,
}

"""Reading the two monthly roll-ups: which months of a dataset were known, and their rows.

A cut-off counts whole months of knowledge: one inside a month reads what was known at the end of the month before.
Sums are made with `math.fsum`, so that the order of rows never shows in a digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q

from scenarios.indicators.cells import Json
from scenarios.indicators.facts import Facts
from scenarios.indicators.months import Observed, add_months, last_complete, last_day, month_of, observed
from world.models import CellArea, CellPair, Dataset, EventType, ImportBatch

NOT_BOUND = Q(batch__isnull=True) | Q(batch__outcome=ImportBatch.Outcome.COMMITTED)
CALENDAR_SINCE = date(2018, 1, 1)


@dataclass(frozen=True)
class AreaRow:
    area: str
    type: str
    civilian_harm: bool
    month: date
    n: float
    best: float
    low: float
    high: float


@dataclass(frozen=True)
class PairRow:
    area: str
    first: str
    second: str
    same_side: bool
    month: date
    n: float


def knowledge_month(cutoff: date) -> date:
    """The last month whose knowledge a cut-off includes."""
    return last_complete(cutoff)


def observed_until(dataset: Dataset, cutoff: date) -> date | None:
    """The last day that the dataset covers, as far as that was known at the cut-off."""
    committed = ImportBatch.objects.filter(dataset=dataset, outcome=ImportBatch.Outcome.COMMITTED)
    covered = committed.aggregate(until=Max("covers_until"))["until"] or dataset.covers_until
    if covered is None:
        return None
    known = last_day(knowledge_month(cutoff))
    if dataset.release_calendar == Dataset.ReleaseCalendar.UCDP:
        return min(covered, last_day(_released(known)))
    return min(covered, known)


def _released(known: date) -> date:
    """The last month out by the release calendar: the month before; up to 2017 whole years, each in June."""
    month = add_months(month_of(known), -1)
    if month >= CALENDAR_SINCE:
        return month
    year = known.year - 1 if known >= date(known.year, 6, 1) else known.year - 2
    return date(year, 12, 1)


def months_of(facts: Facts, code: str) -> tuple[Observed | None, str]:
    """The months of a dataset that count for the reference date, or None and the reason."""
    dataset = facts.datasets.get(code)
    if dataset is None:
        return None, f"The dataset {code} is not loaded."
    until = observed_until(dataset, facts.cutoff)
    first = dataset.covers_from
    if until is None or first is None:
        return None, f"The dataset {code} has no months yet."
    facts.used_datasets.add(code)
    return observed(at=facts.at, first=first, until=until)


def area_rows(facts: Facts, code: str, first: date, last: date) -> list[AreaRow]:
    """What happened in each area and month of a window, as known at the cut-off."""
    types = dict(EventType.objects.filter(team_id=facts.team_id).values_list("pk", "code"))
    fields = ("area_id", "event_type_id", "civilian_harm", "month", "n", "best", "low", "high")
    return [
        AreaRow(facts.areas[area].pcode, types[kind], *rest)
        for area, kind, *rest in _rows(CellArea, facts, code, first, last).values_list(*fields)
    ]


def pair_rows(facts: Facts, code: str, first: date, last: date) -> list[PairRow]:
    """Who met whom in each area and month of a window, as known at the cut-off."""
    fields = ("area_id", "actor_id", "other_actor_id", "same_side", "month", "n")
    return [
        PairRow(facts.areas[area].pcode, facts.actors[one], facts.actors[other], same, month, n)
        for area, one, other, same, month, n in _rows(CellPair, facts, code, first, last).values_list(*fields)
    ]


def _rows(model: Any, facts: Facts, code: str, first: date, last: date) -> Any:
    known = knowledge_month(facts.cutoff)
    dataset = facts.datasets[code]
    return model.objects.filter(
        NOT_BOUND, team_id=facts.team_id, dataset=dataset, month__range=(first, last), known_month__lte=known
    )


def has_code(facts: Facts, codes: set[str], dataset: str) -> bool:
    """Does the dataset have a code for at least one of these areas?"""
    return any(row.dataset_names.get(dataset) for row in facts.areas.values() if row.pcode in codes)


def window_origin(seen: Observed, dataset: str, months: int) -> Json:
    first, last = seen.window(0, months)
    return {"dataset": dataset, "from": f"{first:%Y-%m}", "data_to": f"{last:%Y-%m}"}


def by_area(rows: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.area, []).append(row)
    return found


def inside(grouped: dict[str, list[Any]], codes: set[str], first: date, last: date) -> Iterator[Any]:
    """The rows of some areas in a window of months."""
    for code in sorted(codes & grouped.keys()):
        for row in grouped[code]:
            if first <= row.month <= last:
                yield row

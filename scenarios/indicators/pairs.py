"""What two actors do in the events: share enemies (A3), fight side by side (D1), fight each other (D3)."""

import math
from collections.abc import Iterator
from functools import cached_property

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.facts import Facts
from scenarios.indicators.months import Observed, last_day
from scenarios.indicators.rollups import PairRow, months_of, pair_rows, window_origin
from world.models import Actor

LONGEST = 12
DAYS = 30


class PairCounts:
    """The rows of one dataset for one freeze, read once. Actors count with their heirs and forebears."""

    def __init__(self, facts: Facts, dataset: str):
        self.facts = facts
        self.dataset = dataset
        self.seen, self.why = months_of(facts, dataset)

    @property
    def observed(self) -> Observed:
        if self.seen is None:
            raise LookupError(self.why)
        return self.seen

    @cached_property
    def rows(self) -> list[PairRow]:
        return pair_rows(self.facts, self.dataset, *self.observed.window(0, LONGEST))

    @cached_property
    def unarmed(self) -> set[str]:
        rows = Actor.objects.filter(team_id=self.facts.team_id, kind=Actor.Kind.CIVILIANS)
        return {self.facts.actors[pk] for pk in rows.values_list("pk", flat=True)}

    def known(self, actor: str) -> bool:
        """Has the actor, or one that counts as it, an id in the dataset's system?"""
        system = self.dataset.partition("-")[0]
        return any(system in self.facts.external.get(slug, set()) for slug in self.facts.lineage[actor])

    def between(self, months: int) -> Iterator[PairRow]:
        first, last = self.observed.window(0, months)
        return (row for row in self.rows if first <= row.month <= last)


def pair_cell(source: PairCounts, first: str, second: str, measure: Json) -> Found:
    """One measure of one dyad; missing where one of them cannot be seen in the dataset."""
    seen = source.seen
    if seen is None:
        return missing(source.why)
    for actor in (first, second):
        if not source.known(actor):
            return missing(f"{actor} has no id in the dataset {source.dataset}.")
    if not seen.covers(int(measure["months"])):
        return missing("The window begins before the data do.")
    ends = source.facts.lineage[first], source.facts.lineage[second]
    if measure["measure"] == "common_enemy_overlap":
        found = _overlap(source, ends, measure)
    else:
        found = _rate(source, seen, ends, measure)
    if not found.is_value:
        return found
    return value(found.value or 0.0, origin=window_origin(seen, source.dataset, int(measure["months"])))


def _overlap(source: PairCounts, ends: tuple[set[str], set[str]], measure: Json) -> Found:
    """Shared part of the two distributions of hostile events over armed targets, the two themselves left out."""
    left_out = ends[0] | ends[1] | source.unarmed
    shares = []
    for end in ends:
        met: dict[str, list[float]] = {}
        for row in source.between(int(measure["months"])):
            for own, other in ((row.first, row.second), (row.second, row.first)):
                if not row.same_side and own in end and other not in left_out:
                    met.setdefault(other, []).append(row.n)
        counts = {enemy: math.fsum(numbers) for enemy, numbers in met.items()}
        total = math.fsum(counts.values())
        if total < float(measure["min_events"]):
            return missing(f"Under {measure['min_events']} hostile events of one of them in the window.")
        shares.append({enemy: count / total for enemy, count in counts.items()})
    common = shares[0].keys() & shares[1].keys()
    return value(math.fsum(min(shares[0][enemy], shares[1][enemy]) for enemy in common))


def _rate(source: PairCounts, seen: Observed, ends: tuple[set[str], set[str]], measure: Json) -> Found:
    """Events per 30 days with both on one side, or on two."""
    months = int(measure["months"])
    rows = list(source.between(months))
    if not _regions(source, rows, ends[0]) & _regions(source, rows, ends[1]):
        return missing("They were not both active in one region in the window.")
    same = measure["measure"] == "same_side_rate"
    hits = [
        row.n
        for row in rows
        if row.same_side == same
        and ((row.first in ends[0] and row.second in ends[1]) or (row.first in ends[1] and row.second in ends[0]))
    ]
    first, last = seen.window(0, months)
    days = (last_day(last) - first).days + 1
    return value(max(0.0, math.fsum(hits)) / days * DAYS)


def _regions(source: PairCounts, rows: list[PairRow], end: set[str]) -> set[str]:
    """First-level areas with an event of the actor; what is known for a country only does not count."""
    levels = {area.pcode: area.level for area in source.facts.areas.values()}
    return {row.area for row in rows if levels[row.area] > 0 and (row.first in end or row.second in end)}

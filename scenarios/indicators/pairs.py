"""What two actors do in the events: share enemies (A3), fight side by side (D1), fight each other (D3)."""

import math
from typing import TYPE_CHECKING

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.months import add_months
from scenarios.indicators.panels import NO_DATASET, Panels, origin_of, reason

if TYPE_CHECKING:
    from world.panels import Panel

DAYS = 30


def pair_cell(panels: Panels, first: str, second: str, measure: Json) -> Found:
    """One measure of one dyad; missing where one of them cannot be seen in the dataset. Counts follow lineage."""
    panel = panels.of(measure["dataset"])
    if panel is None:
        return missing(NO_DATASET.format(dataset=measure["dataset"]))
    ends = panels.facts.lineage[first], panels.facts.lineage[second]
    if measure["measure"] == "common_enemy_overlap":
        return _overlap(panel, ends, measure)
    return _rate(panel, ends, measure)


def _overlap(panel: "Panel", ends: tuple[set[str], set[str]], measure: Json) -> Found:
    """Shared part of the two distributions of hostile events over armed enemies, the two themselves left out."""
    months = int(measure["months"])
    seen = panel.together(*ends, months, same_side=False)
    if seen.missing:
        return reason(panel, seen.missing)
    both = ends[0] | ends[1]
    shares = [panel.hostile_shares(end, months, but=both, least=measure["min_events"]) for end in ends]
    if shares[0] is None or shares[1] is None:
        return missing(f"One of them has under {measure['min_events']} hostile events in {months} months.")
    common = sorted(shares[0].keys() & shares[1].keys())
    overlap = math.fsum(min(shares[0][enemy], shares[1][enemy]) for enemy in common)
    origin = origin_of(panel, seen, "cell_pair", months) | {"common_enemies": common}
    return value(overlap, origin=origin)


def _rate(panel: "Panel", ends: tuple[set[str], set[str]], measure: Json) -> Found:
    """Events per 30 days with both on one side, or against each other."""
    months = int(measure["months"])
    reading = panel.together(*ends, months, same_side=measure["measure"] == "same_side_rate")
    if reading.missing:
        return reason(panel, reading.missing)
    if not panel.active_in(ends[0], months) & panel.active_in(ends[1], months):
        return missing(f"They were not both active in one region within {months} months.")
    rate = max(0.0, reading.value or 0.0) / _days(panel, months) * DAYS
    return value(rate, origin=origin_of(panel, reading, "cell_pair", months))


def _days(panel: "Panel", months: int) -> int:
    assert panel.last is not None  # noqa: S101  a reading without months is missing
    return (add_months(panel.last, 1) - add_months(panel.last, 1 - months)).days

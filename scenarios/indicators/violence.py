"""Violence in an area: deaths, harm to civilians, armed groups, momentum (C1, C2, C4, C5)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.panels import NO_DATASET, Panels, origin_of, reason
from world.models import AdminArea

if TYPE_CHECKING:
    from world.panels import Panel, Reading

type Read = Callable[[Panel, str, Json], Reading]


def violence_cell(panels: Panels, area: AdminArea, measure: Json) -> Found:
    """One measure of one area. Zero is a value only inside observed months and areas that the dataset knows."""
    panel = panels.of(measure["dataset"])
    if panel is None:
        return missing(NO_DATASET.format(dataset=measure["dataset"]))
    read, table = MEASURES[measure["measure"]]
    reading = read(panel, area.pcode, measure)
    if reading.missing:
        return reason(panel, reading.missing)
    origin = origin_of(panel, reading, table, _length(measure))
    number = reading.value or 0.0
    if reading.low is None or reading.high is None:
        return value(number, origin=origin)
    low, high = min(reading.low, number), max(reading.high, number)
    return value(number, low=low, high=high, dataset=panel.dataset.code, origin=origin)


def _length(measure: Json) -> int:
    return int(measure.get("months") or measure["recent_months"] + measure["base_months"])


def _deaths(panel: "Panel", area: str, measure: Json) -> "Reading":
    return panel.deaths(area, measure["months"], types=measure["event_types"], but=measure.get("except_types", ()))


def _civilian_harm(panel: "Panel", area: str, measure: Json) -> "Reading":
    return panel.civilian_harm(area, measure["months"])


def _active_groups(panel: "Panel", area: str, measure: Json) -> "Reading":
    return panel.active_groups(area, measure["months"], least=measure["min_events"])


def _momentum(panel: "Panel", area: str, measure: Json) -> "Reading":
    return panel.momentum(area, measure["recent_months"], measure["base_months"], add=measure["add"])


MEASURES: "dict[str, tuple[Read, str]]" = {
    "deaths": (_deaths, "cell_area"),
    "events_civilian_harm": (_civilian_harm, "cell_area"),
    "active_groups": (_active_groups, "cell_pair"),
    "momentum": (_momentum, "cell_area"),
}

"""Readings of the monthly figures of violence as cells: the panel of a dataset is read once for a freeze."""

from typing import TYPE_CHECKING, Any

from scenarios.indicators.cells import Found, Json, missing
from scenarios.indicators.facts import Facts

if TYPE_CHECKING:
    from world.panels import Panel, Reading

LONGEST_MONTHS = 15
NO_DATASET = "The dataset {dataset} is not loaded."
REASONS = {
    "no_data": "The dataset {dataset} has no month that was known by the cut-off.",
    "data_too_old": "The data end with {data_to}, more than 3 months before {at}.",
    "window_before_data": "The window begins before the data do.",
    "area_without_code": "The dataset {dataset} has no code for this area.",
    "actor_without_code": "An actor has no id in the dataset {dataset}.",
}


class Panels:
    """The panels that a freeze has read, by dataset."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.read: dict[str, Panel | None] = {}

    def of(self, dataset: str) -> "Panel | None":
        """The panel of a dataset, or None where the team has no such dataset."""
        if dataset not in self.read:
            self.read[dataset] = self._read(dataset)
        return self.read[dataset]

    def _read(self, dataset: str) -> "Panel | None":
        if dataset not in self.facts.datasets:
            return None
        from world.panels import Panel  # noqa: PLC0415  pandas takes half a second: only a freeze pays for it

        self.facts.used_datasets.add(dataset)
        facts = self.facts
        return Panel.read(facts.version.team, dataset, at=facts.at, cutoff=facts.cutoff, months=LONGEST_MONTHS)


def reason(panel: "Panel", code: str) -> Found:
    """A cell that is missing, with the panel's reason in words."""
    data_to = f"{panel.data_to:%Y-%m}" if panel.data_to else ""
    words = {"dataset": panel.dataset.code, "data_to": data_to, "at": panel.at.isoformat()}
    return missing(REASONS[code].format(**words))


def origin_of(panel: "Panel", reading: "Reading", table: str, months: int) -> Json:
    """What the provenance keeps of a reading: the window's end and the roll-up rows behind it."""
    rows: Any = list(reading.cells)
    data_to = f"{panel.data_to:%Y-%m}" if panel.data_to else None
    return {"dataset": panel.dataset.code, "data_to": data_to, "months": months, table: rows}

"""Which way each kind of measure goes to its cell. Sources that many cells share are read once."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from scenarios.indicators.cells import Found, Json, missing
from scenarios.indicators.dyads import over_dyads
from scenarios.indicators.facts import Facts
from scenarios.indicators.guardians import guardian_cell
from scenarios.indicators.judged import judged_cell, judged_cells, no_judgement
from scenarios.indicators.kept_events import kept_events_cell
from scenarios.indicators.pairs import pair_cell
from scenarios.indicators.panels import Panels
from scenarios.indicators.series import capability_of, series_cell
from scenarios.indicators.ties import tie_cell
from scenarios.indicators.violence import violence_cell
from scenarios.models import Alternative, Indicator
from scenarios.texts import localised
from world.models import AdminArea

NO_AREA = "This is measured of an area, and the alternative is none."
NO_MEMBERS = "This is measured of two actors, and the alternative names fewer."
OF_AREAS = ("personnel_loss", "sites_left")


class Measures:
    """Makes the cells of one freeze."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.panels = Panels(facts)
        self.kinds: dict[str, Callable[[Alternative, Indicator], Found]] = {
            "judgement": self._judged,
            "events_cell": self._violence,
            "events_type_count": self._kept_events,
            "relations": self._relations,
            "pairs": self._pairs,
            "series": self._series,
            "none": self._nothing,
        }

    def cell(self, alternative: Alternative, indicator: Indicator) -> Found:
        """A value, or why there is none. A kind that is not known here is missing and says so."""
        make = self.kinds.get(indicator.measure["kind"])
        if make is None:
            return missing(f"There is no way to measure {indicator.measure['kind']} yet.")
        return make(alternative, indicator)

    @cached_property
    def judged(self) -> dict[tuple[str, str], Any]:
        return judged_cells(self.facts)

    @cached_property
    def capability(self) -> dict[str, float]:
        return capability_of(self.facts)

    def _judged(self, alternative: Alternative, indicator: Indicator) -> Found:
        row = self.judged.get((alternative.key, indicator.key))
        return no_judgement(self.facts) if row is None else judged_cell(self.facts, row)

    def _nothing(self, alternative: Alternative, indicator: Indicator) -> Found:
        return missing(localised(indicator.measure["missing_reason"], "en"))

    def _violence(self, alternative: Alternative, indicator: Indicator) -> Found:
        return self._of_area(alternative, lambda area: violence_cell(self.panels, area, indicator.measure))

    def _kept_events(self, alternative: Alternative, indicator: Indicator) -> Found:
        return self._of_area(alternative, lambda area: kept_events_cell(self.facts, area, indicator.measure))

    def _series(self, alternative: Alternative, indicator: Indicator) -> Found:
        return self._of_area(alternative, lambda area: series_cell(self.facts, area, indicator.measure))

    def _relations(self, alternative: Alternative, indicator: Indicator) -> Found:
        measure = indicator.measure
        if measure["measure"] in OF_AREAS:
            return self._of_area(alternative, lambda area: guardian_cell(self.facts, area, measure))
        return self._of_dyads(alternative, lambda one, other: tie_cell(self.facts, one, other, measure))

    def _pairs(self, alternative: Alternative, indicator: Indicator) -> Found:
        measure: Json = indicator.measure
        return self._of_dyads(alternative, lambda one, other: pair_cell(self.panels, one, other, measure))

    def _of_area(self, alternative: Alternative, measured: Callable[[AdminArea], Found]) -> Found:
        if alternative.area_id is None:
            return missing(NO_AREA)
        return measured(self.facts.areas[alternative.area_id])

    def _of_dyads(self, alternative: Alternative, measured: Callable[[str, str], Found]) -> Found:
        members = sorted({self.facts.actors[member.actor_id] for member in alternative.members.all()}, key=str.encode)
        if len(members) < 2:
            return missing(NO_MEMBERS)
        return over_dyads(members, measured, self.capability)

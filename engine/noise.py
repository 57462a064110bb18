"""From random inputs to the raw and normalised values of one indicator, (draws or 1) x alternatives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from engine import pert
from engine.arrays import Array, Mask, Places, read_only
from engine.blocks import Draw
from engine.model import Cell, Events, Indicator, Judged, Model
from engine.orient import orient
from engine.panel import Panel
from engine.value_functions import MinMax, ValueFunction


@dataclass(frozen=True)
class EventNoise:
    """Cells of one dataset: value - shift below it, value + shift above it."""

    dataset: int
    places: Places
    below: Array
    above: Array


@dataclass(frozen=True)
class JudgedNoise:
    """Judged cells: start + span * beta, each beta from its column of the draw."""

    places: Places
    columns: Places
    start: Array
    span: Array


@dataclass(frozen=True)
class ClaimNoise:
    """Cells that rest on one claim and what they are without it."""

    claim: int
    places: Places
    otherwise: Array


@dataclass(frozen=True)
class Column:
    """One indicator over all alternatives. `best` holds 0 where there is no value; that 0 is masked later."""

    indicator: Indicator
    function: ValueFunction
    best: Array
    events: tuple[EventNoise, ...]
    judged: JudgedNoise | None
    claims: tuple[ClaimNoise, ...]

    def raw(self, draw: Draw) -> Array:
        """Raw values (R or 1, N) in the indicator's unit."""
        rows = self._rows(draw)
        raw = np.repeat(self.best[None, :], rows, axis=0)
        for noise in self.events:
            shift = draw.shift[:, noise.dataset, None]
            moved = np.minimum(shift, 0.0) * noise.below + np.maximum(shift, 0.0) * noise.above
            raw[:, noise.places] += moved
        if self.judged is not None and draw.judged is not None:
            betas = draw.judged[:, self.judged.columns]
            raw[:, self.judged.places] = self.judged.start + self.judged.span * betas
        for claim in self.claims:
            true = draw.truth[:, claim.claim, None]
            raw[:, claim.places] = np.where(true, raw[:, claim.places], claim.otherwise)
        return raw

    def normalised(self, raw: Array) -> Array:
        """0-100, oriented, from raw values: first the value function, then the direction."""
        return orient(self.function(raw), self.indicator.direction)

    def _rows(self, draw: Draw) -> int:
        sizes = [1]
        if self.events:
            sizes.append(len(draw.shift))
        if self.judged is not None and draw.judged is not None:
            sizes.append(len(draw.judged))
        if self.claims:
            sizes.append(len(draw.truth))
        return max(sizes)


@dataclass(frozen=True)
class JudgedTable:
    """Which column of the judged draws a cell takes, and the fitted distribution of each column."""

    column_of: dict[tuple[str, str], int]
    fitted: pert.Pert


def judged_table(model: Model, panel: Panel, rows: Sequence[int]) -> JudgedTable:
    """One column per judged cell of the given indicators; cells inherited from one judgement share theirs."""
    columns: dict[object, int] = {}
    column_of: dict[tuple[str, str], int] = {}
    triples: list[tuple[float, float, float]] = []
    wanted = [c for m in rows for c in panel.cells[m]] if model.uncertainty.values else []
    for cell in wanted:
        if not isinstance(cell.spread, Judged):
            continue
        triple = (cell.low or 0.0, cell.value or 0.0, cell.high or 0.0)
        same: object = (cell.indicator, triple) if cell.inherited else (cell.indicator, cell.alternative)
        if same not in columns:
            columns[same] = len(triples)
            triples.append(triple)
        column_of[cell.indicator, cell.alternative] = columns[same]
    table = np.array(triples, dtype=np.float64).reshape(-1, 3)
    return JudgedTable(column_of, pert.fit(table[:, 0], table[:, 1], table[:, 2]))


def datasets_of(model: Model, panel: Panel, rows: Sequence[int]) -> tuple[str, ...]:
    """The datasets whose cells spread, sorted by name."""
    if not model.uncertainty.values:
        return ()
    cells = [cell for m in rows for cell in panel.cells[m]]
    return tuple(sorted({cell.spread.dataset for cell in cells if isinstance(cell.spread, Events)}))


@dataclass(frozen=True)
class ColumnMaker:
    """What all columns of a model share."""

    model: Model
    panel: Panel
    datasets: tuple[str, ...]
    judged: JudgedTable
    compared: Mask

    def column(self, m: int) -> Column:
        """The column of indicator m; a min_max function is bound to the compared alternatives' values."""
        indicator = self.model.indicators[m]
        function = indicator.value_function
        if isinstance(function, MinMax):
            function = function.over(self.panel.value[m, self.compared & self.panel.present[m]])
        cells = self.panel.cells[m]
        return Column(
            indicator=indicator,
            function=function,
            best=read_only(np.where(self.panel.present[m], self.panel.value[m], 0.0)),
            events=self._events(m, cells),
            judged=self._judged(cells),
            claims=self._claims(cells),
        )

    def _events(self, m: int, cells: Sequence[Cell]) -> tuple[EventNoise, ...]:
        low, best, high = self.panel.low[m], self.panel.value[m], self.panel.high[m]
        found = []
        for d, dataset in enumerate(self.datasets):
            places = _places(cell.spread == Events(dataset) for cell in cells)
            if len(places):
                below, above = best[places] - low[places], high[places] - best[places]
                found.append(EventNoise(d, places, below, above))
        return tuple(found)

    def _judged(self, cells: Sequence[Cell]) -> JudgedNoise | None:
        places = _places((c.indicator, c.alternative) in self.judged.column_of for c in cells)
        if not len(places):
            return None
        names = [(cells[n].indicator, cells[n].alternative) for n in places]
        columns = np.array([self.judged.column_of[name] for name in names], dtype=np.intp)
        fitted = self.judged.fitted
        return JudgedNoise(places, columns, fitted.start[columns], fitted.span[columns])

    def _claims(self, cells: Sequence[Cell]) -> tuple[ClaimNoise, ...]:
        found = []
        for c, claim in enumerate(self.model.claims):
            places = _places(cell.claim is not None and cell.claim.key == claim.key for cell in cells)
            if len(places):
                otherwise = [ref.otherwise for n in places if (ref := cells[n].claim) is not None]
                found.append(ClaimNoise(c, places, np.array(otherwise)))
        return tuple(found)


def _places(wanted: Iterable[bool]) -> Places:
    return np.flatnonzero(np.fromiter(wanted, dtype=np.bool_))

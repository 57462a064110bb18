"""The cells as read-only arrays, indicators by alternatives, both sorted by key."""

from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, Mask, read_only
from engine.model import Cell, Events, Model


@dataclass(frozen=True)
class Panel:
    """Raw values in each indicator's own unit. Arrays are (indicators, alternatives); NaN where there is none."""

    alternatives: tuple[str, ...]
    indicators: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    value: Array
    low: Array
    high: Array
    present: Mask
    not_applicable: Mask
    widened: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> Mask:
        return ~(self.present | self.not_applicable)

    def column(self, indicator: str) -> int:
        return self.indicators.index(indicator)


def build_panel(model: Model) -> Panel:
    """Arrays of a checked model; event rows that break low <= best <= high are widened and listed."""
    size = len(model.alternatives)
    rows = tuple(model.cells[i : i + size] for i in range(0, len(model.cells), size))
    value = _numbers(rows, "value")
    low, high = _numbers(rows, "low"), _numbers(rows, "high")
    broken = (low > value) | (high < value)
    widened = tuple(
        (cell.indicator, cell.alternative)
        for row, marks in zip(rows, broken, strict=True)
        for cell, mark in zip(row, marks, strict=True)
        if mark and isinstance(cell.spread, Events)
    )
    return Panel(
        alternatives=tuple(alternative.key for alternative in model.alternatives),
        indicators=tuple(indicator.key for indicator in model.indicators),
        cells=rows,
        value=read_only(value),
        low=read_only(np.fmin(low, value)),
        high=read_only(np.fmax(high, value)),
        present=_states(rows, "value"),
        not_applicable=_states(rows, "not_applicable"),
        widened=widened,
    )


def _numbers(rows: tuple[tuple[Cell, ...], ...], name: str) -> Array:
    values = [[getattr(cell, name) for cell in row] for row in rows]
    return np.array([[np.nan if v is None else v for v in row] for row in values], dtype=np.float64)


def _states(rows: tuple[tuple[Cell, ...], ...], state: str) -> Mask:
    mask = np.array([[cell.state == state for cell in row] for row in rows], dtype=np.bool_)
    return read_only(mask)

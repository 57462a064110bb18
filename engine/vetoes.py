"""Vetoes: limits on raw values that no good score elsewhere can make up for."""

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array, Mask
from engine.model import Cell, Veto


def applies(veto: Veto, cells: Sequence[Cell]) -> Mask:
    """(N,): alternatives that are asked: not spared, and with a value."""
    asked = [cell.state == "value" and cell.alternative not in veto.spared for cell in cells]
    return np.array(asked, dtype=np.bool_)


def failing(veto: Veto, raw: Array, asked: Mask) -> Mask:
    """(R, N): where the raw value, in the indicator's unit, is at or beyond the limit."""
    beyond = np.zeros(raw.shape, dtype=np.bool_)
    if veto.at_most is not None:
        beyond |= raw <= veto.at_most
    if veto.at_least is not None:
        beyond |= raw >= veto.at_least
    return np.asarray(beyond & asked)


def unchecked(veto: Veto, cells: Sequence[Cell]) -> list[str]:
    """Alternatives whose veto cannot be checked because the value is missing."""
    return [c.alternative for c in cells if c.state == "missing" and c.alternative not in veto.spared]

"""Quantiles of draws: all values sorted once, linear interpolation between order statistics (type 7)."""

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array

POINTS = {"q05": 0.05, "q25": 0.25, "median": 0.5, "q75": 0.75, "q95": 0.95}


def quantiles(values: Array, points: Sequence[float]) -> Array:
    """Quantiles (..., len(points)) along the last axis of `values`, which has at least one draw.

    Hyndman and Fan (1996), type 7.
    """
    ordered = np.sort(values, axis=-1)
    last = ordered.shape[-1] - 1
    result = []
    for point in points:
        place = point * last
        below = int(place)
        above = min(below + 1, last)
        step = ordered[..., above] - ordered[..., below]
        result.append(ordered[..., below] + (place - below) * step)
    return np.stack(result, axis=-1)

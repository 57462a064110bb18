"""Ranks from unrounded scores: 1 is the highest, equal scores share the smallest rank."""

import numpy as np

from engine.arrays import Array, Counts


def ranks(scores: Array) -> Counts:
    """Ranks (R, N) of scores (R, N), each row by itself."""
    order, places = _order(scores)
    result = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(result, order, places + 1, axis=1)
    return result


def rank_counts(scores: Array) -> Counts:
    """How often each alternative took each rank: (N alternatives, N ranks), over the rows of scores (R, N).

    A score of -inf takes no rank and is counted nowhere.
    """
    size = scores.shape[1]
    order, places = _order(scores)
    cells = (order * size + places)[np.isfinite(np.take_along_axis(scores, order, axis=1))]
    return np.bincount(cells, minlength=size * size).reshape(size, size).astype(np.int64)


def _order(scores: Array) -> tuple[Counts, Counts]:
    """Alternatives from best to worst, and at each place the place at which its tie begins."""
    order = np.argsort(-scores, axis=1)
    best_first = np.take_along_axis(scores, order, axis=1)
    places = np.broadcast_to(np.arange(scores.shape[1]), scores.shape).copy()
    tied = best_first[:, 1:] == best_first[:, :-1]
    places[:, 1:][tied] = 0
    return order, np.maximum.accumulate(places, axis=1)


def ties(values: Array) -> list[list[int]]:
    """Groups of positions in `values` (N,) that are exactly equal, largest value first."""
    groups = [np.flatnonzero(values == value).tolist() for value in np.unique(values)[::-1]]
    return [group for group in groups if len(group) > 1]

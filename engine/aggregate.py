"""Means of children's scores: weighted arithmetic and weighted geometric with a floor.

Every child has a score array (R or 1, N) and a weight array that broadcasts to it; the weights of all children
sum to 1 in each place. The sums run child by child and element by element, never through a matrix product: two
alternatives with equal inputs then get equal bytes, so a tie stays a tie and no result depends on a BLAS kernel.
Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7.
"""

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array
from engine.model import Aggregation


def arithmetic_mean(scores: Sequence[Array], weights: Sequence[Array]) -> Array:
    """sum w_c s_c."""
    total = weights[0] * scores[0]
    for weight, score in zip(weights[1:], scores[1:], strict=True):
        total = total + weight * score
    return np.asarray(total, dtype=np.float64)


def geometric_mean(scores: Sequence[Array], weights: Sequence[Array], floor: float) -> Array:
    """exp(sum w_c ln max(s_c, floor)): without the floor one zero would absorb all other children."""
    logs = [np.log(np.maximum(score, floor)) for score in scores]
    return np.asarray(np.exp(arithmetic_mean(logs, weights)), dtype=np.float64)


def mean(aggregation: Aggregation, scores: Sequence[Array], weights: Sequence[Array], floor: float) -> Array:
    """The children's mean by the named method."""
    if aggregation == "geometric":
        return geometric_mean(scores, weights, floor)
    return arithmetic_mean(scores, weights)


def other(aggregation: Aggregation) -> Aggregation:
    """The mean that is shown beside the node's own."""
    return "arithmetic" if aggregation == "geometric" else "geometric"

"""PERT (modified beta, lambda 4) from a judged 5th percentile, mode and 95th percentile.

On [a, b] with mode m the shapes are 1 + 4 (m-a)/(b-a) and 1 + 4 (b-m)/(b-a). With t = (m-a)/(b-a) and q05(t),
q95(t) the quantiles on [0, 1], the judged position (mode-low)/(high-low) must equal (t-q05)/(q95-q05): one
equation in t, solved once per distinct position. The ends a and b then follow; they lie outside low and high.
Source: Malcolm et al. (1959) for the mean (a+4m+b)/6; Vose (2008) for the modified form.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import betaincinv

from engine.arrays import Array

LAMBDA = 4.0
_TABLE_POINTS = 4097
_REFINEMENTS = 3


@dataclass(frozen=True)
class Pert:
    """Beta shapes and the map start + span * beta, one entry per judged cell."""

    alpha: Array
    beta: Array
    start: Array
    span: Array


def shapes(t: Array) -> tuple[Array, Array]:
    """Beta shapes for the relative mode t in 0..1."""
    return 1.0 + LAMBDA * t, 1.0 + LAMBDA * (1.0 - t)


def fit(low: Array, mode: Array, high: Array) -> Pert:
    """Fits low <= mode <= high, arrays (n,). One-sided triples (mode = low or = high) are fitted as given, so 5 % lies
    beyond the mode; where low = high the span is 0 and every draw is the mode.
    """
    width = high - low
    position = np.where(width > 0, (mode - low) / np.where(width > 0, width, 1.0), 0.5)
    distinct, back = np.unique(position, return_inverse=True)
    t = _relative_mode(distinct)
    lower, upper = _quantiles(t)
    scale = (1.0 / (upper - lower))[back]
    span = width * scale
    alpha, beta = shapes(t)
    return Pert(alpha[back], beta[back], mode - t[back] * span, span)


def _quantiles(t: Array) -> tuple[Array, Array]:
    alpha, beta = shapes(t)
    lower = np.asarray(betaincinv(alpha, beta, 0.05), dtype=np.float64)
    upper = np.asarray(betaincinv(alpha, beta, 0.95), dtype=np.float64)
    return lower, upper


def _position(t: Array) -> Array:
    lower, upper = _quantiles(t)
    return np.asarray((t - lower) / (upper - lower), dtype=np.float64)


@lru_cache(maxsize=1)
def _table() -> tuple[Array, Array]:
    """Relative modes and their positions, increasing in both (checked by a test)."""
    t = np.linspace(0.0, 1.0, _TABLE_POINTS)
    return t, _position(t)


def _relative_mode(position: Array) -> Array:
    """Inverts `_position`: table look-up, then secant steps with the table's slope."""
    grid, positions = _table()
    t = np.interp(position, positions, grid)
    slope = np.interp(t, grid, np.gradient(positions, grid))
    for _ in range(_REFINEMENTS):
        t = t - (_position(t) - position) / slope
    return np.asarray(t, dtype=np.float64)

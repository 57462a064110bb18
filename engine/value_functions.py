"""Value functions: a raw number in its own unit becomes 0-100 of "how much of it there is".

The pure functions work on float arrays of any shape; the frozen classes carry a function's parameters.
All results are clipped to 0..100. Direction is not handled here: see `engine.orient`.
Sources: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5; the threshold curve of
`saturation` follows Hultman, Kathman and Shannon (2013) as used for troops in template 3.
"""

import math
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np

from engine.arrays import Array
from engine.errors import ModelError

NEUTRAL = 50.0
"""What a constant column scores under a sample-based normalisation: it separates nobody."""


def goalposts(x: Array, lo: float, hi: float) -> Array:
    """100 (x - lo) / (hi - lo), clipped; lo and hi are fixed outside the sample."""
    return np.clip((x - lo) * (100.0 / (hi - lo)), 0.0, 100.0)


def log_goalposts(x: Array, hi: float, c: float) -> Array:
    """100 ln(1 + x/c) / ln(1 + hi/c) for x from 0 to hi; c is the size of a small amount, in x's unit."""
    inside = np.clip(x, 0.0, hi)
    return np.clip(np.log1p(inside / c) * (100.0 / math.log1p(hi / c)), 0.0, 100.0)


def log_ratio_goalposts(x: Array, lo: float, hi: float) -> Array:
    """100 ln(x / lo) / ln(hi / lo) for x from lo > 0 to hi."""
    inside = np.clip(x, lo, hi)
    return np.clip(np.log(inside / lo) * (100.0 / math.log(hi / lo)), 0.0, 100.0)


def piecewise(x: Array, cutoffs: Array, values: Array) -> Array:
    """Linear between the given points, the end values outside them."""
    return np.asarray(np.interp(x, cutoffs, values), dtype=np.float64)


def saturation(x: Array, k: float, full: float) -> Array:
    """100 (1 - exp(-x/k)) / (1 - exp(-full/k)): each further unit adds less, `full` units are enough."""
    inside = np.clip(x, 0.0, full)
    return np.clip(np.expm1(-inside / k) * (100.0 / math.expm1(-full / k)), 0.0, 100.0)


def tent(x: Array, rise: float, flat_to: float, end: float) -> Array:
    """0 at 0, 100 from `rise` to `flat_to`, 0 again from `end`, straight lines between."""
    up = x * (100.0 / rise)
    down = (end - x) * (100.0 / (end - flat_to))
    return np.clip(np.minimum(up, down), 0.0, 100.0)


class ValueFunction(Protocol):
    """Parameters of one value function; calling it maps raw values to 0..100."""

    method: ClassVar[str]

    def __call__(self, x: Array) -> Array: ...


@dataclass(frozen=True)
class Goalposts:
    lo: float
    hi: float
    method: ClassVar[str] = "goalposts"

    def __post_init__(self) -> None:
        _below("lo", self.lo, "hi", self.hi)

    def __call__(self, x: Array) -> Array:
        return goalposts(x, self.lo, self.hi)


@dataclass(frozen=True)
class LogGoalposts:
    hi: float
    c: float
    lo: float = 0.0
    method: ClassVar[str] = "log_goalposts"

    def __post_init__(self) -> None:
        if self.lo != 0:
            raise ModelError("lo", "log_goalposts start at 0; use log_ratio_goalposts for lo above 0")
        _positive("hi", self.hi)
        _positive("c", self.c)

    def __call__(self, x: Array) -> Array:
        return log_goalposts(x, self.hi, self.c)


@dataclass(frozen=True)
class LogRatioGoalposts:
    lo: float
    hi: float
    method: ClassVar[str] = "log_ratio_goalposts"

    def __post_init__(self) -> None:
        _positive("lo", self.lo)
        _below("lo", self.lo, "hi", self.hi)

    def __call__(self, x: Array) -> Array:
        return log_ratio_goalposts(x, self.lo, self.hi)


@dataclass(frozen=True)
class Scale:
    points: tuple[tuple[float, float], ...]
    method: ClassVar[str] = "scale"

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise ModelError("points", "a scale needs at least two points")
        for i, (x, y) in enumerate(self.points):
            if not 0 <= y <= 100:
                raise ModelError(f"points[{i}][1]", f"{y:g} is outside 0 to 100")
            if i and x <= self.points[i - 1][0]:
                raise ModelError(f"points[{i}][0]", f"{x:g} does not come after {self.points[i - 1][0]:g}")

    def __call__(self, x: Array) -> Array:
        table = np.asarray(self.points, dtype=np.float64)
        return piecewise(x, table[:, 0], table[:, 1])


@dataclass(frozen=True)
class Saturation:
    k: float
    full: float
    method: ClassVar[str] = "saturation"

    def __post_init__(self) -> None:
        _positive("k", self.k)
        _positive("full", self.full)

    def __call__(self, x: Array) -> Array:
        return saturation(x, self.k, self.full)


@dataclass(frozen=True)
class Tent:
    rise: float
    flat_to: float
    end: float
    method: ClassVar[str] = "tent"

    def __post_init__(self) -> None:
        _positive("rise", self.rise)
        if self.flat_to < self.rise:
            raise ModelError("flat_to", f"{self.flat_to:g} is below rise {self.rise:g}")
        _below("flat_to", self.flat_to, "end", self.end)

    def __call__(self, x: Array) -> Array:
        return tent(x, self.rise, self.flat_to, self.end)


@dataclass(frozen=True)
class MinMax:
    """Goalposts taken from the compared alternatives themselves; `over` binds it to the sample."""

    method: ClassVar[str] = "min_max"

    def __call__(self, x: Array) -> Array:
        raise TypeError("min_max has no goalposts until it is bound to a sample: call over() first")

    def over(self, sample: Array) -> "Goalposts | Constant":
        """Bound to the compared alternatives' point values; a constant column becomes neutral."""
        if sample.size and sample.max() > sample.min():
            return Goalposts(float(sample.min()), float(sample.max()))
        return Constant()


@dataclass(frozen=True)
class Constant:
    """What a constant column is bound to: NEUTRAL for everyone, whatever the direction."""

    method: ClassVar[str] = "constant"

    def __call__(self, x: Array) -> Array:
        return np.full_like(x, NEUTRAL)


def _positive(name: str, value: float) -> None:
    if value <= 0:
        raise ModelError(name, f"{value:g} is not above 0")


def _below(name: str, value: float, other: str, limit: float) -> None:
    if value >= limit:
        raise ModelError(name, f"{value:g} is not below {other} {limit:g}")

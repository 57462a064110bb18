"""Value functions: published cases, ends and middles, clipping, refusals."""

import math
from typing import Any

import numpy as np
import pytest

from engine import ModelError
from engine.orient import orient
from engine.value_functions import (
    NEUTRAL,
    Constant,
    Goalposts,
    LogGoalposts,
    LogRatioGoalposts,
    MinMax,
    Saturation,
    Scale,
    Tent,
    ValueFunction,
    goalposts,
    piecewise,
)

ANCHORS = ((0, 0), (1, 25), (2, 50), (3, 75), (4, 100))


def at(function: ValueFunction, *x: float) -> list[float]:
    return function(np.array(x, dtype=float)).tolist()


@pytest.mark.data
def test_goalposts_match_the_published_cases_in_both_directions(ci_functions: Any) -> None:
    given, expected = ci_functions
    for case, value in zip(given["goalposts"], expected["goalposts"], strict=True):
        lo, hi = case["posts"]
        found = orient(goalposts(np.array([case["x"]], dtype=float), lo, hi), case["dir"])
        assert found[0] / 100 == pytest.approx(value, abs=expected["tolerance"])


@pytest.mark.data
def test_piecewise_values_match_the_published_cases(ci_functions: Any) -> None:
    given, expected = ci_functions
    for case, values in zip(given["piecewise_value"], expected["piecewise_value"], strict=True):
        arrays = [np.array(case[name], dtype=float) for name in ("x", "cutoffs", "values")]
        assert piecewise(*arrays) == pytest.approx(values, abs=expected["tolerance"])


@pytest.mark.parametrize(
    ("function", "x", "expected"),
    [
        (Goalposts(0, 10), (-1, 0, 2.5, 10, 11), (0, 0, 25, 100, 100)),
        (Goalposts(-4, 4), (-4, 0, 4), (0, 50, 100)),
        (LogGoalposts(1000, 10), (-5, 0, 90, 1000, 5000), (0, 0, 100 * math.log(10) / math.log(101), 100, 100)),
        (LogRatioGoalposts(1, 100), (0, 1, 10, 100, 1000), (0, 0, 50, 100, 100)),
        (Scale(ANCHORS), (-1, 0, 2.5, 4, 9), (0, 0, 62.5, 100, 100)),
        (Scale(((0, 100), (10, 0))), (0, 4, 10), (100, 60, 0)),
        (Saturation(2000, 8000), (-1, 0, 8000, 9000), (0, 0, 100, 100)),
        (Saturation(2000, 8000), (2000,), (100 * (1 - math.exp(-1)) / (1 - math.exp(-4)),)),
        (Tent(0.5, 0.6, 1.0), (-1, 0, 0.25, 0.5, 0.55, 0.6, 0.8, 1, 2), (0, 0, 50, 100, 100, 100, 50, 0, 0)),
    ],
)
def test_a_value_function_has_its_ends_its_middle_and_is_clipped(
    function: ValueFunction, x: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert at(function, *x) == pytest.approx(expected, abs=1e-12)


def test_min_max_takes_its_goalposts_from_the_sample() -> None:
    assert MinMax().over(np.array([3.0, 7.0, 5.0])) == Goalposts(3, 7)


@pytest.mark.parametrize("sample", [[], [4.0], [4.0, 4.0]])
def test_min_max_over_a_constant_column_is_neutral(sample: list[float]) -> None:
    bound = MinMax().over(np.array(sample))
    assert bound == Constant()
    assert at(bound, 4, 9) == [NEUTRAL, NEUTRAL]


def test_an_unbound_min_max_cannot_be_used() -> None:
    with pytest.raises(TypeError, match="over"):
        MinMax()(np.zeros(1))


def test_a_neutral_value_is_neutral_in_both_directions() -> None:
    assert orient(np.array([NEUTRAL]), -1)[0] == NEUTRAL


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Goalposts(5, 5), "lo: 5 is not below hi 5"),
        (lambda: LogGoalposts(100, 10, 1), "lo: log_goalposts start at 0"),
        (lambda: LogGoalposts(0, 10), "hi: 0 is not above 0"),
        (lambda: LogGoalposts(10, 0), "c: 0 is not above 0"),
        (lambda: LogRatioGoalposts(0, 10), "lo: 0 is not above 0"),
        (lambda: LogRatioGoalposts(10, 10), "lo: 10 is not below hi 10"),
        (lambda: Scale(((0, 0),)), "points: a scale needs at least two points"),
        (lambda: Scale(((0, 0), (0, 100))), "points[1][0]: 0 does not come after 0"),
        (lambda: Scale(((0, 0), (1, 101))), "points[1][1]: 101 is outside 0 to 100"),
        (lambda: Saturation(0, 1), "k: 0 is not above 0"),
        (lambda: Saturation(1, 0), "full: 0 is not above 0"),
        (lambda: Tent(0, 1, 2), "rise: 0 is not above 0"),
        (lambda: Tent(0.5, 0.4, 1), "flat_to: 0.4 is below rise 0.5"),
        (lambda: Tent(0.5, 1, 1), "flat_to: 1 is not below end 1"),
    ],
)
def test_parameters_that_make_no_function_are_refused(make: Any, message: str) -> None:
    with pytest.raises(ModelError) as refusal:
        make()
    assert str(refusal.value).startswith(message)

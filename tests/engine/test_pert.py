"""PERT from judged percentiles: low is the 5th, high the 95th, the mode stays the mode."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from engine import pert


def distribution(low: float, mode: float, high: float) -> tuple[pert.Pert, object]:
    fitted = pert.fit(np.array([low]), np.array([mode]), np.array([high]))
    frozen = beta(fitted.alpha[0], fitted.beta[0], loc=fitted.start[0], scale=fitted.span[0])
    return fitted, frozen


TRIPLES = [(0, 5, 10), (2, 3, 9), (0, 0, 4), (1, 4, 4), (-3, -2, 5), (1e6, 2e6, 7e6), (0, 1e-3, 1), (5, 9.99, 10)]


@pytest.mark.parametrize("triple", TRIPLES)
def test_low_and_high_are_the_5th_and_95th_percentile(triple: tuple[float, float, float]) -> None:
    low, _, high = triple
    _, frozen = distribution(*triple)
    assert frozen.ppf([0.05, 0.95]) == pytest.approx([low, high], abs=1e-9 * (high - low))  # type: ignore[attr-defined]


@pytest.mark.parametrize("triple", TRIPLES)
def test_the_judged_mode_is_the_mode(triple: tuple[float, float, float]) -> None:
    fitted, _ = distribution(*triple)
    a, b = fitted.alpha[0], fitted.beta[0]
    assert fitted.start[0] + fitted.span[0] * (a - 1) / (a + b - 2) == pytest.approx(triple[1])


@settings(deadline=None)
@given(st.floats(0, 1))
def test_the_percentiles_hold_wherever_the_mode_lies(position: float) -> None:
    _, frozen = distribution(0, position, 1)
    assert frozen.cdf([0, 1]) == pytest.approx([0.05, 0.95], abs=1e-9)  # type: ignore[attr-defined]


def test_the_ends_lie_outside_low_and_high() -> None:
    fitted, _ = distribution(2, 3, 9)
    assert fitted.start[0] < 2 < 9 < fitted.start[0] + fitted.span[0]


def test_a_judgement_without_width_is_a_constant() -> None:
    fitted, _ = distribution(3, 3, 3)
    assert (fitted.start[0], fitted.span[0]) == (3, 0)


def test_draws_have_the_judged_percentiles() -> None:
    fitted, _ = distribution(1, 2, 6)
    betas = np.random.default_rng(0).beta(fitted.alpha[0], fitted.beta[0], 200_000)
    assert np.quantile(fitted.start[0] + fitted.span[0] * betas, [0.05, 0.95]) == pytest.approx([1, 6], abs=0.03)


def test_a_symmetric_judgement_has_the_classical_shapes() -> None:
    fitted, _ = distribution(0, 5, 10)
    assert (fitted.alpha[0], fitted.beta[0]) == pytest.approx((3, 3))


def test_the_table_that_is_inverted_rises_throughout() -> None:
    t, position = pert._table()
    assert (np.diff(t) > 0).all()
    assert (np.diff(position) > 0).all()
    assert position[0] < 0
    assert position[-1] > 1


def test_many_triples_are_fitted_as_each_by_itself() -> None:
    low, mode, high = np.array(TRIPLES, dtype=float).T
    together = pert.fit(low, mode, high)
    for i, triple in enumerate(TRIPLES):
        alone, _ = distribution(*triple)
        assert together.start[i] == pytest.approx(alone.start[0], rel=1e-12)
        assert together.span[i] == pytest.approx(alone.span[0], rel=1e-12)

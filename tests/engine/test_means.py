"""Means and weights: published cases, INFORM, and the edges."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import ModelError
from engine.aggregate import arithmetic_mean, geometric_mean, mean, other
from engine.weights import dirichlet_from_gammas, normalise, over_available


def row(*values: float) -> list[np.ndarray]:
    return [np.array([[value]]) for value in values]


@pytest.mark.data
def test_the_geometric_mean_matches_the_published_case(ci_functions: Any) -> None:
    given, expected = ci_functions
    case = given["gmean"]
    found = geometric_mean(row(*case["x"]), row(*normalise(case["w"])), floor=1e-9)
    assert found.item() == pytest.approx(expected["gmean"], abs=expected["tolerance"])


@pytest.mark.data
def test_inform_risk_is_the_geometric_mean_of_its_three_dimensions(workbench_data: Path) -> None:
    """INFORM Risk Index, methodology: risk = hazard^(1/3) x vulnerability^(1/3) x coping^(1/3), one decimal.

    The published dimensions are rounded themselves, so a risk may differ by one in the last place.
    """
    scores: dict[tuple[str, str], dict[str, float]] = {}
    path = workbench_data / "data" / "inform_risk" / "inform_risk_index_trends.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            key = (line["Iso3"], line["GNAYear"])
            scores.setdefault(key, {})[line["IndicatorId"]] = float(line["IndicatorScore"])
    full = [s for s in scores.values() if {"HA", "VU", "CC", "INFORM"} <= s.keys()]
    dimensions = [np.array([[10 * s[d] for s in full]]) for d in ("HA", "VU", "CC")]
    found = geometric_mean(dimensions, row(*normalise([1, 1, 1])), floor=1.0)[0] / 10
    published = np.array([s["INFORM"] for s in full])
    assert len(full) > 1500
    assert np.abs(found.round(1) - published).max() < 0.11
    assert (found.round(1) == published).mean() > 0.9


def test_the_arithmetic_mean_is_the_weighted_sum() -> None:
    assert arithmetic_mean(row(10, 50), row(0.25, 0.75)).item() == 40


def test_one_zero_is_held_by_the_floor_in_a_geometric_mean() -> None:
    assert geometric_mean(row(0, 100), row(0.5, 0.5), floor=1.0).item() == pytest.approx(10)


def test_the_mean_beside_is_the_other_one() -> None:
    assert [other("arithmetic"), other("geometric")] == ["geometric", "arithmetic"]
    assert mean("geometric", row(4, 25), row(0.5, 0.5), 1.0).item() == pytest.approx(10)
    assert mean("arithmetic", row(4, 25), row(0.5, 0.5), 1.0).item() == 14.5


def test_weights_become_shares() -> None:
    assert normalise([20, 20, 60]) == (0.2, 0.2, 0.6)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ([1, -1], "[1]: a weight cannot be negative (-1)"),
        ([float("nan")], "[0]: a weight must be a finite number"),
        ([0, 0], "the weights of one group sum to 0"),
        ([], "the weights of one group sum to 0"),
    ],
)
def test_weights_that_mean_nothing_are_refused(weights: list[float], message: str) -> None:
    with pytest.raises(ModelError) as refusal:
        normalise(weights)
    assert str(refusal.value) == message


def test_dirichlet_rows_sum_to_one() -> None:
    rows = dirichlet_from_gammas(np.array([[1.0, 3.0], [2.0, 2.0]]))
    assert rows.tolist() == [[0.25, 0.75], [0.5, 0.5]]


def test_weights_are_renormalised_over_what_an_alternative_has() -> None:
    available = np.array([[True, False, False], [True, True, False], [True, True, False]])
    found = over_available(np.array([[0.5, 0.3, 0.2]]), available, np.array([[0.5, 0.3, 0.2]]))
    assert np.concatenate(found).T.tolist() == [[0.5, 0.3, 0.2], [0, 0.6, 0.4], [0, 0, 0]]


def test_the_declared_weights_stand_in_where_all_that_is_there_was_drawn_as_zero() -> None:
    found = over_available(np.array([[1.0, 0.0]]), np.array([[False], [True]]), np.array([[0.9, 0.1]]))
    assert np.concatenate(found).ravel().tolist() == [0, 1]

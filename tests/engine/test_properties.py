"""What must hold for every model, whatever its numbers."""

import copy
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import engine
from engine.ranks import rank_counts, ranks, ties
from tests.engine.models import Json, cell, drawn, indicator, leaf, model, node
from tests.engine.random_models import random_model

SEEDS = st.integers(0, 10_000)
DRAWS = 300
quick = settings(deadline=None, max_examples=20)


def scored(data: Json, draws: int = 0) -> Json:
    return engine.score(data, draws=draws, seed=7)


def scores(result: Json) -> dict[str, Any]:
    return {row["key"]: row["score"] for row in result["alternatives"]}


def without_hashes(result: Json) -> Json:
    return {k: v for k, v in result.items() if k not in ("inputs_sha256", "result_sha256")}


def scaled(tree: Json, factor: float) -> Json:
    if "indicator" in tree:
        return tree | {"weight": tree["weight"] * factor}
    return tree | {"weight": tree["weight"] * factor, "children": [scaled(c, factor) for c in tree["children"]]}


@quick
@given(SEEDS)
def test_doubling_all_weights_changes_nothing(seed: int) -> None:
    data = random_model(seed)
    doubled = data | {"tree": scaled(data["tree"], 2)}
    mine, other = scored(data, DRAWS), scored(doubled, DRAWS)
    for row in other["weights"]:
        row["raw"] /= 2
    assert without_hashes(mine) == without_hashes(other)


@quick
@given(SEEDS)
def test_the_order_of_lists_and_of_siblings_changes_no_number(seed: int) -> None:
    data = random_model(seed)
    turned = copy.deepcopy(data)
    for name in ("alternatives", "indicators", "cells", "claims"):
        turned[name].reverse()
    turned["tree"] = reversed_tree(turned["tree"])
    mine, other = scored(data, DRAWS), scored(turned, DRAWS)
    assert mine["alternatives"] == other["alternatives"]
    assert mine["weight_spread"] == other["weight_spread"]
    assert mine["claims"] == other["claims"]


def reversed_tree(tree: Json) -> Json:
    if "indicator" in tree:
        return tree
    return tree | {"children": [reversed_tree(child) for child in reversed(tree["children"])]}


def renamed(data: Json, names: dict[str, str]) -> Json:
    """The model with alternatives and indicators under other keys."""
    if isinstance(data, dict):
        return {k: renamed(v, names) for k, v in data.items()}
    if isinstance(data, list):
        return [renamed(item, names) for item in data]
    return names.get(data, data) if isinstance(data, str) else data


@quick
@given(SEEDS, st.permutations(range(5)))
def test_permuting_alternatives_permutes_scores(seed: int, order: list[int]) -> None:
    data = random_model(seed)
    names = {f"a{n}": f"a{m}" for n, m in enumerate(order)}
    mine, other = scores(scored(data)), scores(scored(renamed(data, names)))
    assert {names[key]: value for key, value in mine.items()} == other


@quick
@given(SEEDS, st.permutations(range(9)))
def test_permuting_indicators_changes_no_score(seed: int, order: list[int]) -> None:
    data = random_model(seed)
    keys = [f"i{d}{j}" for d in range(3) for j in range(3)]
    names = {keys[n]: keys[m] for n, m in enumerate(order)}
    other = scores(scored(renamed(data, names)))
    for key, value in scores(scored(data)).items():
        assert other[key] == (None if value is None else pytest.approx(value, rel=1e-12))


LINES: list[Json] = [
    {"method": "goalposts", "lo": 0, "hi": 100},
    {"method": "log_goalposts", "lo": 0, "hi": 100, "c": 5},
    {"method": "saturation", "k": 30, "full": 100},
    {"method": "scale", "points": [[0, 0], [30, 20], [60, 90], [100, 100]]},
]


@quick
@given(SEEDS, st.integers(0, 4), st.integers(0, 2), st.integers(0, 2), st.floats(0.1, 50))
def test_more_of_a_good_thing_never_lowers_a_score(seed: int, n: int, d: int, j: int, more: float) -> None:
    data = random_model(seed, gaps=False, noise=False, functions=LINES)
    raised = copy.deepcopy(data)
    key = f"i{d}{j}"
    direction = next(i["direction"] for i in data["indicators"] if i["key"] == key)
    (place,) = (c for c in raised["cells"] if (c["alternative"], c["indicator"]) == (f"a{n}", key))
    place["value"] += more
    before, after = scores(scored(data)), scores(scored(raised))
    change = {k: after[k] - before[k] for k in before}
    assert direction * change.pop(f"a{n}") >= -1e-12
    assert set(change.values()) == {0}


@quick
@given(SEEDS, st.floats(-50, 150), st.booleans())
def test_adding_a_dead_alternative_changes_no_score(seed: int, value: float, gap: bool) -> None:
    """Dead: it fails a veto; then it may even miss a leaf that all others have."""
    data = random_model(seed)
    extra = copy.deepcopy(data)
    extra["alternatives"].append({"key": "dead"})
    extra["cells"] += [cell("dead", i["key"], value) for i in data["indicators"]]
    extra["vetoes"] = [{"indicator": "i00", "at_most": value, "except": [f"a{n}" for n in range(5)]}]
    if gap:
        extra["cells"][-1] = cell("dead", data["indicators"][-1]["key"])
    assume(any(value is not None for value in scores(scored(data)).values()))
    mine, other = scored(data), scored(extra)
    assert scores(other) == scores(mine) | {"dead": None}
    assert other["common_set"] == mine["common_set"]


@quick
@given(SEEDS)
def test_a_gap_of_one_alternative_moves_no_other_by_a_bit(seed: int) -> None:
    data = random_model(seed, gaps=False)
    place = next(c for c in data["cells"] if c["alternative"] == "a0")
    gap = copy.deepcopy(data)
    gap["cells"][data["cells"].index(place)] = {
        "alternative": "a0", "indicator": place["indicator"], "state": "not_applicable", "reason": "no baseline",
    }  # fmt: skip
    fixed = {"weights": drawn()["weights"], "values": False, "claims": False}
    for row, other in zip(
        scored(data | {"uncertainty": fixed}, DRAWS)["alternatives"][1:],
        scored(gap | {"uncertainty": fixed}, DRAWS)["alternatives"][1:],
        strict=True,
    ):
        assert (row["score"], row["interval"], row["nodes"]) == (other["score"], other["interval"], other["nodes"])


@quick
@given(SEEDS, st.integers(2, 51))
def test_equal_alternatives_stay_equal_in_every_draw(seed: int, size: int) -> None:
    data = random_model(seed, alternatives=1, gaps=False, noise=False)
    cells = [c | {"alternative": f"b{n:02}"} for c in data["cells"] for n in range(size)]
    same = data | {"cells": cells, "alternatives": [{"key": f"b{n:02}"} for n in range(size)]}
    for row in scored(same, DRAWS)["alternatives"]:
        assert (row["rank"], row["first_share"]) == (1, 1.0)


@quick
@given(SEEDS)
def test_points_sum_to_the_score_and_shares_to_one(seed: int) -> None:
    for row in scored(random_model(seed))["alternatives"]:
        if row["score"] is not None:
            assert sum(part["points"] for part in row["contributions"]) == pytest.approx(row["score"], rel=1e-9)
            assert sum(part["share"] for part in row["contributions"]) == pytest.approx(1, rel=1e-9)
            assert sum(part["weight"] for part in row["contributions"]) == pytest.approx(1, rel=1e-9)
            assert all(part["points"] >= 0 for part in row["contributions"])


@quick
@given(SEEDS)
def test_nothing_in_a_result_is_nan_and_all_scores_are_0_to_100(seed: int) -> None:
    result = scored(random_model(seed), DRAWS)
    engine.canonical.dumps(result)
    for row in result["alternatives"]:
        for numbers in row["nodes"].values():
            assert all(value is None or -1e-9 <= value <= 100 + 1e-9 for value in numbers.values())


@quick
@given(SEEDS, st.integers(1, 3))
def test_the_quantiles_are_in_order_and_ranks_are_shared_out(seed: int, spare: int) -> None:
    result = scored(random_model(seed, alternatives=2 + spare), DRAWS)
    for row in result["alternatives"]:
        if row["interval"] is not None:
            values = [row["interval"][name] for name in ("q05", "q25", "median", "q75", "q95")]
            assert values == sorted(values)
        if row["rank_acceptability"] is not None:
            assert sum(row["rank_acceptability"]) == pytest.approx(1)


@quick
@given(st.lists(st.floats(1, 99), min_size=4, max_size=4), st.floats(0.5, 20), st.booleans())
def test_with_no_judged_skew_the_point_lies_within_the_band(values: list[float], width: float, geometric: bool) -> None:
    """Judged symmetrically, and events whose best value lies anywhere between low and high."""
    keys = ["a", "b", "c", "d"]
    inner = [node("A", [leaf("a", 3), leaf("b", 2)], 2, "geometric" if geometric else "arithmetic")]
    tree = node("root", [*inner, leaf("c", 2), leaf("d", 1)])
    rows: dict[str, dict[str, Any]] = {"x": {}}
    for n, (key, value) in enumerate(zip(keys, values, strict=True)):
        judged = n % 2 == 0
        spread = {"kind": "judged"} if judged else {"kind": "events", "dataset": "ged"}
        high = value + width * (1 if judged else 3)
        rows["x"][key] = cell("x", key, value, low=value - width, high=high, spread=spread)
    functions = [indicator(k, method="goalposts", lo=-100, hi=200) for k in keys]
    data = model(tree, functions, rows, uncertainty=drawn() | {"weights": None})
    (row,) = scored(data, 600)["alternatives"]
    assert row["interval"]["q05"] <= row["score"] <= row["interval"]["q95"]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=7))
def test_a_rank_is_one_more_than_how_many_are_better(values: list[int]) -> None:
    row = np.array([values], dtype=float)
    expected = [1 + sum(other > value for other in values) for value in values]
    assert ranks(row)[0].tolist() == expected
    assert rank_counts(row).argmax(axis=1).tolist() == [rank - 1 for rank in expected]
    groups = [[n for n, v in enumerate(values) if v == level] for level in sorted(set(values), reverse=True)]
    assert ties(row[0]) == [group for group in groups if len(group) > 1]


def test_who_takes_no_rank_is_counted_nowhere() -> None:
    counts = rank_counts(np.array([[5.0, -np.inf, 7.0], [5.0, 6.0, 7.0]]))
    assert counts.tolist() == [[0, 1, 1], [0, 1, 0], [2, 0, 0]]

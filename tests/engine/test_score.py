"""What a result says: coverage, common set, vetoes, references, ranks, contributions, claims."""

from typing import Any

import pytest

import engine
from tests.engine.models import Json, cell, drawn, indicator, leaf, model, node

JUDGED = {"kind": "judged"}


def by_key(result: Json) -> dict[str, Json]:
    return {row["key"]: row for row in result["alternatives"]}


def codes(result: Json) -> list[str]:
    return [warning["code"] for warning in result["warnings"]]


def flat(rows: dict[str, dict[str, Any]], **more: Any) -> Json:
    """One node over indicators a, b, c with weights 50, 30, 20."""
    tree = node("root", [leaf("a", 50), leaf("b", 30), leaf("c", 20)])
    return model(tree, [indicator("a"), indicator("b"), indicator("c")], rows, **more)


def point(data: Json) -> Json:
    return engine.score(data, draws=0, seed=0)


def not_applicable(alternative: str, key: str) -> Json:
    return {"alternative": alternative, "indicator": key, "state": "not_applicable", "reason": "no baseline"}


def test_scores_are_weighted_means_and_rank_1_is_the_highest() -> None:
    found = by_key(point(flat({"x": {"a": 10, "b": 20, "c": 30}, "y": {"a": 40, "b": 50, "c": 60}})))
    assert found["x"]["score"] == pytest.approx(17)
    assert found["y"]["score"] == pytest.approx(47)
    assert (found["y"]["rank"], found["x"]["rank"]) == (1, 2)


def test_the_mean_beside_is_geometric_over_the_same_children() -> None:
    found = by_key(point(flat({"x": {"a": 10, "b": 10, "c": 1000}})))
    assert found["x"]["score_beside"] == pytest.approx(10**0.8 * 100**0.2)


def test_an_alternative_with_too_little_known_is_set_aside_and_takes_no_leaf_from_the_others() -> None:
    data = flat({"x": {"a": 10, "b": 20, "c": 30}, "y": {"a": None, "b": 50, "c": 60}})
    result = point(data)
    y = by_key(result)["y"]
    assert result["common_set"] == ["a", "b", "c"]
    assert (y["score"], y["rank"], y["ranked"]) == (None, None, False)
    assert y["set_aside"] == "50 % of the weight that applies to it is known, under the 60 % needed"
    assert y["coverage"]["weight_share"] == 0.5
    assert codes(result) == ["set_aside"]


def test_a_leaf_that_one_compared_alternative_misses_is_left_out_for_all() -> None:
    data = flat({"x": {"a": 10, "b": 20, "c": 30}, "y": {"a": 40, "b": 50, "c": None}})
    result = point(data)
    assert result["common_set"] == ["a", "b"]
    assert result["left_out"] == [
        {"indicator": "c", "weight_share": 0.2, "why": [{"alternative": "y", "reason": "no source"}]}
    ]
    assert by_key(result)["x"]["score"] == pytest.approx((50 * 10 + 30 * 20) / 80)


def test_missing_is_never_zero() -> None:
    with_gap = point(flat({"x": {"a": 10, "b": 20, "c": None}}))
    with_zero = point(flat({"x": {"a": 10, "b": 20, "c": 0}}))
    assert by_key(with_gap)["x"]["score"] == pytest.approx(13.75)
    assert by_key(with_zero)["x"]["score"] == pytest.approx(11)


def test_not_applicable_leaves_numerator_and_denominator() -> None:
    rows = {"x": {"a": not_applicable("x", "a"), "b": 20, "c": 30}, "y": {"a": 90, "b": 20, "c": 30}}
    result = point(flat(rows))
    x = by_key(result)["x"]
    assert result["common_set"] == ["a", "b", "c"]
    assert x["score"] == pytest.approx((30 * 20 + 20 * 30) / 50)
    assert x["coverage"] == {
        "weight_share": 1.0, "scored_share": 1.0, "present": 2, "missing": 0, "not_applicable": 1,
    }  # fmt: skip
    assert [row["weight"] for row in x["contributions"]] == pytest.approx([0.6, 0.4])


def test_sixty_percent_made_of_rounded_parts_is_sixty_percent() -> None:
    tree = node("root", [leaf(k, w) for k, w in (("a", 0.1), ("b", 0.2), ("c", 0.3), ("d", 0.4))])
    rows = {"x": {"a": 1, "b": 2, "c": 3, "d": None}}
    result = point(model(tree, [indicator(k) for k in "abcd"], rows))
    assert by_key(result)["x"]["score"] is not None


def test_a_common_set_with_too_little_weight_has_no_headline() -> None:
    rows = {"x": {"a": None, "b": 20, "c": 30}, "y": {"a": 40, "b": None, "c": 60}}
    result = point(flat(rows, min_weight=0.5))
    assert codes(result) == ["headline_refused"]
    for row in result["alternatives"]:
        assert (row["score"], row["rank"], row["interval"], row["contributions"]) == (None, None, None, [])
        assert row["nodes"]["root"]["score"] is None


def test_a_headline_without_any_common_leaf_is_refused_and_its_draws_are_still_run() -> None:
    tree = node("root", [node("V", [leaf("a"), leaf("b")]), node("H", [leaf("c")])])
    rows = {"x": {"a": None, "b": 20, "c": 30}, "y": {"a": 40, "b": None, "c": 60}}
    data = model(tree, [indicator(k) for k in "abc"], rows, headline="V", min_weight=0.5, uncertainty=drawn())
    result = engine.score(data, draws=300, seed=0)
    x = by_key(result)["x"]
    assert codes(result) == ["headline_refused"]
    assert (x["score"], x["nodes"]["V"]["score"], x["nodes"]["H"]["median"]) == (None, None, 30)
    assert result["weight_spread"] == {}


def test_nobody_left_to_compare_is_said_and_not_scored() -> None:
    result = engine.score(flat({"x": {"a": None, "b": None, "c": 1}}, uncertainty=drawn()), draws=300, seed=0)
    assert codes(result) == ["set_aside", "headline_refused"]
    assert by_key(result)["x"]["score"] is None


def test_an_alternative_to_which_nothing_common_applies_is_not_compared() -> None:
    rows = {
        "x": {"a": 10, "b": 20, "c": None},
        "y": {"a": not_applicable("y", "a"), "b": not_applicable("y", "b"), "c": 60},
    }
    found = by_key(point(flat(rows)))
    assert found["y"]["score"] is None
    assert found["y"]["set_aside"] == "nothing that applies to it is in the common set"
    assert found["x"]["rank"] == 1


def test_an_alternative_scored_on_little_of_its_own_weight_is_warned_of() -> None:
    rows = {
        "x": {"a": 10, "b": None, "c": 30},
        "y": {"a": not_applicable("y", "a"), "b": 50, "c": 60},
    }
    result = point(flat(rows))
    assert codes(result) == ["thin_coverage"]
    assert by_key(result)["y"]["coverage"]["scored_share"] == pytest.approx(0.4)


def test_a_reference_is_scored_and_not_ranked() -> None:
    data = flat({"o0": {"a": 90, "b": 90, "c": 90}, "x": {"a": 10, "b": 20, "c": 30}}, uncertainty=drawn())
    data["alternatives"][0]["reference"] = True
    found = by_key(engine.score(data, draws=300, seed=0))
    assert (found["o0"]["score"], found["o0"]["rank"], found["o0"]["ranked"]) == (pytest.approx(90), None, False)
    assert found["o0"]["interval"]["median"] == pytest.approx(90)
    assert found["x"]["rank"] == 1
    assert found["x"]["rank_acceptability"] == [1.0]


def test_equal_scores_share_the_smallest_rank_and_are_reported() -> None:
    same = {"a": 30, "b": 20, "c": 10}
    rows = {"v": same, "w": {"a": 90, "b": 90, "c": 90}, "x": same, "y": {"a": 1, "b": 1, "c": 1}}
    result = engine.score(flat(rows, uncertainty=drawn()), draws=300, seed=0)
    assert [row["rank"] for row in result["alternatives"]] == [2, 1, 2, 4]
    (tie,) = (w for w in result["warnings"] if w["code"] == "tie")
    assert (tie["alternatives"], tie["rank"]) == (["v", "x"], 2)
    assert by_key(result)["v"]["rank_acceptability"] == by_key(result)["x"]["rank_acceptability"] == [0, 1, 0, 0]


def test_ranks_come_from_unrounded_scores() -> None:
    found = by_key(point(flat({"x": {"a": 50, "b": 50, "c": 50}, "y": {"a": 50, "b": 50, "c": 50 + 1e-9}})))
    assert (found["y"]["rank"], found["x"]["rank"]) == (1, 2)


@pytest.mark.parametrize("limit", [{"at_most": 10}, {"at_least": 10}])
def test_a_failing_veto_is_shown_and_neither_averaged_nor_ranked(limit: Json) -> None:
    rows = {"x": {"a": 10, "b": 20, "c": 30}, "y": {"a": 10, "b": 50, "c": 60}, "z": {"a": 11, "b": 1, "c": 1}}
    if "at_least" in limit:
        rows["z"]["a"] = 9
    found = by_key(point(flat(rows, vetoes=[{"indicator": "a", **limit, "except": ["y"]}])))
    assert found["x"]["fails"] == ["a"]
    assert (found["x"]["score"], found["x"]["rank"], found["x"]["nodes"]["root"]["score"]) == (None, None, None)
    assert found["x"]["score_if_not_vetoed"] == pytest.approx(17)
    assert (found["y"]["rank"], found["z"]["rank"]) == (1, 2)
    assert found["z"]["score_if_not_vetoed"] is None


def test_a_failing_alternative_takes_no_leaf_from_the_others() -> None:
    rows = {"x": {"a": 0, "b": None, "c": 30}, "y": {"a": 10, "b": 50, "c": 60}}
    result = point(flat(rows, vetoes=[{"indicator": "a", "at_most": 0}]))
    assert result["common_set"] == ["a", "b", "c"]
    assert by_key(result)["x"]["score_if_not_vetoed"] is None
    assert by_key(result)["y"]["score"] == pytest.approx(32)


def test_where_all_fail_their_dimensions_are_still_compared() -> None:
    rows = {"x": {"a": 0, "b": 20, "c": 30}, "y": {"a": 0, "b": None, "c": 60}}
    result = point(flat(rows, vetoes=[{"indicator": "a", "at_most": 0}]))
    assert result["common_set"] == ["a", "c"]
    assert [row["rank"] for row in result["alternatives"]] == [None, None]


def test_a_veto_that_cannot_be_checked_is_warned_of() -> None:
    rows = {"x": {"a": 10, "b": 20, "c": None}, "y": {"a": 10, "b": 20, "c": not_applicable("y", "c")}}
    result = point(flat(rows, vetoes=[{"indicator": "c", "at_most": 0}]))
    assert [(w["code"], w["alternative"]) for w in result["warnings"] if w["code"] == "veto_unchecked"] == [
        ("veto_unchecked", "x")
    ]


def test_a_veto_that_fails_in_some_draws_takes_its_rank_in_those() -> None:
    claimed = cell("x", "a", 90, claim={"key": "c1", "otherwise": 0})
    rows = {"x": {"a": claimed, "b": 90, "c": 90}, "y": {"a": 50, "b": 50, "c": 50}}
    data = flat(
        rows,
        vetoes=[{"indicator": "a", "at_most": 0}],
        claims=[{"key": "c1", "alpha": 7, "beta": 3}],
        uncertainty=drawn(),
    )
    found = by_key(engine.score(data, draws=5000, seed=0))
    x, y = found["x"], found["y"]
    assert x["fails"] == []
    assert x["fails_share"] == pytest.approx(0.3, abs=0.03)
    assert x["rank_acceptability"] == [pytest.approx(1 - x["fails_share"]), 0]
    assert y["rank_acceptability"] == [pytest.approx(x["fails_share"]), pytest.approx(1 - x["fails_share"])]


def test_an_incomplete_dimension_of_one_that_is_not_compared_has_no_number() -> None:
    tree = node("root", [node("A", [leaf("a")], 1), node("B", [leaf("b"), leaf("c")], 1)])
    rows = {"x": {"a": 1, "b": 2, "c": 3}, "y": {"a": 4, "b": 5, "c": None}}
    data = model(tree, [indicator(k) for k in "abc"], rows, min_weight=0.9)
    nodes = by_key(point(data))["y"]["nodes"]
    assert nodes["A"]["score"] == 4
    assert nodes["B"] == dict.fromkeys(("score", "beside", "q05", "median", "q95"))


def nested(**more: Any) -> Json:
    tree = node(
        "root",
        [
            node("V", [node("A", [leaf("a", 8), leaf("b", 3)], 20), node("B", [leaf("c")], 20)], 3, "geometric"),
            node("H", [leaf("d"), leaf("e", 0)], 2),
        ],
    )
    rows = {"x": {"a": 50, "b": 30, "c": 20, "d": 5, "e": 1}, "y": {"a": 0, "b": 0, "c": 80, "d": 0, "e": 0}}
    return model(tree, [indicator(k) for k in "abcde"], rows, **more)


def test_contributions_sum_to_the_score_through_mixed_means() -> None:
    for headline in ("root", "V"):
        for row in point(nested(headline=headline))["alternatives"]:
            assert sum(part["points"] for part in row["contributions"]) == pytest.approx(row["score"], rel=1e-12)
            assert sum(part["share"] for part in row["contributions"]) == pytest.approx(1)


def test_a_geometric_mean_is_shared_out_by_logarithms_above_the_floor() -> None:
    y = by_key(point(nested(headline="V")))["y"]
    points = {part["indicator"]: part["points"] for part in y["contributions"]}
    assert y["score"] == pytest.approx(80**0.5)
    assert points == {"a": 0, "b": 0, "c": pytest.approx(80**0.5)}


def test_the_headline_may_be_a_part_of_the_tree_and_the_rest_is_still_shown() -> None:
    result = point(nested(headline="V"))
    x = by_key(result)["x"]
    assert set(x["nodes"]) == {"root", "V", "A", "B", "H"}
    assert x["nodes"]["H"]["score"] == 5
    assert x["nodes"]["root"]["score"] == pytest.approx(0.6 * x["score"] + 0.4 * 5)
    assert [part["indicator"] for part in x["contributions"]] == ["a", "b", "c"]


def test_raw_and_normalised_weights_are_both_returned() -> None:
    rows = point(nested())["weights"]
    assert rows[0] == {"node": "root", "child": "V", "raw": 3, "normalised": 0.6, "scored": 0.6}
    assert {"node": "H", "child": "e", "raw": 0, "normalised": 0, "scored": 0} in rows


def test_a_dimension_without_a_common_leaf_gives_its_weight_to_the_others() -> None:
    data = nested(headline="V", min_weight=0.5)
    data["cells"] = [c if c["indicator"] != "c" else cell(c["alternative"], "c") for c in data["cells"]]
    result = point(data)
    x = by_key(result)["x"]
    assert x["nodes"]["B"]["score"] is None
    assert x["score"] == pytest.approx((8 * 50 + 3 * 30) / 11)


def claimed(alpha: float, beta: float) -> Json:
    rows = {"x": {"a": cell("x", "a", 80, claim={"key": "c1", "otherwise": 0}), "b": 50, "c": 50}}
    rows["y"] = {"a": 50, "b": 50, "c": 50}
    claims = [{"key": "c1", "alpha": alpha, "beta": beta}, {"key": "unused", "alpha": 1, "beta": 1}]
    return flat(rows, claims=claims, uncertainty=drawn())


def test_a_contested_claim_gives_two_numbers() -> None:
    result = engine.score(claimed(1, 1), draws=2000, seed=0)
    (row,) = result["claims"]
    assert (row["key"], row["p_mean"], row["split"], row["point_state"]) == ("c1", 0.5, True, True)
    assert (row["p_low"], row["p_high"]) == pytest.approx((0.05, 0.95))
    assert row["if_true"] == {"x": pytest.approx(65), "y": pytest.approx(50)}
    assert row["if_false"] == {"x": pytest.approx(25), "y": pytest.approx(50)}
    assert row["cells"] == [{"indicator": "a", "alternative": "x"}]
    x = by_key(result)["x"]
    assert x["score"] == row["if_true"]["x"]
    assert x["first_share"] == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("alpha", "beta", "score"), [(1, 29, 25), (29, 1, 65)])
def test_a_claim_that_is_all_but_settled_is_one_number(alpha: float, beta: float, score: float) -> None:
    result = point(claimed(alpha, beta))
    (row,) = result["claims"]
    assert (row["split"], row["if_true"], row["if_false"]) == (False, None, None)
    assert by_key(result)["x"]["score"] == pytest.approx(score)


def test_one_truth_per_claim_and_draw_is_shared_by_all_its_cells() -> None:
    ref = {"key": "c1", "otherwise": 0}
    rows = {name: {"a": cell(name, "a", 80, claim=ref), "b": 50, "c": 50} for name in ("x", "y")}
    data = flat(rows, claims=[{"key": "c1", "alpha": 1, "beta": 1}], uncertainty=drawn())
    found = by_key(engine.score(data, draws=500, seed=0))
    assert found["x"]["rank_acceptability"] == found["y"]["rank_acceptability"] == [1, 0]


def test_events_of_one_dataset_move_together() -> None:
    spread = {"kind": "events", "dataset": "ged"}
    rows = {
        n: {"a": cell(n, "a", v, low=v - 9, high=v + 9, spread=spread), "b": 5, "c": 5}
        for n, v in (("x", 50), ("y", 49))
    }
    found = by_key(engine.score(flat(rows, uncertainty=drawn()), draws=500, seed=0))
    assert found["x"]["first_share"] == 1
    assert found["x"]["interval"]["q95"] - found["x"]["interval"]["q05"] > 5


def test_cells_inherited_from_one_judgement_move_together() -> None:
    shared = {"value": 50, "low": 30, "high": 80, "spread": JUDGED, "inherited": True}
    rows = {n: {"a": cell(n, "a", 50) | shared, "b": b, "c": 5} for n, b in (("x", 50), ("y", 49))}
    result = engine.score(flat(rows, uncertainty=drawn()), draws=500, seed=0)
    assert by_key(result)["x"]["first_share"] == 1
    assert by_key(result)["x"]["contributions"][0]["inherited"] is True


def test_event_rows_in_the_wrong_order_are_widened_and_counted() -> None:
    broken = cell("x", "a", 50, low=60, high=80, spread={"kind": "events", "dataset": "ged"})
    values_only = drawn() | {"weights": None}
    result = engine.score(flat({"x": {"a": broken, "b": 5, "c": 5}}, uncertainty=values_only), draws=300, seed=0)
    (warning,) = result["warnings"]
    x = by_key(result)["x"]
    assert (warning["code"], warning["count"]) == ("widened", 1)
    assert warning["cells"] == [{"indicator": "a", "alternative": "x"}]
    assert x["interval"]["q05"] == pytest.approx(x["score"])
    assert x["interval"]["q95"] == pytest.approx(x["score"] + 0.5 * 27, abs=0.5)


def test_a_constant_sample_is_warned_of_and_neutral() -> None:
    tree = node("root", [leaf("a"), leaf("b")])
    rows = {"x": {"a": 7, "b": 20}, "y": {"a": 7, "b": 40}}
    result = point(model(tree, [indicator("a", method="min_max"), indicator("b", method="min_max")], rows))
    assert [(w["code"], w["indicator"]) for w in result["warnings"]] == [("constant_indicator", "a")]
    assert [row["score"] for row in result["alternatives"]] == [25, 75]


def test_without_uncertainty_every_draw_is_the_point() -> None:
    x = by_key(engine.score(flat({"x": {"a": 10, "b": 20, "c": 30}}), draws=300, seed=0))["x"]
    assert set(x["interval"].values()) == {x["score"]}


def test_without_draws_there_is_a_point_and_no_interval() -> None:
    result = point(flat({"x": {"a": 10, "b": 20, "c": 30}}, uncertainty=drawn()))
    x = by_key(result)["x"]
    assert (x["interval"], x["first_share"], x["rank_acceptability"], x["rank"]) == (None, None, None, 1)
    assert x["nodes"]["root"] == {"score": x["score"], "beside": x["score_beside"]} | dict.fromkeys(
        ("q05", "median", "q95")
    )
    assert result["weight_spread"] == {}


def test_the_result_hash_is_over_ten_significant_digits_and_the_inputs_hash_over_the_input() -> None:
    data = flat({"x": {"a": 10, "b": 20, "c": 30}})
    result = point(data)
    assert result["inputs_sha256"] == engine.canonical.sha256(data) == engine.freeze_hash(data)
    assert result["engine_version"] == engine.ENGINE_VERSION == "1.0.0"
    nudged = flat({"x": {"a": 10 * (1 + 1e-14), "b": 20, "c": 30}})
    body = {k: v for k, v in point(nudged).items() if k != "result_sha256"} | {"inputs_sha256": result["inputs_sha256"]}
    assert body["alternatives"] != result["alternatives"]
    assert engine.result.with_hash(body)["result_sha256"] == result["result_sha256"]

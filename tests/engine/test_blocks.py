"""Draws in blocks: the same bytes however they are cut, and exactly the documented stream."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import engine
from engine import canonical
from engine.blocks import BLOCK, Recipe, block_range, draw_block, rows_of
from engine.parsing import parse
from engine.partials import Partial
from engine.plan import build_plan
from tests.engine.models import Json
from tests.engine.random_models import random_model

DRAWS = 64 * BLOCK - 100


def cut(blocks: range, chunks: int) -> list[range]:
    edges = [round(i * len(blocks) / chunks) for i in range(chunks + 1)]
    return [range(a, b) for a, b in pairwise(edges)]


@pytest.fixture(scope="module")
def model() -> Json:
    return random_model(3)


@pytest.fixture(scope="module")
def whole(model: Json) -> bytes:
    return canonical.dumps(engine.score(model, draws=DRAWS, seed=5))


@pytest.mark.parametrize("chunks", [1, 2, 7, 64])
def test_any_number_of_chunks_in_any_order_gives_the_same_bytes(model: Json, whole: bytes, chunks: int) -> None:
    parts = [engine.partial(model, blocks, 5, draws=DRAWS) for blocks in cut(block_range(DRAWS), chunks)]
    again = engine.score_partials(model, parts[::-1], draws=DRAWS, seed=5)
    assert canonical.dumps(again) == whole


def test_ten_thousand_draws_are_39_blocks_and_16_rows() -> None:
    blocks = block_range(10_000)
    assert len(blocks) == 40
    assert [rows_of(b, 10_000) for b in (0, 38, 39)] == [256, 256, 16]


def test_the_last_block_is_generated_whole_and_then_cut(model: Json) -> None:
    short = engine.partial(model, range(2), 5, draws=BLOCK + 16)
    long = engine.partial(model, range(2), 5, draws=2 * BLOCK)
    assert np.array_equal(short.scores, long.scores[:, :, : BLOCK + 16])
    assert np.array_equal(short.weights, long.weights[:, : BLOCK + 16])


def test_a_block_has_a_generator_of_its_own_with_the_documented_order() -> None:
    recipe = Recipe(
        datasets=1,
        claim_alpha=np.array([2.0]),
        claim_beta=np.array([3.0]),
        gamma_shapes=(np.array([10.0, 40.0]),),
        judged_alpha=np.array([3.0]),
        judged_beta=np.array([3.0]),
    )
    point = build_plan(parse(random_model(3))).point
    found = draw_block(recipe, point, 11, 4, BLOCK)
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence(11, spawn_key=(4,))))
    assert np.array_equal(found.shift, 2 * rng.random((BLOCK, 1)) - 1)
    p = rng.beta([2.0], [3.0], (BLOCK, 1))
    assert np.array_equal(found.truth, rng.random((BLOCK, 1)) < p)
    gammas = rng.standard_gamma([10.0, 40.0], (BLOCK, 2))
    assert np.array_equal(found.shares[0], gammas / gammas.sum(axis=1, keepdims=True))
    assert found.judged is not None
    assert np.array_equal(found.judged, rng.beta([3.0], [3.0], (BLOCK, 1)))


def test_seed_0_is_a_seed_and_not_the_default(model: Json) -> None:
    zero = engine.score(model, draws=300, seed=0)
    default = engine.score(model, draws=300, seed=None)
    assert zero["seed"] == 0
    assert default["seed"] == int(engine.freeze_hash(model)[:12], 16)
    assert zero["weight_spread"] != default["weight_spread"]
    assert zero == engine.score(model, draws=300, seed=0)


def test_the_means_are_those_of_all_draws(model: Json) -> None:
    result: Any = engine.score(model, draws=1000, seed=1)
    drawn = engine.partial(model, block_range(1000), 1, draws=1000)
    plan = build_plan(parse(model))
    assert plan.headline is not None
    scores = drawn.scores[plan.headline - plan.hierarchy.leaves]
    means = [row["interval"]["mean"] for row in result["alternatives"]]
    assert means == pytest.approx(scores.mean(axis=1).tolist(), rel=1e-12)


def test_quantiles_are_those_of_numpy(model: Json) -> None:
    result: Any = engine.score(model, draws=1000, seed=1)
    drawn = engine.partial(model, block_range(1000), 1, draws=1000)
    plan = build_plan(parse(model))
    assert plan.headline is not None
    scores = drawn.scores[plan.headline - plan.hierarchy.leaves]
    for row, values in zip(result["alternatives"], scores, strict=True):
        found = [row["interval"][name] for name in ("q05", "q25", "median", "q75", "q95")]
        assert found == pytest.approx(np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist(), rel=1e-12)


@pytest.mark.parametrize("blocks", [range(0, 5), range(-1, 1), range(0, 4, 2)])
def test_blocks_outside_the_run_are_refused(model: Json, blocks: range) -> None:
    with pytest.raises(ValueError, match="is not within the 4 blocks"):
        engine.partial(model, blocks, 0, draws=1000)


def test_partials_with_a_gap_are_refused(model: Json) -> None:
    parts = [engine.partial(model, range(b, b + 1), 0, draws=1000) for b in (0, 2)]
    with pytest.raises(ValueError, match="do not adjoin"):
        engine.merge(parts)


def test_partials_that_are_not_the_whole_run_are_refused(model: Json) -> None:
    part = engine.partial(model, range(0, 2), 0, draws=1000)
    with pytest.raises(ValueError, match="are not all of"):
        engine.score_partials(model, [part], draws=1000, seed=0)


def test_no_draws_need_no_partials(model: Json) -> None:
    assert engine.score_partials(model, [], draws=0, seed=1) == engine.score(model, draws=0, seed=1)


def test_nothing_to_merge_is_refused() -> None:
    none: list[Partial] = []
    with pytest.raises(ValueError, match="no draws"):
        engine.merge(none)


@pytest.mark.parametrize(
    ("draws", "seed"), [(-1, 0), (100_001, 0), (True, 0), (1.5, 0), (10, -1), (10, 2**53), (10, 0.5)]
)
def test_draws_and_seeds_out_of_range_are_refused(model: Json, draws: Any, seed: Any) -> None:
    with pytest.raises(ValueError, match="is not a whole number"):
        engine.score(model, draws=draws, seed=seed)


def test_what_all_draws_share_cannot_be_written_to(model: Json) -> None:
    plan = build_plan(parse(model))
    shared = [plan.panel.value, plan.panel.present, plan.hierarchy.groups[0].shares, plan.columns[0].best]
    for array in shared:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = array[0]

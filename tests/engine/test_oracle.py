"""The engine against a second one in plain Python that shares no stage with it."""

import numpy as np
import pytest

import engine
from engine import pert
from engine.blocks import generator
from tests.engine.models import Json
from tests.engine.oracle import Oracle
from tests.engine.random_models import random_model


def point_scores(result: Json) -> dict[str, float]:
    return {row["key"]: row["score"] for row in result["alternatives"] if row["score"] is not None}


@pytest.mark.parametrize("seed", range(40))
def test_the_point_scores_are_the_oracles(seed: int) -> None:
    model = random_model(seed)
    oracle = Oracle(model)
    result = engine.score(model, draws=0, seed=0)
    assert set(result["common_set"]) == oracle.common
    expected = {k: v for k, v in oracle.point().items() if v is not None}
    if any(w["code"] == "headline_refused" for w in result["warnings"]):
        expected = {}
    assert point_scores(result) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def fits_of(model: Json) -> dict[tuple[str, str], tuple[float, ...]]:
    found = {}
    for cell in model["cells"]:
        if (cell.get("spread") or {}).get("kind") == "judged":
            fit = pert.fit(*(np.array([cell[name]]) for name in ("low", "value", "high")))
            place = (cell["alternative"], cell["indicator"])
            found[place] = (fit.alpha[0], fit.beta[0], fit.start[0], fit.span[0])
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_block_of_draws_is_the_oracles(seed: int) -> None:
    model = random_model(seed)
    oracle = Oracle(model)
    block = seed % 3
    rows = oracle.draw(generator(99, block), fits_of(model))
    partial = engine.partial(model, range(block, block + 1), 99, draws=256 * 3)
    scored = [name for name in oracle.compared if rows[0][name] is not None]
    places = [oracle.names.index(name) for name in scored]
    keys = list(engine.score(model, draws=0, seed=0)["alternatives"][0]["nodes"])
    assert "V" in keys
    mine = headline_draws(model, partial)[places]
    theirs = np.array([[row[name] for row in rows] for name in scored])
    np.testing.assert_allclose(mine, theirs, rtol=1e-12, atol=1e-12)


def headline_draws(model: Json, partial: engine.partials.Partial) -> np.ndarray:
    plan = engine.plan.build_plan(engine.parsing.parse(model))
    assert plan.headline is not None
    return np.asarray(partial.scores[plan.headline - plan.hierarchy.leaves])

"""The worked examples in docs/method are what the engine computes."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import betaincinv

import engine
from engine import pert
from engine.blocks import Draw
from engine.parsing import parse
from engine.plan import build_plan
from tests.engine.models import Json, cell, drawn, indicator, leaf, model, node

PAGES = Path(__file__).resolve().parents[2] / "docs" / "method"


def table(page: str) -> list[list[str]]:
    """Rows of the table under "Worked example", without its head."""
    section = (PAGES / page).read_text(encoding="utf-8").split("## Worked example")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[part.strip().strip("`") for part in line.strip("|").split("|")] for line in lines[2:]]


def two_places(value: float) -> str:
    return f"{value:.2f}"


@pytest.mark.parametrize("row", table("value-functions.md"), ids=lambda row: f"{row[0]} at {row[1]}")
def test_the_value_functions_of_the_page(row: list[str]) -> None:
    function, raw, shown = json.loads(row[0]), float(row[1]), row[2]
    data = model(node("root", [leaf("a")]), [indicator("a", **function)], {"x": {"a": raw}})
    result: Any = engine.score(data, draws=0, seed=0)
    assert two_places(result["alternatives"][0]["score"]) == shown


@pytest.mark.parametrize("row", table("weights-and-means.md"), ids=lambda row: row[0])
def test_the_means_and_points_of_the_page(row: list[str]) -> None:
    tree = node("root", [leaf("a"), leaf("b"), leaf("c")], 1, row[0])
    data = model(tree, [indicator(k) for k in "abc"], {"x": {"a": 80, "b": 40, "c": 20}})
    (found,) = engine.score(data, draws=0, seed=0)["alternatives"]  # type: ignore[misc]
    points = [part["points"] for part in found["contributions"]]
    assert [two_places(value) for value in (found["score"], *points)] == row[1:]


def test_the_coverage_of_the_page() -> None:
    rows = table("coverage.md")
    tree = node("root", [leaf("a", 50), leaf("b", 25), leaf("c", 25)])
    data = model(tree, [indicator(k) for k in "abc"], {row[0]: _cells(row) for row in rows})
    result: Any = engine.score(data, draws=0, seed=0)
    for row, found in zip(rows, result["alternatives"], strict=True):
        assert f"{100 * found['coverage']['weight_share']:.0f} %" == row[4]
        assert ("" if found["score"] is None else two_places(found["score"])) == row[5]
    assert [row["indicator"] for row in result["left_out"]] == ["c"]
    (thin,) = (w for w in result["warnings"] if w["code"] == "thin_coverage")
    assert thin["weight_share"] == pytest.approx(0.5)


def _cells(row: list[str]) -> dict[str, Json]:
    found = {}
    for key, text in zip("abc", row[1:4], strict=True):
        if text == "not applicable":
            found[key] = {"alternative": row[0], "indicator": key, "state": "not_applicable", "reason": text}
        else:
            found[key] = cell(row[0], key, None if text == "missing" else float(text))
    return found


@pytest.mark.parametrize("row", table("uncertainty.md"), ids=lambda row: row[0])
def test_the_steps_of_the_page(row: list[str]) -> None:
    given = [float(number) for number in re.findall(r"[\d.]+", row[1])]
    assert two_places(STEPS[row[0].split(" at ")[0]](row[0], given)) == row[2]


def _event(step: str, given: list[float]) -> float:
    low, best, high = given
    u = float(step.split("= ")[1])
    spread = {"kind": "events", "dataset": "ged"}
    row = {"a": cell("x", "a", best, low=low, high=high, spread=spread)}
    plan = build_plan(parse(model(node("root", [leaf("a")]), [indicator("a")], {"x": row}, uncertainty=drawn())))
    draw = Draw(np.array([[2 * u - 1]]), plan.point.truth, plan.point.shares, None)
    return float(plan.evaluate(draw).raw[0][0, 0])


def _ends(given: list[float]) -> tuple[float, float]:
    fit = pert.fit(*(np.array([value]) for value in given))
    return float(fit.start[0]), float(fit.start[0] + fit.span[0])


STEPS: dict[str, Any] = {
    "event value": _event,
    "judged minimum": lambda _, given: _ends(given)[0],
    "judged maximum": lambda _, given: _ends(given)[1],
    "claim, mean of p": lambda _, given: given[0] / sum(given),
    "claim, 5th percentile of p": lambda _, given: betaincinv(*given, 0.05),
    "claim, 95th percentile of p": lambda _, given: betaincinv(*given, 0.95),
}

"""Sliders over the headline's children: with their scores fixed, its mean can be taken again in the browser."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenarios.views.results import Results

Json = dict[str, Any]
WIDE = 1.5
LEAST_TOP = 40


def what_if_of(found: "Results") -> Json | None:
    """Criteria and model of the component, or None where there is nothing to reweigh.

    It is exact: a child's own score does not depend on the weights above it, and a child that does not apply to an
    alternative is left out of its mean here as in the engine.
    """
    children = [child for child in found.dimensions if child["scored"] > 0]
    if len(children) < 2 or len(found.ranked) < 2:
        return None
    criteria = [{"key": child["key"], "name": child["name"], "weight": 100 * child["scored"]} for child in children]
    keys = [child["key"] for child in children]
    return {
        "criteria": criteria,
        "top": max(LEAST_TOP, round(WIDE * max(row["weight"] for row in criteria))),
        "model": {
            "aggregation": found.result["method"]["aggregation"][found.result["headline"]],
            "floor": found.inputs["geometric_floor"],
            "alternatives": [{"name": row["name"], "scores": _scores(row, keys)} for row in found.ranked],
        },
    }


def _scores(row: Json, keys: list[str]) -> list[float | None]:
    """The scores of the headline's children; a child that is a leaf has its value from 0 to 100."""
    leaves = {part["indicator"]: part["normalised"] for part in row["contributions"]}
    return [row["nodes"][key]["score"] if key in row["nodes"] else leaves.get(key) for key in keys]

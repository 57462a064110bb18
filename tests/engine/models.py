"""Small inputs in the published JSON form, built from natural keys."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]


def cell(alternative: str, indicator: str, value: float | None = None, **more: object) -> Json:
    """A cell with a value, or a missing one with its reason when there is none."""
    base: Json = {"alternative": alternative, "indicator": indicator}
    if value is None:
        return base | {"state": "missing", "reason": "no source"} | more
    return base | {"state": "value", "value": value} | more


def leaf(indicator: str, weight: float = 1) -> Json:
    return {"indicator": indicator, "weight": weight}


def node(key: str, children: Sequence[Json], weight: float = 1, aggregation: str = "arithmetic") -> Json:
    return {"key": key, "aggregation": aggregation, "weight": weight, "children": list(children)}


def indicator(key: str, direction: int = 1, **function: object) -> Json:
    """An indicator in points of 0-100 unless a value function is named."""
    value_function = function or {"method": "goalposts", "lo": 0, "hi": 100}
    return {"key": key, "unit": "points", "direction": direction, "value_function": value_function}


def model(
    tree: Json,
    indicators: Sequence[Json],
    rows: Mapping[str, Mapping[str, object]],
    *,
    headline: str = "root",
    **more: object,
) -> Json:
    """A model with one row of values per alternative; a row's entry is a number, None (missing) or a cell."""
    cells = [
        {**cell(name, key), **value} if isinstance(value, dict) else cell(name, key, value)  # type: ignore[arg-type]
        for name, row in rows.items()
        for key, value in row.items()
    ]
    fixed = {"weights": None, "values": False, "claims": False}
    return copy.deepcopy(
        {
            "schema": "scenario-workbench/score-input/1",
            "template": "test",
            "at": "2024-01-31",
            "cutoff": "2024-02-29",
            "higher_is": "worse",
            "headline": headline,
            "alternatives": [{"key": name, "reference": False} for name in rows],
            "tree": tree,
            "indicators": list(indicators),
            "cells": cells,
            "claims": [],
            "uncertainty": fixed,
            "vetoes": [],
            "min_weight": 0.6,
            "geometric_floor": 1.0,
        }
        | more
    )


def drawn() -> Json:
    """All three kinds of uncertainty."""
    return {
        "weights": {"distribution": "dirichlet", "concentration": 50},
        "values": True,
        "claims": True,
    }

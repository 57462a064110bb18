"""Random but valid inputs: trees of three levels, all value functions, gaps, claims and spreads."""

from typing import Any

import numpy as np

from tests.engine.models import cell, drawn, indicator, leaf, model, node

Json = dict[str, Any]

FUNCTIONS: list[Json] = [
    {"method": "goalposts", "lo": 10, "hi": 90},
    {"method": "log_goalposts", "lo": 0, "hi": 100, "c": 5},
    {"method": "log_ratio_goalposts", "lo": 2, "hi": 90},
    {"method": "scale", "points": [[0, 0], [30, 20], [60, 90], [100, 100]]},
    {"method": "saturation", "k": 30, "full": 100},
    {"method": "tent", "rise": 40, "flat_to": 60, "end": 110},
]


def random_model(
    seed: int,
    *,
    alternatives: int = 5,
    dimensions: int = 3,
    leaves: int = 3,
    gaps: bool = True,
    noise: bool = True,
    functions: list[Json] | None = None,
) -> Json:
    """A model whose point and draws touch every branch; `gaps` adds missing and not applicable cells."""
    rng = np.random.default_rng(seed)
    names = [f"a{n}" for n in range(alternatives)]
    groups = {f"D{d}": [f"i{d}{j}" for j in range(leaves)] for d in range(dimensions)}
    keys = [key for group in groups.values() for key in group]
    choices = functions or FUNCTIONS
    indicators = [indicator(key, int(rng.choice([1, -1])), **choices[int(rng.integers(len(choices)))]) for key in keys]
    inner = [
        node(d, [leaf(k, float(rng.integers(1, 9))) for k in group], float(rng.integers(1, 9)), _mean(rng))
        for d, group in groups.items()
    ]
    tree = node("root", [node("V", inner[:-1], 60, _mean(rng)), inner[-1]], 1, _mean(rng))
    rows: dict[str, dict[str, Json]] = {name: {} for name in names}
    for name in names:
        for key in keys:
            rows[name][key] = _cell(rng, name, key, gaps, noise)
    claims = [{"key": f"c{c}", "alpha": float(rng.uniform(0.5, 9)), "beta": float(rng.uniform(0.5, 9))} for c in (1, 2)]
    return model(tree, indicators, rows, headline="V", min_weight=0.3, uncertainty=drawn(), claims=claims)


def _mean(rng: np.random.Generator) -> str:
    return str(rng.choice(["arithmetic", "geometric"]))


def _cell(rng: np.random.Generator, name: str, key: str, gaps: bool, noise: bool) -> Json:
    chance = rng.random()
    if gaps and chance < 0.06:
        return cell(name, key)
    if gaps and chance < 0.18:
        return {"alternative": name, "indicator": key, "state": "not_applicable", "reason": "no baseline"}
    value = float(rng.uniform(0, 100))
    found = cell(name, key, value)
    if noise and chance < 0.45:
        found |= {"low": value * 0.7, "high": value * 1.4, "spread": {"kind": "judged"}}
    elif noise and chance < 0.75:
        dataset = str(rng.choice(["ged", "acled"]))
        found |= {"low": value - 9, "high": value + 3, "spread": {"kind": "events", "dataset": dataset}}
    if noise and rng.random() < 0.2:
        found |= {"claim": {"key": str(rng.choice(["c1", "c2"])), "otherwise": float(rng.uniform(0, 100))}}
    return found

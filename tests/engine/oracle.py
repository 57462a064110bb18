"""A slow second engine in plain Python, written from the rules and not from the code: no arrays, no shared stages.

It covers point scores and single draws. Random numbers come from the documented stream of a block.
"""

import math
from itertools import pairwise
from typing import Any

import numpy as np

Json = dict[str, Any]
Table = dict[tuple[str, str], Json]


class Oracle:
    """Scores of one model; every method takes and returns plain numbers."""

    def __init__(self, model: Json) -> None:
        self.model = model
        self.cells: Table = {(c["alternative"], c["indicator"]): c for c in model["cells"]}
        self.names = sorted((a["key"] for a in model["alternatives"]), key=str.encode)
        self.indicators = {i["key"]: i for i in model["indicators"]}
        self.claims = {c["key"]: c for c in model["claims"]}
        self.point_truth = {k: c["alpha"] / (c["alpha"] + c["beta"]) >= 0.5 for k, c in self.claims.items()}
        self.compared = [n for n in self.names if self.known(n) >= model["min_weight"] and not self.fails(n)]
        self.common = {i for i in self.indicators if all(self.cells[n, i]["state"] != "missing" for n in self.compared)}

    def leaf_weights(self, node: Json) -> dict[str, float]:
        total = sum(child["weight"] for child in node["children"])
        found: dict[str, float] = {}
        for child in node["children"]:
            below = {child["indicator"]: 1.0} if "indicator" in child else self.leaf_weights(child)
            for key, weight in below.items():
                found[key] = child["weight"] / total * weight
        return found

    def node(self, key: str, tree: Json | None = None) -> Json | None:
        tree = tree or self.model["tree"]
        if tree["key"] == key:
            return tree
        inner = [c for c in tree["children"] if "children" in c]
        return next((found for c in inner if (found := self.node(key, c))), None)

    def known(self, name: str) -> float:
        headline = self.node(self.model["headline"])
        assert headline is not None
        states = {i: (w, self.cells[name, i]["state"]) for i, w in self.leaf_weights(headline).items()}
        known = sum(w for w, state in states.values() if state == "value")
        applicable = sum(w for w, state in states.values() if state != "not_applicable")
        return known / applicable if applicable else 0.0

    def fails(self, name: str) -> bool:
        for veto in self.model["vetoes"]:
            cell = self.cells[name, veto["indicator"]]
            if name in veto.get("except", []) or cell["state"] != "value":
                continue
            raw = self.raw(cell, self.point_truth)
            if raw <= veto.get("at_most", -math.inf) or raw >= veto.get("at_least", math.inf):
                return True
        return False

    def raw(self, cell: Json, truth: dict[str, bool], value: float | None = None) -> float:
        if cell.get("claim") and not truth[cell["claim"]["key"]]:
            return float(cell["claim"]["otherwise"])
        return float(cell["value"] if value is None else value)

    def normalised(self, key: str, x: float) -> float:
        indicator = self.indicators[key]
        f = indicator["value_function"]
        value = max(0.0, min(100.0, 100 * SHAPES[f["method"]](x, f)))
        return value if indicator["direction"] == 1 else 100 - value

    def score(self, node: Json, name: str, leaves: dict[str, float], weights: dict[str, dict[str, float]]) -> Any:
        """Score of a node, None where nothing of it applies. `leaves`: what the alternative has on the common set."""
        parts: list[tuple[float, float]] = []
        for child in node["children"]:
            if "indicator" in child:
                key, value = child["indicator"], leaves.get(child["indicator"])
            else:
                key, value = child["key"], self.score(child, name, leaves, weights)
            if value is not None and child["weight"] > 0:
                parts.append((weights[node["key"]][key], value))
        total = sum(w for w, _ in parts)
        if not parts:
            return None
        if node["aggregation"] == "arithmetic":
            return sum(w * v for w, v in parts) / total
        floor = self.model["geometric_floor"]
        return math.exp(sum(w * math.log(max(v, floor)) for w, v in parts) / total)

    def declared(self) -> dict[str, dict[str, float]]:
        """Raw weights: `score` divides by what is there."""
        found: dict[str, dict[str, float]] = {}
        stack = [self.model["tree"]]
        while stack:
            node = stack.pop()
            found[node["key"]] = {c.get("indicator", c.get("key")): c["weight"] for c in node["children"]}
            stack += [c for c in node["children"] if "children" in c]
        return found

    def leaves(self, name: str, truth: dict[str, bool], values: dict[tuple[str, str], float]) -> dict[str, float]:
        found: dict[str, float] = {}
        for key in self.common:
            cell = self.cells[name, key]
            if cell["state"] == "value":
                found[key] = self.normalised(key, self.raw(cell, truth, values.get((name, key))))
        return found

    def point(self) -> dict[str, float]:
        """Headline scores of the compared alternatives at the point."""
        return self.headline(self.point_truth, {}, self.declared())

    def headline(
        self,
        truth: dict[str, bool],
        values: dict[tuple[str, str], float],
        weights: dict[str, dict[str, float]],
    ) -> dict[str, float]:
        headline = self.node(self.model["headline"])
        assert headline is not None
        return {n: self.score(headline, n, self.leaves(n, truth, values), weights) for n in self.compared}

    def draw(self, rng: np.random.Generator, fits: dict[tuple[str, str], tuple[float, ...]]) -> list[dict[str, float]]:
        """Headline scores of the 256 draws of one block. `fits`: alpha, beta, start, span of each judged cell."""
        used = [c for c in self.cells.values() if c["indicator"] in self.common and c.get("spread")]
        datasets = sorted({c["spread"]["dataset"] for c in used if c["spread"]["kind"] == "events"})
        u = rng.random((256, len(datasets)))
        claims = sorted(self.claims)
        p = rng.beta(*[[self.claims[k][s] for k in claims] for s in ("alpha", "beta")], (256, len(claims)))
        true = rng.random((256, len(claims))) < p
        groups = self._groups(self.model["tree"])
        shapes = [50 * w / sum(ws.values()) for _, ws in groups for w in ws.values()]
        gammas = rng.standard_gamma(shapes, (256, len(shapes)))
        judged = sorted((c for c in used if c["spread"]["kind"] == "judged"), key=_order)
        names = [(c["alternative"], c["indicator"]) for c in judged]
        betas = rng.beta([fits[n][0] for n in names], [fits[n][1] for n in names], (256, len(names)))
        rows = []
        for r in range(256):
            values = {n: fits[n][2] + fits[n][3] * betas[r, j] for j, n in enumerate(names)}
            values |= {(c["alternative"], c["indicator"]): _event(c, u[r], datasets) for c in used if c not in judged}
            flat = iter(gammas[r])
            weights = {key: {child: next(flat) for child in ws} for key, ws in groups}
            rows.append(self.headline(dict(zip(claims, true[r], strict=True)), values, weights))
        return rows

    def _groups(self, node: Json) -> list[tuple[str, dict[str, float]]]:
        """Sibling groups of the common set, children first, siblings by key: the order of the stream."""
        children = sorted(node["children"], key=lambda c: c.get("indicator", c.get("key")).encode())
        below = [g for c in children if "children" in c for g in self._groups(c)]
        alive = {key for key, _ in below}
        kept = {
            key: child["weight"]
            for child in children
            if (key := child.get("indicator", child.get("key"))) in self.common | alive and child["weight"] > 0
        }
        return [*below, (node["key"], kept)] if kept else below


def _order(cell: Json) -> tuple[bytes, bytes]:
    return cell["indicator"].encode(), cell["alternative"].encode()


def _event(cell: Json, u: Any, datasets: list[str]) -> float:
    low, best, high = cell["low"], cell["value"], cell["high"]
    low, high = min(low, best), max(high, best)
    share = float(u[datasets.index(cell["spread"]["dataset"])])
    if share < 0.5:
        return float(low + (best - low) * 2 * share)
    return float(best + (high - best) * (2 * share - 1))


def _piecewise(x: float, f: Json) -> float:
    points = f["points"]
    if x <= points[0][0]:
        return float(points[0][1]) / 100
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return float(y0 + (y1 - y0) * (x - x0) / (x1 - x0)) / 100
    return float(points[-1][1]) / 100


def _tent(x: float, f: Json) -> float:
    if x < f["rise"]:
        return float(x / f["rise"])
    if x <= f["flat_to"]:
        return 1.0
    return float((f["end"] - x) / (f["end"] - f["flat_to"]))


SHAPES: dict[str, Any] = {
    "goalposts": lambda x, f: (x - f["lo"]) / (f["hi"] - f["lo"]),
    "log_goalposts": lambda x, f: math.log(1 + max(x, 0) / f["c"]) / math.log(1 + f["hi"] / f["c"]),
    "log_ratio_goalposts": lambda x, f: math.log(max(x, f["lo"]) / f["lo"]) / math.log(f["hi"] / f["lo"]),
    "scale": _piecewise,
    "saturation": lambda x, f: (1 - math.exp(-max(x, 0) / f["k"])) / (1 - math.exp(-f["full"] / f["k"])),
    "tent": _tent,
}

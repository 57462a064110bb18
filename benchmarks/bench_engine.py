"""score() against a bare NumPy kernel that does the same arithmetic, in the same process and run.

The kernel is written for this one shape: whole-block arrays, matrix products, no masks, no checks, no missing
data, no quantiles, no contributions. It draws the same numbers in the same order, so both count the same ranks,
which is asserted: the ratio is the price of everything that makes the result explainable.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

import engine
from engine import pert
from engine.blocks import block_range, generator, rows_of
from engine.version import BLOCK

ALTERNATIVES, INDICATORS, DRAWS, SEED = 51, 49, 10_000, 20240131
DATASETS = ("ged", "other", "third")
FLOOR, CONCENTRATION = 1.0, 50.0
PILLARS = {"P0": 4, "P1": 3, "P2": 2}
"""Dimensions per pillar: root, pillars, dimensions, indicators make four levels."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """The leaves of each dimension, and what varies how: indicator m is events, judged, judged log or fixed."""

    dimensions: list[list[int]]

    @staticmethod
    def kind(m: int) -> str:
        return ("events", "judged", "events", "fixed")[m % 4]

    @staticmethod
    def logarithmic(m: int) -> bool:
        return m % 3 == 0


def make_shape() -> Shape:
    count = sum(PILLARS.values())
    return Shape([chunk.tolist() for chunk in np.array_split(np.arange(INDICATORS), count)])


def make_model(shape: Shape) -> Json:
    """A full table: every cell has a value; three quarters of the indicators spread."""
    rng = np.random.default_rng(7)
    value = rng.uniform(5, 95, (INDICATORS, ALTERNATIVES))
    cells = [_cell(shape, m, n, float(value[m, n])) for m in range(INDICATORS) for n in range(ALTERNATIVES)]
    return {
        "schema": "scenario-workbench/score-input/1",
        "higher_is": "better",
        "headline": "root",
        "alternatives": [{"key": f"U{n:02}"} for n in range(ALTERNATIVES)],
        "tree": _tree(shape),
        "indicators": [_indicator(shape, m) for m in range(INDICATORS)],
        "cells": cells,
        "uncertainty": {
            "weights": {"distribution": "dirichlet", "concentration": CONCENTRATION},
            "values": True,
            "claims": False,
        },
        "min_weight": 0.6,
        "geometric_floor": FLOOR,
    }


def _cell(shape: Shape, m: int, n: int, value: float) -> Json:
    cell: Json = {"alternative": f"U{n:02}", "indicator": f"I{m:02}", "state": "value", "value": value}
    kind = shape.kind(m)
    if kind == "fixed":
        return cell
    spread = {"kind": "judged"} if kind == "judged" else {"kind": "events", "dataset": DATASETS[m % 3]}
    return cell | {"low": value * 0.8, "high": value * (1.1 + (n % 7) / 20), "spread": spread}


def _indicator(shape: Shape, m: int) -> Json:
    function: Json = {"method": "goalposts", "lo": 0, "hi": 100}
    if shape.logarithmic(m):
        function = {"method": "log_goalposts", "hi": 100, "c": 5}
    direction = -1 if m % 5 == 4 else 1
    return {"key": f"I{m:02}", "unit": "points", "direction": direction, "value_function": function}


def _tree(shape: Shape) -> Json:
    pillars, d = [], 0
    for p, (pillar, count) in enumerate(PILLARS.items()):
        inner = [_dimension(shape, d + i) for i in range(count)]
        pillars.append(_node(pillar, inner, p + 1, "geometric" if p % 2 else "arithmetic"))
        d += count
    return _node("root", pillars, 1, "geometric")


def _dimension(shape: Shape, d: int) -> Json:
    leaves = [{"indicator": f"I{m:02}", "weight": 1 + m % 4} for m in shape.dimensions[d]]
    return _node(f"D{d}", leaves, d % 3 + 1, "geometric" if d % 4 == 3 else "arithmetic")


def _node(key: str, children: list[Json], weight: float, aggregation: str) -> Json:
    return {"key": key, "aggregation": aggregation, "weight": weight, "children": children}


class Kernel:
    """The same arithmetic on whole blocks, everything that can be prepared prepared outside the clock."""

    def __init__(self, shape: Shape, model: Json) -> None:
        table = {(c["indicator"], c["alternative"]): c for c in model["cells"]}
        keys = [[(f"I{m:02}", f"U{n:02}") for n in range(ALTERNATIVES)] for m in range(INDICATORS)]
        self.best = np.array([[table[k]["value"] for k in row] for row in keys])
        low = np.array([[table[k].get("low", table[k]["value"]) for k in row] for row in keys])
        high = np.array([[table[k].get("high", table[k]["value"]) for k in row] for row in keys])
        kinds = [shape.kind(m) for m in range(INDICATORS)]
        self.events = [m for m in range(INDICATORS) if kinds[m] == "events"]
        self.dataset = [sorted(DATASETS).index(DATASETS[m % 3]) for m in self.events]
        self.below = (self.best - low)[self.events]
        self.above = (high - self.best)[self.events]
        self.judged = [m for m in range(INDICATORS) if kinds[m] == "judged"]
        self.fit = pert.fit(*(a[self.judged].ravel() for a in (low, self.best, high)))
        self.logs = [m for m in range(INDICATORS) if shape.logarithmic(m)]
        self.lines = [m for m in range(INDICATORS) if not shape.logarithmic(m)]
        self.turned = [m for m in range(INDICATORS) if m % 5 == 4]
        self.nodes = list(_bottom_up(shape, model["tree"]))
        self.shapes = np.concatenate([node[1] * CONCENTRATION for node in self.nodes])

    def run(self) -> np.ndarray:
        counts = np.zeros(ALTERNATIVES * ALTERNATIVES, dtype=np.int64)
        for block in block_range(DRAWS):
            counts += self._block(block)
        return counts.reshape(ALTERNATIVES, ALTERNATIVES)

    def _block(self, block: int) -> np.ndarray:
        rng = generator(SEED, block)
        shift = 2 * rng.random((BLOCK, len(DATASETS))) - 1
        gammas = rng.standard_gamma(self.shapes, (BLOCK, len(self.shapes)))
        betas = rng.beta(self.fit.alpha, self.fit.beta, (BLOCK, len(self.fit.alpha)))
        headline = self._scores(self._leaves(shift, betas), gammas)[: rows_of(block, DRAWS)]
        order = np.argsort(-headline, axis=1)
        places = order * ALTERNATIVES + np.arange(ALTERNATIVES)
        return np.bincount(places.ravel(), minlength=ALTERNATIVES * ALTERNATIVES)

    def _leaves(self, shift: np.ndarray, betas: np.ndarray) -> np.ndarray:
        raw = np.empty((BLOCK, INDICATORS, ALTERNATIVES))
        raw[:] = self.best
        moved = shift[:, self.dataset, None]
        raw[:, self.events] += np.minimum(moved, 0) * self.below + np.maximum(moved, 0) * self.above
        drawn = self.fit.start + self.fit.span * betas
        raw[:, self.judged] = drawn.reshape(BLOCK, len(self.judged), ALTERNATIVES)
        raw[:, self.logs] = np.log1p(np.clip(raw[:, self.logs], 0, 100) / 5) * (100 / np.log1p(20))
        raw[:, self.lines] = np.clip(raw[:, self.lines], 0, 100)
        raw[:, self.turned] = 100 - raw[:, self.turned]
        return raw

    def _scores(self, leaves: np.ndarray, gammas: np.ndarray) -> np.ndarray:
        scores: dict[str, np.ndarray] = {}
        start = 0
        for children, shares, key, geometric in self.nodes:
            part = gammas[:, start : start + len(shares)]
            weights = (part / part.sum(axis=1, keepdims=True))[:, None, :]
            start += len(shares)
            below = (
                leaves[:, children] if isinstance(children[0], int) else np.stack([scores[c] for c in children], axis=1)
            )
            if geometric:
                scores[key] = np.exp(np.matmul(weights, np.log(np.maximum(below, FLOOR))))[:, 0]
            else:
                scores[key] = np.matmul(weights, below)[:, 0]
        return scores["root"]


def _bottom_up(shape: Shape, node: Json) -> Any:
    """(children, shares, key, geometric) per node, children first: the order in which the engine draws weights."""
    for child in node["children"]:
        if "children" in child:
            yield from _bottom_up(shape, child)
    weights = np.array([child["weight"] for child in node["children"]], dtype=float)
    names = [int(c["indicator"][1:]) if "indicator" in c else c["key"] for c in node["children"]]
    yield names, weights / weights.sum(), node["key"], node["aggregation"] == "geometric"


def best_in_turns(times: int, *works: Callable[[], Any]) -> list[tuple[float, Any]]:
    """Seconds of the fastest run of each work, and what it returned; in turns, so that other load hits all alike."""
    best: list[tuple[float, Any]] = [(float("inf"), None)] * len(works)
    for _ in range(times):
        for i, work in enumerate(works):
            start = time.perf_counter()
            result = work()
            seconds = time.perf_counter() - start
            best[i] = min(best[i], (seconds, result), key=lambda pair: pair[0])
    return best


def peak_rss_mb() -> float:
    """Peak resident memory of this process; Linux counts in kB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main(times: int = 3) -> None:
    shape = make_shape()
    model = make_model(shape)
    before = peak_rss_mb()
    engine.score(model, draws=DRAWS, seed=SEED)
    memory = peak_rss_mb()
    kernel = Kernel(shape, model)
    (engine_seconds, result), (kernel_seconds, counts) = best_in_turns(
        times, lambda: engine.score(model, draws=DRAWS, seed=SEED), kernel.run
    )
    shares = np.array([row["rank_acceptability"] for row in result["alternatives"]])
    assert np.array_equal(np.rint(shares * DRAWS).astype(int), counts), "engine and kernel rank differently"
    size = f"{DRAWS} draws, {ALTERNATIVES} x {INDICATORS}, 4 levels, mixed means, value noise"
    print(f"engine.score: {engine_seconds:.2f} s ({size})")
    print(f"bare kernel: {kernel_seconds:.2f} s")
    print(f"ratio engine to kernel: {engine_seconds / kernel_seconds:.2f} (bar: at most 2)")
    print(f"peak memory of the process after score: {memory:.0f} MB, before {before:.0f} MB (bar: under 300)")


if __name__ == "__main__":
    main()

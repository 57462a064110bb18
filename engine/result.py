"""The result in its JSON form, put together from the point, the draws and who took part."""

from dataclasses import dataclass

import numpy as np

from engine import canonical
from engine.arrays import Array
from engine.claims import claim_rows
from engine.contributions import shares_of_score
from engine.coverage import nodes_of
from engine.hierarchy import columns
from engine.method import describe
from engine.partials import Partial, means
from engine.plan import Evaluation, Plan
from engine.quantiles import POINTS, quantiles
from engine.ranks import ranks
from engine.version import ENGINE_VERSION
from engine.warnings import SMALL_COMMON_SET, find_warnings, set_aside_reason

Json = dict[str, object]
SIGNIFICANT_DIGITS = 10


def with_hash(result: Json) -> Json:
    """`result` with `result_sha256`: over its values rounded to 10 significant digits, so that it holds on any
    CPU family.
    """
    return result | {"result_sha256": canonical.sha256(_rounded(result))}


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return float(f"{value:.{SIGNIFICANT_DIGITS}g}")
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return value


@dataclass(frozen=True)
class Findings:
    """The point's evaluation and the draws' statistics, ready to be written per alternative.

    `place` is the headline's among the groups, -1 if it has none: then no headline is shown.
    `spread` (groups, N, 5): quantiles of each node; `acceptability` (ranked, ranks). None without draws.
    """

    plan: Plan
    place: int
    point: Evaluation
    beside: list[Array]
    shares: dict[int, Array]
    effective: dict[int, Array]
    rank: dict[int, int]
    draws: int
    spread: Array | None
    mean: list[float] | None
    acceptability: Array | None
    failed: Array | None


def build_result(plan: Plan, drawn: Partial | None, inputs_sha256: str, draws: int, seed: int) -> Json:
    found = _findings(plan, drawn, draws)
    return {
        "engine_version": ENGINE_VERSION,
        "inputs_sha256": inputs_sha256,
        "seed": seed,
        "draws": draws,
        "method": describe(plan),
        "headline": plan.model.headline,
        "alternatives": [_alternative(found, n) for n in range(len(plan.panel.alternatives))],
        "common_set": [key for key, kept in zip(plan.panel.indicators, plan.standing.common, strict=True) if kept],
        "common_set_weight": plan.standing.common_share,
        "left_out": _left_out(plan),
        "weights": _weights(plan),
        "weight_spread": _weight_spread(plan, drawn),
        "claims": claim_rows(plan),
        "warnings": find_warnings(plan, found.rank, found.point),
    }


def _findings(plan: Plan, drawn: Partial | None, draws: int) -> Findings:
    point = plan.evaluate(plan.point)
    shares: dict[int, Array] = {}
    effective: dict[int, Array] = {}
    rank: dict[int, int] = {}
    if plan.headline is not None:
        shares = shares_of_score(plan.hierarchy, plan.headline, point.slots, point.weights)
        effective = plan.hierarchy.effective(plan.headline, point.weights)
        found = ranks(point.slots[plan.headline][:, plan.ranked])[0]
        rank = {int(n): int(r) for n, r in zip(plan.ranked, found, strict=True)}
    return Findings(
        plan=plan,
        place=-1 if plan.headline is None else plan.headline - plan.hierarchy.leaves,
        point=point,
        beside=plan.hierarchy.beside(point.slots, point.weights),
        shares=shares,
        effective=effective,
        rank=rank,
        draws=draws,
        spread=quantiles(drawn.scores, list(POINTS.values())) if drawn else None,
        mean=means(drawn) if drawn else None,
        acceptability=drawn.rank_counts / draws if drawn else None,
        failed=drawn.fail_counts / draws if drawn and plan.model.vetoes else None,
    )


def _alternative(found: Findings, n: int) -> Json:
    plan = found.plan
    fails = list(plan.standing.fails[n])
    value = _headline(found, n)
    shown = value is not None and not fails and not plan.refused
    return {
        "key": plan.panel.alternatives[n],
        "reference": plan.model.alternatives[n].reference,
        "ranked": n in found.rank,
        "rank": found.rank.get(n),
        "score": value if shown else None,
        "score_beside": float(found.beside[found.place][0, n]) if shown else None,
        "score_if_not_vetoed": value if fails and not plan.refused else None,
        "interval": _interval(found, n) if shown else None,
        **_rank_shares(found, n),
        "coverage": _coverage(plan, n),
        "nodes": _nodes(found, n),
        "contributions": _contributions(found, n, value) if value is not None and not plan.refused else [],
        "fails": fails,
        "fails_share": None if found.failed is None else float(found.failed[n]),
        "set_aside": _why_set_aside(plan, n),
    }


def _headline(found: Findings, n: int) -> float | None:
    """The headline's mean, whatever the vetoes say; None where the alternative has none."""
    plan = found.plan
    if plan.headline is None or not plan.scored[n]:
        return None
    return float(found.point.slots[plan.headline][0, n])


def _interval(found: Findings, n: int) -> Json | None:
    if found.spread is None or found.mean is None:
        return None
    values = found.spread[found.place, n]
    named: Json = {name: float(v) for name, v in zip(POINTS, values, strict=True)}
    return named | {"mean": found.mean[n]}


def _rank_shares(found: Findings, n: int) -> Json:
    if n not in found.rank or found.acceptability is None:
        return {"first_share": None, "rank_acceptability": None}
    row = found.acceptability[found.plan.ranked.tolist().index(n)]
    return {"first_share": float(row[0]), "rank_acceptability": row.tolist()}


def _coverage(plan: Plan, n: int) -> Json:
    inside = plan.standing.weights > 0
    applicable = ~plan.panel.not_applicable[:, n]
    weights = plan.standing.weights
    total = float(weights[applicable].sum())
    scored = weights[applicable & plan.standing.common & plan.panel.present[:, n]].sum()
    return {
        "weight_share": float(plan.standing.known[n]),
        "scored_share": float(scored) / total if total > 0 else 0.0,
        "present": int((plan.panel.present[:, n] & inside).sum()),
        "missing": int((plan.panel.missing[:, n] & inside).sum()),
        "not_applicable": int((plan.panel.not_applicable[:, n] & inside).sum()),
    }


def _why_set_aside(plan: Plan, n: int) -> str | None:
    if plan.standing.set_aside[n]:
        return set_aside_reason(plan, n)
    if plan.headline is not None and not plan.scored[n] and not plan.standing.fails[n]:
        return SMALL_COMMON_SET
    return None


def _nodes(found: Findings, n: int) -> Json:
    plan = found.plan
    without = plan.refused or plan.standing.set_aside[n] or bool(plan.standing.fails[n])
    hidden = _above_headline(plan) if without else set()
    keys = [node.key for node in nodes_of(plan.model.tree)]
    return {key: _node(found, key, n, key in hidden) for key in keys}


def _above_headline(plan: Plan) -> set[str]:
    """The headline and the nodes that contain it: what has no number where the headline has none."""
    return {
        node.key
        for node in nodes_of(plan.model.tree)
        if any(below.key == plan.model.headline for below in nodes_of(node))
    }


def _node(found: Findings, key: str, n: int, hidden: bool) -> Json:
    slot = found.plan.hierarchy.slot(key)
    empty: Json = dict.fromkeys(("score", "beside", "q05", "median", "q95"))
    if slot is None or hidden or not found.plan.hierarchy.group(slot).defined[n]:
        return empty
    place = slot - found.plan.hierarchy.leaves
    spread: Json = {}
    if found.spread is not None:
        named = dict(zip(POINTS, found.spread[place, n], strict=True))
        spread = {name: float(named[name]) for name in ("q05", "median", "q95")}
    score = float(found.point.slots[slot][0, n])
    return empty | {"score": score, "beside": float(found.beside[place][0, n])} | spread


def _contributions(found: Findings, n: int, value: float) -> list[Json]:
    """One row per leaf that applies to the alternative; points sum to the headline's mean."""
    plan = found.plan
    parents = plan.hierarchy.parents()
    rows: list[Json] = []
    for slot, share in found.shares.items():
        if not plan.panel.present[slot, n]:
            continue
        weight = found.effective[slot]
        rows.append(
            {
                "indicator": plan.panel.indicators[slot],
                "node": parents[slot],
                "weight": float(np.broadcast_to(weight, share.shape)[0, n]),
                "raw": float(found.point.raw[slot][0, n]),
                "normalised": float(found.point.slots[slot][0, n]),
                "points": value * float(share[0, n]),
                "share": float(share[0, n]),
                "inherited": plan.panel.cells[slot][n].inherited,
            }
        )
    return rows


def _left_out(plan: Plan) -> list[Json]:
    rows: list[Json] = []
    for m in np.flatnonzero(~plan.standing.common):
        why = [
            {"alternative": cell.alternative, "reason": cell.reason}
            for n, cell in enumerate(plan.panel.cells[m])
            if cell.state == "missing" and plan.standing.compared[n]
        ]
        share = float(plan.standing.weights[m])
        rows.append({"indicator": plan.panel.indicators[m], "weight_share": share, "why": why})
    return rows


def _weights(plan: Plan) -> list[Json]:
    """Declared and normalised weight of every child, beside what it weighs among its siblings when scored."""
    rows: list[Json] = []
    for node in nodes_of(plan.model.tree):
        slot = plan.hierarchy.slot(node.key)
        scored: dict[str, float] = {}
        if slot is not None:
            group = plan.hierarchy.group(slot)
            names = [plan.hierarchy.name(s, plan.panel.indicators) for s in group.slots]
            scored = dict(zip(names, group.shares[0].tolist(), strict=True))
        for key, raw, share in node.declared_weights():
            row: Json = {"node": node.key, "child": key, "raw": raw, "normalised": share}
            rows.append(row | {"scored": scored.get(key, 0.0)})
    return rows


def _weight_spread(plan: Plan, drawn: Partial | None) -> Json:
    """Implied spread of each leaf's effective weight in the headline over the draws."""
    if drawn is None or plan.headline is None:
        return {}
    point = plan.hierarchy.effective(plan.headline, columns(plan.hierarchy.declared()))
    spread = quantiles(drawn.weights, (0.05, 0.95))
    return {
        plan.panel.indicators[slot]: {
            "weight": float(weight[0, 0]), "q05": float(values[0]), "q95": float(values[1]),
        }
        for (slot, weight), values in zip(point.items(), spread, strict=True)
    }  # fmt: skip

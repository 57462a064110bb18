"""Claims that a result rests on, each shown as two numbers: if it is true and if it is not."""

from dataclasses import replace

import numpy as np
from scipy.special import betaincinv

from engine.model import Claim
from engine.plan import Plan

SPLIT_FROM, SPLIT_TO = 0.1, 0.9


def claim_rows(plan: Plan) -> list[dict[str, object]]:
    """One row per claim that a scored cell rests on. Between .1 and .9 it has point scores for both cases."""
    cells: dict[int, list[dict[str, str]]] = {}
    for m, column in plan.columns.items():
        for noise in column.claims:
            keys = [plan.panel.alternatives[n] for n in noise.places if plan.scored[n]]
            rows = [{"indicator": plan.panel.indicators[m], "alternative": key} for key in keys]
            cells.setdefault(noise.claim, []).extend(rows)
    return [_row(plan, c, plan.model.claims[c], rows) for c, rows in sorted(cells.items()) if rows]


def _row(plan: Plan, c: int, claim: Claim, cells: list[dict[str, str]]) -> dict[str, object]:
    split = SPLIT_FROM <= claim.p_mean <= SPLIT_TO
    return {
        "key": claim.key,
        "p_mean": claim.p_mean,
        "p_low": float(betaincinv(claim.alpha, claim.beta, 0.05)),
        "p_high": float(betaincinv(claim.alpha, claim.beta, 0.95)),
        "split": split,
        "point_state": bool(plan.point.truth[0, c]),
        "if_true": _scores(plan, c, True) if split else None,
        "if_false": _scores(plan, c, False) if split else None,
        "cells": cells,
    }


def _scores(plan: Plan, c: int, state: bool) -> dict[str, float | None]:
    """Point scores with one claim forced; null where there is no score or a veto fails in that case."""
    truth = plan.point.truth.copy()
    truth[0, c] = state
    seen = plan.evaluate(replace(plan.point, truth=truth))
    if plan.headline is None or plan.refused:
        return dict.fromkeys(plan.panel.alternatives)
    shown = plan.scored & ~np.broadcast_to(plan.vetoed(seen.raw), (1, len(plan.scored)))[0]
    scores = seen.slots[plan.headline][0]
    return {key: float(scores[n]) if shown[n] else None for n, key in enumerate(plan.panel.alternatives)}

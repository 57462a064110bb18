"""What a reader of the result must be told beside the numbers."""

import numpy as np

from engine.coverage import enough
from engine.plan import Evaluation, Plan
from engine.ranks import ties
from engine.value_functions import Constant
from engine.vetoes import unchecked

Json = dict[str, object]
SMALL_COMMON_SET = "nothing that applies to it is in the common set"


def find_warnings(plan: Plan, rank: dict[int, int], point: Evaluation) -> list[Json]:
    """Rows with `code`, `message` and the keys they speak of, in a fixed order."""
    return [
        *_screening(plan),
        *_refusal(plan),
        *_thin(plan),
        *_widened(plan),
        *_constant(plan),
        *_vetoes(plan),
        *_ties(plan, rank, point),
    ]


def set_aside_reason(plan: Plan, n: int) -> str:
    known, needed = 100 * plan.standing.known[n], 100 * plan.model.min_weight
    return f"{known:.0f} % of the weight that applies to it is known, under the {needed:.0f} % needed"


def _screening(plan: Plan) -> list[Json]:
    return [
        {
            "code": "set_aside",
            "alternative": plan.panel.alternatives[n],
            "message": f"{plan.panel.alternatives[n]} is not compared: {set_aside_reason(plan, int(n))}",
        }
        for n in np.flatnonzero(plan.standing.set_aside)
    ]


def _refusal(plan: Plan) -> list[Json]:
    if not plan.refused:
        return []
    share, needed = 100 * plan.standing.common_share, 100 * plan.model.min_weight
    text = f"No headline: the common set carries {share:.0f} % of the weight, under the {needed:.0f} % needed"
    return [{"code": "headline_refused", "weight_share": plan.standing.common_share, "message": text}]


def _thin(plan: Plan) -> list[Json]:
    """Alternatives that pass the screen by themselves, but of whose own weight little is left in the common set."""
    if plan.refused:
        return []
    rows: list[Json] = []
    weights = plan.standing.weights[:, None]
    applicable = (weights * ~plan.panel.not_applicable).sum(axis=0)
    scored = (weights * (plan.panel.present & plan.standing.common[:, None])).sum(axis=0)
    share_of = scored / np.where(applicable > 0, applicable, 1.0)
    for n in np.flatnonzero(plan.scored & ~enough(share_of, plan.model.min_weight)):
        key, share = plan.panel.alternatives[n], float(share_of[n])
        text = f"{key} is scored on {100 * share:.0f} % of the weight that applies to it"
        rows.append({"code": "thin_coverage", "alternative": key, "weight_share": share, "message": text})
    return rows


def _widened(plan: Plan) -> list[Json]:
    if not plan.panel.widened:
        return []
    cells = [{"indicator": i, "alternative": a} for i, a in plan.panel.widened]
    text = f"{len(cells)} event cells break low <= best <= high and were widened"
    return [{"code": "widened", "count": len(cells), "cells": cells, "message": text}]


def _constant(plan: Plan) -> list[Json]:
    return [
        {
            "code": "constant_indicator",
            "indicator": plan.panel.indicators[m],
            "message": f"{plan.panel.indicators[m]} is the same for all compared: it counts as neutral",
        }
        for m, column in plan.columns.items()
        if isinstance(column.function, Constant)
    ]


def _vetoes(plan: Plan) -> list[Json]:
    rows: list[Json] = []
    for veto in plan.model.vetoes:
        for key in unchecked(veto, plan.panel.cells[plan.panel.column(veto.indicator)]):
            text = f"The veto on {veto.indicator} could not be checked for {key}: the value is missing"
            row: Json = {"code": "veto_unchecked", "indicator": veto.indicator, "alternative": key}
            rows.append(row | {"message": text})
    return rows


def _ties(plan: Plan, rank: dict[int, int], point: Evaluation) -> list[Json]:
    if plan.headline is None or not rank:
        return []
    rows: list[Json] = []
    for group in ties(point.slots[plan.headline][0, plan.ranked]):
        places = [int(plan.ranked[i]) for i in group]
        keys = [plan.panel.alternatives[n] for n in places]
        text = f"{', '.join(keys)} have the same score and share rank {rank[places[0]]}"
        rows.append({"code": "tie", "alternatives": keys, "rank": rank[places[0]], "message": text})
    return rows

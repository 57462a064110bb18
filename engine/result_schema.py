"""JSON Schema (2020-12) of a result: what every consumer may rely on. A test validates real results with it."""

Json = dict[str, object]

_TEXT: Json = {"type": "string"}
_KEYS: Json = {"type": "array", "items": _TEXT}
_NUMBER: Json = {"type": "number"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_FLAG: Json = {"type": "boolean"}
_SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1.000001}
_MAYBE_NUMBER: Json = {"type": ["number", "null"]}
_MAYBE_SHARE: Json = {"type": ["number", "null"], "minimum": 0, "maximum": 1.000001}
_SHA: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def _object(properties: Json, **more: object) -> Json:
    """A closed object in which every property is required."""
    required = list(properties)
    return {
        "type": "object", "properties": properties, "required": required, "additionalProperties": False, **more,
    }  # fmt: skip


def _list(items: Json, description: str = "") -> Json:
    return {"type": "array", "items": items, "description": description}


def _maybe(schema: Json, description: str) -> Json:
    return {"oneOf": [{"type": "null"}, schema], "description": description}


_INTERVAL: Json = _object(dict.fromkeys(("q05", "q25", "median", "q75", "q95", "mean"), _NUMBER))
_NODE: Json = _object(dict.fromkeys(("score", "beside", "q05", "median", "q95"), _MAYBE_NUMBER))
_COVERAGE: Json = _object(
    {
        "weight_share": _SHARE | {"description": "known weight of the weight that applies"},
        "scored_share": _SHARE | {"description": "the same on the common set"},
        "present": _COUNT,
        "missing": _COUNT,
        "not_applicable": _COUNT,
    }
)
_CONTRIBUTION: Json = _object(
    {
        "indicator": _TEXT,
        "node": _TEXT,
        "weight": _SHARE | {"description": "effective weight within the headline"},
        "raw": _NUMBER | {"description": "in the indicator's unit, at the point"},
        "normalised": _NUMBER | {"description": "0-100, oriented"},
        "points": _NUMBER | {"description": "part of the score; the points sum to it"},
        "share": _SHARE,
        "inherited": _FLAG,
    }
)
_ALTERNATIVE: Json = _object(
    {
        "key": _TEXT,
        "reference": _FLAG,
        "ranked": _FLAG,
        "rank": {"type": ["integer", "null"], "minimum": 1},
        "score": _MAYBE_NUMBER | {"description": "0-100 at the point; null if refused, set aside or failing"},
        "score_beside": _MAYBE_NUMBER | {"description": "the headline's children by the other mean"},
        "score_if_not_vetoed": _MAYBE_NUMBER | {"description": "only for one that fails: its mean without the veto"},
        "interval": _maybe(_INTERVAL, "over the draws"),
        "first_share": _MAYBE_SHARE,
        "rank_acceptability": _maybe(_list(_SHARE), "share of draws at rank 1, 2, ...; ties take the smallest"),
        "coverage": _COVERAGE,
        "nodes": {"type": "object", "additionalProperties": _NODE},
        "contributions": _list(_CONTRIBUTION),
        "fails": _KEYS | {"description": "indicators whose veto fails at the point"},
        "fails_share": _MAYBE_SHARE | {"description": "share of draws with any failing veto"},
        "set_aside": {"type": ["string", "null"], "description": "why it is not compared"},
    }
)
_CASES: Json = _maybe({"type": "object", "additionalProperties": _MAYBE_NUMBER}, "point scores in this case")
_CLAIM: Json = _object(
    {
        "key": _TEXT,
        "p_mean": _SHARE,
        "p_low": _SHARE | {"description": "5th percentile of Beta(alpha, beta)"},
        "p_high": _SHARE | {"description": "95th percentile"},
        "split": _FLAG | {"description": "p_mean within .1 to .9: shown as two numbers"},
        "point_state": _FLAG,
        "if_true": _CASES,
        "if_false": _CASES,
        "cells": _list(_object({"indicator": _TEXT, "alternative": _TEXT})),
    }
)
_WHY: Json = _object({"alternative": _TEXT, "reason": _TEXT})
_LEFT_OUT: Json = _object({"indicator": _TEXT, "weight_share": _SHARE, "why": _list(_WHY)})
_WEIGHT: Json = _object(
    {"node": _TEXT, "child": _TEXT, "raw": _NUMBER, "normalised": _SHARE, "scored": _SHARE},
    description="scored: among the siblings that are in the common set",
)
_WEIGHT_SPREAD: Json = _object({"weight": _SHARE, "q05": _SHARE, "q95": _SHARE})

RESULT_SCHEMA: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "scenario-workbench/score-result/1",
    "title": "Result of a score",
    **_object(
        {
            "engine_version": _TEXT,
            "inputs_sha256": _SHA,
            "result_sha256": _SHA | {"description": "over the result without it, numbers to 10 significant digits"},
            "seed": _COUNT,
            "draws": _COUNT,
            "method": {"type": "object"},
            "headline": _TEXT,
            "alternatives": _list(_ALTERNATIVE),
            "common_set": _KEYS,
            "common_set_weight": _SHARE,
            "left_out": _list(_LEFT_OUT),
            "weights": _list(_WEIGHT),
            "weight_spread": {"type": "object", "additionalProperties": _WEIGHT_SPREAD},
            "claims": _list(_CLAIM),
            "warnings": _list({"type": "object", "required": ["code", "message"]}),
        }
    ),
}

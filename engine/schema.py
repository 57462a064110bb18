"""JSON Schema (2020-12) of the input. What a schema cannot say (keys that name each other, low <= value <= high,
one cell per pair) is checked by `engine.parsing`.
"""

from engine.parsing import SCHEMA

Json = dict[str, object]

_KEY: Json = {"type": "string", "minLength": 1}
_NUMBER: Json = {"type": "number"}
_POSITIVE: Json = {"type": "number", "exclusiveMinimum": 0}
_WEIGHT: Json = {"type": "number", "minimum": 0}
_OPTIONAL_NUMBER: Json = {"type": ["number", "null"]}
_OPTIONAL_FLAG: Json = {"type": ["boolean", "null"]}
_OPTIONAL_TEXT: Json = {"type": ["string", "null"], "minLength": 1}


def _object(properties: Json, optional: str = "", **more: object) -> Json:
    """A closed object; all properties but the `optional` ones are required."""
    required = [key for key in properties if key not in optional.split()]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        **more,
    }


def _list(items: Json, **more: object) -> Json:
    return {"type": "array", "items": items, **more}


def _method(name: str, properties: Json, optional: str = "", description: str = "") -> Json:
    return _object({"method": {"const": name}, **properties}, optional, description=description)


_PERCENT: Json = {"type": "number", "minimum": 0, "maximum": 100}
_POINT: Json = {"type": "array", "prefixItems": [_NUMBER, _PERCENT], "minItems": 2, "maxItems": 2}
_VALUE_FUNCTIONS: list[Json] = [
    _method("goalposts", {"lo": _NUMBER, "hi": _NUMBER}, description="100 (x-lo)/(hi-lo), clipped"),
    _method(
        "log_goalposts",
        {"lo": {"type": ["number", "null"], "enum": [0, None]}, "hi": _POSITIVE, "c": _POSITIVE},
        "lo",
        "100 ln(1+x/c)/ln(1+hi/c)",
    ),
    _method("log_ratio_goalposts", {"lo": _POSITIVE, "hi": _NUMBER}, description="100 ln(x/lo)/ln(hi/lo)"),
    _method("scale", {"points": _list(_POINT, minItems=2)}, description="linear between the points"),
    _method("saturation", {"k": _POSITIVE, "full": _POSITIVE}, description="100 (1-exp(-x/k))/(1-exp(-full/k))"),
    _method("tent", {"rise": _POSITIVE, "flat_to": _POSITIVE, "end": _POSITIVE}, description="0-100-100-0"),
    _method("min_max", {}, description="goalposts from the compared alternatives' own values"),
]
_SPREAD: list[Json] = [
    {"type": "null"},
    _object({"kind": {"const": "events"}, "dataset": _KEY}),
    _object({"kind": {"const": "judged"}}),
]
_CLAIM_REF: list[Json] = [{"type": "null"}, _object({"key": _KEY, "otherwise": _NUMBER})]
_ABSENT: Json = {"type": "null"}
_WITH_VALUE: Json = {
    "if": {"properties": {"state": {"const": "value"}}, "required": ["state"]},
    "then": {"properties": {"value": _NUMBER}, "required": ["value"]},
    "else": {
        "properties": {
            "reason": _KEY, "value": _ABSENT, "low": _ABSENT, "high": _ABSENT,
            "spread": _ABSENT, "claim": _ABSENT,
        },
        "required": ["reason"],
    },
}  # fmt: skip
_WITH_SPREAD: Json = {
    "if": {"properties": {"spread": {"type": "object"}}, "required": ["spread"]},
    "then": {"properties": {"low": _NUMBER, "high": _NUMBER}, "required": ["low", "high"]},
    "else": {"properties": {"low": _ABSENT, "high": _ABSENT}},
}
_CELL: Json = _object(
    {
        "alternative": _KEY,
        "indicator": _KEY,
        "state": {"enum": ["value", "missing", "not_applicable"]},
        "reason": _OPTIONAL_TEXT,
        "value": {"type": ["number", "null"], "description": "raw, in the indicator's unit"},
        "low": _OPTIONAL_NUMBER,
        "high": _OPTIONAL_NUMBER,
        "spread": {"oneOf": _SPREAD},
        "claim": {"oneOf": _CLAIM_REF},
        "inherited": _OPTIONAL_FLAG,
    },
    "reason value low high spread claim inherited",
    allOf=[_WITH_VALUE, _WITH_SPREAD],
)
_NODE: Json = _object(
    {
        "key": _KEY,
        "aggregation": {"enum": ["arithmetic", "geometric"]},
        "weight": _WEIGHT,
        "children": _list({"oneOf": [{"$ref": "#/$defs/node"}, {"$ref": "#/$defs/leaf"}]}, minItems=1),
    }
)
_ROOT: Json = _object(
    {
        "key": _KEY,
        "aggregation": {"enum": ["arithmetic", "geometric"]},
        "weight": _OPTIONAL_NUMBER,
        "children": _list({"oneOf": [{"$ref": "#/$defs/node"}, {"$ref": "#/$defs/leaf"}]}, minItems=1),
    },
    "weight",
)
_VETO: Json = _object(
    {
        "indicator": _KEY,
        "at_most": _OPTIONAL_NUMBER,
        "at_least": _OPTIONAL_NUMBER,
        "except": {"type": ["array", "null"], "items": _KEY},
    },
    "at_most at_least except",
    oneOf=[
        {"properties": {"at_most": _NUMBER, "at_least": _ABSENT}, "required": ["at_most"]},
        {"properties": {"at_least": _NUMBER, "at_most": _ABSENT}, "required": ["at_least"]},
    ],
)
_DIRICHLET: Json = _object({"distribution": {"const": "dirichlet"}, "concentration": {"type": "number", "minimum": 1}})

INPUT_SCHEMA: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": SCHEMA,
    "title": "Input of a score",
    **_object(
        {
            "schema": {"const": SCHEMA},
            "template": _OPTIONAL_TEXT,
            "at": _OPTIONAL_TEXT,
            "cutoff": _OPTIONAL_TEXT,
            "higher_is": {"enum": ["worse", "better"]},
            "headline": _KEY,
            "alternatives": _list(_object({"key": _KEY, "reference": _OPTIONAL_FLAG}, "reference"), minItems=1),
            "tree": {"$ref": "#/$defs/root"},
            "indicators": _list(
                _object(
                    {
                        "key": _KEY,
                        "unit": _KEY,
                        "direction": {"enum": [1, -1]},
                        "value_function": {"oneOf": _VALUE_FUNCTIONS},
                    }
                )
            ),
            "cells": _list(_CELL),
            "claims": {
                "type": ["array", "null"],
                "items": _object({"key": _KEY, "alpha": _POSITIVE, "beta": _POSITIVE}),
            },
            "uncertainty": _object(
                {
                    "weights": {"oneOf": [{"type": "null"}, _DIRICHLET]},
                    "values": {"type": "boolean"},
                    "claims": {"type": "boolean"},
                },
                "weights",
            ),
            "vetoes": {"type": ["array", "null"], "items": _VETO},
            "min_weight": {"type": "number", "minimum": 0, "maximum": 1},
            "geometric_floor": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100},
        },
        "template at cutoff claims vetoes",
    ),
    "$defs": {
        "root": _ROOT,
        "node": _NODE,
        "leaf": _object({"indicator": _KEY, "weight": _WEIGHT}),
    },
}

"""The three built-in templates are whole, and their core profiles are those of the design."""

from typing import Any

import jsonschema
import pytest

from core import units
from tests.demo_data.files import TEMPLATE_KEYS, core, template

TEXT = {
    "type": "object",
    "required": ["en"],
    "properties": {"en": {"type": "string", "minLength": 1}, "fr": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
LABEL = {**TEXT, "required": ["en", "fr"]}
NUMBER = {"type": "number"}


def _method(name: str, *numbers: str) -> dict[str, Any]:
    return {
        "properties": {"method": {"const": name}, **dict.fromkeys(numbers, NUMBER)},
        "required": ["method", *numbers],
        "additionalProperties": False,
    }


VALUE_FUNCTION = {
    "type": "object",
    "oneOf": [
        _method("goalposts", "lo", "hi"),
        _method("log_goalposts", "lo", "hi", "c"),
        _method("log_ratio_goalposts", "lo", "hi"),
        _method("saturation", "k", "full"),
        _method("tent", "rise", "flat_to", "end"),
        {
            "properties": {
                "method": {"const": "scale"},
                "points": {
                    "type": "array",
                    "minItems": 2,
                    "items": {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2},
                },
            },
            "required": ["method", "points"],
            "additionalProperties": False,
        },
    ],
}
MEASURE = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"enum": ["judgement", "events_cell", "events_type_count", "relations", "series", "pairs", "none"]},
        "anchors": {"oneOf": [{"type": "null"}, {"type": "array", "items": LABEL, "minItems": 5, "maxItems": 5}]},
        "missing_reason": TEXT,
    },
    "allOf": [
        {
            "if": {"properties": {"kind": {"const": "none"}}},
            "then": {"required": ["missing_reason"]},
        },
        {
            "if": {"properties": {"kind": {"const": "judgement"}}},
            "then": {"required": ["anchors"]},
        },
    ],
}
SCHEMA = {
    "type": "object",
    "required": [
        "key", "version", "name", "question", "higher_is", "headline", "alternatives_kind", "nodes",
        "indicators", "vetoes", "options", "notes",
    ],
    "additionalProperties": False,
    "properties": {
        "key": {"enum": list(TEMPLATE_KEYS)},
        "version": {"const": 1},
        "name": LABEL,
        "question": LABEL,
        "higher_is": {"enum": ["worse", "better"]},
        "headline": {"type": "string"},
        "alternatives_kind": {"enum": ["area", "coalition", "option"]},
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["key", "parent", "name", "aggregation", "order"],
                "additionalProperties": False,
                "properties": {
                    "key": {"type": "string"},
                    "parent": {"type": ["string", "null"]},
                    "name": LABEL,
                    "aggregation": {"enum": ["arithmetic", "geometric"]},
                    "order": {"type": "integer"},
                    "weight": {"type": "number", "exclusiveMinimum": 0},
                },
            },
        },
        "indicators": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [
                    "key", "node", "weight", "core", "core_weight", "name", "unit", "source", "direction",
                    "goalposts", "mark", "reason", "formula", "measure",
                ],
                "additionalProperties": False,
                "properties": {
                    "key": {"type": "string"},
                    "node": {"type": "string"},
                    "weight": {"type": "number", "exclusiveMinimum": 0},
                    "core": {"type": "boolean"},
                    "core_weight": {"type": "null"},
                    "name": LABEL,
                    "unit": {"enum": list(units.UNITS)},
                    "source": {"type": "string"},
                    "direction": {"enum": [1, -1]},
                    "goalposts": {"type": "object", "minProperties": 1, "additionalProperties": VALUE_FUNCTION},
                    "mark": {"enum": ["L", "D"]},
                    "reason": TEXT,
                    "formula": TEXT,
                    "measure": MEASURE,
                },
            },
        },
        "vetoes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["indicator", "except"],
                "minProperties": 3,
                "additionalProperties": False,
                "properties": {
                    "indicator": {"type": "string"},
                    "at_most": NUMBER,
                    "at_least": NUMBER,
                    "except": {"type": "array"},
                },
            },
        },
        "options": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["key", "reference", "name", "summary", "facts"],
                "additionalProperties": False,
                "properties": {
                    "key": {"type": "string"},
                    "reference": {"type": "boolean"},
                    "name": LABEL,
                    "summary": LABEL,
                    "facts": {"type": "array", "minItems": 1},
                },
            },
        },
        "notes": TEXT,
    },
}  # fmt: skip

# Section 6 of the templates' design; the sums are those of the declared weights.
CORE = {
    "security-vacuum": "A1 A2 B1 B2 C1 C2 C4 C5 D3 E3",
    "alliance-strength": "A1 A3 B2 B3 C1 C3 C4 D1 D3 E2",
    "peacekeeping-alternatives": "A1 A2 B1 B3 C1 D1 D2 E1 E2 F1 F4",
}
DIMENSIONS = {
    "security-vacuum": {"A": 20, "B": 20, "C": 25, "D": 20, "E": 15},
    "alliance-strength": {"A": 25, "B": 20, "C": 20, "D": 25, "E": 10},
    "peacekeeping-alternatives": {"A": 25, "B": 20, "C": 15, "D": 15, "E": 10, "F": 15},
}
COMPUTED = {
    "security-vacuum": {"A1", "A2", "B4", "C1", "C2", "C4", "C5", "E3"},
    "alliance-strength": {"A3", "C1", "C3", "D1", "D3"},
    "peacekeeping-alternatives": set(),
}


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_a_template_has_the_agreed_form(key: str) -> None:
    jsonschema.validate(template(key), SCHEMA)


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_weights_sum_to_100_and_each_dimension_to_its_own(key: str) -> None:
    sums = dict.fromkeys(DIMENSIONS[key], 0)
    for indicator in template(key)["indicators"]:
        sums[indicator["node"]] += indicator["weight"]
    assert sums == DIMENSIONS[key]
    assert sum(sums.values()) == 100


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_a_node_weighs_what_lies_below_it(key: str) -> None:
    nodes = template(key)["nodes"]
    weights = {node["key"]: node["weight"] for node in nodes if node["parent"]}
    for node in nodes:
        children = sum(weights[child["key"]] for child in nodes if child["parent"] == node["key"])
        leaves = sum(i["weight"] for i in template(key)["indicators"] if i["node"] == node["key"])
        assert children + leaves == weights.get(node["key"], 100)


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_the_tree_has_one_root_and_names_parents_first(key: str) -> None:
    seen: set[str | None] = {None}
    for node in template(key)["nodes"]:
        assert node["parent"] in seen
        seen.add(node["key"])
    assert [node["key"] for node in template(key)["nodes"] if node["parent"] is None] == ["root"]
    assert template(key)["headline"] in seen
    assert {indicator["node"] for indicator in template(key)["indicators"]} <= seen


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_the_core_profile_is_the_design_s(key: str) -> None:
    assert core(key) == CORE[key].split()


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_every_leaf_is_computed_judged_or_missing_with_a_reason(key: str) -> None:
    measures = {i["key"]: i["measure"]["kind"] for i in template(key)["indicators"]}
    assert {k for k, kind in measures.items() if kind not in {"judgement", "none"}} == COMPUTED[key]
    assert not [k for k in core(key) if measures[k] == "none"]


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_scales_from_0_to_4_have_five_anchors(key: str) -> None:
    for indicator in template(key)["indicators"]:
        has_anchors = indicator["measure"].get("anchors") is not None
        assert has_anchors == (indicator["unit"] == "scale_0_4"), indicator["key"]


def test_the_vacuum_is_a_geometric_mean_of_three_beside_violence_and_harm() -> None:
    nodes = {node["key"]: node for node in template("security-vacuum")["nodes"]}
    assert [k for k, node in nodes.items() if node["parent"] == "V"] == ["A", "B", "D"]
    assert [k for k, node in nodes.items() if node["parent"] == "H"] == ["C", "E"]
    assert nodes["V"]["aggregation"] == "geometric"
    assert {nodes[k]["aggregation"] for k in ("root", "H")} == {"arithmetic"}


def test_goalposts_differ_by_level_where_the_design_says_so() -> None:
    indicators = {i["key"]: i["goalposts"] for i in template("security-vacuum")["indicators"]}
    assert {k for k, goalposts in indicators.items() if set(goalposts) == {"area1", "country"}} == {"C1", "C2", "C4"}
    assert indicators["C1"]["area1"] == {"method": "log_goalposts", "lo": 0, "hi": 1000, "c": 10}
    assert indicators["C1"]["country"] == {"method": "log_goalposts", "lo": 0, "hi": 6000, "c": 50}


def test_less_is_better_exactly_where_the_design_marks_it() -> None:
    inverted = {key: [i["key"] for i in template(key)["indicators"] if i["direction"] == -1] for key in TEMPLATE_KEYS}
    assert inverted == {
        "security-vacuum": ["B2"],
        "alliance-strength": ["A2", "B3", "B4", "D3", "E3"],
        "peacekeeping-alternatives": ["D1", "E1", "F1", "F2", "F3"],
    }


def test_peacekeeping_ships_eleven_options_with_one_reference_and_two_vetoes() -> None:
    options = template("peacekeeping-alternatives")["options"]
    assert [option["key"] for option in options] == [f"O{number}" for number in range(11)]
    assert [option["key"] for option in options if option["reference"]] == ["O0"]
    assert template("peacekeeping-alternatives")["vetoes"] == [
        {"indicator": "A1", "at_most": 0, "except": ["O0"]},
        {"indicator": "F1", "at_least": 4, "except": []},
    ]

"""What is accepted and refused: the parser names the path, and the published schema agrees with it."""

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import ModelError
from engine.parsing import MAX_DEPTH, parse
from engine.schema import INPUT_SCHEMA
from tests.engine.models import Json, cell, drawn, indicator, leaf, model, node
from tests.engine.random_models import FUNCTIONS

VALIDATOR = jsonschema.Draft202012Validator(INPUT_SCHEMA)


def full() -> Json:
    """An input that uses every key there is."""
    functions = [*FUNCTIONS, {"method": "min_max"}, {"method": "log_goalposts", "hi": 5, "c": 1}]
    keys = [f"i{n}" for n in range(len(functions))]
    tree = node("root", [node("V", [leaf(k) for k in keys[:4]], 2, "geometric"), *map(leaf, keys[4:])])
    rows: dict[str, Any] = {"x": dict.fromkeys(keys, 3.0), "y": dict.fromkeys(keys, 4.0)}
    judged = {"low": 1, "high": 9, "spread": {"kind": "judged"}, "inherited": True}
    rows["x"]["i0"] = cell("x", "i0", 5, **judged, reason="expert")
    rows["x"]["i1"] = cell("x", "i1", 5, low=1, high=9, spread={"kind": "events", "dataset": "ged"})
    rows["x"]["i2"] = cell("x", "i2", 5, claim={"key": "c1", "otherwise": 0}, spread=None, low=None)
    rows["y"]["i3"] = None
    rows["y"]["i4"] = {"alternative": "y", "indicator": "i4", "state": "not_applicable", "reason": "no base"}
    data = model(
        tree,
        [indicator(k, -1, **f) for k, f in zip(keys, functions, strict=True)],
        rows,
        headline="V",
        uncertainty=drawn(),
        claims=[{"key": "c1", "alpha": 1, "beta": 2}],
        vetoes=[{"indicator": "i0", "at_most": 0, "except": ["x"]}, {"indicator": "i1", "at_least": 99}],
    )
    data["alternatives"][0]["reference"] = True
    return data


def put(data: Json, path: str, value: object) -> Json:
    """`data` with the value at a dotted path replaced; `del` removes the key."""
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place: Any = data
    for part in way:
        place = place[part]
    if value is DEL:
        del place[last]
    else:
        place[last] = value
    return data


DEL = object()

ACCEPTED: list[tuple[str, object]] = [
    ("template", DEL),
    ("at", None),
    ("claims", [{"key": "c1", "alpha": 0.5, "beta": 0.5}]),
    ("vetoes", DEL),
    ("vetoes", None),
    ("uncertainty.weights", None),
    ("uncertainty.weights", DEL),
    ("tree.weight", DEL),
    ("alternatives.0.reference", None),
    ("cells.0.inherited", DEL),
    ("indicators.0.direction", 1.0),
    ("min_weight", 0),
]

REFUSED_BY_BOTH: list[tuple[str, object, str]] = [
    ("schema", "other/1", "schema: 'other/1' is none of scenario-workbench/score-input/1"),
    ("higher_is", DEL, "higher_is: is missing"),
    ("colour", "red", "colour: unknown key"),
    ("headline", "", "headline: is empty"),
    ("headline", 3, "headline: text is needed, not a number"),
    ("template", 3, "template: text is needed"),
    ("alternatives", [], "alternatives: there is nothing to score"),
    ("alternatives", {}, "alternatives: a list is needed, not an object"),
    ("alternatives", "xy", "alternatives: a list is needed, not text"),
    ("alternatives.0", "x", "alternatives[0]: an object is needed, not text"),
    ("alternatives.0.reference", 1, "alternatives[0].reference: true or false is needed"),
    ("tree", None, "tree: an object is needed, not null"),
    ("tree.aggregation", "median", "tree.aggregation: 'median' is none of arithmetic, geometric"),
    ("tree.children", [], "tree.children: the node root has none"),
    ("tree.children.0.weight", DEL, "tree.children[0].weight: is missing"),
    ("tree.children.0.children.1.weight", -1, "tree.children[0].children[1].weight: a weight cannot be negative"),
    ("tree.children.0.children.1.weight", True, "tree.children[0].children[1].weight: a number is needed"),
    ("tree.children.0.children.1.name", "x", "tree.children[0].children[1].name: unknown key"),
    ("indicators.0.direction", 0, "indicators[0].direction: 0 is neither 1 nor -1"),
    ("indicators.0.unit", DEL, "indicators[0].unit: is missing"),
    ("indicators.0.value_function.method", "magic", "indicators[0].value_function.method: 'magic' is none of"),
    ("indicators.0.value_function.c", 1, "indicators[0].value_function.c: unknown key"),
    ("indicators.0.value_function.lo", DEL, "indicators[0].value_function.lo: is missing"),
    ("indicators.1.value_function.c", 0, "indicators[1].value_function.c: 0 is not above 0"),
    ("indicators.1.value_function.lo", 1, "indicators[1].value_function.lo: log_goalposts start at 0"),
    ("indicators.3.value_function.points.0", [0], "indicators[3].value_function.points[0]: a pair of numbers"),
    ("indicators.3.value_function.points", [[0, 0]], "indicators[3].value_function.points: a scale needs"),
    ("indicators.3.value_function.points.1.1", 101, "indicators[3].value_function.points[1][1]: 101 is outside"),
    ("cells.0.state", "unknown", "cells[0].state: 'unknown' is none of value, missing, not_applicable"),
    ("cells.0.value", None, "cells[0].value: a cell in state value needs one"),
    ("cells.0.value", "5", "cells[0].value: a number is needed, not text"),
    ("cells.0.high", DEL, "cells[0].high: a spread needs both low and high"),
    ("cells.0.spread", DEL, "cells[0].low: would be skipped: the cell has no spread"),
    ("cells.0.spread", {"kind": "normal"}, "cells[0].spread.kind: 'normal' is none of events, judged"),
    ("cells.0.spread.dataset", "ged", "cells[0].spread.dataset: unknown key"),
    ("cells.1.spread.dataset", DEL, "cells[1].spread.dataset: is missing"),
    ("cells.2.claim.otherwise", DEL, "cells[2].claim.otherwise: is missing"),
    ("cells.0.grade", "A1", "cells[0].grade: unknown key"),
    ("cells.11.reason", DEL, "cells[11].reason: a cell that is missing needs one"),
    ("cells.11.reason", "", "cells[11].reason: is empty"),
    ("cells.11.value", 0, "cells[11].value: a cell that is missing cannot have one"),
    ("cells.12.claim", {"key": "c1", "otherwise": 0}, "cells[12].claim: a cell that is not_applicable cannot"),
    ("claims.0.alpha", 0, "claims[0].alpha: 0 is not above 0"),
    ("uncertainty.values", DEL, "uncertainty.values: is missing"),
    ("uncertainty.values", "yes", "uncertainty.values: true or false is needed"),
    ("uncertainty.method", True, "uncertainty.method: unknown key"),
    ("uncertainty.weights.distribution", "normal", "uncertainty.weights.distribution: 'normal' is none of"),
    ("uncertainty.weights.concentration", 0, "uncertainty.weights.concentration: 0 is under 1"),
    ("vetoes.0.at_least", 4, "vetoes[0]: a veto needs exactly one"),
    ("vetoes.0.at_most", DEL, "vetoes[0]: a veto needs exactly one"),
    ("vetoes.0.except.0", "", "vetoes[0].except[0]: a key is needed"),
    ("min_weight", 1.5, "min_weight: 1.5 is outside 0 to 1"),
    ("min_weight", DEL, "min_weight: is missing"),
    ("geometric_floor", 0, "geometric_floor: 0 is not between 0 and 100"),
]

REFUSED_BY_THE_PARSER: list[tuple[str, object, str]] = [
    ("headline", "H", "headline: H is not a node of the tree"),
    ("headline", "i4", "headline: i4 is not a node of the tree"),
    ("min_weight", float("nan"), "min_weight: NaN and infinities are not numbers"),
    ("tree.weight", float("inf"), "tree.weight: NaN and infinities are not numbers"),
    ("cells.0.value", 10**400, "cells[0].value: is too large for a number"),
    ("cells.0.low", 6, "cells[0].low: 6 is above value 5"),
    ("cells.0.high", 4, "cells[0].high: 4 is below value 5"),
    ("alternatives.1.key", "x", "alternatives[1]: x was already given in alternatives[0]"),
    ("cells.1.indicator", "i0", "cells[1]: x / i0 was already given in cells[0]"),
    ("cells.0.alternative", "w", "cells[0].alternative: w is not among the alternatives"),
    ("cells.0.indicator", "w", "cells[0].indicator: w is not among the indicators"),
    ("cells.0", DEL, "cells: there is no cell for x / i0; what is missing says so"),
    ("cells.2.claim.key", "c9", "cells[2].claim.key: c9 is not among the claims"),
    ("tree.children.1.indicator", "i0", "tree.children[1]: i0 is already in the tree"),
    ("tree.children.0.key", "root", "tree.children[0]: root is already in the tree"),
    ("tree.children.1.indicator", "i99", "tree.children[1].indicator: i99 is not among the indicators"),
    ("tree.children.1", DEL, "indicators: i4 is not in the tree and would be skipped"),
    ("vetoes.0.indicator", "w", "vetoes[0].indicator: w is not among the indicators"),
    ("vetoes.0.except", ["w"], "vetoes[0].except: w is not among the alternatives"),
    ("indicators.0.value_function.lo", 90, "indicators[0].value_function.lo: 90 is not below hi 90"),
]  # fmt: skip


def refusal(data: Json) -> str:
    with pytest.raises(ModelError) as error:
        parse(data)
    return str(error.value)


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(INPUT_SCHEMA)


def test_an_input_with_every_key_is_accepted_by_both() -> None:
    parse(full())
    assert list(VALIDATOR.iter_errors(full())) == []


@pytest.mark.parametrize(("path", "value"), ACCEPTED)
def test_what_is_optional_is_optional_for_both(path: str, value: object) -> None:
    data = put(full(), path, value)
    parse(data)
    assert list(VALIDATOR.iter_errors(data)) == []


@pytest.mark.parametrize(("path", "value", "message"), REFUSED_BY_BOTH)
def test_a_wrong_form_is_refused_by_both_and_named(path: str, value: object, message: str) -> None:
    data = put(full(), path, value)
    assert refusal(data).startswith(message)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(("path", "value", "message"), REFUSED_BY_THE_PARSER)
def test_what_a_schema_cannot_say_the_parser_refuses(path: str, value: object, message: str) -> None:
    assert refusal(put(full(), path, value)).startswith(message)


def test_a_group_whose_weights_sum_to_0_is_refused() -> None:
    data = full()
    for child in data["tree"]["children"][0]["children"]:
        child["weight"] = 0
    assert refusal(data) == "tree.children[0].children: the weights of one group sum to 0"


def test_a_tree_that_is_too_deep_is_refused() -> None:
    data = full()
    tree = data["tree"]
    for level in range(MAX_DEPTH + 1):
        tree = node(f"n{level}", [tree])
    assert "the tree is deeper than 20 levels" in refusal(data | {"tree": tree})


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_what_is_no_object_is_refused(data: Any) -> None:
    assert refusal(data).startswith("an object is needed, not ")


def test_the_order_of_lists_is_no_part_of_the_model() -> None:
    data = full()
    turned = copy.deepcopy(data)
    for name in ("alternatives", "indicators", "cells", "claims"):
        turned[name].reverse()
    assert parse(turned) == parse(data)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """All paths of a JSON value, root left out."""
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [p for key, item in items for p in [(*path, key), *places(item, (*path, key))]]


PLACES = places(full())
SOMETHING: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, -1, 3.5, 1e9, "", "x", "i0", [], {}, [[0, 0]], {"kind": "judged"}, {"method": "min_max"}]
)


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(PLACES), SOMETHING, st.booleans())
def test_whatever_the_parser_accepts_the_schema_accepts(place: tuple[Any, ...], value: Any, remove: bool) -> None:
    data = full()
    holder: Any = data
    for part in place[:-1]:
        holder = holder[part]
    if remove:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    try:
        parse(data)
    except ModelError:
        return
    assert list(VALIDATOR.iter_errors(data)) == []

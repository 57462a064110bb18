"""The JSON form of an input -> Model. The published form is `engine.schema`; a test holds both together."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from engine.errors import ModelError
from engine.model import (
    Aggregation,
    Alternative,
    Cell,
    Claim,
    ClaimRef,
    Events,
    Indicator,
    Judged,
    Leaf,
    Model,
    Node,
    Uncertainty,
    Veto,
)
from engine.orient import Direction
from engine.reader import Reader
from engine.references import check_references, unique
from engine.value_functions import (
    Goalposts,
    LogGoalposts,
    LogRatioGoalposts,
    MinMax,
    Saturation,
    Scale,
    Tent,
    ValueFunction,
)

SCHEMA = "scenario-workbench/score-input/1"
MAX_DEPTH = 20
_MODEL_KEYS = (
    "schema template at cutoff higher_is headline alternatives tree indicators cells claims uncertainty "
    "vetoes min_weight geometric_floor"
)


def parse(data: object) -> Model:
    """The input in its JSON form, checked. Raises ModelError with the path of the first fault."""
    top = Reader.of(data, "", _MODEL_KEYS)
    top.one_of("schema", SCHEMA)
    top.one_of("higher_is", "worse", "better")
    for name in ("template", "at", "cutoff"):
        if top.has(name):
            top.text(name)
    alternatives = unique(top.items("alternatives", _alternative), "alternatives", lambda a: a.key)
    if not alternatives:
        raise ModelError("alternatives", "there is nothing to score")
    indicators = unique(top.items("indicators", _indicator), "indicators", lambda i: i.key)
    claims = unique(_optional(top, "claims", _claim), "claims", lambda c: c.key)
    cells = unique(top.items("cells", _cell), "cells", lambda c: f"{c.alternative} / {c.indicator}")
    model = top.build(
        lambda: Model(
            headline=top.text("headline"),
            alternatives=_by_key(alternatives, lambda a: (a.key,)),
            tree=_node(top.needed("tree"), "tree", 0),
            indicators=_by_key(indicators, lambda i: (i.key,)),
            cells=_by_key(cells, lambda c: (c.indicator, c.alternative)),
            claims=_by_key(claims, lambda c: (c.key,)),
            uncertainty=_uncertainty(top.needed("uncertainty"), "uncertainty"),
            vetoes=_optional(top, "vetoes", _veto),
            min_weight=top.number("min_weight"),
            geometric_floor=top.number("geometric_floor"),
        )
    )
    check_references(model, cells)
    return model


def _optional[T](reader: Reader, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    return reader.items(key, read) if reader.has(key) else ()


def _by_key[T](items: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> tuple[T, ...]:
    return tuple(sorted(items, key=lambda item: tuple(part.encode() for part in key(item))))


def _alternative(value: object, path: str) -> Alternative:
    reader = Reader.of(value, path, "key reference")
    return Alternative(reader.text("key"), reader.flag("reference") if reader.has("reference") else False)


def _node(value: object, path: str, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise ModelError(path, f"the tree is deeper than {MAX_DEPTH} levels")
    reader = Reader.of(value, path, "key aggregation weight children")
    aggregation = cast(Aggregation, reader.one_of("aggregation", "arithmetic", "geometric"))
    weight = reader.number("weight") if depth or reader.has("weight") else 1.0
    children = reader.items("children", lambda child, at: _child(child, at, depth + 1))
    key = reader.text("key")
    return reader.build(lambda: Node(key, aggregation, weight, children))


def _child(value: object, path: str, depth: int) -> Node | Leaf:
    if isinstance(value, Mapping) and "indicator" in value:
        reader = Reader.of(value, path, "indicator weight")
        return Leaf(reader.text("indicator"), reader.number("weight"))
    return _node(value, path, depth)


def _indicator(value: object, path: str) -> Indicator:
    reader = Reader.of(value, path, "key unit direction value_function")
    direction = reader.number("direction")
    if direction not in (1.0, -1.0):
        raise ModelError(reader.at("direction"), f"{direction:g} is neither 1 nor -1")
    function = _value_function(reader.needed("value_function"), reader.at("value_function"))
    return Indicator(reader.text("key"), reader.text("unit"), cast(Direction, int(direction)), function)


def _value_function(value: object, path: str) -> ValueFunction:
    method = Reader.of(value, path, _VALUE_FUNCTION_KEYS).one_of("method", *_VALUE_FUNCTIONS)
    keys, make = _VALUE_FUNCTIONS[method]
    reader = Reader.of(value, path, f"method {keys}")
    return reader.build(lambda: make(reader))


_VALUE_FUNCTIONS: Mapping[str, tuple[str, Callable[[Reader], ValueFunction]]] = {
    "goalposts": ("lo hi", lambda r: Goalposts(_num(r, "lo"), _num(r, "hi"))),
    "log_goalposts": (
        "lo hi c",
        lambda r: LogGoalposts(_num(r, "hi"), _num(r, "c"), _num(r, "lo") if r.has("lo") else 0.0),
    ),
    "log_ratio_goalposts": ("lo hi", lambda r: LogRatioGoalposts(_num(r, "lo"), _num(r, "hi"))),
    "scale": ("points", lambda r: Scale(_points(r))),
    "saturation": ("k full", lambda r: Saturation(_num(r, "k"), _num(r, "full"))),
    "tent": ("rise flat_to end", lambda r: Tent(_num(r, "rise"), _num(r, "flat_to"), _num(r, "end"))),
    "min_max": ("", lambda _: MinMax()),
}
_VALUE_FUNCTION_KEYS = "method lo hi c points k full rise flat_to end"


def _num(reader: Reader, key: str) -> float:
    """A number whose error path is relative, since `build` puts the object's path in front."""
    return Reader(reader.data, "", reader.known).number(key)


def _points(reader: Reader) -> tuple[tuple[float, float], ...]:
    bare = Reader(reader.data, "", reader.known)
    return bare.items("points", bare.pair)


def _cell(value: object, path: str) -> Cell:
    keys = "alternative indicator state reason value low high spread claim inherited"
    reader = Reader.of(value, path, keys)
    read: dict[str, Any] = {name: reader.text(name) for name in ("alternative", "indicator")}
    read["state"] = reader.one_of("state", "value", "missing", "not_applicable")
    read |= {name: reader.number(name) for name in ("value", "low", "high") if reader.has(name)}
    read |= {"reason": reader.text("reason")} if reader.has("reason") else {}
    read |= {"inherited": reader.flag("inherited")} if reader.has("inherited") else {}
    if reader.has("spread"):
        read["spread"] = _spread(reader.data["spread"], reader.at("spread"))
    if reader.has("claim"):
        read["claim"] = _claim_ref(reader.data["claim"], reader.at("claim"))
    return reader.build(lambda: Cell(**read))


def _spread(value: object, path: str) -> Events | Judged:
    kind = Reader.of(value, path, "kind dataset").one_of("kind", "events", "judged")
    if kind == "judged":
        Reader.of(value, path, "kind")
        return Judged()
    return Events(Reader.of(value, path, "kind dataset").text("dataset"))


def _claim_ref(value: object, path: str) -> ClaimRef:
    reader = Reader.of(value, path, "key otherwise")
    return ClaimRef(reader.text("key"), reader.number("otherwise"))


def _claim(value: object, path: str) -> Claim:
    reader = Reader.of(value, path, "key alpha beta")
    key, alpha, beta = reader.text("key"), reader.number("alpha"), reader.number("beta")
    return reader.build(lambda: Claim(key, alpha, beta))


def _uncertainty(value: object, path: str) -> Uncertainty:
    reader = Reader.of(value, path, "weights values claims")
    concentration = None
    if reader.has("weights"):
        weights = Reader.of(reader.data["weights"], reader.at("weights"), "distribution concentration")
        weights.one_of("distribution", "dirichlet")
        concentration = weights.number("concentration")
    values, claims = reader.flag("values"), reader.flag("claims")
    return reader.build(lambda: Uncertainty(concentration, values, claims))


def _veto(value: object, path: str) -> Veto:
    reader = Reader.of(value, path, "indicator at_most at_least except")
    limits = [reader.number(name) if reader.has(name) else None for name in ("at_most", "at_least")]
    spared = frozenset(reader.items("except", _name)) if reader.has("except") else frozenset()
    indicator = reader.text("indicator")
    return reader.build(lambda: Veto(indicator, limits[0], limits[1], spared))


def _name(value: object, path: str) -> str:
    if not isinstance(value, str) or not value:
        raise ModelError(path, "a key is needed")
    return unicodedata.normalize("NFC", value)

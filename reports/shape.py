"""Checks JSON data against a TypedDict, so that a frozen context is refused before anything is drawn."""

from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict


class ShapeError(ValueError):
    """A value that has not the shape it should have, with its path."""


def check(value: Any, expected: Any, path: str = "context") -> None:
    """Raise ShapeError unless `value` is what `expected` (a TypedDict, list, dict, union or plain type) says."""
    origin = get_origin(expected)
    if expected is Any:
        return
    if is_typeddict(expected):
        _check_dict(value, expected, path)
    elif origin in (Union, UnionType):
        _check_union(value, get_args(expected), path)
    elif origin is Literal:
        _require(value in get_args(expected), f"one of {get_args(expected)}", value, path)
    elif origin is list:
        _require(isinstance(value, list), "a list", value, path)
        for index, item in enumerate(value):
            check(item, get_args(expected)[0], f"{path}[{index}]")
    elif origin is dict:
        _require(isinstance(value, dict), "an object", value, path)
        for key, item in value.items():
            check(item, get_args(expected)[1], f"{path}.{key}")
    else:
        _check_plain(value, expected, path)


def _check_dict(value: Any, expected: Any, path: str) -> None:
    _require(isinstance(value, dict), "an object", value, path)
    hints = get_type_hints(expected, include_extras=True)
    needed = {name for name, hint in hints.items() if get_origin(hint) is not NotRequired}
    if lacking := sorted(needed - set(value)):
        raise ShapeError(f"{path}: {lacking[0]} is missing.")
    if unknown := sorted(set(value) - set(hints)):
        raise ShapeError(f"{path}: {unknown[0]} is unknown.")
    for name, item in value.items():
        hint = hints[name]
        check(item, get_args(hint)[0] if get_origin(hint) is NotRequired else hint, f"{path}.{name}")


def _check_union(value: Any, options: tuple[Any, ...], path: str) -> None:
    if value is None and NoneType in options:
        return
    solid = [option for option in options if option is not NoneType]
    if len(solid) == 1:
        check(value, solid[0], path)
    else:
        _require(any(_fits(value, option, path) for option in solid), f"one of {solid}", value, path)


def _fits(value: Any, option: Any, path: str) -> bool:
    try:
        check(value, option, path)
    except ShapeError:
        return False
    return True


def _check_plain(value: Any, expected: Any, path: str) -> None:
    if expected is float:
        good = isinstance(value, int | float) and not isinstance(value, bool)
    elif expected is int:
        good = isinstance(value, int) and not isinstance(value, bool)
    else:
        good = isinstance(value, expected or NoneType)
    _require(good, f"a value of type {getattr(expected, '__name__', expected)}", value, path)


def _require(good: bool, wanted: str, value: Any, path: str) -> None:
    if not good:
        raise ShapeError(f"{path}: {wanted} is needed, not {value!r:.80}.")

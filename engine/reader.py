"""Typed reading of JSON objects: what is wrong is said with its path."""

import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.errors import ModelError


@dataclass(frozen=True)
class Reader:
    """One JSON object of the input and where it stands. `null` counts as absent for optional keys."""

    data: Mapping[str, object]
    path: str
    known: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, value: object, path: str, keys: str) -> "Reader":
        """Reads `value` as an object with no other keys than the space-separated `keys`."""
        if not isinstance(value, Mapping):
            raise ModelError(path, f"an object is needed, not {_kind(value)}")
        known = frozenset(keys.split())
        for key in value:
            if key not in known:
                raise ModelError(_join(path, str(key)), f"unknown key (known: {', '.join(sorted(known))})")
        return cls(value, path, known)

    def at(self, key: str) -> str:
        return _join(self.path, key)

    def has(self, key: str) -> bool:
        return self.data.get(key) is not None

    def needed(self, key: str) -> object:
        if key not in self.data:
            raise ModelError(self.at(key), "is missing")
        return self.data[key]

    def text(self, key: str) -> str:
        value = self.needed(key)
        if not isinstance(value, str):
            raise ModelError(self.at(key), f"text is needed, not {_kind(value)}")
        if not value:
            raise ModelError(self.at(key), "is empty")
        return unicodedata.normalize("NFC", value)

    def one_of(self, key: str, *choices: str) -> str:
        value = self.text(key)
        if value not in choices:
            raise ModelError(self.at(key), f"{value!r} is none of {', '.join(choices)}")
        return value

    def number(self, key: str) -> float:
        return _number(self.needed(key), self.at(key))

    def flag(self, key: str) -> bool:
        value = self.needed(key)
        if not isinstance(value, bool):
            raise ModelError(self.at(key), f"true or false is needed, not {_kind(value)}")
        return value

    def items[T](self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """Each item of the list under `key`, read by `read(item, path)`; the path is added to its errors."""
        value = self.needed(key)
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise ModelError(self.at(key), f"a list is needed, not {_kind(value)}")
        return tuple(read(item, f"{self.at(key)}[{i}]") for i, item in enumerate(value))

    def pair(self, value: object, path: str) -> tuple[float, float]:
        if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
            raise ModelError(path, "a pair of numbers is needed")
        return _number(value[0], f"{path}[0]"), _number(value[1], f"{path}[1]")

    def build[T](self, make: Callable[[], T]) -> T:
        """Calls `make`; an error of the value's own check gets this object's path in front."""
        try:
            return make()
        except ModelError as error:
            raise error.under(self.path) from None


def _number(value: object, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ModelError(path, f"a number is needed, not {_kind(value)}")
    try:
        number = float(value)
    except OverflowError:
        raise ModelError(path, "is too large for a number") from None
    if not math.isfinite(number):
        raise ModelError(path, "NaN and infinities are not numbers")
    return number


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _kind(value: object) -> str:
    names: Mapping[type, str] = {
        type(None): "null", bool: "a truth value", int: "a number", float: "a number",
        str: "text", list: "a list", tuple: "a list", dict: "an object",
    }  # fmt: skip
    return names.get(type(value), type(value).__name__)

"""Canonical JSON (RFC 8785, JCS) and its SHA-256: equal values have equal bytes.

Source: Rundgren, Jordan and Erdtman, JSON Canonicalization Scheme, RFC 8785 (2020).
"""

import hashlib
import math
import unicodedata
from collections.abc import Mapping, Sequence

from engine.errors import ModelError

TOO_LARGE = 2**1023
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def dumps(obj: object, *, nfc: bool = True) -> bytes:
    """Canonical UTF-8 JSON of `obj` (dict, list, tuple, str, bool, None, int, float).

    Text is brought to Unicode NFC first, which the RFC leaves to its users (`nfc=False` is the bare RFC).
    Raises ModelError with the path of a NaN, an infinity, an integer that float64 rounds, a lone surrogate,
    two keys that become one, or a value that JSON cannot hold.
    """
    return _encode(obj, "", nfc).encode("utf-8")


def sha256(obj: object) -> str:
    """Hex SHA-256 of `dumps(obj)`."""
    return hashlib.sha256(dumps(obj)).hexdigest()


def number(value: float) -> str:
    """A finite float64 as ECMAScript's Number::toString writes it (RFC 8785, 3.2.2.3)."""
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, power = float.__repr__(abs(float(value))).partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    digits = whole + fraction
    point = len(whole) + int(power or 0)
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.lstrip("0").rstrip("0")
    return sign + _place_point(digits, point)


def _place_point(digits: str, point: int) -> str:
    """Digits with the decimal point after the first `point` of them, by ECMAScript's four cases."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    tail = f".{digits[1:]}" if count > 1 else ""
    return f"{digits[0]}{tail}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def _encode(obj: object, path: str, nfc: bool) -> str:
    if obj is None:
        return "null"
    if isinstance(obj, bool):
        return "true" if obj else "false"
    if isinstance(obj, str):
        return _text(obj, path, nfc)
    if isinstance(obj, int | float):
        return _checked_number(obj, path)
    if isinstance(obj, Mapping):
        return _object(obj, path, nfc)
    if isinstance(obj, Sequence) and not isinstance(obj, bytes | bytearray):
        return "[" + ",".join(_encode(item, f"{path}[{i}]", nfc) for i, item in enumerate(obj)) + "]"
    raise ModelError(path, f"JSON cannot hold a {type(obj).__name__}")


def _checked_number(value: int | float, path: str) -> str:
    if isinstance(value, int):
        if abs(value) >= TOO_LARGE or not _kept(value):
            raise ModelError(path, "is an integer that JSON's numbers (float64) do not hold exactly")
    elif not math.isfinite(value):
        raise ModelError(path, "NaN and infinities are not numbers in JSON")
    return number(value)


def _kept(value: int) -> bool:
    """Whether float64 holds the integer, or writes it with these very digits when it is a float."""
    return float(value) == value or number(float(value)) == str(value)


def _object(obj: Mapping[object, object], path: str, nfc: bool) -> str:
    members: dict[str, object] = {}
    for key, value in obj.items():
        if not isinstance(key, str):
            raise ModelError(path, f"the key {key!r} is not text")
        name = unicodedata.normalize("NFC", key) if nfc else key
        if name in members:
            raise ModelError(path, f"the key {name!r} comes twice")
        members[name] = value
    parts = [
        f"{_text(name, path, nfc)}:{_encode(members[name], _join(path, name), nfc)}"
        for name in sorted(members, key=_utf16)
    ]
    return "{" + ",".join(parts) + "}"


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _utf16(text: str) -> bytes:
    """Sort key: code units, not code points, so that U+1F600 comes before U+FB33 (RFC 8785, 3.2.3)."""
    return text.encode("utf-16-be", "surrogatepass")


def _text(text: str, path: str, nfc: bool) -> str:
    clean = unicodedata.normalize("NFC", text) if nfc else text
    if any("\ud800" <= sign <= "\udfff" for sign in clean):
        raise ModelError(path, "half of a surrogate pair is not text")
    return '"' + "".join(_escape(sign) for sign in clean) + '"' if _needs_escape(clean) else f'"{clean}"'


def _needs_escape(text: str) -> bool:
    return '"' in text or "\\" in text or (min(text) < " " if text else False)


def _escape(sign: str) -> str:
    if sign in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[sign]
    return f"\\u{ord(sign):04x}" if sign < " " else sign

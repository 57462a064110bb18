"""JSON from outside: what PostgreSQL cannot hold or a parser cannot survive is refused here."""

import json
import math
from typing import Any, NoReturn

from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_WHOLE = 2**63 - 1


class TooLarge(APIException):
    """The body is not read to its end."""

    status_code = 413
    default_code = "too_large"


class StrictJSONParser(JSONParser):
    """At most 1 MB and 32 levels; no NUL, no lone surrogates, no NaN or Infinity."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        body = stream.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise TooLarge(_("The body is over 1 MB."))
        try:
            data = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
        except UnicodeDecodeError as error:
            raise ParseError(_("The body is not UTF-8.")) from error
        except (ValueError, RecursionError) as error:
            raise ParseError(_("The body is not valid JSON: %(why)s") % {"why": str(error)[:200]}) from error
        _check(data, depth=0)
        return data


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _check(value: Any, *, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ParseError(_("The body is nested more than 32 levels deep."))
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float) and not _fits(value):
        raise ParseError(_("A number is too large."))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check_text(key)
            _check(inner, depth=depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _check(inner, depth=depth + 1)


def _fits(number: float) -> bool:
    return math.isfinite(number) if isinstance(number, float) else abs(number) <= MAX_WHOLE


def _check_text(text: str) -> None:
    if "\x00" in text:
        raise ParseError(_("Text must not contain NUL characters."))
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ParseError(_("Text must not contain lone surrogates."))

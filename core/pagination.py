"""Keyset pages: the cursor names the last row seen, so a page costs the same at any depth."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.errors import DomainError

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """Rows of one page, and the query string of the next one."""

    rows: list[Any]
    next_cursor: str
    next_query: str
    first_query: str

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def keyset_page(rows: QuerySet[Any], request: HttpRequest, *, fields: tuple[str, ...], size: int = PAGE_SIZE) -> Page:
    """One page of `rows` ordered by `fields`, which must end with a unique, not-null one ("-name" descends)."""
    cursor = request.GET.get("after", "")
    ordered = rows.order_by(*fields)
    try:
        if cursor:
            ordered = ordered.filter(_after(fields, decode(cursor, len(fields))))
        found = list(ordered[: size + 1])
    except (ValueError, TypeError, OverflowError, ValidationError) as error:
        raise _bad_cursor() from error
    more = len(found) > size
    found = found[:size]
    after = encode([_value(found[-1], field) for field in fields]) if more else ""
    query = request.GET.copy()
    query.pop("after", None)
    first = query.urlencode()
    if after:
        query["after"] = after
    return Page(found, after, query.urlencode() if after else "", first)


def _after(fields: tuple[str, ...], values: list[Any]) -> Q:
    condition = Q()
    equal = Q()
    for field, value in zip(fields, values, strict=True):
        name = field.lstrip("-")
        step = "lt" if field.startswith("-") else "gt"
        condition |= equal & Q(**{f"{name}__{step}": value})
        equal &= Q(**{name: value})
    return condition


def _value(row: Any, field: str) -> Any:
    for part in field.lstrip("-").split("__"):
        row = getattr(row, part)
    return row if isinstance(row, (int, float, str)) else str(row)


def encode(values: list[Any]) -> str:
    """A cursor is opaque to clients and safe in a URL."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def decode(cursor: str, length: int) -> list[Any]:
    """The values of a cursor; a damaged one is the caller's fault, not ours."""
    try:
        values: Any = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError, binascii.Error) as error:
        raise _bad_cursor() from error
    plain = isinstance(values, list) and all(isinstance(v, (int, float, str)) and "\x00" not in str(v) for v in values)
    if not plain or len(values) != length:
        raise _bad_cursor()
    return list(values)


def _bad_cursor() -> DomainError:
    return DomainError(
        _("This page link is damaged. Start again from the first page."), code="bad_cursor", field="after"
    )

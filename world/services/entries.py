"""What people enter, cleaned and checked against the columns it goes into."""

import math
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.errors import DomainError
from core.text import clean


def cleaned(value: Any) -> Any:
    """The value with every text in it cleaned."""
    match value:
        case str():
            return clean(value)
        case list() | tuple():
            return [cleaned(item) for item in value]
        case dict():
            return {clean(str(key)): cleaned(item) for key, item in value.items()}
    return value


def checked(model: type[models.Model], values: Mapping[str, Any], *, allowed: Collection[str]) -> dict[str, Any]:
    """`values` as the columns of `model` take them; DomainError names the first field that does not fit."""
    unknown = sorted(set(values) - set(allowed))
    if unknown:
        raise DomainError(_("This cannot be set here."), code="unknown_field", field=unknown[0])
    return {name: _fitting(model, name, value) for name, value in values.items()}


def _fitting(model: type[models.Model], name: str, value: Any) -> Any:
    field = _column(model, name)
    if isinstance(field, models.ForeignKey):
        return _row(field, value)
    if isinstance(value, float) and not math.isfinite(value):
        raise DomainError(_("This is not a number."), code="invalid", field=name)
    try:
        return field.clean(cleaned(value), None)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), code="invalid", field=name) from error


def _column(model: type[models.Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise DomainError(_("This cannot be set here."), code="unknown_field", field=name) from error


def _row(field: Any, value: Any) -> Any:
    if value is None and field.null:
        return None
    if not isinstance(value, field.related_model):
        raise DomainError(_("Choose one."), code="required", field=field.name)
    return value


def required(values: Mapping[str, Any], *names: str) -> None:
    """Refuse what cannot be stored without these."""
    for name in names:
        if values.get(name) in (None, ""):
            raise DomainError(_("This is needed."), code="required", field=name)


def reason_given(reason: str) -> str:
    """A change of a fact states why."""
    if not clean(reason):
        raise DomainError(_("Say why: the reason stays with the change."), code="required", field="reason")
    return clean(reason)


def period(start: date | None, end: date | None, *, field: str = "valid_to") -> DateRange:
    """Half-open: `end` is the first day on which it no longer holds."""
    if start is not None and end is not None and end <= start:
        raise DomainError(_("The end must be after the start."), code="invalid", field=field)
    return DateRange(start, end, "[)")


def free_slug(text: str, taken: Iterable[str], *, length: int) -> str:
    """A short name made from `text` that is not taken."""
    base = slugify(text)[: length - 4].strip("-") or "x"
    used = set(taken)
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(used) + 2))
    return next(slug for slug in candidates if slug not in used)

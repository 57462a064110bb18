"""Failures that a person can mend: their text may be shown."""

from typing import Any


class DomainError(Exception):
    """An expected failure. `field` and `row` say where it is, `code` what kind it is."""

    status = 422

    def __init__(
        self,
        message: str,
        *,
        code: str = "invalid",
        field: str | None = None,
        row: int | None = None,
        **extra: Any,
    ):
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field
        self.row = row
        self.extra = extra


class Conflict(DomainError):
    """Somebody else changed the row first; `extra['current']` is its version number now."""

    status = 409


class Forbidden(DomainError):
    """A member of the team without the right."""

    status = 403


class Missing(DomainError):
    """The row is not there, or not for this person: both look the same."""

    status = 404

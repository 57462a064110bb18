"""One error shape for the whole API: RFC 9457 `application/problem+json`."""

import math
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DataError, OperationalError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from core.errors import DomainError


class Problem(Response):
    """A problem document is JSON, whatever the endpoint itself sends and the client asked for."""

    @property
    def rendered_content(self) -> str:
        self["Content-Type"] = "application/problem+json"
        rendered: bytes = JSONRenderer().render(self.data)
        return rendered.decode()


def problem_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Translate an exception into a problem document; None lets the server error through to the log."""
    match exc:
        case DomainError():
            fields = {"field": exc.field, "row": exc.row, **exc.extra}
            return problem(exc.status, exc.code, exc.message, **{k: v for k, v in fields.items() if v is not None})
        case exceptions.ValidationError():
            return problem(
                400, "invalid", _("Some fields are not valid."), errors=list(_flatten(exc.get_full_details()))
            )
        case exceptions.APIException():
            return problem(
                exc.status_code, str(getattr(exc, "default_code", "error")), str(exc.detail), headers=_headers(exc)
            )
        case Http404():
            return problem(404, "not_found", _("There is no such resource, or it is not open to you."))
        case PermissionDenied():
            return problem(403, "forbidden", _("Your role does not include this."))
        case DataError():
            return problem(400, "invalid", _("A value cannot be stored as it is: check its length and its range."))
        case OperationalError():
            return problem(503, "database_away", _("The database does not answer. Try again in a moment."))
    return None


def problem(
    status_code: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **extra: Any
) -> Response:
    """A problem document with a machine-readable code and a sentence."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status_code).phrase,
        "status": status_code,
        "code": code,
        "detail": detail,
        **extra,
    }
    return Problem(body, status=status_code, headers=headers)


def _headers(exc: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if auth_header := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = auth_header
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(math.ceil(wait))
    return headers


def _flatten(details: Any, path: str = "") -> Any:
    """Each wrong field as {field, code, detail}, with the path to it."""
    if isinstance(details, dict) and {"message", "code"} <= set(details):
        yield {"field": path or "body", "code": details["code"], "detail": str(details["message"])}
    elif isinstance(details, dict):
        for name, inner in details.items():
            yield from _flatten(inner, f"{path}.{name}" if path else str(name))
    else:
        for index, inner in enumerate(details):
            leaf = isinstance(inner, dict) and {"message", "code"} <= set(inner)
            yield from _flatten(inner, path if leaf else f"{path}[{index}]")

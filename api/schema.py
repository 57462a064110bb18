"""The OpenAPI document: every endpoint also says how it fails."""

from functools import cache
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "field": {"type": "string"},
        "row": {"type": "integer"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code", "detail"],
                "properties": {name: {"type": "string"} for name in ("field", "code", "detail")},
            },
        },
    },
}
READING = {
    "400": "Not valid",
    "401": "Not signed in",
    "403": "Not in your role",
    "404": "Not there, or not for you",
    "405": "Not with this method",
    "406": "Not in this format",
    "422": "Understood, but refused",
}
WRITING = READING | {"409": "Changed in the meantime", "413": "Too large", "415": "Not JSON"}


@cache
def page_of(serializer: type[serializers.Serializer[Any]]) -> serializers.Serializer[Any]:
    """How a list answers: a page of rows, and the query string of the next one."""
    following = serializers.CharField(allow_null=True, help_text="Query string of the next page; null on the last.")
    name = serializer.__name__.removesuffix("Output") + "Page"
    return inline_serializer(name, {"results": serializer(many=True), "next": following})


def add_problems(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """A postprocessing hook: add the problem document to every operation."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in result["paths"].values():
        for method, operation in path.items():
            for status, sentence in (READING if method == "get" else WRITING).items():
                operation["responses"].setdefault(status, {"description": sentence, "content": content})
    return result


class BearerToken(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # the library gives no types
    """How a token is sent."""

    target_class = "api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A token from /me/tokens/: swb_<id>.<secret>"}

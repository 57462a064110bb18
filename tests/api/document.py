"""The published OpenAPI document, and whether an answer is what it says."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

PUBLISHED = Path(__file__).resolve().parents[2] / "api" / "schema.yml"


@cache
def published() -> Any:
    return yaml.safe_load(PUBLISHED.read_text(encoding="utf-8"))


def conforms(method: str, address: str, answer: Any) -> None:
    """Assert that the document knows this operation, this status, this media type and this shape."""
    operation = _operation(method.lower(), address.partition("?")[0])
    if operation is None:
        assert answer.status_code in (404, 405), f"{method} {address} is not in the schema"
        return
    documented = operation["responses"].get(str(answer.status_code))
    assert documented, f"{method} {address}: {answer.status_code} is not in the schema: {answer.content[:500]}"
    if not answer.content:
        return
    media = answer["Content-Type"].partition(";")[0]
    assert media in documented.get("content", {}), f"{method} {address}: {answer.status_code} came as {media}"
    if "json" in media:
        _valid(json.loads(answer.content), documented["content"][media]["schema"])


def _operation(method: str, path: str) -> Any:
    for template, operations in published()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            return operations.get(method)
    return None


def _valid(body: Any, schema: Any) -> None:
    root = {**_strict(schema), "components": _components()}
    validator: Any = validator_for(root, default=Draft202012Validator)
    errors = sorted(validator(root).iter_errors(body), key=str)
    assert not errors, "\n".join(f"{error.json_path}: {error.message[:300]}" for error in errors)


@cache
def _components() -> Any:
    return _strict(published()["components"])


def _strict(schema: Any) -> Any:
    """OpenAPI 3.0 as JSON Schema: null where it is allowed, and no member that the document does not name."""
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: _strict(part) for name, part in schema.items() if name != "nullable"}
    if isinstance(inner.get("properties"), dict) and "type" in inner and "errors" not in inner["properties"]:
        inner.setdefault("additionalProperties", False)
    return {"anyOf": [inner, {"type": "null"}]} if schema.get("nullable") is True else inner

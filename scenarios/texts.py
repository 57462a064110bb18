"""Texts that are data: {"en": "...", "fr": "..."}. English stands in where a language is not there."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language


def localised(texts: Mapping[str, Any] | None, language: str | None = None) -> str:
    """The text in the given or the active language."""
    if not texts:
        return ""
    code = (language or get_language() or "en").split("-")[0]
    return str(texts.get(code) or texts.get("en") or next(iter(texts.values())))

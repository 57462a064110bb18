"""Goalposts that the engine understands, and what they say in a sentence."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.errors import DomainError
from engine.errors import ModelError
from engine.parsing import parse
from scenarios.texts import localised


def check_value_function(value_function: Mapping[str, Any], *, field: str) -> None:
    """Refuse a value function that the engine would refuse. Raises DomainError on `field`."""
    try:
        parse(_smallest_model(dict(value_function)))
    except ModelError as error:
        message = _("These goalposts cannot be used: %(why)s.") % {"why": error.message}
        raise DomainError(message, code="bad_goalposts", field=field) from None


def _smallest_model(value_function: dict[str, Any]) -> dict[str, Any]:
    """One alternative, one leaf, nothing known: the engine's own parser then judges the goalposts alone."""
    return {
        "schema": "scenario-workbench/score-input/1",
        "higher_is": "better",
        "headline": "root",
        "alternatives": [{"key": "a", "reference": False}],
        "tree": {"key": "root", "aggregation": "arithmetic", "children": [{"indicator": "i", "weight": 1}]},
        "indicators": [{"key": "i", "unit": "count", "direction": 1, "value_function": value_function}],
        "cells": [{"alternative": "a", "indicator": "i", "state": "missing", "reason": "not asked"}],
        "uncertainty": {"weights": None, "values": False, "claims": False},
        "min_weight": 0,
        "geometric_floor": 1,
    }


def domain(indicator_measure: Mapping[str, Any], value_function: Mapping[str, Any]) -> tuple[float, float] | None:
    """The raw values that a person may enter: the ends of an anchored scale, else anything."""
    if indicator_measure.get("anchors") and value_function.get("method") == "scale":
        points = value_function["points"]
        return float(points[0][0]), float(points[-1][0])
    return None


def anchors(indicator_measure: Mapping[str, Any]) -> list[str]:
    """The written anchors of a scale, in its order."""
    return [localised(text) for text in indicator_measure.get("anchors") or []]

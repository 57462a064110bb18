"""The built-in templates: versioned JSON files that a team copies into a scenario and edits."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "templates_data"

# The options of a core profile (design/templates, section 6); the rest are copied inactive.
CORE_OPTIONS = {"peacekeeping-alternatives": ("O0", "O1", "O3", "O5", "O7", "O10")}


def known() -> list[str]:
    """The keys of the templates at hand, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def _text(key: str) -> str:
    return (FOLDER / f"{key}.json").read_text(encoding="utf-8")


def load(key: str) -> dict[str, Any]:
    """A template as a fresh value of its own. Raises KeyError for a key that no file has."""
    if key not in known():
        raise KeyError(key)
    loaded: dict[str, Any] = json.loads(_text(key))
    return loaded


def is_core_option(template: str, option: str) -> bool:
    """Is this option active in a fresh copy?"""
    core = CORE_OPTIONS.get(template)
    return core is None or option in core


def value_function(indicator: dict[str, Any], level: str) -> dict[str, Any]:
    """The goalposts of an indicator for a level (`area1`, `country`), else its default."""
    goalposts: dict[str, Any] = indicator["goalposts"]
    found: dict[str, Any] = goalposts.get(level) or goalposts.get("default") or next(iter(goalposts.values()))
    return found

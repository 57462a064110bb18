"""The demo's files, read as they are."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "demo_data"


def rows(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def table(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def english(value: Any) -> str:
    """The English of {"en": ...}; a plain text or nothing as it is."""
    return (value.get("en") or "") if isinstance(value, dict) else (value or "")


def day(text: str) -> date:
    return date.fromisoformat(text)


def maybe_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""The demo's files, read once, and what their rows may point to."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DEMO_DATA = ROOT / "workbench" / "demo_data"
BASEMAP = ROOT / "reports" / "geodata" / "basemap.geojson"
TEMPLATES = ROOT / "scenarios" / "templates_data"
TEMPLATE_KEYS = ("alliance-strength", "peacekeeping-alternatives", "security-vacuum")


@cache
def demo(name: str) -> Any:
    return json.loads((DEMO_DATA / name).read_text(encoding="utf-8"))


@cache
def template(key: str) -> Any:
    return json.loads((TEMPLATES / f"{key}.json").read_text(encoding="utf-8"))


@cache
def table(name: str) -> list[dict[str, str]]:
    with (DEMO_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def actors() -> set[str]:
    return {actor["slug"] for actor in demo("actors.json")}


def areas() -> set[str]:
    return {area["key"] for area in demo("areas.json")}


def documents() -> dict[str, dict[str, Any]]:
    return {document["key"]: document for document in demo("sources.json")["documents"]}


def core(key: str) -> list[str]:
    return [indicator["key"] for indicator in template(key)["indicators"] if indicator["core"]]

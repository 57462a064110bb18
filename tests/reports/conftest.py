"""One brief for all: the fixture's context composed, drawn and typeset once per worker."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reports.context import BriefContext
from reports.document import Document, compose
from reports.render import render_brief, render_charts

CONTEXT = Path(__file__).parent / "fixtures" / "context.json"
APPROVED = datetime(2024, 3, 4, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """A document with its pictures and its PDF."""

    document: Document
    svgs: dict[str, str]
    pdf: bytes


@pytest.fixture
def context() -> BriefContext:
    """A fresh copy of the context of Mali: ten regions, five coalitions, six options, invented scores."""
    read: BriefContext = json.loads(CONTEXT.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="session")
def made() -> Made:
    document = compose(json.loads(CONTEXT.read_text(encoding="utf-8")))
    svgs = render_charts(document.figures)
    return Made(document, svgs, render_brief(document.tree, svgs, document.sources, APPROVED))


@pytest.fixture
def data(context: BriefContext) -> dict[str, Any]:
    """Data for each kind of chart, from the options of the context."""
    options = context["scenarios"][2]["alternatives"]
    ranked = sorted((item for item in options if item["rank"]), key=lambda item: item["rank"] or 0)
    return {
        "rank": {"rows": [{key: item[key] for key in ROW} for item in options], "unit": "Option score, 0–100"},
        "contributions": {
            "dimensions": context["scenarios"][2]["dimensions"],
            "rows": [{key: item[key] for key in ("key", "label", "score", "points")} for item in ranked],
        },
        "accept": {
            "rows": [
                {"key": item["key"], "label": item["label"], "shares": item["rank_acceptability"]} for item in ranked
            ],
            "draws": 10000,
        },
        "claims": {
            "claim": "CMA, GATIA and JNIM have formed an alliance.",
            "probability": 0.5,
            "low": 0.05,
            "high": 0.95,
            "unit": "Alliance strength, 0–100",
            "rows": [
                {"key": "a", "label": "The reported pact", "if_true": 54.6, "if_false": 22.7},
                {"key": "b", "label": "Government and Wagner Group", "if_true": 69.8, "if_false": 72.4},
                {"key": "c", "label": "Untouched", "if_true": 50.0, "if_false": 50.04},
            ],
        },
        "geomap": context["map"],
        "series": {
            "name": "Vacuum index, Kidal",
            "unit": "Index, 0–100",
            "points": [
                {
                    "day": f"2023-{month:02d}-01",
                    "value": 40.0 + 3 * month,
                    "low": 35.0 + 3 * month,
                    "high": 46.0 + 3 * month,
                }
                for month in range(1, 13)
            ],
            "marks": [
                {"day": "2023-06-30", "label": "Mandate ended"},
                {"day": "2023-07-14", "label": "First camp closed"},
            ],
            "levels": True,
        },
    }


ROW = ("key", "label", "rank", "score", "interval", "first_share", "reference", "fails", "set_aside")

"""One indicator in full: what it asks, how it is read, and what people have judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scenarios.goalposts import anchors
from scenarios.models import Alternative, Judgement
from scenarios.views.tree import Row
from scenarios.views.words import ends_of, goalposts_in_words, source_words, unit_words


@dataclass(frozen=True)
class Cell:
    """An alternative with the judgements on it, the one that stands first."""

    alternative: Alternative
    judgements: list[Judgement]

    @property
    def last(self) -> Judgement | None:
        return self.judgements[0] if self.judgements else None


def detail_of(row: Row, alternatives: Iterable[Alternative], judgements: Iterable[Judgement]) -> dict[str, Any]:
    """What the panel of one leaf needs beside the row itself."""
    leaf = row.thing
    by_cell: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.indicator == leaf.key:
            by_cell.setdefault(judgement.alternative, []).append(judgement)
    ends = ends_of(leaf.value_function)
    return {
        "leaf": leaf,
        "judged": leaf.measure["kind"] == "judgement",
        "cells": [Cell(alternative, by_cell.get(alternative.key, [])) for alternative in alternatives],
        "anchors": list(enumerate(anchors(leaf.measure))),
        "goalposts": goalposts_in_words(leaf.value_function),
        "unit": unit_words(leaf.unit),
        "sources": source_words(leaf.source),
        "ends": ends,
    }

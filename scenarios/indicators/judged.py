"""Cells that people judged: the last judgement about the reference date, made by the cut-off."""

from functools import partial
from typing import Any

from django.db.models import F

from scenarios.indicators.cells import Found, missing, value
from scenarios.indicators.facts import Facts
from scenarios.models import Judgement, JudgementGrant


def judged_cells(facts: Facts) -> dict[tuple[str, str], Any]:
    """The judgement that stands for each cell (alternative, indicator).

    The last by `about`, then by `made_on`; between two people of one day the e-mail address decides, so that the order
    of entry does not. With hindsight allowed all judgements are looked at, and a later one is marked.
    """
    rows = (
        Judgement.objects.standing()
        .visible_to(facts.viewer)
        .filter(scenario=facts.version.scenario_id)
        .annotate(judge=F("by__email"))
        .order_by("about", "made_on", "judge")
    )
    if not facts.allow_hindsight:
        rows = rows.filter(about__lte=facts.at, made_on__lte=facts.cutoff)
    return {(row.alternative, row.indicator): row for row in rows}


def no_judgement(facts: Facts) -> Found:
    return missing(
        f"Nobody had judged it for {facts.at.isoformat()} by {facts.cutoff.isoformat()}."
        if not facts.allow_hindsight
        else "Nobody has judged it."
    )


def judged_cell(facts: Facts, row: Any) -> Found:
    """The cell of a judgement; the run inherits its handling."""
    facts.handling.take(row.handling, row.contains_personal_data, partial(_people, row))
    origin = {
        "judgement": str(row.pk),
        "by": row.judge,
        "about": row.about.isoformat(),
        "made_on": row.made_on.isoformat(),
    }
    if row.review_by and row.review_by < facts.at:
        origin["review_was_due"] = row.review_by.isoformat()
    if row.about > facts.at or row.made_on > facts.cutoff:
        origin["hindsight"] = True
    if row.low == row.high:
        return value(row.mode, origin=origin)
    return value(row.mode, low=row.low, high=row.high, judged=True, origin=origin)


def _people(row: Judgement) -> set[Any]:
    return set(JudgementGrant.objects.filter(judgement=row).values_list("person_id", flat=True))

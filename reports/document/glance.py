"""The page for readers who open one page: for each scenario its answer, its interval and its ranking."""

from typing import Any

from django.utils.translation import gettext as _

from reports.charts.lettering import number, percent, share_of_draws
from reports.context import Alternative, BriefContext, ScenarioResult
from reports.document.figures import ranked
from reports.document.words import written_date, written_month
from reports.palette import level

MOST_ROWS = 5


def glance(context: BriefContext) -> dict[str, Any]:
    """The cards, the small tables and the closing note of the page."""
    locale = context["locale"]
    return {
        "cards": [_card(scenario, locale) for scenario in context["scenarios"]],
        "tables": [_table(scenario, locale) for scenario in context["scenarios"]],
        "facts": _facts(context),
        "cautions": _cautions(context),
    }


def _card(scenario: ScenarioResult, locale: str) -> dict[str, Any]:
    order = ranked(scenario)
    card: dict[str, Any] = {
        "name": scenario["name"],
        "question": scenario["question"],
        "verdict": scenario["verdict"],
        "levels": scenario["higher_is"] == "worse",
        "value": None,
    }
    if not order:
        return card
    first = order[0]
    card |= {"leader": first["label"], "value": number(first["score"] or 0, locale), "point": first["score"]}
    if first["interval"]:
        low, high = first["interval"]["q05"], first["interval"]["q95"]
        card |= {"low": low, "high": high, "interval": _interval(first, locale)}
    return card | _tag(scenario, first)


def _tag(scenario: ScenarioResult, first: Alternative) -> dict[str, str]:
    if scenario["contested"]:
        return {"tag": _("Contested"), "tone": "contested"}
    if scenario["higher_is"] == "worse":
        band = level(first["score"] or 0)
        return {"tag": str(band.name), "tone": band.token}
    return {"tag": _("Clear lead"), "tone": "clear"}


def _interval(item: Alternative, locale: str) -> str:
    if not item["interval"]:
        return ""
    return f"{number(item['interval']['q05'], locale)}–{number(item['interval']['q95'], locale)}"


def _table(scenario: ScenarioResult, locale: str) -> dict[str, Any]:
    order = ranked(scenario)
    rows = [
        {
            "rank": str(item["rank"]),
            "label": item["label"],
            "score": number(item["score"] or 0, locale),
            "interval": _interval(item, locale),
            "first": share_of_draws(item["first_share"] or 0, locale),
        }
        for item in order[:MOST_ROWS]
    ]
    return {"title": scenario["name"], "rows": rows, "notes": _notes(scenario, len(order))}


def _notes(scenario: ScenarioResult, ranks: int) -> list[str]:
    """What the small table leaves out, said in whole sentences."""
    failing = [item["label"] for item in scenario["alternatives"] if item["fails"]]
    aside = [item["label"] for item in scenario["alternatives"] if item["set_aside"]]
    notes = []
    if ranks > MOST_ROWS:
        notes.append(_("%(count)s more are ranked below.") % {"count": ranks - MOST_ROWS})
    if failing:
        notes.append(_("Fails a veto: %(names)s.") % {"names": ", ".join(failing)})
    if aside:
        notes.append(_("Set aside: %(names)s.") % {"names": ", ".join(aside)})
    return notes


def _facts(context: BriefContext) -> list[dict[str, str]]:
    time, locale = context["time"], context["locale"]
    draws = sorted({scenario["run"]["draws"] for scenario in context["scenarios"]})
    facts = [
        (_("Reference date"), written_date(time["at"], locale)),
        (_("Information cut-off"), written_date(time["cutoff"], locale)),
        (_("Data to"), written_month(time["data_to"], locale)),
        (_("Draws"), ", ".join(number(count, locale, 0) for count in draws)),
    ]
    return [{"name": name, "value": value} for name, value in facts]


def _cautions(context: BriefContext) -> list[str]:
    """What a reader of this page alone must know: contested claims, missing weight, hindsight or replay."""
    cautions = []
    for scenario in context["scenarios"]:
        values = {"name": scenario["name"], "weight": _missing_weight(scenario, context["locale"])}
        for claim in scenario["claims"]:
            if claim["split"]:
                text = {**values, "claim": claim["text"].rstrip("."), "grade": claim["grade"]}
                cautions.append(_("%(name)s rests on a contested claim, graded %(grade)s: “%(claim)s”.") % text)
        if scenario["missing"]:
            cautions.append(_("%(name)s: %(weight)s of the weight is missing and is in no score.") % values)
    if context["time"]["replay"] == "reconstructed":
        cautions.append(_("What was known by the cut-off is reconstructed from release dates."))
    if context["time"]["replay"] == "hindsight":
        cautions.append(_("Judgements made after the cut-off were used."))
    return cautions


def _missing_weight(scenario: ScenarioResult, locale: str) -> str:
    return percent(sum(leaf["weight_share"] for leaf in scenario["missing"]), locale)

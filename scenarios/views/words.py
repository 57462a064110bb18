"""What the parts of a tree say in a sentence: goalposts, measures, letters, vetoes."""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.units import UNITS
from scenarios.texts import localised
from scenarios.verdict import sentence

Json = Mapping[str, Any]

SOURCES = {
    "E": gettext_lazy("events"),
    "R": gettext_lazy("relations"),
    "S": gettext_lazy("an outside series"),
    "X": gettext_lazy("expert judgement"),
    "link": gettext_lazy("another scenario"),
}
MEASURES = {
    "judgement": gettext_lazy("Judged by people"),
    "events_cell": gettext_lazy("Counted from events"),
    "events_type_count": gettext_lazy("Counted from the events the team keeps"),
    "relations": gettext_lazy("Read from dated relations"),
    "pairs": gettext_lazy("Counted from events between the members"),
    "series": gettext_lazy("Taken from a series"),
    "none": gettext_lazy("Not measured"),
}
# Marks that no name holds: they stand for tags until the sentence has been escaped.
OPEN, CLOSE = "\ue000", "\ue001"


def figure(value: float) -> str:
    """A number without needless places, in the reader's form."""
    return str(number_format(f"{value:.10g}", use_l10n=True, force_grouping=abs(value) >= 1000))


def unit_words(unit: str) -> str:
    return str(UNITS.get(unit, unit))


def source_words(letters: str) -> str:
    """R/X: relations or expert judgement."""
    return _(" or ").join(str(SOURCES.get(letter, letter)) for letter in letters.split("/") if letter)


def measure_words(measure: Json) -> str:
    return str(MEASURES.get(measure["kind"], measure["kind"]))


def why_unmeasured(measure: Json) -> str:
    """Why an indicator has no value anywhere; empty where it is measured."""
    return localised(measure.get("missing_reason")) if measure["kind"] == "none" else ""


def goalposts_in_words(function: Json) -> str:
    """What 0 and 100 mean before the direction is applied."""
    ends = {name: figure(value) for name, value in function.items() if isinstance(value, int | float)}
    match function["method"]:
        case "goalposts":
            return _("0 at %(lo)s, 100 at %(hi)s") % ends
        case "log_goalposts":
            return _("0 at 0, 100 at %(hi)s; the first steps count most (logarithm)") % ends
        case "log_ratio_goalposts":
            return _("0 at %(lo)s, 100 at %(hi)s; each doubling counts the same (logarithm)") % ends
        case "saturation":
            return _("0 at 0, 100 at %(full)s; each further one counts less") % ends
        case "tent":
            return _("rises to 100 at %(rise)s, stays to %(flat_to)s, falls to 0 at %(end)s") % ends
        case "scale":
            steps = ((figure(value), figure(points)) for value, points in function["points"])
            return ", ".join(_("%(value)s gives %(points)s") % {"value": v, "points": p} for v, p in steps)
    return str(function["method"])


def ends_of(function: Json) -> tuple[float, float] | None:
    """The raw values between which the picture of a cell is drawn."""
    if function["method"] == "scale":
        return float(function["points"][0][0]), float(function["points"][-1][0])
    low = float(function.get("lo", 0))
    high = function.get("hi", function.get("full", function.get("end")))
    return (low, float(high)) if high is not None and float(high) > low else None


def veto_words(veto: Json, names: Mapping[str, str]) -> str:
    """The rule that an alternative fails."""
    values = {"name": names.get(veto["indicator"], veto["indicator"])}
    if veto.get("at_least") is not None:
        return _("%(name)s is %(limit)s or more") % {**values, "limit": figure(veto["at_least"])}
    return _("%(name)s is %(limit)s or less") % {**values, "limit": figure(veto["at_most"])}


def verdict_words(verdict: Json, names: Mapping[str, str]) -> SafeString:
    """The sentence about a result with the alternatives' names set off."""
    marked = {key: f"{OPEN}{name.replace(OPEN, '').replace(CLOSE, '')}{CLOSE}" for key, name in names.items()}
    text = escape(sentence(verdict, marked))
    return mark_safe(text.replace(OPEN, "<b>").replace(CLOSE, "</b>"))  # noqa: S308  escaped on the line before


def warning_words(warning: Json, alternatives: Mapping[str, str], indicators: Mapping[str, str]) -> str:
    """What the reader of a result must know, in their language; an unknown kind keeps the engine's own words."""
    values = {
        "alternative": alternatives.get(warning.get("alternative", ""), warning.get("alternative")),
        "indicator": indicators.get(warning.get("indicator", ""), warning.get("indicator")),
        "share": f"{100 * warning.get('weight_share', 0):.0f}",
        "count": warning.get("count"),
        "names": ", ".join(alternatives.get(key, key) for key in warning.get("alternatives", [])),
        "rank": warning.get("rank"),
    }
    texts = {
        "set_aside": _("%(alternative)s is not compared: too little of its weight is known."),
        "headline_refused": _("No headline: only %(share)s %% of the weight is known for all of them."),
        "thin_coverage": _("%(alternative)s is scored on %(share)s %% of the weight that applies to it."),
        "widened": _("In %(count)s cells the best estimate lay outside its own range; the range was widened."),
        "constant_indicator": _("%(indicator)s is the same for all that are compared: it counts as neutral."),
        "veto_unchecked": _("The veto on %(indicator)s could not be checked for %(alternative)s: no value."),
        "tie": _("%(names)s have the same score and share rank %(rank)s."),
    }
    text = texts.get(warning["code"])
    return text % values if text else str(warning["message"])

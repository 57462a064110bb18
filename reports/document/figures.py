"""The charts of a brief: data from a scenario's result, specification at the width of its column."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reports import charts
from reports.charts.accept import AcceptData
from reports.charts.claims import ClaimData, moved
from reports.charts.contributions import ContributionData
from reports.charts.geomap import MapData, events_note
from reports.charts.lettering import number, share_of_draws
from reports.charts.rank import RankData
from reports.content import Figure
from reports.context import Alternative, ClaimEffect, ScenarioResult
from reports.document.words import listed

COLUMN = 514
PAGE = 643
MAP_HEIGHT = 500
COVER = (794, 1123)
MOST_RANKS = 10


@dataclass(frozen=True)
class Drawn:
    """A figure node and the specification of its chart."""

    node: Figure
    spec: dict[str, Any]


def ranked(scenario: ScenarioResult) -> list[Alternative]:
    """The ranked alternatives, best rank first."""
    inside = [item for item in scenario["alternatives"] if item["rank"] is not None and not item["fails"]]
    return sorted(inside, key=lambda item: (item["rank"] or 0, item["label"]))


def scored(scenario: ScenarioResult) -> list[Alternative]:
    """The ranked alternatives, then those scored but not ranked, by score."""
    rest = [item for item in scenario["alternatives"] if item["score"] is not None]
    inside = ranked(scenario)
    return inside + sorted(
        (item for item in rest if item not in inside), key=lambda item: (-(item["score"] or 0), item["label"])
    )


def rank_figure(scenario: ScenarioResult, source: str, locale: str) -> Drawn:
    """Who leads, and how surely."""
    data: RankData = {
        "rows": [
            {
                "key": item["key"],
                "label": item["label"],
                "rank": item["rank"],
                "score": item["score"],
                "interval": item["interval"],
                "first_share": item["first_share"],
                "reference": item["reference"],
                "fails": item["fails"],
                "set_aside": item["set_aside"],
            }
            for item in scenario["alternatives"]
        ],
        "unit": scenario["unit"],
    }
    spec = charts.rank(data, width=COLUMN, theme="print", locale=locale)
    subtitle = _("%(unit)s; thick line 50%%, thin line 90%% interval; right: share of draws ranked first")
    return _drawn("rank", scenario, _rank_title(scenario, locale), subtitle % {"unit": scenario["unit"]}, source, spec)


def _rank_title(scenario: ScenarioResult, locale: str) -> str:
    order = ranked(scenario)
    if not order:
        return _("No alternative is ranked")
    if len(order) == 1:
        return _("Only %(first)s can be ranked") % {"first": order[0]["label"]}
    gap = (order[0]["score"] or 0) - (order[1]["score"] or 0)
    values = {"first": order[0]["label"], "second": order[1]["label"], "gap": number(gap, locale)}
    if scenario["contested"]:
        return _("%(first)s leads %(second)s by %(gap)s points, and the order is contested") % values
    return _("%(first)s leads %(second)s by %(gap)s points") % values


def contribution_figure(scenario: ScenarioResult, source: str, locale: str) -> Drawn | None:
    """Which dimensions make the difference."""
    rows = [item for item in scored(scenario) if item["points"]]
    if not rows or not scenario["dimensions"]:
        return None
    data: ContributionData = {
        "dimensions": scenario["dimensions"],
        "rows": [
            {
                "key": item["key"],
                "label": item["label"],
                "score": item["score"] or 0,
                "points": item["points"],
            }
            for item in rows
        ],
    }
    spec = charts.contributions(data, width=COLUMN, theme="print", locale=locale)
    subtitle = _("Points of the score by dimension; the points of a row add up to its score")
    return _drawn("contributions", scenario, _contribution_title(scenario), subtitle, source, spec)


def _contribution_title(scenario: ScenarioResult) -> str:
    order = ranked(scenario)
    names = {item["key"]: item["name"] for item in scenario["dimensions"]}
    if len(order) < 2:
        return _("What the scores are made of")
    gaps = {key: order[0]["points"].get(key, 0.0) - order[1]["points"].get(key, 0.0) for key in names}
    top = max(gaps, key=lambda key: abs(gaps[key]))
    values = {"name": names[top], "first": order[0]["label"], "second": order[1]["label"]}
    if gaps[top] >= 0:
        return _("%(name)s is where %(first)s gains most on %(second)s") % values
    return _("%(name)s is where %(first)s loses most to %(second)s") % values


def accept_figure(scenario: ScenarioResult, source: str, locale: str) -> Drawn | None:
    """How often each alternative takes each rank."""
    rows = [item for item in ranked(scenario) if item["rank_acceptability"]]
    if len(rows) < 2 or len(rows) > MOST_RANKS:
        return None
    data: AcceptData = {
        "rows": [
            {"key": item["key"], "label": item["label"], "shares": (item["rank_acceptability"] or [])[: len(rows)]}
            for item in rows
        ],
        "draws": scenario["run"]["draws"],
    }
    spec = charts.accept(data, width=COLUMN, theme="print", locale=locale)
    first = max(rows, key=lambda item: item["first_share"] or 0)
    values = {"first": first["label"], "share": share_of_draws(first["first_share"] or 0, locale)}
    title = _("%(first)s comes first in %(share)s of draws") % values
    draws = number(scenario["run"]["draws"], locale, 0)
    subtitle = _("Share of %(draws)s draws in which each one takes each rank") % {"draws": draws}
    return _drawn("accept", scenario, title, subtitle, source, spec)


def claim_figure(scenario: ScenarioResult, claim: ClaimEffect, source: str, locale: str) -> Drawn | None:
    """The scores if a claim is true and if it is not."""
    labels = {item["key"]: item["label"] for item in scenario["alternatives"]}
    data: ClaimData = {
        "claim": claim["text"],
        "probability": claim["p_mean"],
        "low": claim["p_low"],
        "high": claim["p_high"],
        "unit": scenario["unit"],
        "rows": [
            {"key": key, "label": labels[key], "if_true": yes, "if_false": no}
            for key, yes in sorted(claim["if_true"].items())
            if yes is not None and (no := claim["if_false"].get(key)) is not None
        ],
    }
    rows = moved(data["rows"])
    if not rows:
        return None
    spec = charts.claims(data, width=COLUMN, theme="print", locale=locale)
    gap = abs(rows[0]["if_true"] - rows[0]["if_false"])
    values = {"name": rows[0]["label"], "gap": number(gap, locale)}
    title = _("The claim moves %(name)s by %(gap)s points") % values
    subtitle = _("%(unit)s; mean score where the claim holds and where it does not")
    return _drawn(f"claim-{claim['key']}", scenario, title, subtitle % {"unit": scenario["unit"]}, source, spec)


def map_figure(scenario: ScenarioResult, data: MapData, note: str, source: str, locale: str) -> Drawn:
    """Where: the areas of a scenario on the map."""
    spec = charts.geomap(data, width=PAGE, height=MAP_HEIGHT, theme="print", locale=locale)
    top = [item["label"] for item in ranked(scenario)[:3]]
    title = _("Highest in %(names)s") % {"names": listed(top)} if top else _("No area could be scored")
    subtitle = _("%(unit)s, by level. %(events)s") % {
        "unit": scenario["unit"],
        "events": events_note(data, locale=locale),
    }
    return _drawn("map", scenario, title, subtitle.strip(), f"{source} {note}", spec, wide=True, legend=True)


def cover(data: MapData, locale: str) -> dict[str, Any]:
    """The dark map behind the title, without events."""
    quiet: MapData = {**data, "events": []}
    return charts.geomap(quiet, width=COVER[0], height=COVER[1], theme="cover", locale=locale)


def _drawn(
    name: str,
    scenario: ScenarioResult,
    title: str,
    subtitle: str,
    source: str,
    spec: dict[str, Any],
    **more: bool,
) -> Drawn:
    figure = Figure(
        id=f"{scenario['key']}-{name}",
        title=title,
        subtitle=subtitle,
        alt=spec["description"],
        source=source,
        **more,
    )
    return Drawn(figure, spec)

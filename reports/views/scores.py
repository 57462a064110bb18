"""Headline numbers of stored results, as the score cards show them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from core.context import address
from core.templatetags.figures import num, share
from reports.selectors import Scored, result_rows
from scenarios.models import Run
from scenarios.selectors import names_of
from scenarios.verdict import sentence

Json = dict[str, Any]
OPEN = ("contested", "tied")


def card(scored: Scored, team: str, situation: str) -> Json:
    """What `_components/score_card.html` takes; a scenario without a finished run has no number."""
    run, scenario = scored.run, scored.scenario
    shown: Json = {"title": str(scenario), "state": scored.newer.state if scored.newer else "", "run": run}
    if run is None:
        url = address("scenarios:scenario", team, situation, scenario.slug)
        return shown | {"url": url, "text": _("Not scored yet.")}
    verdict, leader = run.result.verdict, run.leader or {}
    interval = leader.get("interval") or {}
    contested = verdict.get("code") in OPEN
    return shown | {
        "url": address("scenarios:run", team, situation, run.pk),
        "value": leader.get("score"),
        "low": interval.get("q05"),
        "high": interval.get("q95"),
        "unit": _("of 100"),
        "levels": scenario.higher_is == "worse",
        "badge": _("Contested") if contested else "",
        "tone": "warn" if contested else "",
        "text": words(run),
    }


def words(run: Run) -> str:
    """Who leads, by how much and how often; the number itself stands beside it."""
    verdict, names = run.result.verdict, names_of(run.version)
    if verdict.get("code") not in ("clear", *OPEN):
        return sentence(verdict, names)
    values = {
        "leader": names.get(verdict["leader"], verdict["leader"]),
        "second": names.get(verdict["second"], verdict["second"]),
        "gap": num(verdict["gap"], 1),
        "share": share(verdict["first_share"]),
    }
    if verdict["code"] == "tied":
        return _("%(leader)s and %(second)s share the first place.") % values
    if verdict["first_share"] is None:
        return _("%(leader)s, %(gap)s points ahead of %(second)s.") % values
    return _("%(leader)s, %(gap)s points ahead of %(second)s. First in %(share)s of draws.") % values


def regions(run: Run) -> list[Json]:
    """The areas of a stored result with index and interval, the highest first; those set aside last, with the reason."""
    names = names_of(run.version)
    return [
        {
            "key": row["key"],
            "name": names.get(row["key"], row["key"]),
            "score": row["score"],
            "interval": row["interval"] or {},
            "set_aside": row["set_aside"],
        }
        for row in result_rows(run)
        if not row["reference"]
    ]


def notes(found: Iterable[Scored]) -> list[Json]:
    """What the numbers leave out: alternatives set aside or failing a veto, indicators without a value for all."""
    return [note for scored in found if scored.run for note in [_note(scored)] if note["any"]]


def _note(scored: Scored) -> Json:
    run = scored.run
    assert run is not None  # noqa: S101  the caller asks only for scored ones
    names = names_of(run.version)
    note: Json = {
        "scenario": scored.scenario,
        "aside": [{"name": names.get(row["key"], row["key"]), "why": row["set_aside"]} for row in run.aside],
        "failing": [names.get(key, key) for key in run.failing],
        "left_out": len(run.left_out),
        "draft": run.of_draft,
        "hindsight": run.hindsight_used,
    }
    note["any"] = any(note[name] for name in ("aside", "failing", "left_out", "draft", "hindsight"))
    return note

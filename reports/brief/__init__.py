"""From finished runs to the frozen BriefContext of a brief: all that its PDF will say, read once."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.brief.places import map_data
from reports.brief.results import scenario_result
from reports.brief.sources import assumptions, attributions, cited_sources, data_to
from reports.content import cleaned
from reports.context import SCHEMA, Replay, check
from reports.document.words import written_date
from reports.models import Brief
from scenarios.models import Run


def freeze(brief: Brief, *, viewer: Any) -> dict[str, Any]:
    """The BriefContext of a brief as JSON. The same runs and the same words give the same context."""
    links = brief.runs.select_related("run__result", "run__version__scenario").order_by("order")
    runs = [link.run for link in links]
    with override(brief.locale):
        context: dict[str, Any] = cleaned(_context(brief, runs, viewer))
    check(context)
    return context


def _context(brief: Brief, runs: list[Run], viewer: Any) -> dict[str, Any]:
    sources = cited_sources(runs, viewer)
    by_claim = {key: source["key"] for source in sources for key in source["claims"]}
    mapped = next((run for run in runs if run.version.scenario.alternatives_kind == "area"), None)
    return {
        "schema": SCHEMA,
        "locale": brief.locale,
        "meta": _meta(brief),
        "time": _time(runs),
        "introduction": brief.introduction,
        "scenarios": [scenario_result(run, by_claim) for run in runs],
        "map": map_data(mapped, viewer) if mapped else None,
        "map_scenario": mapped.version.scenario.slug if mapped else None,
        "map_note": _("Outlines: Natural Earth (public domain). Boundaries shown do not imply endorsement."),
        "assumptions": assumptions(runs),
        "sources": [{name: value for name, value in source.items() if name != "claims"} for source in sources],
        "attributions": attributions(runs, with_map=mapped is not None),
    }


def _meta(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "number": brief.number,
        "date": written_date(brief.dated.date().isoformat(), brief.locale),
        "status": brief.status,
        "team": brief.team.name,
        "team_slug": brief.team.slug,
        "authors": [str(brief.created_by or brief.team.name)],
        "reviewers": [str(brief.approved_by)] if brief.approved_by else [],
        "marking": _("For planning use"),
    }


def _time(runs: list[Run]) -> dict[str, str]:
    run = runs[0]
    return {
        "at": run.at.isoformat(),
        "cutoff": run.cutoff.isoformat(),
        "data_to": data_to(runs) or run.at.isoformat()[:7],
        "replay": _replay(runs),
    }


def _replay(runs: list[Run]) -> Replay:
    if any(run.hindsight_used for run in runs):
        return "hindsight"
    if any(run.reconstructed for run in runs):
        return "reconstructed"
    return "live" if all(run.cutoff >= run.queued_at.date() for run in runs) else "stored"

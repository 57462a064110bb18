"""A situation on one page: scores, map, places, what happened last, and how fresh all of it is."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from core.context import address
from reports.brief.places import map_data
from reports.charts import geomap
from reports.charts.geomap import describe
from reports.pictures import drawn
from reports.render import RenderError
from reports.selectors import Scored, key_actors, latest_events, scored_scenarios, turning_points
from reports.views.answers import at
from reports.views.scores import card, notes, regions
from scenarios.models import Run
from scenarios.selectors import find_run
from world.models import SituationActor, SituationEvent

WIDE, NARROW = 640, 340


@team_page(Permission.READ)
def overview(request: HttpRequest) -> HttpResponse:
    """The situation as its latest finished runs and its facts show it. No number is computed here."""
    found = scored_scenarios(request.user, request.team, [request.situation])[request.situation.pk]
    slugs = (request.team.slug, request.situation.slug)
    placed = next((s.run for s in found if s.run and s.scenario.alternatives_kind == "area"), None)
    area = find_run(request.team, placed.pk, viewer=request.user) if placed else None
    context: dict[str, Any] = {
        "cards": [card(scored, *slugs) for scored in found],
        "area": area,
        "regions": regions(area) if area else [],
        "map_url": at(request, "map", area.pk) if area else "",
        "notes": notes(found),
        "fresh": _freshness(found),
        "events": latest_events(request.user, request.situation),
        "turns": turning_points(request.user, request.situation),
        "actors": key_actors(request.user, request.situation),
        "steps": _steps(request, found),
    }
    return render(request, "reports/overview.html", context)


def _freshness(found: list[Scored]) -> dict[str, Any] | None:
    """What the scores rest on and up to when; None where nothing is scored."""
    runs = [scored.run for scored in found if scored.run]
    if not runs:
        return None
    return {
        "runs": sorted(runs, key=lambda run: run.number),
        "dates": sorted({(run.at, run.cutoff) for run in runs}),
        "data_to": max((month for run in runs for month in run.months), default=""),
        "reconstructed": any(run.reconstructed for run in runs),
        "hindsight": any(run.hindsight_used for run in runs),
        "finished_at": max(run.finished_at for run in runs),
    }


def _steps(request: HttpRequest, found: list[Scored]) -> list[dict[str, Any]]:
    """What a new situation needs before it says anything; empty when all is there."""
    situation, slugs = request.situation, (request.team.slug, request.situation.slug)
    steps = [
        {
            "done": SituationActor.objects.filter(situation=situation).exists(),
            "label": _("Add the actors"),
            "text": _("Who matters here: states, missions, armed groups."),
            "url": address("world:actor_new", *slugs),
            "right": Permission.WRITE_FACTS,
        },
        {
            "done": SituationEvent.objects.filter(situation=situation).exists(),
            "label": _("Import events"),
            "text": _("A file of UCDP GED, or single events by hand."),
            "url": address("world:import_new", *slugs),
            "right": Permission.IMPORT_FACTS,
        },
        {
            "done": bool(found),
            "label": _("Pick a scenario"),
            "text": _("Start from one of three questions, each with its tree of indicators."),
            "url": address("scenarios:new", *slugs),
            "right": Permission.WRITE_SCENARIOS,
        },
        {
            "done": any(scored.run for scored in found),
            "label": _("Start a run"),
            "text": _("Freeze what is known and score it."),
            "url": address("scenarios:list", *slugs),
            "right": Permission.START_RUNS,
        },
    ]
    return [] if all(step["done"] for step in steps) else steps


@team_page(Permission.READ)
def situation_map(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The map of a run over areas: asked for by the page after it has opened, since a new one takes seconds to draw."""
    run = find_run(request.team, pk, viewer=request.user)
    if run is None or run.state != Run.State.DONE or run.version.scenario.situation_id != request.situation.pk:
        raise Http404
    locale = get_language() or "en"
    data = map_data(run, request.user)
    if data is None:
        return render(request, "reports/_map.html", {"bare": True})
    specs = {
        "map": geomap(data, width=WIDE, locale=locale),
        "map-narrow": geomap(data, width=NARROW, locale=locale),
    }
    context: dict[str, Any] = {"url": request.path, "says": describe(data, locale=locale)}
    try:
        pictures = drawn(specs, locale=locale)
    except RenderError as error:
        return render(request, "reports/_map.html", context | {"failed": error.message})
    if len(pictures) == len(specs):
        # Our own renderer wrote it from our own specification, every text as text.
        context |= {name.replace("-", "_"): mark_safe(picture) for name, picture in pictures.items()}  # noqa: S308
    return render(request, "reports/_map.html", context)

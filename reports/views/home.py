"""Where a team begins: its situations with their latest scores, what was run and written, what I left open."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import team_page
from accounts.permissions import Permission
from core.errors import Conflict, DomainError, Forbidden
from core.pagination import keyset_page
from reports.forms import SituationForm
from reports.selectors import LATEST, briefs_of, drafts_of, recent_runs, scored_scenarios
from reports.views.answers import VIA
from reports.views.scores import card, words
from scenarios.models import Run
from world.models import Situation
from world.selectors.situations import situations_of
from world.services.situations import create_situation

SITUATIONS = 10


@team_page(Permission.READ)
def home(request: HttpRequest) -> HttpResponse:
    """The situations of the team with the headline of each scenario, recent runs, briefs, and my drafts."""
    page = keyset_page(situations_of(request.team), request, fields=("name", "pk"), size=SITUATIONS)
    runs = list(recent_runs(request.user, request.team))
    for run in runs:
        run.words = words(run) if run.state == Run.State.DONE else ""
    briefs, versions = drafts_of(request.user, request.team)
    context = {
        "page": page,
        "situations": _with_cards(request, page.rows),
        "runs": runs,
        "briefs": briefs_of(request.user, request.team)[:LATEST],
        "draft_briefs": briefs,
        "draft_versions": versions,
    }
    return render(request, "reports/home.html", context)


def _with_cards(request: HttpRequest, rows: list[Situation]) -> list[dict[str, Any]]:
    found = scored_scenarios(request.user, request.team, rows)
    return [
        {
            "situation": row,
            "cards": [card(scored, request.team.slug, row.slug) for scored in found[row.pk]],
            "run": max((s.run for s in found[row.pk] if s.run), key=lambda run: run.pk, default=None),
        }
        for row in rows
    ]


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def new_situation(request: HttpRequest) -> HttpResponse:
    """Open a situation: a name is enough."""
    form = SituationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = _made(request, form)
        if made is not None:
            return redirect("reports:overview", request.team.slug, made.slug)
    status = 422 if form.errors else 200
    return render(request, "reports/situation_new.html", {"form": form}, status=status)


def _made(request: HttpRequest, form: SituationForm) -> Situation | None:
    try:
        return create_situation(team=request.team, by=request.user, via=VIA, **form.cleaned_data)
    except (Conflict, Forbidden):
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None

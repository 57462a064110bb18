"""The scenarios of a situation, and a new one from a template."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from scenarios import templates
from scenarios.forms import NewScenarioForm
from scenarios.models import Alternative, Scenario, Version
from scenarios.selectors import latest_runs, scenarios_of
from scenarios.services import create_scenario
from scenarios.texts import localised
from scenarios.verdict import sentence
from scenarios.views.answers import VIA, at, attempt


@team_page(Permission.READ)
def scenarios(request: TeamRequest) -> HttpResponse:
    """Every question of the situation with its last answer, and the templates to begin from."""
    context = {"rows": _rows(request), "templates": _templates()}
    return render(request, "scenarios/scenarios.html", context)


def _rows(request: TeamRequest) -> list[dict[str, Any]]:
    found = list(scenarios_of(request.team, situation=request.situation))
    versions: dict[Any, list[Version]] = {}
    for version in Version.objects.filter(scenario__in=found).order_by("-number"):
        versions.setdefault(version.scenario_id, []).append(version)
    runs = latest_runs(request.team, viewer=request.user, situation=request.situation)
    names = _names([run.version_id for run in runs.values()])
    return [_row(row, versions.get(row.pk, []), runs.get(row.slug), names) for row in found]


def _names(version_ids: list[Any]) -> dict[Any, dict[str, str]]:
    """The alternatives' names by version and key, in one query."""
    names: dict[Any, dict[str, str]] = {}
    for row in Alternative.objects.filter(version__in=version_ids):
        names.setdefault(row.version_id, {})[row.key] = str(row)
    return names


def _row(row: Scenario, versions: list[Version], run: Any, names: dict[Any, dict[str, str]]) -> dict[str, Any]:
    published = next((version for version in versions if not version.is_draft), None)
    draft = next((version for version in versions if version.is_draft), None)
    return {
        "scenario": row,
        "published": published,
        "draft": draft,
        "run": run,
        "verdict": sentence(run.result.verdict, names.get(run.version_id, {})) if run else "",
    }


def _templates() -> dict[str, dict[str, Any]]:
    """The built-in templates with what their cards say."""
    found = {}
    for key in templates.known():
        data = templates.load(key)
        core = sum(row["core"] for row in data["indicators"])
        found[key] = {**data, "core_n": core, "all_n": len(data["indicators"])}
    return found


@team_page(Permission.WRITE_SCENARIOS, methods=("GET", "POST"))
def new(request: TeamRequest) -> HttpResponse:
    """Copy a template into a scenario of this situation."""
    known = _templates()
    form = NewScenarioForm(request.POST or None, templates=known, initial=_first(request, known))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _create(request, form.cleaned_data))
        if made is not None:
            messages.success(request, _("The scenario is there, with a first draft."))
            return redirect(at(request, "scenario", made.slug))
    return render(request, "scenarios/new.html", {"form": form, "templates": known}, status=422 if form.errors else 200)


def _first(request: TeamRequest, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    key = request.GET.get("template", "")
    if key not in known:
        return {}
    taken = Scenario.objects.filter(team=request.team, slug__startswith=key).values_list("slug", flat=True)
    slug = next(name for name in (key, *(f"{key}-{n}" for n in range(2, 1000))) if name not in set(taken))
    return {"template": key, "name": localised(known[key]["name"]), "slug": slug}


def _create(request: TeamRequest, data: dict[str, Any]) -> Scenario:
    return create_scenario(
        team=request.team,
        situation=request.situation,
        by=request.user,
        template=data["template"],
        slug=data["slug"],
        name={"en": data["name"]},
        level=data["level"],
        core_only=data["core_only"],
        via=VIA,
    )

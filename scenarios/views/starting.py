"""Asking for a run."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from scenarios.forms import StartForm, new_key
from scenarios.models import Run, Scenario, Version
from scenarios.selectors import current_version, reference_dates
from scenarios.services import start_run
from scenarios.services.runs import DRAWS
from scenarios.views.answers import VIA, at, attempt, scenario_or_404


@team_page(Permission.START_RUNS, methods=("GET", "POST"))
def start(request: TeamRequest, scenario: str) -> HttpResponse:
    """The form, and the run that it makes: twice sent, it is still one."""
    found = scenario_or_404(request, scenario)
    versions = list(found.versions.order_by("-number"))
    form = StartForm(request.POST or None, versions=versions, initial=_first(request, found))
    if request.method != "POST":
        return _page(request, found, form)
    if not form.is_valid():
        return _page(request, found, form, 422)
    try:
        run = attempt(form, lambda: _start(request, versions, form.cleaned_data))
    except Conflict as error:
        again = StartForm(request.POST.copy() | {"idempotency_key": new_key()}, versions=versions)
        return _page(request, found, again, 409, error)
    if run is None:
        return _page(request, found, form, 422)
    return redirect(at(request, "run", run.pk))


def _first(request: TeamRequest, found: Scenario) -> dict[str, Any]:
    day, cutoff = reference_dates(found, today=timezone.localdate())
    asked = request.GET.get("version", "")
    current = current_version(found)
    number = int(asked) if asked.isdecimal() and len(asked) < 9 else current.number if current else None
    return {"version": number, "at": day, "cutoff": cutoff, "draws": DRAWS, "idempotency_key": new_key()}


def _start(request: TeamRequest, versions: list[Version], data: dict[str, Any]) -> Run:
    version = next(row for row in versions if row.number == data["version"])
    names = ("at", "cutoff", "draws", "seed", "allow_hindsight", "idempotency_key")
    return start_run(version=version, by=request.user, via=VIA, **{name: data[name] for name in names})


def _page(request: TeamRequest, found: Scenario, form: StartForm, status: int = 200, error: Any = None) -> HttpResponse:
    context = {"scenario": found, "form": form, "error": error, "url": at(request, "scenario", found.slug)}
    return render(request, "scenarios/start.html", context, status=status)

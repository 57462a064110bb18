"""Runs: the list, one run on its way and when it is over, its stopping and trying again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import DomainError, Forbidden
from core.models import AuditEvent
from core.pagination import keyset_page
from scenarios.forms import RunFilter
from scenarios.models import Run
from scenarios.selectors import find_run, runs_of, scenarios_of, verdict_of
from scenarios.services import cancel_run, retry_run
from scenarios.views.answers import VIA, at
from scenarios.views.inputs import inputs_of
from scenarios.views.results import results_of
from world.views.answers import page_or_part

OVER = 286
SLOW_AFTER = timedelta(seconds=30)
TABS = ("results", "inputs", "log")
STAGES = {
    "": gettext_lazy("Waiting for a worker"),
    "scoring": gettext_lazy("Drawing weights and values"),
    "summing up": gettext_lazy("Summing up the draws"),
    "done": gettext_lazy("Scored"),
}


@team_page(Permission.READ)
def runs(request: TeamRequest) -> HttpResponse:
    """The runs of the situation, newest first, each with its sentence."""
    form = RunFilter(request.GET, scenarios=scenarios_of(request.team, situation=request.situation))
    rows = runs_of(request.team, viewer=request.user, situation=request.situation)
    asked = form.cleaned_data if form.is_valid() else {}
    if asked.get("scenario"):
        rows = rows.filter(version__scenario__slug=asked["scenario"])
    if asked.get("state"):
        rows = rows.filter(state=asked["state"])
    page = keyset_page(rows.prefetch_related("version__alternatives"), request, fields=("-pk",))
    for row in page:
        row.sentence = verdict_of(row) if row.state == Run.State.DONE else ""
    context = {"page": page, "form": form, "filtered": any(asked.values()), "clear_url": at(request, "runs")}
    context["chips"] = _chips(form, request)
    return page_or_part(request, "scenarios/runs.html", "scenarios/_runs.html", context)


def _chips(form: RunFilter, request: TeamRequest) -> list[dict[str, str]]:
    """Each filter that is on, with the address without it."""
    found = []
    for field in form:
        label = dict(field.field.choices).get(request.GET.get(field.name, ""))
        if label and request.GET.get(field.name):
            query = request.GET.copy()
            for key in (field.name, "after"):
                query.pop(key, None)
            found.append({"label": str(label), "url": f"{request.path}?{query.urlencode()}"})
    return found


def run_or_404(request: TeamRequest, pk: UUID) -> Run:
    """A run of the open situation that this person may see."""
    found = find_run(request.team, pk, viewer=request.user)
    if found is None or found.version.scenario.situation_id != request.situation.pk:
        raise Http404
    return found


@team_page(Permission.READ)
def run(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One run: progress while it is on its way, then results, inputs and log. For htmx: one alternative."""
    found = run_or_404(request, pk)
    part = "scenarios/_alternative.html" if request.GET.get("alternative") else "scenarios/run.html"
    return page_or_part(request, "scenarios/run.html", part, _context(request, found))


def _context(request: TeamRequest, found: Run, error: DomainError | None = None) -> dict[str, Any]:
    tab = request.GET.get("tab", "")
    context = {
        "run": found,
        "scenario": found.version.scenario,
        "url": at(request, "run", found.pk),
        "scenario_url": at(request, "scenario", found.version.scenario.slug),
        "tab": tab if tab in TABS else TABS[0],
        "error": error,
        **progress_of(request, found),
    }
    context["tabs"] = _tabs(context)
    if context["tab"] == "inputs":
        return context | {"inputs": inputs_of(found)}
    if context["tab"] == "log":
        return context | {"log": _log(request, found)}
    if found.state == Run.State.DONE:
        asked = request.GET.get("alternative", "")
        return context | {"results": results_of(found, viewer=request.user, asked=asked)}
    return context


def _tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    labels = {"results": _("Results"), "inputs": _("Inputs"), "log": _("Log")}
    return [
        {"label": label, "url": f"{context['url']}?tab={key}", "current": key == context["tab"], "count": None}
        for key, label in labels.items()
    ]


def progress_of(request: TeamRequest, found: Run) -> dict[str, Any]:
    """How far it is. A row whose lease has run out is nobody's: its last heartbeat is over 30 s old."""
    now = timezone.now()
    stalled = found.state == Run.State.RUNNING and found.lease_until is not None and found.lease_until < now
    again = found.state in (Run.State.FAILED, Run.State.CANCELLED) or stalled
    return {
        "run": found,
        "stage": STAGES.get(found.stage, found.stage) if not found.ended else "",
        "stalled": stalled,
        "every": 3 if now - found.queued_at > SLOW_AFTER else 1,
        "poll_url": at(request, "run_status", found.pk),
        "retry_url": at(request, "run_retry", found.pk) if again else "",
        "cancel_url": "" if found.ended else at(request, "run_cancel", found.pk),
    }


def _log(request: TeamRequest, found: Run) -> dict[str, Any]:
    """When it was done, and by whom; acts of people only for those who may read the audit log."""
    took = found.finished_at - found.claimed_at if found.finished_at and found.claimed_at else None
    acts = AuditEvent.objects.filter(team_id=found.team_id, kind=Run._meta.label_lower, object_id=str(found.pk))
    return {"seconds": took.total_seconds() if took else None, "acts": acts.order_by("id")[:100]}


@team_page(Permission.READ)
def status(request: TeamRequest, pk: UUID) -> HttpResponse:
    """What htmx asks while a run is on its way. 286 ends the asking, and the page is loaded with its results."""
    rows = runs_of(request.team, viewer=request.user, situation=request.situation)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    response = render(
        request, "scenarios/_progress.html", progress_of(request, found), status=OVER if found.ended else 200
    )
    if found.state == Run.State.DONE:
        response["HX-Refresh"] = "true"
    return response


@team_page(Permission.READ, write=Permission.START_RUNS, methods=("POST",))
def cancel(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Stop a run that has not ended."""
    return _act(request, pk, cancel_run)


@team_page(Permission.READ, write=Permission.START_RUNS, methods=("POST",))
def retry(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Try a failed, cancelled or abandoned run again from the inputs that were frozen for it."""
    return _act(request, pk, retry_run)


def _act(request: TeamRequest, pk: UUID, act: Callable[..., Run]) -> HttpResponse:
    found = run_or_404(request, pk)
    try:
        found = act(run=found, by=request.user, via=VIA)
    except Forbidden:
        raise
    except DomainError as error:
        found.refresh_from_db()
        if not request.htmx:
            return render(request, "scenarios/run.html", _context(request, found, error), status=error.status)
        messages.error(request, error.message)
    if request.htmx:
        return render(request, "scenarios/_progress.html", progress_of(request, found))
    return redirect(at(request, "run", found.pk))

"""Versions: publishing a draft, and beginning one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict, DomainError
from scenarios.forms import PublishForm
from scenarios.services import new_draft, publish_version
from scenarios.views.answers import VIA, at, attempt, draft_or_404, scenario_or_404, version_or_404
from scenarios.views.builder import refused


@team_page(Permission.READ, write=Permission.PUBLISH, methods=("POST",))
def publish(request: TeamRequest, scenario: str) -> HttpResponse:
    """Close the draft for ever."""
    version = draft_or_404(scenario_or_404(request, scenario))
    form = PublishForm(request.POST, auto_id="publish_%s")
    if form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("reason", "expected")}
        try:
            done = attempt(form, lambda: publish_version(version=version, by=request.user, via=VIA, **data))
        except Conflict as error:
            now = draft_or_404(version.scenario)
            return refused(request, now, 409, tab="structure", error=error)
        if done is not None:
            messages.success(request, _("Version %(number)d is published.") % {"number": version.number})
            return redirect(f"{at(request, 'scenario', scenario)}?version={version.number}")
    return refused(request, version, tab="structure", publish_form=form)


@team_page(Permission.READ, write=Permission.WRITE_SCENARIOS, methods=("POST",))
def draft(request: TeamRequest, scenario: str) -> HttpResponse:
    """Begin a draft from the version that is shown; where there is one already, go to it."""
    found = scenario_or_404(request, scenario)
    based_on = version_or_404(found, request.POST.get("version", ""))
    try:
        made = new_draft(scenario=found, by=request.user, via=VIA, based_on=based_on)
    except DomainError as error:
        if error.code != "draft_exists":
            raise
        messages.info(request, error.message)
    else:
        messages.success(request, _("Draft of version %(number)d.") % {"number": made.number})
    return redirect(at(request, "scenario", scenario))

"""What a draft scores: choosing among its alternatives, and adding one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from scenarios.forms import ChooseForm
from scenarios.models import Version
from scenarios.services import add_alternative, set_alternatives_active
from scenarios.views.answers import VIA, at, attempt, draft_or_404, scenario_or_404
from scenarios.views.builder import add_form, refused

TAB = "alternatives"


@team_page(Permission.READ, write=Permission.WRITE_SCENARIOS, methods=("POST",))
def choose(request: TeamRequest, scenario: str) -> HttpResponse:
    """Say which alternatives are scored."""
    version = draft_or_404(scenario_or_404(request, scenario))
    form = ChooseForm(request.POST, keys=list(version.alternatives.values_list("key", flat=True)))
    if form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("reason", "expected")}
        who = {"version": version, "by": request.user, "active": form.chosen(), "via": VIA}
        try:
            done = attempt(form, lambda: set_alternatives_active(**who, **data) or True)
        except Conflict as error:
            return _conflict(request, version, error)
        if done:
            messages.success(request, _("Saved."))
            return redirect(f"{at(request, 'scenario', scenario)}?tab={TAB}")
    return refused(request, version, tab=TAB, choose_form=form)


@team_page(Permission.READ, write=Permission.WRITE_SCENARIOS, methods=("POST",))
def add(request: TeamRequest, scenario: str) -> HttpResponse:
    """Add an area, a coalition or an option to the draft."""
    version = draft_or_404(scenario_or_404(request, scenario))
    form = add_form(request, version, request.POST)
    if form.is_valid():
        who = {"version": version, "by": request.user, "via": VIA, "expected": form.cleaned_data["expected"]}
        try:
            made = attempt(form, lambda: add_alternative(**who, **form.given()))
        except Conflict as error:
            return _conflict(request, version, error)
        if made is not None:
            messages.success(request, _("%(name)s is added.") % {"name": made})
            return redirect(f"{at(request, 'scenario', scenario)}?tab={TAB}")
    return refused(request, version, tab=TAB, add_form=form)


def _conflict(request: TeamRequest, version: Version, error: Conflict) -> HttpResponse:
    return refused(request, draft_or_404(version.scenario), 409, tab=TAB, error=error)

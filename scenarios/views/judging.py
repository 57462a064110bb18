"""Judging a cell of the tree."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from scenarios.forms import JudgementForm
from scenarios.models import Judgement, Scenario
from scenarios.selectors import alternatives_of
from scenarios.services import add_judgement
from scenarios.views.answers import VIA, at, attempt, scenario_or_404, version_or_404
from scenarios.views.builder import refused


@team_page(Permission.READ, write=Permission.JUDGE, methods=("POST",))
def judge(request: TeamRequest, scenario: str) -> HttpResponse:
    """Store one person's low, most likely and high for one cell, with the reason."""
    found = scenario_or_404(request, scenario)
    number = request.POST.get("version", "")
    version = version_or_404(found, number)
    form = JudgementForm(request.POST, alternatives=alternatives_of(version, active_only=True))
    key = request.POST.get("indicator", "")[:30]
    if form.is_valid() and attempt(form, lambda: _add(request, found, form.cleaned_data)) is not None:
        messages.success(request, _("The judgement is kept."))
        query = f"?version={number}&" if number else "?"
        return redirect(
            f"{at(request, 'scenario', scenario)}{query}indicator={form.cleaned_data['indicator']}#indicator"
        )
    return refused(request, version, tab="structure", indicator=key, judgement_form=form)


def _add(request: TeamRequest, found: Scenario, data: dict[str, Any]) -> Judgement:
    return add_judgement(scenario=found, by=request.user, via=VIA, **data)

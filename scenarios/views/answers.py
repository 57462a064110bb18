"""How pages about scenarios find their rows, act, and answer."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse

from accounts.requests import TeamRequest
from core.errors import Conflict, DomainError, Forbidden, Missing
from scenarios.models import Scenario, Version
from scenarios.selectors import find_scenario

VIA = "ui"


def at(request: TeamRequest, name: str, *args: Any) -> str:
    """The address of a page in the open situation."""
    return reverse(f"scenarios:{name}", args=[request.team.slug, request.situation.slug, *args])


def scenario_or_404(request: TeamRequest, slug: str) -> Scenario:
    """A scenario of the open situation."""
    found = find_scenario(request.team, slug)
    if found is None or found.situation_id != request.situation.pk:
        raise Http404
    return found


def version_or_404(scenario: Scenario, number: str = "") -> Version:
    """The version of this number; without one the draft, else the latest."""
    rows = scenario.versions.select_related("published_by").order_by("-number")
    if number:
        found = rows.filter(number=int(number)).first() if number.isdecimal() and len(number) < 9 else None
    else:
        found = rows.drafts().first() or rows.first()
    if found is None:
        raise Http404
    found.scenario = scenario
    return found


def draft_or_404(scenario: Scenario) -> Version:
    """The draft that an edit is meant for."""
    found = scenario.versions.drafts().first()
    if found is None:
        raise Http404
    found.scenario = scenario
    return found


def attempt[T](form: forms.Form, act: Callable[[], T]) -> T | None:
    """What the service answers, or None with its refusal in the form. Conflicts and missing rights pass through."""
    try:
        return act()
    except (Conflict, Forbidden, Missing):
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None

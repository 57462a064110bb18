"""What a lead decides on a brief: approval and publication."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from core.errors import DomainError, Forbidden
from reports.forms import VersionSeen
from reports.services import approve_brief, publish_brief
from reports.views.answers import VIA, at, brief_or_404
from reports.views.briefs import shown


@team_page(Permission.APPROVE_BRIEFS, methods=("POST",))
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Freeze the words of a brief and have its final PDF made."""
    words = _("Approved. The final PDF is being made.")
    return _decide(request, pk, approve_brief, words, approved_at=timezone.now())


@team_page(Permission.APPROVE_BRIEFS, methods=("POST",))
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand over an approved brief."""
    return _decide(request, pk, publish_brief, _("Published."), published_at=timezone.now())


def _decide(request: HttpRequest, pk: UUID, act: Callable[..., Any], done: str, **when: Any) -> HttpResponse:
    found, form = brief_or_404(request, pk), VersionSeen(request.POST)
    if not form.is_valid():
        error = DomainError(_("This page is out of date. Load it again."), code="invalid")
        return shown(request, found, error=error)
    try:
        act(brief=found, by=request.user, expected=form.cleaned_data["expected"], via=VIA, **when)
    except Forbidden:
        raise
    except DomainError as error:
        return shown(request, brief_or_404(request, pk), error=error)
    messages.success(request, done)
    return redirect(at(request, "brief", pk))

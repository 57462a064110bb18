"""How pages about briefs find their rows and answer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from reports.models import Brief
from reports.selectors import briefs_of

VIA = "ui"


def at(request: HttpRequest, name: str, *args: Any) -> str:
    """The address of a page in the open situation."""
    return reverse(f"reports:{name}", args=[request.team.slug, request.situation.slug, *args])


def brief_or_404(request: HttpRequest, pk: UUID) -> Brief:
    """A brief of the open situation that this person may see."""
    found = briefs_of(request.user, request.team, situation=request.situation).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found

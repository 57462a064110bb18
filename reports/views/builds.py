"""The making of a brief's PDF as it goes on, and the file itself."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import condition

from accounts.access import team_page
from accounts.permissions import Permission
from core.errors import DomainError, Forbidden
from reports.models import Brief, BriefBuild
from reports.selectors import newest_build, newest_pdf
from reports.services import cancel_build, retry_build
from reports.views.answers import VIA, at, brief_or_404
from reports.views.progress import progress_of

OVER = 286


@team_page(Permission.READ)
def status(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What htmx asks while a PDF is made. 286 ends the asking; the page is loaded again for a finished one."""
    found = brief_or_404(request, pk)
    build = _build_or_404(found)
    code = OVER if build.ended else 200
    response = render(request, "reports/_progress.html", progress_of(request, found, build), status=code)
    if build.state == BriefBuild.State.DONE:
        response["HX-Refresh"] = "true"
    return response


@team_page(Permission.REQUEST_BRIEFS, methods=("POST",))
def retry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Try a failed or cancelled build again, from what was frozen for it."""
    return _act(request, pk, retry_build)


@team_page(Permission.REQUEST_BRIEFS, methods=("POST",))
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop a build that has not ended."""
    return _act(request, pk, cancel_build)


def _act(request: HttpRequest, pk: UUID, act: Callable[..., None]) -> HttpResponse:
    found = brief_or_404(request, pk)
    try:
        act(build=_build_or_404(found), by=request.user, via=VIA)
    except Forbidden:
        raise
    except DomainError as error:
        messages.error(request, error.message)
    if request.htmx:
        return render(request, "reports/_progress.html", progress_of(request, found, _build_or_404(found)))
    return redirect(at(request, "brief", pk))


def _build_or_404(found: Brief) -> BriefBuild:
    build = newest_build(found)
    if build is None:
        raise Http404
    return build


@team_page(Permission.READ)
def pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The newest finished PDF as a file; a page that embeds it may run nothing."""
    found = brief_or_404(request, pk)
    build = newest_pdf(found)
    if build is None:
        raise Http404
    return condition(etag_func=lambda *_args: f'"{build.blob.sha256}"')(_file)(request, found, build)


def _file(request: HttpRequest, found: Brief, build: Any) -> HttpResponse:
    mark = f"-{build.status_then}" if build.status_then == Brief.Status.DRAFT else ""
    response = HttpResponse(bytes(build.blob.data), content_type=build.blob.media_type)
    name = f"{found.number}{mark}-{found.title}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response

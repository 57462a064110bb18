"""Briefs: the list, a new one, and one with what it says."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.access import allows, team_page
from accounts.permissions import Permission
from core.errors import Conflict, DomainError, Forbidden
from core.pagination import keyset_page
from reports.forms import BriefForm, WordsForm
from reports.models import Brief
from reports.render import RenderError
from reports.selectors import briefs_of, finished_runs, newest_build
from reports.services import edit_brief, request_brief
from reports.views.answers import VIA, at, brief_or_404
from reports.views.checks import checks
from reports.views.paper import paper_of
from reports.views.progress import progress_of


@team_page(Permission.READ)
def briefs(request: HttpRequest) -> HttpResponse:
    """The briefs of the situation, newest first."""
    rows = briefs_of(request.user, request.team, situation=request.situation)
    page = keyset_page(rows, request, fields=("-pk",))
    return render(request, "reports/briefs.html", {"page": page})


@team_page(Permission.REQUEST_BRIEFS, methods=("GET", "POST"))
def new(request: HttpRequest) -> HttpResponse:
    """Draft a brief: a title and one finished run per scenario."""
    runs = finished_runs(request.user, request.situation)
    initial = {"title": request.situation.name, "locale": (get_language() or "en").split("-")[0]}
    form = BriefForm(request.POST or None, runs=runs, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = _made(request, form)
        if made is not None:
            return redirect(at(request, "brief", made.pk))
    status = 422 if form.errors else 200
    return render(request, "reports/brief_new.html", {"form": form, "any_run": bool(runs)}, status=status)


def _made(request: HttpRequest, form: BriefForm) -> Brief | None:
    data = form.cleaned_data
    try:
        return request_brief(
            situation=request.situation,
            by=request.user,
            runs=form.runs(),
            title=data["title"],
            subtitle=data["subtitle"],
            locale=data["locale"],
            dated=timezone.now(),
            via=VIA,
        )
    except (Conflict, Forbidden):
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None


@team_page(Permission.READ)
def brief(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One brief: what it says, where it stands, what to check, and its PDF."""
    return shown(request, brief_or_404(request, pk))


def shown(request: HttpRequest, found: Brief, *, error: DomainError | None = None, form: Any = None) -> HttpResponse:
    """The page of a brief; with a refusal above it, if there is one."""
    build = newest_build(found)
    if build is None:
        raise Http404
    may_edit = found.is_draft and allows(request.membership, Permission.REQUEST_BRIEFS)
    context = {
        "brief": found,
        "build": build,
        "paper": paper_of(build.context),
        "paper_url": at(request, "brief_paper", found.pk),
        "steps": _steps(found),
        "checks": checks(found, build),
        "error": error,
        "form": form or (WordsForm(initial=_words(found)) if may_edit else None),
        "runs": [link.run for link in found.runs.all()],
        "urls": {name: at(request, f"brief_{name}", found.pk) for name in ("pdf", "approve", "publish", "words")},
        **progress_of(request, found, build),
    }
    return render(request, "reports/brief.html", context, status=error.status if error else 422 if form else 200)


def _words(found: Brief) -> dict[str, Any]:
    return {"expected": found.row_version, "title": found.title, "subtitle": found.subtitle}


def _steps(found: Brief) -> list[dict[str, str]]:
    labels = {"draft": _("Draft"), "approved": _("Approved"), "published": _("Published")}
    place = list(labels).index(found.status)
    last = len(labels) - 1
    return [
        {"label": label, "state": "done" if number < place or place == last else "now" if number == place else ""}
        for number, label in enumerate(labels.values())
    ]


@team_page(Permission.READ)
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the brief says with all its pictures: asked for by the page when some are not drawn yet."""
    found = brief_or_404(request, pk)
    build = newest_build(found)
    if build is None:
        raise Http404
    context: dict[str, Any] = {"brief": found, "paper_url": request.path, "again": True}
    try:
        context["paper"] = paper_of(build.context, draw=True)
    except RenderError as error:
        context |= {"paper": paper_of(build.context), "failed": error.message}
    return render(request, "reports/_paper.html", context)


@team_page(Permission.REQUEST_BRIEFS, methods=("POST",))
def words(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change title and subtitle of a draft; its PDF is made again."""
    found = brief_or_404(request, pk)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return shown(request, found, form=form)
    changes = {name: form.cleaned_data[name] for name in ("title", "subtitle")}
    try:
        edit_brief(brief=found, by=request.user, changes=changes, expected=form.cleaned_data["expected"], via=VIA)
    except Forbidden:
        raise
    except DomainError as error:
        return shown(request, brief_or_404(request, pk), error=error, form=form)
    return redirect(at(request, "brief", pk))

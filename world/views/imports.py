"""Imports: the list, the upload, one import on its way and when it is over, its undoing."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import DomainError
from core.jobs import LEASE, request_cancel, requeue
from core.pagination import keyset_page
from world.forms.imports import ImportForm
from world.importers import PROFILES
from world.models import ImportBatch, ImportIssue
from world.services.imports import request_import, undo_batch
from world.views.answers import VIA, at, csv_file
from world.views.editing import attempt

OVER = 286
SHOWN_ISSUES = 100
SLOW_AFTER_SECONDS = 30
SEVERITIES = {
    "error": gettext_lazy("left out"),
    "warning": gettext_lazy("taken in with a remark"),
    "info": gettext_lazy("for information"),
}
COLUMNS = ("row", "column", "severity", "code", "message")
STAGES = {
    "": gettext_lazy("Waiting for a worker"),
    "waiting": gettext_lazy("Waiting for another import of this dataset"),
    "reading": gettext_lazy("Reading the file"),
    "checking": gettext_lazy("Checking the rows"),
    "writing": gettext_lazy("Writing the facts"),
    "done": gettext_lazy("Taken in"),
}


def _rows(request: TeamRequest) -> Any:
    """The imports of this situation, and the team's monthly figures that belong to no situation."""
    mine = Q(situation=request.situation) | Q(situation=None, kind=ImportBatch.Kind.ROLLUP_SEED)
    batches: Any = ImportBatch.objects.filter(mine, team=request.team)
    return batches.select_related("dataset", "created_by", "undone_by")


@team_page(Permission.READ)
def imports(request: TeamRequest) -> HttpResponse:
    """Every import of the situation with its counts, newest first."""
    page = keyset_page(_rows(request), request, fields=("-created_at", "-id"))
    return render(request, "world/imports.html", {"page": page})


@team_page(Permission.IMPORT_FACTS, methods=("GET", "POST"))
def new(request: TeamRequest) -> HttpResponse:
    """Take a file: one that cannot be read at all is refused here, in the form."""
    form = ImportForm(request.POST or None, request.FILES or None)
    form.offer([(code, profile.name) for code, profile in sorted(PROFILES.items())])
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _request(request, form))
        if made is not None:
            return redirect(at(request, "import", made.pk))
    context = {"form": form, "profiles": [PROFILES[code] for code in sorted(PROFILES)]}
    return render(request, "world/import_new.html", context, status=422 if form.errors else 200)


def _request(request: TeamRequest, form: ImportForm) -> ImportBatch:
    data = form.cleaned_data
    return request_import(
        team=request.team,
        situation=request.situation,
        by=request.user,
        file=data["file"],
        file_name=data["file"].name,
        format=data["format"],
        vintage=data["vintage"],
        verb=data["verb"],
        via=VIA,
    )


def _batch(request: TeamRequest, pk: UUID) -> Any:
    found = _rows(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _context(request: TeamRequest, batch: ImportBatch) -> dict[str, Any]:
    now = timezone.now()
    running = batch.state == batch.State.RUNNING
    issues = ImportIssue.objects.filter(batch=batch)
    counts = issues.order_by().values_list("severity").annotate(n=Count("pk"))
    return {
        "batch": batch,
        "stage": STAGES.get(batch.stage, batch.stage),
        "stalled": running and batch.lease_until is not None and batch.lease_until + LEASE < now,
        "every": 3 if (now - batch.queued_at).total_seconds() > SLOW_AFTER_SECONDS else 1,
        "issues": issues.order_by("row", "pk")[:SHOWN_ISSUES],
        "issue_counts": [(SEVERITIES.get(key, key), n) for key, n in sorted(counts)],
        "issues_n": sum(n for _key, n in counts),
        "shown_n": SHOWN_ISSUES,
        "undoable": batch.kind == batch.Kind.IMPORT and batch.outcome == batch.Outcome.COMMITTED,
    }


@team_page(Permission.READ)
def batch(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One import: progress while it is on its way, then counts and remarks by row."""
    return render(request, "world/import.html", _context(request, _batch(request, pk)))


@team_page(Permission.READ)
def status(request: TeamRequest, pk: UUID) -> HttpResponse:
    """What htmx asks while an import is on its way; 286 ends the asking."""
    found = _batch(request, pk)
    return render(request, "world/_import.html", _context(request, found), status=OVER if found.ended else 200)


@team_page(Permission.READ)
def issues_csv(request: TeamRequest, pk: UUID) -> Any:
    """All remarks on an import by row, to mend the file with."""
    found = _batch(request, pk)
    rows = ImportIssue.objects.filter(batch=found).order_by("row", "pk")
    return csv_file(f"import-issues-{str(found.pk)[:8]}", COLUMNS, _cells(rows))


def _cells(rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=1000):
        yield [row.row, row.column, row.severity, row.code, row.message]


@team_page(Permission.IMPORT_FACTS, methods=("POST",))
def cancel(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Stop an import before it has written anything."""
    return _act(request, pk, request_cancel)


@team_page(Permission.IMPORT_FACTS, methods=("POST",))
def retry(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Try a failed import again, from the stored file."""
    return _act(request, pk, requeue)


def _act(request: TeamRequest, pk: UUID, act: Any) -> HttpResponse:
    found = _batch(request, pk)
    try:
        act(found)
    except DomainError as error:
        messages.error(request, error.message)
    if request.htmx:
        return render(request, "world/_import.html", _context(request, _batch(request, pk)))
    return redirect(at(request, "import", found.pk))


@team_page(Permission.IMPORT_FACTS, methods=("POST",))
def undo(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Take an import back as a whole; the reason why that cannot be is shown on its page."""
    found = _batch(request, pk)
    try:
        undo_batch(batch=found, by=request.user, via=VIA, reason=request.POST.get("reason", "")[:500])
    except DomainError as error:
        context = {**_context(request, _batch(request, pk)), "error": error}
        return render(request, "world/import.html", context, status=error.status)
    messages.success(request, _("The import is undone: the facts are as they were before it."))
    return redirect(at(request, "import", found.pk))

"""The list of publishers, and the page of one with its documents."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from core.pagination import keyset_page
from core.text import norm
from world.forms.filters import SourceFilter
from world.forms.sources import RateForm
from world.models import Source
from world.selectors.facts import documents_seen
from world.selectors.pages import citations_of_visible_facts, publishers
from world.selectors.pages_history import recorded
from world.services.sources import update_source
from world.views.answers import VIA, at, chips, counted, page_or_part
from world.views.editing import attempt, both_values

LABELS = {"reliability": RateForm.base_fields["reliability"].label}


@team_page(Permission.READ)
def sources(request: TeamRequest) -> HttpResponse:
    """The team's publishers with their reliability and how much rests on them."""
    form = SourceFilter(request.GET)
    chosen = form.chosen()
    rows = publishers(request.user, request.team)
    if "reliability" in chosen:
        rows = rows.filter(reliability=chosen["reliability"])
    for word in norm(chosen.get("q", "")).split():
        rows = rows.filter(norm__contains=word)
    context = {
        "form": form,
        "page": keyset_page(rows, request, fields=("norm", "pk")),
        "count": counted(rows),
        "chips": chips(form, request),
        "clear_url": request.path,
        "filtered": bool(chosen),
    }
    status = 422 if form.errors else 200
    return page_or_part(request, "world/sources.html", "world/_sources.html", context, status=status)


def _visible(request: TeamRequest, pk: UUID) -> Any:
    found = publishers(request.user, request.team).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@team_page(Permission.READ, write=Permission.WRITE_FACTS, methods=("GET", "POST"))
def source(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One publisher: reliability, documents, changes of the rate; POST rates it anew."""
    fact = _visible(request, pk)
    form = RateForm(request.POST or None, initial={"reliability": fact.reliability, "expected": fact.row_version})
    both, status = [], 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                done = attempt(form, lambda: _rate(request, fact, form))
            except Conflict as error:
                mine = Source(reliability=form.cleaned_data["reliability"])
                both = both_values(form, mine, _visible(request, pk), LABELS, error)
                done, status = None, 409
            if done is not None:
                messages.success(request, _("The reliability is changed."))
                return redirect(at(request, "source", fact.pk))
    context = {
        "fact": fact,
        "form": form,
        "both": both,
        "page": keyset_page(_documents(request, fact), request, fields=("-id",)),
        "history": [entry for entry in recorded(fact, LABELS) if entry.changes or entry.reason],
    }
    return render(request, "world/source.html", context, status=status)


def _rate(request: TeamRequest, fact: Source, form: RateForm) -> Source:
    data = form.cleaned_data
    return update_source(
        source=fact,
        by=request.user,
        via=VIA,
        expected=data["expected"],
        reason=data["reason"],
        reliability=data["reliability"],
    )


def _documents(request: TeamRequest, fact: Source) -> Any:
    cited = citations_of_visible_facts(request.user, request.team).filter(document=OuterRef("pk")).order_by()
    counts = Subquery(cited.values("document").annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    rows = documents_seen(request.user, request.team).filter(source=fact)
    return rows.annotate(citations_n=Coalesce(counts, 0))

"""The list of relations, the page of one, and the forms that record, change, end and retract them."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from core.pagination import keyset_page
from world.forms.fields import RetractForm
from world.forms.filters import RelationFilter
from world.forms.relations import RelationEditForm, RelationEndForm, RelationForm
from world.models import Relation, RelationKnown
from world.selectors.facts import citations_seen, claims_known
from world.selectors.pages import (
    names_of,
    readable_documents,
    relations_between,
    situation_actors,
    situation_relations,
)
from world.selectors.pages_history import recorded, states
from world.services.relations import correct_relation, create_relation, retract_relation, revise_relation
from world.views.answers import VIA, at, chips, counted, page_or_part
from world.views.editing import (
    areas_of,
    attempt,
    both_values,
    handling_now,
    keep_handling,
    offer_people,
    today,
)

LABELS = {
    "validity": RelationEditForm.base_fields["valid_from"].label,
    **{
        name: RelationEditForm.base_fields[name].label
        for name in RelationEditForm.STATE
        if name not in ("valid_from", "valid_to")
    },
}


def drawn(rows: Iterable[Any]) -> list[Any]:
    """Relations with what the signed bar needs: it grows from the middle, to the right for a friend."""
    found = list(rows)
    day = timezone.localdate()
    for row in found:
        strength = row.strength or 0
        row.bar_x = 50 + min(strength, 0) / 2
        row.bar_width = abs(strength) / 2
        row.over = row.validity.upper is not None and row.validity.upper <= day
    return found


@team_page(Permission.READ)
def relations(request: TeamRequest) -> HttpResponse:
    """Relations of the situation's actors; filters in the address, `at` shows those open on a day."""
    form = RelationFilter(request.GET)
    chosen = form.chosen()
    rows = relations_between(situation_relations(request.user, request.situation), chosen, request.user)
    page = keyset_page(rows.defer("area__outline"), request, fields=("subject_norm", "type", "id"))
    drawn(page.rows)
    context = {
        "form": form,
        "page": page,
        "rows": drawn(page.rows),
        "count": counted(rows),
        "chips": chips(form, request),
        "clear_url": request.path,
        "any_relation": bool(page.rows) or situation_relations(request.user, request.situation).exists(),
    }
    status = 422 if form.errors else 200
    return page_or_part(request, "world/relations.html", "world/_relations.html", context, status=status)


def visible_relation(request: TeamRequest, pk: UUID) -> Any:
    """A relation of the situation's actors that this person may see; 404 otherwise."""
    shown = situation_relations(request.user, request.situation).filter(id=pk)
    rows = Relation.objects.filter(pk__in=shown.order_by().values("id")).select_related("subject", "object", "area")
    found = rows.first()
    if found is None:
        raise Http404
    return found


@team_page(Permission.READ)
def relation(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One relation: state, sources, claims, histories."""
    fact = visible_relation(request, pk)
    shown = drawn(situation_relations(request.user, request.situation).filter(id=pk))[0]
    every = RelationKnown.objects.filter(id=pk, team=request.team).select_related("area")
    context = {
        "fact": fact,
        "relation": shown,
        "ends": names_of(request.user, request.team, [fact.subject_id, fact.object_id]),
        "citations": citations_seen(request.user, request.team, relation=pk).order_by(
            "document__source__reliability", "credibility", "pk"
        ),
        "claims": _claims(request, fact),
        "states": states(list(every), LABELS),
        "history": recorded(fact, LABELS),
    }
    return render(request, "world/relation.html", context)


def _claims(request: TeamRequest, fact: Relation) -> list[Any]:
    """The claims about a relation; the one that it rests on is marked."""
    rows = claims_known(request.user, request.team).filter(Q(relation=fact.pk) | Q(id=fact.claim_id))
    found: list[Any] = list(rows.order_by("reliability", "credibility", "key"))
    readable = readable_documents(request.user, request.team, [row.document_id for row in found])
    for row in found:
        row.cites = readable.get(row.document_id)
        row.adopted = row.pk == fact.claim_id
    return found


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def new(request: TeamRequest) -> HttpResponse:
    """Record a relation by hand."""
    form = RelationForm(request.POST or None, initial={"subject": _asked(request)})
    form.offer_actors(situation_actors(request.user, request.situation).order_by("shown_norm", "pk"))
    form.offer_areas(areas_of(request))
    offer_people(request, form)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _create(request, form))
        if made is not None:
            messages.success(request, _("The relation is recorded."))
            return redirect(at(request, "relation", made.pk))
    return render(request, "world/relation_new.html", {"form": form}, status=422 if form.errors else 200)


def _asked(request: TeamRequest) -> Any:
    """The actor whose page the person came from."""
    slug = request.GET.get("subject", "")[:100].replace("\x00", "")
    return situation_actors(request.user, request.situation).filter(slug=slug).first()


def _create(request: TeamRequest, form: RelationForm) -> Relation:
    data = form.cleaned_data
    return create_relation(
        team=request.team,
        by=request.user,
        via=VIA,
        subject=data["subject"],
        type=data["type"],
        object=data["object"],
        known_from=data["known_from"] or today(),
        **form.handling_given(),
        **form.state(),
    )


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def edit(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Change a relation: correct what we wrote wrongly, or revise it because the world told us more."""
    fact = visible_relation(request, pk)
    form = RelationEditForm(request.POST or None, initial=_now(fact))
    form.offer_areas(areas_of(request))
    offer_people(request, form)
    act = lambda: _change(request, fact, form)  # noqa: E731
    done, status, both = _answer(request, fact, form, act)
    if done is not None:
        messages.success(request, _("The relation is changed."))
        return redirect(at(request, "relation", fact.pk))
    return render(request, "world/relation_edit.html", {"fact": fact, "form": form, "both": both}, status=status)


def _answer(request: TeamRequest, fact: Relation, form: Any, act: Callable[[], Any]) -> tuple[Any, int, list[Any]]:
    """What the act returned, else the status of the form and, after a conflict, both values."""
    if request.method != "POST":
        return None, 200, []
    if not form.is_valid():
        return None, 422, []
    try:
        return attempt(form, act), 422, []
    except Conflict as error:
        now = visible_relation(request, fact.pk)
        return None, 409, both_values(form, _typed(form, now), now, LABELS, error)


def _typed(form: Any, now: Relation) -> Relation:
    """The relation as the form has it."""
    data = {name: value for name, value in form.cleaned_data.items() if name in RelationEditForm.STATE}
    start = data.pop("valid_from", now.validity.lower)
    end = data.pop("valid_to", now.validity.upper)
    kept = {name: getattr(now, name) for name in LABELS if name not in data}
    return Relation(**{**kept, **data, "validity": DateRange(start, end, "[)")})


def _now(fact: Relation) -> dict[str, Any]:
    names = [name for name in RelationEditForm.STATE if name not in ("valid_from", "valid_to")]
    period = {"valid_from": fact.validity.lower, "valid_to": fact.validity.upper}
    state = {name: getattr(fact, name) for name in names}
    return {**state, **period, **handling_now(fact), "expected": fact.row_version}


def _change(request: TeamRequest, fact: Relation, form: RelationEditForm) -> Relation:
    data, before = form.cleaned_data, _now(fact)
    state = {name: value for name, value in form.state().items() if before[name] != value}
    given: dict[str, Any] = {
        "relation": fact,
        "by": request.user,
        "via": VIA,
        "reason": data["reason"],
        "expected": data["expected"],
        **state,
    }
    if data["verb"] == "correct":
        row = correct_relation(**given, known_from=data["known_from"])
    else:
        row = revise_relation(**given, known_from=data["known_from"] or today())
    keep_handling(request, row, form, data["reason"])
    return row


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def end(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Say that a relation holds no longer: a revision, so that earlier cut-offs still see it open."""
    fact = visible_relation(request, pk)
    form = RelationEndForm(request.POST or None, initial={"expected": fact.row_version})

    def act() -> Relation:
        data = form.cleaned_data
        return revise_relation(
            relation=fact,
            by=request.user,
            via=VIA,
            reason=data["reason"],
            expected=data["expected"],
            known_from=data["known_from"] or today(),
            valid_to=data["valid_to"],
            end_prec=data["end_prec"],
        )

    done, status, both = _answer(request, fact, form, act)
    if done is not None:
        messages.success(request, _("The relation is ended."))
        return redirect(at(request, "relation", fact.pk))
    return render(request, "world/relation_end.html", {"fact": fact, "form": form, "both": both}, status=status)


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def retract(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Take a relation back, with the reason."""
    fact = visible_relation(request, pk)
    form = RetractForm(request.POST or None, initial={"expected": fact.row_version})

    def act() -> Relation:
        data = form.cleaned_data
        return retract_relation(
            relation=fact,
            by=request.user,
            via=VIA,
            reason=data["reason"],
            expected=data["expected"],
            known_from=data["known_from"] or today(),
        )

    done, status, _both = _answer(request, fact, form, act)
    if done is not None:
        messages.success(request, _("The relation is retracted. A replay before that day still sees it."))
        return redirect(at(request, "relation", fact.pk))
    context = {"fact": fact, "form": form, "back": at(request, "relation", fact.pk)}
    return render(request, "world/relation_retract.html", context, status=status)

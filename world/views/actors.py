"""The list of actors, the page of one, and the forms that record and change them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
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
from core.text import norm
from world.forms.actors import ActorEditForm, ActorForm
from world.forms.filters import ActorFilter
from world.models import Actor, ActorExternalId, ActorName
from world.selectors import identity
from world.selectors.facts import citations_seen
from world.selectors.pages import (
    event_counts,
    named_like,
    names_of,
    narrowed,
    participants_shown,
    situation_actors,
    situation_events,
    situation_relations,
)
from world.selectors.pages_history import recorded
from world.services.actors import add_actor_name, create_actor, remove_actor_name, rename_actor, update_actor
from world.views.answers import VIA, at, chips, counted, page_or_part
from world.views.editing import (
    areas_of,
    attempt,
    both_values,
    changed,
    handling_now,
    keep_handling,
    offer_people,
)
from world.views.relations import drawn

RECENT = 8
LABELS = {name: ActorForm.base_fields[name].label for name in ("name", *ActorForm.STATE)}


@team_page(Permission.READ)
def actors(request: TeamRequest) -> HttpResponse:
    """The actors of the situation by name; filters in the address."""
    form = ActorFilter(request.GET)
    chosen = form.chosen()
    rows = situation_actors(request.user, request.situation).select_related("home_area")
    if "kind" in chosen:
        rows = rows.filter(kind=chosen["kind"])
    if "q" in chosen:
        rows = rows.filter(named_like(request.user, chosen["q"]))
    page = keyset_page(rows.defer("home_area__outline"), request, fields=("shown_norm", "pk"))
    _name(request, page.rows)
    context = {
        "form": form,
        "page": page,
        "count": counted(rows),
        "chips": chips(form, request),
        "clear_url": request.path,
        "any_actor": bool(page.rows) or situation_actors(request.user, request.situation).exists(),
    }
    return page_or_part(request, "world/actors.html", "world/_actors.html", context, status=422 if form.errors else 200)


def _name(request: TeamRequest, rows: list[Any]) -> None:
    """Give each row its other names and its number of events, with one query for each."""
    events = event_counts(request.user, request.situation, rows)
    others: dict[UUID, dict[str, str]] = {}
    kept = ActorName.objects.filter(actor__in=rows).exclude(kind=ActorName.Kind.CANONICAL).visible_to(request.user)
    for name in kept.order_by("kind", "norm", "pk"):
        others.setdefault(name.actor_id, {})[name.norm] = name.text
    for row in rows:
        row.events_n = events.get(row.pk, 0)
        row.others = (
            [] if row.name_withheld else [text for key, text in others.get(row.pk, {}).items() if key != row.norm]
        )


def visible_actor(request: TeamRequest, pk: UUID) -> Any:
    """An actor of the team that this person may see; 404 otherwise."""
    rows = Actor.objects.filter(team=request.team, pk=pk).visible_to(request.user)
    found = rows.select_related("home_area", "merged_into").first()
    if found is None:
        raise Http404
    return found


@team_page(Permission.READ)
def actor(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One actor: names, lineage, relations, recent events, sources, history."""
    fact = visible_actor(request, pk)
    context = {
        "fact": fact,
        "names": sorted(identity.names_of(request.user, fact), key=_canonical_first),
        "external_ids": []
        if fact.name_withheld
        else ActorExternalId.objects.filter(actor=fact).order_by("system", "pk"),
        "lineage": _lineage(request, fact),
        "merged_into": _readable(request, fact.merged_into_id),
        "events": _events(request, fact),
        "events_n": event_counts(request.user, request.situation, [fact]).get(fact.pk, 0),
        "citations": citations_seen(request.user, request.team, actor=fact).order_by(
            "document__source__reliability", "credibility", "pk"
        ),
        "history": [] if fact.name_withheld else recorded(fact, LABELS),
        **_relations(request, fact),
    }
    return render(request, "world/actor.html", context)


def _canonical_first(name: ActorName) -> bool:
    return name.kind != ActorName.Kind.CANONICAL


def _readable(request: TeamRequest, pk: UUID | None) -> Actor | None:
    return names_of(request.user, request.team, [pk]).get(str(pk)) if pk else None


def _lineage(request: TeamRequest, fact: Actor) -> list[dict[str, Any]]:
    """Steps as sentences: an heir splits from its ancestor, in all other kinds the ancestor acts."""
    steps = []
    for row in identity.lineage_of(request.user, fact):
        is_heir = row.heir_id == fact.pk
        first = is_heir == (row.kind == row.Kind.SPLIT_FROM)
        steps.append({"row": row, "first": first, "other": row.ancestor if is_heir else row.heir})
    return steps


def _events(request: TeamRequest, fact: Actor) -> list[Any]:
    rows = situation_events(request.user, request.situation)
    found: list[Any] = list(
        narrowed(rows, {"actor": fact}, request.user, request.team).order_by("-date_start", "-id")[:RECENT]
    )
    keys = {part["actor"] for row in found for part in row.participants if part["actor"]}
    known = names_of(request.user, request.team, keys)
    for row in found:
        row.sides = participants_shown(row, known)
    return found


def _relations(request: TeamRequest, fact: Actor) -> dict[str, Any]:
    rows = situation_relations(request.user, request.situation).exclude(status="retracted")
    found = drawn(rows.filter(Q(subject=fact) | Q(object=fact)).order_by("-validity", "id"))
    day = timezone.localdate()
    ended = [row for row in found if row.validity.upper is not None and row.validity.upper <= day]
    return {"open": [row for row in found if row not in ended], "past": ended}


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def new(request: TeamRequest) -> HttpResponse:
    """Record an actor and select it for the situation."""
    form = ActorForm(request.POST or None)
    form.offer(areas_of(request))
    offer_people(request, form)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _create(request, form))
        if made is not None:
            messages.success(request, _("%(name)s is recorded.") % {"name": made})
            return redirect(at(request, "actor", made.pk))
    return render(request, "world/actor_new.html", {"form": form}, status=422 if form.errors else 200)


def _create(request: TeamRequest, form: ActorForm) -> Actor:
    data = form.cleaned_data
    return create_actor(
        team=request.team,
        by=request.user,
        via=VIA,
        situation=request.situation,
        name=data["name"],
        names=[{"text": text, "kind": ActorName.Kind.ALIAS} for text in data["aliases"]],
        **form.handling_given(),
        **form.state(),
    )


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def edit(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Change what is kept of an actor; a change made meanwhile is shown beside."""
    fact = visible_actor(request, pk)
    form = ActorEditForm(request.POST or None, initial=_now(request, fact))
    form.offer(areas_of(request))
    offer_people(request, form)
    context: dict[str, Any] = {"fact": fact, "form": form, "both": []}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                done = attempt(form, lambda: _change(request, fact, form))
            except Conflict as error:
                mine = Actor(name=form.cleaned_data["name"], **form.state())
                context["both"] = both_values(form, mine, visible_actor(request, pk), LABELS, error)
                done, status = None, 409
            if done is not None:
                messages.success(request, _("%(name)s is changed.") % {"name": done})
                return redirect(at(request, "actor", fact.pk))
    return render(request, "world/actor_edit.html", context, status=status)


def _aliases(request: TeamRequest, fact: Actor) -> list[ActorName]:
    """The names that a person may type: those of sources stay as the sources write them."""
    rows = ActorName.objects.filter(actor=fact, source_system="").exclude(kind=ActorName.Kind.CANONICAL)
    return list(rows.visible_to(request.user).order_by("kind", "norm", "pk"))


def _now(request: TeamRequest, fact: Actor) -> dict[str, Any]:
    state = {name: getattr(fact, name) for name in ActorForm.STATE}
    names = [name.text for name in _aliases(request, fact)]
    return {**state, **handling_now(fact), "name": fact.name, "aliases": names, "expected": fact.row_version}


def _change(request: TeamRequest, fact: Actor, form: ActorEditForm) -> Actor:
    data = form.cleaned_data
    act: dict[str, Any] = {"by": request.user, "via": VIA, "reason": data["reason"]}
    before = {fact.norm: None, **{name.norm: name for name in _aliases(request, fact)}}
    row = update_actor(actor=fact, expected=data["expected"], **act, **changed(form.state(), fact))
    if data["name"] != fact.name:
        row = rename_actor(actor=row, expected=row.row_version, name=data["name"], **act)
    wanted = {norm(text): text for text in data["aliases"]}
    for key, name in before.items():
        if name is not None and key not in wanted and key != row.norm:
            remove_actor_name(name=name, **act)
    for key, text in wanted.items():
        if key not in before and key != row.norm:
            add_actor_name(actor=row, text=text, kind=ActorName.Kind.ALIAS, **act)
    keep_handling(request, row, form, data["reason"])
    return row

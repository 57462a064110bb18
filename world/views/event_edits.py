"""Recording, changing and retracting events."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.errors import Conflict
from world.forms.events import EventEditForm, EventForm, ParticipantSet, participants
from world.forms.fields import RetractForm
from world.models import Actor, Event, EventParticipant, EventType
from world.selectors.facts import documents_seen
from world.selectors.pages import situation_actors
from world.services.events import correct_event, create_event, retract_event, revise_event
from world.services.sources import add_citation
from world.views.answers import VIA, at
from world.views.editing import (
    areas_of,
    attempt,
    both_values,
    changed,
    handling_now,
    keep_handling,
    offer_people,
    today,
)
from world.views.events import visible_event

MOST_DOCUMENTS = 500


def _offer(request: TeamRequest, form: Any) -> Any:
    form.offer(types=EventType.objects.filter(team=request.team).order_by("domain", "code"), areas=areas_of(request))
    offer_people(request, form)
    if "document" in form.fields:
        latest = documents_seen(request.user, request.team).order_by("-id")[:MOST_DOCUMENTS]
        ordered = sorted(latest, key=lambda row: (row.source.norm, row.title))
        form.fields["document"].offer(ordered, key="pk", group=lambda row: row.source.publisher)
    return form


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def new(request: TeamRequest) -> HttpResponse:
    """Record an event of the situation by hand."""
    form = _offer(request, EventForm(request.POST or None))
    sides = _sides(request)
    if request.method == "POST" and all([form.is_valid(), sides.is_valid()]):
        made = attempt(form, lambda: _create(request, form, sides))
        if made is not None:
            messages.success(request, _("The event is recorded."))
            return redirect(at(request, "event", made.pk))
    status = 422 if form.errors or _wrong(sides) else 200
    return render(request, "world/event_new.html", {"form": form, "sides": sides}, status=status)


def _wrong(sides: Any) -> bool:
    return sides.is_bound and not sides.is_valid()


def _create(request: TeamRequest, form: EventForm, sides: Any) -> Event:
    data = form.cleaned_data
    made = create_event(
        team=request.team,
        by=request.user,
        via=VIA,
        situation=request.situation,
        known_from=data["known_from"] or today(),
        participants=participants(sides),
        **form.handling_given(),
        **form.state(),
    )
    if data["document"] is not None:
        add_citation(
            fact=made,
            document=data["document"],
            by=request.user,
            via=VIA,
            locator=data["locator"],
            credibility=data["credibility"],
        )
    return made


def _sides(request: TeamRequest, event: Event | None = None) -> Any:
    """The sides to fill in, or None where one of them is withheld from this person: a rewrite would lose it."""
    actors = list(situation_actors(request.user, request.situation).order_by("shown_norm", "pk"))
    rows = [] if event is None else list(EventParticipant.objects.filter(event=event).order_by("side", "role", "pk"))
    missing = {row.actor_id for row in rows if row.actor_id} - {actor.pk for actor in actors}
    if missing:
        others = Actor.objects.filter(team=request.team, pk__in=missing).visible_to(request.user)
        actors += list(others.order_by("norm", "pk"))
    known: dict[Any, Actor] = {actor.pk: actor for actor in actors}
    if any(row.actor_id and row.actor_id not in known for row in rows):
        return None
    initial = [
        {
            "actor": known.get(row.actor_id),
            "raw_label": row.raw_label,
            "role": row.role,
            "side": row.side,
            "attribution": row.attribution,
        }
        for row in rows
    ]
    return ParticipantSet(request.POST or None, prefix="sides", initial=initial, form_kwargs={"actors": actors})


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def edit(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Change an event: correct what we wrote wrongly, or revise it because the world told us more."""
    fact = visible_event(request, pk)
    sides = _sides(request, fact)
    form = _offer(request, EventEditForm(request.POST or None, initial=_now(fact)))
    context: dict[str, Any] = {"fact": fact, "form": form, "sides": sides, "both": []}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and not _wrong(sides or ParticipantSet()):
            try:
                done = attempt(form, lambda: _change(request, fact, form, sides))
            except Conflict as error:
                labels = {name: form.fields[name].label for name in form.STATE}
                context["both"] = both_values(form, Event(**form.state()), visible_event(request, pk), labels, error)
                done, status = None, 409
            if done is not None:
                messages.success(request, _("The event is changed."))
                return redirect(at(request, "event", fact.pk))
    return render(request, "world/event_edit.html", context, status=status)


def _now(fact: Event) -> dict[str, Any]:
    state = {name: getattr(fact, name) for name in EventEditForm.STATE}
    return {**state, **handling_now(fact), "expected": fact.row_version}


def _change(request: TeamRequest, fact: Event, form: EventEditForm, sides: Any) -> Event:
    data = form.cleaned_data
    given: dict[str, Any] = {
        "event": fact,
        "by": request.user,
        "via": VIA,
        "reason": data["reason"],
        "expected": data["expected"],
        "participants": participants(sides) if sides is not None and sides.has_changed() else None,
        **changed(form.state(), fact),
    }
    if data["verb"] == "correct":
        row = correct_event(**given, known_from=data["known_from"])
    else:
        row = revise_event(**given, known_from=data["known_from"] or today())
    keep_handling(request, row, form, data["reason"])
    return row


@team_page(Permission.WRITE_FACTS, methods=("GET", "POST"))
def retract(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Take an event back, with the reason."""
    fact = visible_event(request, pk)
    form = RetractForm(request.POST or None, initial={"expected": fact.row_version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            data = form.cleaned_data
            try:
                done = attempt(
                    form,
                    lambda: retract_event(
                        event=fact,
                        by=request.user,
                        via=VIA,
                        reason=data["reason"],
                        known_from=data["known_from"] or today(),
                        expected=data["expected"],
                    ),
                )
            except Conflict as error:
                both_values(form, fact, fact, {}, error)
                done, status = None, 409
            if done is not None:
                messages.success(request, _("The event is retracted. A replay before that day still sees it."))
                return redirect(at(request, "event", fact.pk))
    context = {"form": form, "fact": fact, "back": at(request, "event", fact.pk)}
    return render(request, "world/event_retract.html", context, status=status)

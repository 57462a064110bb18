"""The list of events, its CSV, and the page of one event."""

from collections.abc import Iterator
from itertools import batched
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from core.pagination import keyset_page
from world.forms.events import EventEditForm
from world.forms.filters import EventFilter
from world.models import AdminArea, ClaimKnown, ClaimStatus, Event, EventKnown, EventSourceLink, EventType
from world.selectors.facts import citations_seen, claims_known
from world.selectors.pages import (
    PARTIAL,
    mark,
    names_of,
    narrowed,
    participants_shown,
    readable_documents,
    situation_actors,
    situation_events,
)
from world.selectors.pages_history import recorded, states
from world.views.answers import at, chips, counted, csv_file, page_or_part

CHUNK = 500
COLUMNS = (
    "event", "dataset", "date_start", "date_end", "date_precision", "type_code", "type", "title", "place", "place_precision",
    "area_code", "area", "latitude", "longitude", "deaths_best", "deaths_low", "deaths_high", "deaths_civilians",
    "participants", "grade", "sources", "status", "marks", "known_from", "known_to",
)  # fmt: skip


def event_filter(request: TeamRequest) -> EventFilter:
    """The filter in the address, with what can be chosen in this situation."""
    form = EventFilter(request.GET)
    team = request.team
    form.offer(
        types=EventType.objects.filter(team=team).order_by("domain", "code"),
        areas=AdminArea.objects.filter(team=team, level__lte=1)
        .select_related("parent")
        .defer("outline", "parent__outline")
        .order_by("parent__pcode", "pcode"),
        actors=situation_actors(request.user, request.situation).filter(name_withheld=False).order_by("norm", "pk"),
    )
    return form


def _rows(request: TeamRequest, chosen: dict[str, Any]) -> Any:
    rows = situation_events(request.user, request.situation, chosen.get("known"))
    return narrowed(rows, chosen, request.user, request.team)


@team_page(Permission.READ)
def events(request: TeamRequest) -> HttpResponse:
    """The events of the situation; filters in the address, htmx gets the rows only."""
    form = event_filter(request)
    chosen = form.chosen()
    rows = _rows(request, chosen)
    page = keyset_page(rows, request, fields=("-date_start", "-id"))
    known = chosen.get("known")
    _name(request, page.rows)
    mark(page.rows, request.user, request.team, known)
    context = {
        "form": form,
        "page": page,
        "count": counted(rows),
        "chips": chips(form, request),
        "clear_url": request.path,
        "csv_url": f"{at(request, 'events_csv')}?{page.first_query}",
        "known": known,
        "known_query": f"?known={known.isoformat()}" if known else "",
        "any_event": bool(page.rows) or situation_events(request.user, request.situation).exists(),
    }
    status = 422 if form.errors else 200
    return page_or_part(request, "world/events.html", "world/_events.html", context, status=status)


def _name(request: TeamRequest, rows: list[Any]) -> None:
    """Give each row its sides in words, with one query for all."""
    keys = {part["actor"] for row in rows for part in row.participants if part["actor"]}
    actors = names_of(request.user, request.team, keys)
    for row in rows:
        row.sides = participants_shown(row, actors)


@team_page(Permission.READ)
def events_csv(request: TeamRequest) -> Any:
    """The same rows as the list, all of them, as CSV."""
    form = event_filter(request)
    chosen = form.chosen()
    if form.errors:
        raise Http404
    rows = _rows(request, chosen).order_by("-date_start", "-id")
    return csv_file(f"events-{request.situation.slug}", COLUMNS, _cells(request, rows, chosen.get("known")))


def _cells(request: TeamRequest, rows: Any, known: Any) -> Iterator[list[Any]]:
    for some in batched(rows.iterator(chunk_size=CHUNK), CHUNK):
        _name(request, list(some))
        mark(some, request.user, request.team, known)
        for row in some:
            yield _row(row)


def _row(row: Any) -> list[Any]:
    sides = [f"{side['name']} ({side['role']}, {side['attribution']})" for side in row.sides]
    return [
        row.external_id, row.dataset.code, row.date_start, row.date_end, row.date_prec,
        row.type.code, row.type.label, row.title, row.place, row.where_prec,
        row.area.pcode if row.area else None, row.area.name if row.area else None, row.lat, row.lon,
        row.deaths_best, row.deaths_low, row.deaths_high, row.deaths_civilians, "; ".join(sides),
        row.grade, row.origins, row.status, "; ".join(_marks(row)), row.known_from, row.known_to,
    ]  # fmt: skip


def _marks(row: Any) -> list[str]:
    """The marks by the codes that the filter takes: a file for programs is the same in every language."""
    marks = {
        "contested": row.contested,
        "single_source": row.origins == 1,
        "duplicate": row.duplicate_of_id is not None,
        "partial": row.attributes.get("confirmation") == PARTIAL,
    }
    return [code for code, on in marks.items() if on]


def visible_event(request: TeamRequest, pk: UUID) -> Any:
    """The event of this situation that this person may see; 404 otherwise."""
    shown = situation_events(request.user, request.situation).filter(id=pk)
    event = Event.objects.filter(pk__in=shown.values("id")).select_related("type", "area__parent", "dataset").first()
    if event is None:
        raise Http404
    return event


@team_page(Permission.READ)
def event(request: TeamRequest, pk: UUID) -> HttpResponse:
    """One event as it is known now, or as it was known on ?known=, with its claims and histories."""
    fact = visible_event(request, pk)
    form = EventFilter({"known": request.GET.get("known", "")})
    known = form.chosen().get("known")
    shown = situation_events(request.user, request.situation, known).filter(id=pk).first()
    if shown is None:
        raise Http404
    _name(request, [shown])
    mark([shown], request.user, request.team, known)
    labels = {name: EventEditForm.base_fields[name].label for name in EventEditForm.STATE}
    every = EventKnown.objects.filter(id=pk, team=request.team).select_related("type", "area", "dataset")
    context = {
        "fact": fact,
        "event": shown,
        "known": known,
        "citations": citations_seen(request.user, request.team, event=pk)
        .select_related("document__source", "document__origin_document")
        .order_by("document__source__reliability", "credibility", "pk"),
        "claims": _claims(request, shown, known),
        "states": states(list(every), labels),
        "history": recorded(fact, labels),
        "original": _visible(request, shown.duplicate_of_id),
        "parent": _visible(request, shown.parent_id),
        "records": EventSourceLink.objects.filter(event=pk, team=request.team).select_related("record").order_by("pk"),
    }
    return page_or_part(request, "world/event.html", "world/_event.html", context)


def _visible(request: TeamRequest, pk: UUID | None) -> Any:
    if pk is None:
        return None
    return situation_events(request.user, request.situation).filter(id=pk).first()


def _claims(request: TeamRequest, event: EventKnown, known: Any) -> list[Any]:
    """The claims about an event side by side; the one that the event follows is marked."""
    rows = claims_known(request.user, request.team, cutoff=known).filter(event=event.pk)
    found: list[Any] = list(rows.order_by("field", "reliability", "credibility", "key"))
    readable = readable_documents(request.user, request.team, [row.document_id for row in found])
    for row in found:
        row.cites = readable.get(row.document_id)
        row.adopted = _follows(event, row)
    return found


def _follows(event: EventKnown, claim: ClaimKnown) -> bool:
    """Does the event say what the claim says? A named choice decides, else equal values."""
    chosen = event.attributes.get("adopted_claim")
    if chosen or not isinstance(claim.value, dict) or claim.status != ClaimStatus.ASSERTED:
        return bool(chosen) and claim.key == chosen
    return all(str(getattr(event, name, None)) == str(value) for name, value in claim.value.items())

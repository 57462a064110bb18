"""What the pages about facts read: lists of a situation as one person may see them, and the marks on their rows."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import Team
from core.text import norm
from world.models import (
    Actor,
    ActorName,
    AdminArea,
    Citation,
    ClaimStatus,
    EventKnown,
    EventParticipant,
    EventStatus,
    EventType,
    RelationKnown,
    RelationStatus,
    Situation,
    SituationActor,
    Source,
    SourceDocument,
)
from world.selectors.facts import citations_seen, claims_known, documents_seen, events_known, with_actor

PARTIAL = "PARTIAL"


def situation_actors(viewer: Any, situation: Situation) -> Any:
    """The actors of a situation; `shown_norm` sorts them and says nothing of a withheld name."""
    linked = SituationActor.objects.filter(situation=situation, actor=OuterRef("pk"))
    rows = Actor.objects.filter(Exists(linked), team=situation.team_id).visible_to(viewer)
    return rows.annotate(shown_norm=shown_norm())


def shown_norm(prefix: str = "") -> Case:
    """The name in the form in which lists are sorted; a withheld one sorts first."""
    return Case(
        When(**{f"{prefix}name_withheld": True}, then=Value("")),
        default=F(f"{prefix}norm"),
        output_field=CharField(db_collation="C"),
    )


def named_like(viewer: Any, words: str) -> Q:
    """Actors one of whose names holds each word; a withheld name finds nothing."""
    condition = Q(name_withheld=False)
    for word in norm(words).split():
        names = ActorName.objects.filter(actor=OuterRef("pk"), norm__contains=word).visible_to(viewer)
        condition &= Q(Exists(names))
    return condition


def names_of(viewer: Any, team: Team | UUID, keys: Iterable[Any]) -> dict[str, Actor]:
    """The actors behind these keys that this person may see, by key as text."""
    rows = Actor.objects.filter(team=team, pk__in=set(keys)).visible_to(viewer)
    return {str(row.pk): row for row in rows}


def participants_shown(event: Any, actors: dict[str, Actor]) -> list[dict[str, Any]]:
    """The sides of an event in words. An actor that is not among `actors` keeps its part, but not its name."""
    labels = {
        name: dict(getattr(EventParticipant._meta.get_field(name), "choices", None) or ())
        for name in ("role", "side", "attribution")
    }
    found = []
    for part in event.participants:
        actor = actors.get(part["actor"]) if part["actor"] else None
        hidden = bool(part["actor"]) and (actor is None or actor.name_withheld)
        name = _("Name withheld") if hidden else str(actor or part["raw_label"])
        words = {f"{key}_words": labels[key].get(part[key], part[key]) for key in labels}
        raw = "" if hidden or part["raw_label"] == name else part["raw_label"]
        found.append({**part, **words, "name": name, "actor": actor, "raw_label": raw})
    return found


def readable_documents(viewer: Any, team: Team | UUID, keys: Iterable[Any]) -> dict[Any, SourceDocument]:
    """The documents behind these keys that this person may see, with their publishers."""
    return {row.pk: row for row in documents_seen(viewer, team).filter(pk__in=set(keys) - {None})}


def situation_events(viewer: Any, situation: Situation, known: date | None = None) -> QuerySet[EventKnown]:
    """The events of a situation in any status, in the state that could be known at the end of the day `known`."""
    return events_known(viewer, situation.team_id, situation, cutoff=known, statuses=EventStatus.values)


def mark(rows: Iterable[Any], viewer: Any, team: Team | UUID, known: date | None = None) -> None:
    """Give each event `grade` (the best one, such as B2), `origins` (documents that do not copy one another) and
    `contested`: two queries for all."""
    found = list(rows)
    keys = [row.pk for row in found]
    grades: dict[Any, str] = {}
    origins: dict[Any, set[Any]] = {}
    for citation in citations_seen(viewer, team).filter(event__in=keys):
        document = citation.document
        pair = f"{document.source.reliability}{citation.credibility}"
        grades[citation.event_id] = min(pair, grades.get(citation.event_id, pair))
        origins.setdefault(citation.event_id, set()).add(document.origin_document_id or document.pk)
    contested = set(_disputed(viewer, team, known).filter(event__in=keys).values_list("event", flat=True))
    for row in found:
        row.grade = grades.get(row.pk, "")
        row.origins = len(origins.get(row.pk, ()))
        row.contested = row.pk in contested


def _disputed(viewer: Any, team: Team | UUID, known: date | None) -> QuerySet[Any]:
    return claims_known(viewer, team, cutoff=known).filter(status=ClaimStatus.DISPUTED, event__isnull=False)


def narrowed(
    rows: QuerySet[EventKnown], chosen: dict[str, Any], viewer: Any, team: Team | UUID
) -> QuerySet[EventKnown]:
    """Events that fit a filter (world.forms.filters.EventFilter.chosen)."""
    if chosen.get("status") != "any":
        status = chosen.get("status")
        unused = [EventStatus.REJECTED, EventStatus.RETRACTED]
        rows = rows.filter(status=status) if status else rows.exclude(status__in=unused)
    for name, condition in _CONDITIONS.items():
        if name in chosen:
            rows = rows.filter(condition(chosen[name]))
    if "grade" in chosen:
        rows = rows.filter(_grade(chosen["grade"], viewer, team))
    if "mark" in chosen:
        rows = rows.filter(_mark(chosen["mark"], viewer, team, chosen.get("known")))
    return rows


def _text(words: str) -> Q:
    condition = Q()
    for word in norm(words).split():
        whole = rf"\m{word}\M"
        condition &= Q(title__unaccent__iregex=whole) | Q(place__unaccent__iregex=whole)
    return condition


def _type(code: str) -> Q:
    # Keys and no join: the planner has no statistics over the view.
    kinds = EventType.objects.filter(Q(code=code) | Q(domain=code))
    return Q(type__in=list(kinds.values_list("pk", flat=True)))


def _area(area: Any) -> Q:
    inside = AdminArea.objects.filter(Q(pk=area.pk) | Q(parent=area) | Q(parent__parent=area))
    return Q(area__in=list(inside.values_list("pk", flat=True)))


def _cited(viewer: Any, team: Team | UUID) -> QuerySet[Citation]:
    return citations_seen(viewer, team).filter(event__isnull=False).order_by()


def _grade(letter: str, viewer: Any, team: Team | UUID) -> Q:
    cited = _cited(viewer, team)
    if letter == "none":
        return ~Q(id__in=cited.values("event"))
    return Q(id__in=cited.filter(document__source__reliability__lte=letter).values("event"))


def _mark(mark: str, viewer: Any, team: Team | UUID, known: date | None) -> Q:
    if mark == "duplicate":
        return Q(duplicate_of__isnull=False)
    if mark == "partial":
        return Q(attributes__confirmation=PARTIAL)
    if mark == "contested":
        return Q(id__in=_disputed(viewer, team, known).values("event"))
    origin = Coalesce("document__origin_document_id", "document_id")
    counted = _cited(viewer, team).values("event").annotate(n=Count(origin, distinct=True))
    return Q(id__in=counted.filter(n=1).values("event"))


_CONDITIONS: dict[str, Any] = {
    "q": _text,
    "type": _type,
    "area": _area,
    "actor": with_actor,
    "since": lambda day: Q(date_end__gte=day),
    "until": lambda day: Q(date_start__lte=day),
    "precision": lambda most: Q(date_prec__lte=most),
}


def event_counts(viewer: Any, situation: Situation, actors: Iterable[Actor]) -> dict[UUID, int]:
    """In how many events of the situation, in use and visible to this person, each actor takes part."""
    events = situation_events(viewer, situation).exclude(status__in=[EventStatus.REJECTED, EventStatus.RETRACTED])
    rows = EventParticipant.objects.filter(actor__in=[actor.pk for actor in actors], event__in=events.values("id"))
    return dict(rows.order_by().values_list("actor").annotate(n=Count("event", distinct=True)))


def situation_relations(viewer: Any, situation: Situation, known: date | None = None) -> Any:
    """Relations of the situation's actors, where this person may see both ends."""
    linked = SituationActor.objects.filter(situation=situation).values("actor")
    seen = Actor.objects.filter(team=situation.team_id).visible_to(viewer).values("pk")
    rows = RelationKnown.objects.filter(team=situation.team_id).visible_to(viewer).known_at(known)
    rows = rows.filter(Q(subject__in=linked) | Q(object__in=linked), subject__in=seen)
    rows = rows.filter(Q(object__isnull=True) | Q(object__in=seen))
    return rows.select_related("subject", "object", "area").annotate(subject_norm=shown_norm("subject__"))


def relations_between(rows: QuerySet[RelationKnown], chosen: dict[str, Any], viewer: Any) -> QuerySet[RelationKnown]:
    """Relations that fit a filter (world.forms.filters.RelationFilter.chosen)."""
    status = chosen.get("status")
    if status != "any":
        rows = rows.filter(status=status) if status else rows.exclude(status=RelationStatus.RETRACTED)
    if "type" in chosen:
        rows = rows.filter(type=chosen["type"])
    if "at" in chosen:
        rows = rows.filter(validity__contains=chosen["at"])
    if "q" in chosen:
        found = Actor.objects.filter(named_like(viewer, chosen["q"])).values("pk")
        rows = rows.filter(Q(subject__in=found) | Q(object__in=found))
    return rows


def publishers(viewer: Any, team: Team) -> Any:
    """The team's publishers that this person may see, with how many documents and citations of facts they stand for."""
    documents = SourceDocument.objects.filter(source=OuterRef("pk")).visible_to(viewer).order_by().values("source")
    cited = citations_of_visible_facts(viewer, team).filter(document__source=OuterRef("pk")).order_by()
    return (
        Source.objects.filter(team=team)
        .visible_to(viewer)
        .annotate(
            documents_n=_counted(documents),
            citations_n=_counted(cited.values("document__source")),
        )
    )


def citations_of_visible_facts(viewer: Any, team: Team | UUID) -> QuerySet[Citation]:
    """Citations whose fact this person may see: a restricted fact is not even counted."""
    facts = ("event", "relation", "claim", "observation", "actor")
    condition = Q()
    for fact in facts:
        model = Citation._meta.get_field(fact).related_model
        condition |= Q(Exists(model._default_manager.filter(pk=OuterRef(fact)).visible_to(viewer)))
    return citations_seen(viewer, team).filter(condition)


def _counted(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

"""Facts as one person could know them on a cut-off. The page and the API read through these.

`cutoff` None gives the present state. A fact that tells of a restricted one is as restricted: a relation of a hidden
actor, a claim about a hidden event and a value of a hidden actor are not there either.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import Team
from world.models import (
    Actor,
    AdminArea,
    Citation,
    ClaimKnown,
    ClaimStatus,
    Dataset,
    Event,
    EventKnown,
    EventParticipant,
    EventStatus,
    EventType,
    ObservationKnown,
    ObservationStatus,
    Relation,
    RelationKnown,
    RelationStatus,
    Situation,
    SituationActor,
    SituationEvent,
    SituationSeries,
    Source,
    SourceDocument,
)

Owner = Team | UUID


def events_known(
    viewer: Any,
    team: Owner,
    situation: Situation | None = None,
    *,
    cutoff: date | None = None,
    at: date | None = None,
    statuses: Collection[str] = (EventStatus.ACCEPTED,),
    dataset: str = "",
    types: Collection[str] = (),
    area: str = "",
    actor: Actor | None = None,
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[EventKnown]:
    """Events that had begun by `at`, in the state known on `cutoff`; by type codes or domains, area p-code, actor.

    The planner has no statistics over the view, so it takes each join to it for one row and loops: reference rows are
    read in queries of their own, and filters on them are resolved to keys first.
    """
    rows = EventKnown.objects.filter(team=team).visible_to(viewer).known_at(cutoff).filter(status__in=statuses)
    if situation is not None:
        rows = rows.filter(Exists(SituationEvent.objects.filter(situation=situation, event=OuterRef("id"))))
    if at is not None:
        rows = rows.filter(date_start__lte=at)
    if dataset:
        rows = rows.filter(dataset__in=_keys(Dataset, team, Q(code=dataset)))
    if types:
        rows = rows.filter(type__in=_keys(EventType, team, Q(code__in=types) | Q(domain__in=types)))
    if area:
        inside = Q(pcode=area) | Q(parent__pcode=area) | Q(parent__parent__pcode=area)
        rows = rows.filter(area__in=_keys(AdminArea, team, inside))
    if actor is not None:
        rows = rows.filter(with_actor(actor))
    if since is not None:
        rows = rows.filter(date_end__gte=since)
    if until is not None:
        rows = rows.filter(date_start__lte=until)
    return rows.prefetch_related("type", "area", "dataset")


def _keys(model: Any, team: Owner, condition: Q) -> list[int]:
    return list(model.objects.filter(condition, team=team).values_list("pk", flat=True))


def with_actor(actor: Actor) -> Q:
    """Events in which the actor takes part, in the state at hand."""
    now = EventParticipant.objects.filter(event=OuterRef("id"), actor=actor)
    then = Q(known_to__isnull=False, participants__contains=[{"actor": str(actor.pk)}])
    return Q(Exists(now), known_to__isnull=True) | then


def sides_of(viewer: Any, team: Owner, events: Iterable[EventKnown]) -> dict[UUID, list[dict[str, Any]]]:
    """Who took part in each event, in words: one query for all. A hidden actor keeps its part, not its name."""
    found = list(events)
    keys = {part["actor"] for event in found for part in event.participants if part["actor"]}
    seen = {str(row.pk): row for row in Actor.objects.filter(team=team, pk__in=keys).visible_to(viewer)}
    return {event.pk: [_side(part, seen) for part in event.participants] for event in found}


def _side(part: dict[str, Any], seen: dict[str, Actor]) -> dict[str, Any]:
    actor = seen.get(part["actor"] or "")
    hidden = bool(part["actor"]) and (actor is None or actor.name_withheld)
    label = _("Name withheld") if hidden else str(actor or part["raw_label"])
    slug = actor.slug if actor is not None and not hidden else None
    kept = {name: part[name] for name in ("role", "side", "attribution")}
    return {"actor": slug, "label": label, "raw_label": "" if hidden else part["raw_label"], **kept}


def relations_known(
    viewer: Any,
    team: Owner,
    situation: Situation | None = None,
    *,
    cutoff: date | None = None,
    types: Collection[str] = (),
    actor: Actor | None = None,
) -> QuerySet[RelationKnown]:
    """Relations that stand in the state known on `cutoff`, both of whose ends this person may see."""
    rows = RelationKnown.objects.filter(team=team).visible_to(viewer).known_at(cutoff)
    seen = Actor.objects.filter(team=team).visible_to(viewer).values("pk")
    rows = rows.exclude(status=RelationStatus.RETRACTED).filter(subject__in=seen)
    rows = rows.filter(Q(object__isnull=True) | Q(object__in=seen))
    if situation is not None:
        linked = SituationActor.objects.filter(situation=situation).values("actor")
        rows = rows.filter(Q(subject__in=linked) | Q(object__in=linked))
    if types:
        rows = rows.filter(type__in=types)
    if actor is not None:
        rows = rows.filter(Q(subject=actor) | Q(object=actor))
    return rows.select_related("subject", "object", "area")


def relations_open(
    viewer: Any, team: Owner, situation: Situation | None = None, *, at: date, cutoff: date | None = None, **chosen: Any
) -> QuerySet[RelationKnown]:
    """Relations that hold on the day `at`, as known on `cutoff`."""
    return relations_known(viewer, team, situation, cutoff=cutoff, **chosen).filter(validity__contains=at)


def claims_known(
    viewer: Any, team: Owner, situation: Situation | None = None, *, cutoff: date | None = None
) -> QuerySet[ClaimKnown]:
    """Claims that stand in the state known on `cutoff`, about facts that this person may see."""
    rows = ClaimKnown.objects.filter(team=team).visible_to(viewer).known_at(cutoff)
    rows = rows.exclude(status=ClaimStatus.RETRACTED)
    events = Event.objects.filter(pk=OuterRef("event")).visible_to(viewer)
    relations = Relation.objects.filter(pk=OuterRef("relation")).visible_to(viewer)
    rows = rows.filter(Q(event__isnull=True) | Exists(events), Q(relation__isnull=True) | Exists(relations))
    if situation is not None:
        of_events = SituationEvent.objects.filter(situation=situation, event=OuterRef("event"))
        of_relations = relations_known(viewer, team, situation, cutoff=cutoff).filter(pk=OuterRef("relation"))
        rows = rows.filter(Q(about_situation=situation) | Exists(of_events) | Exists(of_relations))
    return rows.select_related("document__source", "event", "relation")


def observations_known(
    viewer: Any,
    team: Owner,
    situation: Situation | None = None,
    *,
    cutoff: date | None = None,
    at: date | None = None,
    series: str = "",
) -> QuerySet[ObservationKnown]:
    """Values in the vintage known on `cutoff`, of periods that had begun by `at`."""
    rows = ObservationKnown.objects.filter(team=team).visible_to(viewer).known_at(cutoff)
    seen = Actor.objects.filter(team=team).visible_to(viewer).values("pk")
    rows = rows.filter(Q(actor__isnull=True) | Q(actor__in=seen), status=ObservationStatus.ACCEPTED)
    if situation is not None:
        rows = rows.filter(series__in=SituationSeries.objects.filter(situation=situation).values("series"))
    if series:
        rows = rows.filter(series__code=series)
    if at is not None:
        rows = rows.filter(period__startswith__lte=at)
    return rows.select_related("series", "area", "actor")


def sources_seen(viewer: Any, team: Owner) -> QuerySet[Source]:
    """Publishers that this person may see, by name."""
    return Source.objects.filter(team=team).visible_to(viewer).order_by("norm", "pk")


def documents_seen(viewer: Any, team: Owner) -> QuerySet[SourceDocument]:
    """Documents of publishers that this person may see."""
    rows = SourceDocument.objects.filter(team=team, source__in=sources_seen(viewer, team).order_by().values("pk"))
    return rows.visible_to(viewer).select_related("source", "origin_document")


def citations_seen(viewer: Any, team: Owner, **fact: Any) -> QuerySet[Citation]:
    """Citations of a fact (event=, relation=, claim=, observation= or actor=), where the document may be seen."""
    documents = documents_seen(viewer, team).order_by().values("pk")
    rows = Citation.objects.filter(team=team, document__in=documents, **fact).visible_to(viewer)
    return rows.select_related("document__source")

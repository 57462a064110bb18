"""Who an actor is: names and keys of other systems. Identity is never filtered by a cut-off: the latest is used."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Team
from core.text import norm
from world.models import Actor, ActorExternalId, ActorLineage, ActorName


def actors_seen(viewer: Any, team: Team | UUID, *, kind: str = "", text: str = "") -> QuerySet[Actor]:
    """Actors of the team that this person may see, ordered by name; `text` is looked for in all open names."""
    rows = Actor.objects.filter(team=team).visible_to(viewer)
    if kind:
        rows = rows.filter(kind=kind)
    for word in norm(text).split():
        names = ActorName.objects.filter(actor=OuterRef("pk"), norm__contains=word).visible_to(viewer)
        rows = rows.filter(Exists(names), name_withheld=False)
    return rows.order_by("norm", "pk")


def actor_by_slug(viewer: Any, team: Team | UUID, slug: str) -> Actor | None:
    """The actor, or None where there is none for this person."""
    return Actor.objects.filter(team=team, slug=slug).visible_to(viewer).first()


def names_of(viewer: Any, actor: Actor) -> QuerySet[ActorName]:
    """All names of an actor that this person may see; none of one whose name is withheld."""
    rows = ActorName.objects.filter(actor=actor).visible_to(viewer)
    return rows.none() if actor.name_withheld else rows.order_by("kind", "norm", "pk")


def lineage_of(viewer: Any, actor: Actor) -> QuerySet[ActorLineage]:
    """Steps of the lineage with this actor at one end, where the person may see both ends."""
    seen = Actor.objects.filter(team=actor.team_id).visible_to(viewer).values("pk")
    rows = ActorLineage.objects.filter(Q(ancestor=actor) | Q(heir=actor), ancestor__in=seen, heir__in=seen)
    return rows.select_related("ancestor", "heir").order_by("date", "pk")


def names_in_source(team: Team | UUID, dataset: str) -> dict[str, UUID]:
    """The names by which a dataset's system books single actors, for taking apart names of several."""
    system = dataset.partition("-")[0]
    external = ActorExternalId.objects.filter(actor=OuterRef("actor"), system=system)
    names = ActorName.objects.filter(
        Exists(external), team=team, kind=ActorName.Kind.SOURCE_LABEL, source_system=system
    ).exclude(text__contains=", ")
    rows = names.values_list("text", "actor__external_ids__value", "actor").filter(actor__external_ids__system=system)
    return {text: actor for text, _value, actor in sorted(rows, key=_shortest_value, reverse=True)}


def _shortest_value(row: tuple[str, str, UUID]) -> tuple[str, int, str]:
    text, value, _actor = row
    return text, len(value), value

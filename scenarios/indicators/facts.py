"""What a freeze may read: facts as known at the cut-off, seen with the eyes of one person, by natural key."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from accounts.models import User
from scenarios.models import Version
from world.models import (
    Actor,
    ActorLineage,
    AdminArea,
    ClaimKnown,
    Dataset,
    Handling,
    HandlingGrant,
    RelationKnown,
)

HEIRS = (ActorLineage.Kind.RENAMED, ActorLineage.Kind.MERGED_INTO)


@dataclass(frozen=True)
class Tie:
    """A relation that holds for a while, as known at the cut-off."""

    key: str
    subject: str
    object: str | None
    type: str
    start: date | None
    end: date | None
    area: str | None
    place: str
    attributes: dict[str, Any]
    claim: str | None
    id: str

    def open_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass
class Facts:
    """The facts of one team for one freeze. Rows that the viewer may not see are not there at all.

    `handling` gathers that of what was used, which a run inherits; so do the claims and datasets that were used.
    """

    version: Version
    at: date
    cutoff: date
    viewer: User
    allow_hindsight: bool = False
    used_claims: set[str] = field(default_factory=set)
    used_datasets: set[str] = field(default_factory=set)
    handling: "Inherited" = field(default_factory=lambda: Inherited())

    @property
    def team_id(self) -> Any:
        return self.version.team_id

    @cached_property
    def actors(self) -> dict[Any, str]:
        """Slugs by id, under the latest identity: a merged record counts as the one it went into."""
        rows = {row.pk: row for row in Actor.objects.filter(team_id=self.team_id).only("slug", "merged_into_id")}
        return {pk: _latest(row, rows).slug for pk, row in rows.items()}

    @cached_property
    def areas(self) -> dict[int, AdminArea]:
        fields = ("pcode", "level", "parent_id", "dataset_names")
        return {row.pk: row for row in AdminArea.objects.filter(team_id=self.team_id).only(*fields)}

    @cached_property
    def datasets(self) -> dict[str, Dataset]:
        return {row.code: row for row in Dataset.objects.filter(team_id=self.team_id)}

    @cached_property
    def lineage(self) -> dict[str, set[str]]:
        """For each actor the slugs that count as it: itself, what it became, and what became it."""
        later: dict[str, set[str]] = {}
        earlier: dict[str, set[str]] = {}
        for link in ActorLineage.objects.filter(team_id=self.team_id, kind__in=HEIRS):
            old, new = self.actors[link.ancestor_id], self.actors[link.heir_id]
            later.setdefault(old, set()).add(new)
            earlier.setdefault(new, set()).add(old)
        slugs = set(self.actors.values())
        return {slug: _reach(slug, later) | _reach(slug, earlier) for slug in slugs}

    @cached_property
    def external(self) -> dict[str, set[str]]:
        """Which id systems know each actor."""
        rows = Actor.objects.filter(team_id=self.team_id, external_ids__isnull=False)
        found: dict[str, set[str]] = {}
        for pk, system in rows.values_list("pk", "external_ids__system"):
            found.setdefault(self.actors[pk], set()).add(system)
        return found

    @cached_property
    def claims(self) -> dict[str, ClaimKnown]:
        """Claims that stand at the cut-off, by key."""
        rows = ClaimKnown.objects.known_at(self.cutoff).visible_to(self.viewer).filter(team_id=self.team_id)
        return {row.key: row for row in rows.exclude(status="retracted").order_by("key")}

    @cached_property
    def ties(self) -> list[Tie]:
        """Relations that stand at the cut-off, by key; one whose claim is withheld or retracted is left out."""
        rows = (
            RelationKnown.objects.known_at(self.cutoff)
            .visible_to(self.viewer)
            .filter(team_id=self.team_id)
            .exclude(status="retracted")
            .order_by("key")
        )
        claim_keys = {row.pk: key for key, row in self.claims.items()}
        self._relation_handling = {str(row.pk): row for row in rows}
        return [
            self._tie(row, claim_keys.get(row.claim_id))
            for row in rows
            if row.claim_id is None or row.claim_id in claim_keys
        ]

    def _tie(self, row: RelationKnown, claim: str | None) -> Tie:
        area = self.areas.get(row.area_id) if row.area_id else None
        return Tie(
            key=row.key,
            subject=self.actors[row.subject_id],
            object=self.actors[row.object_id] if row.object_id else None,
            type=row.type,
            start=row.validity.lower,
            end=row.validity.upper,
            area=area.pcode if area else None,
            place=row.place,
            attributes=row.attributes,
            claim=claim,
            id=str(row.pk),
        )

    def use(self, ties: list[Tie]) -> list[Tie]:
        """Note that a value rests on these relations: the run inherits their handling and that of their claims."""
        for tie in ties:
            row = self._relation_handling[tie.id]
            self.handling.take(row.handling, row.contains_personal_data, partial(people_named, relation_id=row.pk))
            if tie.claim:
                self.use_claim(tie.claim)
        return ties

    def use_claim(self, key: str) -> None:
        row = self.claims[key]
        self.used_claims.add(key)
        self.handling.take(row.handling, row.contains_personal_data, partial(people_named, claim_id=row.pk))

    def below(self, area: AdminArea) -> set[str]:
        """The codes of an area and of everything inside it."""
        found, fresh = {area.pk}, {area.pk}
        while fresh:
            fresh = {row.pk for row in self.areas.values() if row.parent_id in fresh} - found
            found |= fresh
        return {self.areas[pk].pcode for pk in found}


@dataclass
class Inherited:
    """The strictest handling of what was used, and who may see all of it (None: every member)."""

    level: str = Handling.TEAM
    personal: bool = False
    named: set[Any] | None = None

    def take(self, handling: str, personal: bool, grants: Callable[[], set[Any]]) -> None:
        self.personal = self.personal or personal
        if handling != Handling.RESTRICTED:
            return
        people = grants()
        self.level = Handling.RESTRICTED
        self.named = people if self.named is None else self.named & people


def people_named(**fact: Any) -> set[Any]:
    return set(HandlingGrant.objects.filter(**fact).values_list("person_id", flat=True))


def _latest(row: Actor, rows: dict[Any, Actor]) -> Actor:
    seen = {row.pk}
    while row.merged_into_id and row.merged_into_id not in seen:
        row = rows[row.merged_into_id]
        seen.add(row.pk)
    return row


def _reach(slug: str, links: dict[str, set[str]]) -> set[str]:
    found, fresh = {slug}, {slug}
    while fresh:
        fresh = {other for one in fresh for other in links.get(one, ())} - found
        found |= fresh
    return found


def between(facts: Facts, first: str, second: str, types: list[str]) -> Iterator[Tie]:
    """Relations of these types between two actors or those who count as them, in either direction."""
    ends = facts.lineage[first], facts.lineage[second]
    for tie in facts.ties:
        if tie.type in types and tie.object is not None:
            pair = tie.subject, tie.object
            if (pair[0] in ends[0] and pair[1] in ends[1]) or (pair[1] in ends[0] and pair[0] in ends[1]):
                yield tie

"""Publishers, documents and citations."""

from collections.abc import Iterable
from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import Team, User
from core.errors import DomainError
from core.text import norm
from world.models import Actor, Citation, Claim, Event, Handling, Observation, Relation, Source, SourceDocument
from world.services.acting import record, same_team, writing
from world.services.entries import checked, required
from world.services.handling import grant, handling_known, named
from world.services.knowledge import locked

SOURCE_FIELDS = ("publisher", "reliability", "note")
DOCUMENT_FIELDS = ("title", "url", "published_on", "accessed_on", "language", "origin_document")
CITATION_FIELDS = ("locator", "credibility", "note")
FACTS: dict[type, str] = {
    Event: "event",
    Relation: "relation",
    Claim: "claim",
    Observation: "observation",
    Actor: "actor",
}


def create_source(
    *,
    team: Team,
    by: User,
    via: str,
    publisher: str,
    reason: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **fields: Any,
) -> Source:
    """Record a publisher with its default reliability (A-F) and a note that says why."""
    with writing(team=team, by=by, via=via, reason=reason):
        values = _source_values({"publisher": publisher, **fields})
        source = Source.objects.create(
            team=team,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        grant(source, allowed=allowed, by=by)
        record(source, verb="create", by=by, via=via, reason=reason)
    return source


def update_source(*, source: Source, by: User, via: str, expected: int, reason: str = "", **changes: Any) -> Source:
    """Change publisher, reliability or note."""
    with writing(team=source.team_id, by=by, via=via, reason=reason):
        _write(source, _source_values(changes), expected=expected, by=by)
        record(source, verb="update", by=by, via=via, reason=reason, detail={"fields": sorted(changes)})
    return source


def create_document(
    *,
    source: Source,
    by: User,
    via: str,
    title: str,
    reason: str = "",
    handling: str = Handling.TEAM,
    contains_personal_data: bool = False,
    allowed: Iterable[User] = (),
    **fields: Any,
) -> SourceDocument:
    """Record one text of a publisher. `origin_document` names the one that it copies."""
    with writing(team=source.team_id, by=by, via=via, reason=reason):
        values = checked(SourceDocument, {"title": title, **fields}, allowed=DOCUMENT_FIELDS)
        required(values, "title")
        same_team(source.team_id, origin_document=values.get("origin_document"))
        document = SourceDocument.objects.create(
            team_id=source.team_id,
            source=source,
            handling=handling_known(handling),
            contains_personal_data=contains_personal_data,
            created_by=by,
            updated_by=by,
            **values,
        )
        grant(document, allowed=allowed, by=by)
        record(document, verb="create", by=by, via=via, reason=reason)
    return document


def update_document(
    *, document: SourceDocument, by: User, via: str, expected: int, reason: str = "", **changes: Any
) -> SourceDocument:
    """Change what is kept of a document."""
    with writing(team=document.team_id, by=by, via=via, reason=reason):
        values = checked(SourceDocument, changes, allowed=DOCUMENT_FIELDS)
        origin = values.get("origin_document")
        same_team(document.team_id, origin_document=origin)
        if origin is not None and origin.pk == document.pk:
            raise DomainError(_("A document is not its own origin."), code="invalid", field="origin_document")
        _write(document, values, expected=expected, by=by)
        record(document, verb="update", by=by, via=via, reason=reason, detail={"fields": sorted(values)})
    return document


def add_citation(
    *,
    fact: Event | Relation | Claim | Observation | Actor,
    document: SourceDocument,
    by: User,
    via: str,
    reason: str = "",
    handling: str = "",
    **fields: Any,
) -> Citation:
    """Say that `document` stands behind `fact`, at `locator`, with a `credibility` of 1-6.

    Without a `handling` of its own it takes that of the fact.
    """
    with writing(team=fact.team_id, by=by, via=via, reason=reason):
        same_team(fact.team_id, document=document)
        held = locked(fact)
        values = checked(Citation, fields, allowed=CITATION_FIELDS)
        citation = Citation.objects.create(
            team_id=fact.team_id,
            document=document,
            handling=handling_known(handling or held.handling),
            contains_personal_data=held.contains_personal_data,
            created_by=by,
            updated_by=by,
            **{FACTS[type(fact)]: fact},
            **values,
        )
        grant(citation, allowed=named(fact), by=by)
        record(citation, verb="cite", by=by, via=via, reason=reason, detail={"fact": str(fact.pk)})
    return citation


def remove_citation(*, citation: Citation, by: User, via: str, reason: str = "") -> None:
    """Take a citation away; its history stays."""
    with writing(team=citation.team_id, by=by, via=via, reason=reason):
        record(citation, verb="remove citation", by=by, via=via, reason=reason)
        citation.delete()


def _source_values(entry: dict[str, Any]) -> dict[str, Any]:
    values = checked(Source, entry, allowed=SOURCE_FIELDS)
    if "publisher" in values:
        values["norm"] = norm(values["publisher"])
        if not values["norm"]:
            raise DomainError(_("Name the publisher."), code="required", field="publisher")
    return values


def _write(row: Source | SourceDocument, values: dict[str, Any], *, expected: int, by: User) -> None:
    row.guarded_update(expected=expected, changes={**values, "updated_by": by, "updated_at": Now()})
    row.refresh_from_db(fields=["updated_at"])

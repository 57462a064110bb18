"""Natural keys of a request as rows of the team: what is not there, or not for this person, is named by its field."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Team
from core.errors import DomainError
from world.models import Actor, AdminArea, Dataset, EventType, SourceDocument
from world.selectors.facts import documents_seen
from world.selectors.identity import actor_by_slug


def found[R](row: R | None, field: str, key: Any) -> R:
    """The row, or a refusal that names the field."""
    if row is None:
        raise DomainError(_("There is no “%(key)s”.") % {"key": key}, code="unknown", field=field)
    return row


def actor(team: Team, viewer: Any, slug: str, field: str) -> Actor:
    return found(actor_by_slug(viewer, team, slug), field, slug)


def area(team: Team, pcode: str, field: str = "area") -> AdminArea:
    return found(AdminArea.objects.filter(team=team, pcode=pcode).first(), field, pcode)


def event_type(team: Team, code: str) -> EventType:
    return found(EventType.objects.filter(team=team, code=code).first(), "type", code)


def dataset(team: Team, code: str) -> Dataset:
    return found(Dataset.objects.filter(team=team, code=code).first(), "dataset", code)


def document(team: Team, viewer: Any, key: Any) -> SourceDocument:
    return found(documents_seen(viewer, team).filter(pk=key).first(), "documents", key)


def replace(data: dict[str, Any], field: str, find: Callable[[Any], Any]) -> None:
    """Put the row in the place of its key; a null or missing key stays as it is."""
    if data.get(field) not in (None, ""):
        data[field] = find(data[field])
    elif field in data:
        data[field] = None

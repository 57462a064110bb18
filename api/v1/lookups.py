"""Natural keys of a request as rows of the team: what is not there, or not for this person, is named by its field."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Team
from core.errors import DomainError
from world.models import Actor, AdminArea, Dataset, EventType, Series
from world.selectors.facts import documents_seen, events_known, relations_known
from world.selectors.identity import actor_by_slug


def _found(row: Any, field: str, key: Any) -> Any:
    if row is None:
        raise DomainError(_("There is no “%(key)s”.") % {"key": key}, code="unknown", field=field)
    return row


def actor(team: Team, viewer: Any, slug: str, field: str) -> Actor:
    return _found(actor_by_slug(viewer, team, slug), field, slug)


def area(team: Team, pcode: str, field: str = "area") -> AdminArea:
    return _found(AdminArea.objects.filter(team=team, pcode=pcode).first(), field, pcode)


def event_type(team: Team, code: str, field: str = "type") -> EventType:
    return _found(EventType.objects.filter(team=team, code=code).first(), field, code)


def dataset(team: Team, code: str, field: str = "dataset") -> Dataset:
    return _found(Dataset.objects.filter(team=team, code=code).first(), field, code)


def series(team: Team, code: str, field: str = "series") -> Series:
    return _found(Series.objects.filter(team=team, code=code).first(), field, code)


def document(team: Team, viewer: Any, key: Any, field: str = "document") -> Any:
    return _found(documents_seen(viewer, team).filter(pk=key).first(), field, key)


def event(team: Team, viewer: Any, key: Any, field: str = "event") -> Any:
    return _found(events_known(viewer, team).filter(pk=key).first(), field, key)


def relation(team: Team, viewer: Any, key: Any, field: str = "relation") -> Any:
    return _found(relations_known(viewer, team).filter(pk=key).first(), field, key)


def replace(data: dict[str, Any], field: str, find: Callable[[Any], Any]) -> None:
    """Put the row in the place of its key; a null or missing key stays as it is."""
    if data.get(field) not in (None, ""):
        data[field] = find(data[field])
    elif field in data:
        data[field] = None

"""Areas and event types, loaded into a team from the project's reference data."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models.functions import Now

from accounts.models import Team, User
from core import audit
from world.models import AdminArea, EventType
from world.services.acting import writing
from world.services.entries import checked

AREA_FIELDS = (
    "pcode",
    "level",
    "iso_3166_1",
    "iso_3166_2",
    "names",
    "dataset_names",
    "outline",
    "lat",
    "lon",
    "vintage",
    "note",
)
TYPE_FIELDS = ("code", "domain", "labels", "political_violence", "maps")


def load_areas(
    *,
    team: Team,
    by: User,
    via: str,
    areas: Iterable[Mapping[str, Any]],
    outlines: Mapping[str, Any] | None = None,
) -> dict[str, AdminArea]:
    """Make or bring up to date the team's areas, parents first; returns them by p-code.

    Each has key (the p-code), level, parent (a key or None), names, dataset_names and lat, lon of its label;
    `outline` is a key of `outlines`, which holds GeoJSON geometries.
    """
    shapes = outlines or {}
    with writing(team=team, by=by, via=via):
        known = {area.pcode: area for area in AdminArea.objects.filter(team=team)}
        for entry in sorted(areas, key=lambda entry: (entry["level"], entry["key"])):
            values = {name: entry[name] for name in AREA_FIELDS if name in entry and name != "outline"}
            values |= {"pcode": entry["key"], "iso_3166_2": entry.get("iso_3166_2") or ""}
            fields = checked(AdminArea, values, allowed=AREA_FIELDS)
            fields["outline"] = shapes.get(entry.get("outline") or "")
            fields["parent"] = known[entry["parent"]] if entry.get("parent") else None
            known[entry["key"]] = _put(AdminArea, known.get(entry["key"]), fields, team=team, by=by)
        audit.record(team_id=team.pk, obj=team, verb="load areas", by=by, via=via, detail={"areas": len(known)})
    return known


def load_event_types(*, team: Team, by: User, via: str, types: Iterable[Mapping[str, Any]]) -> dict[str, EventType]:
    """Make or bring up to date the team's event types; returns them by code."""
    with writing(team=team, by=by, via=via):
        known = {kind.code: kind for kind in EventType.objects.filter(team=team)}
        for entry in types:
            fields = checked(
                EventType, {name: entry[name] for name in TYPE_FIELDS if name in entry}, allowed=TYPE_FIELDS
            )
            known[entry["code"]] = _put(EventType, known.get(entry["code"]), fields, team=team, by=by)
        audit.record(team_id=team.pk, obj=team, verb="load event types", by=by, via=via, detail={"types": len(known)})
    return known


def _put(model: type[models.Model], row: Any, fields: dict[str, Any], *, team: Team, by: User) -> Any:
    if row is None:
        return model._default_manager.create(team=team, created_by=by, updated_by=by, **fields)
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if changed:
        row.guarded_update(expected=row.row_version, changes={**changed, "updated_by": by, "updated_at": Now()})
        row.refresh_from_db(fields=["updated_at"])
    return row

"""Situations and what they select."""

from collections.abc import Iterable
from typing import Any

from django.db.models.functions import Now

from accounts.models import Team, User
from world.models import (
    Actor,
    AdminArea,
    Event,
    Series,
    Situation,
    SituationActor,
    SituationArea,
    SituationEvent,
    SituationSeries,
)
from world.services.acting import record, same_team, writing
from world.services.entries import checked, free_slug, required

EDITABLE = ("name", "summary", "default_at", "default_cutoff", "primary_dataset")
LINKS: dict[type[Any], tuple[Any, str]] = {
    Actor: (SituationActor, "actor"),
    Event: (SituationEvent, "event"),
    AdminArea: (SituationArea, "area"),
    Series: (SituationSeries, "series"),
}


def create_situation(*, team: Team, by: User, via: str, name: str, slug: str = "", **fields: Any) -> Situation:
    """Open a situation. `slug` is made from the name where none is given; it is never used again."""
    with writing(team=team, by=by, via=via):
        values = checked(Situation, {"name": name, **fields}, allowed=EDITABLE)
        required(values, "name")
        same_team(team, primary_dataset=values.get("primary_dataset"))
        taken = Situation.objects.filter(team=team).values_list("slug", flat=True)
        wanted = checked(Situation, {"slug": slug or free_slug(name, taken, length=80)}, allowed=("slug",))
        situation = Situation.objects.create(team=team, created_by=by, updated_by=by, **wanted, **values)
        record(situation, verb="create", by=by, via=via)
    return situation


def update_situation(
    *, situation: Situation, by: User, via: str, expected: int, reason: str = "", **changes: Any
) -> Situation:
    """Change name, summary, default dates or primary dataset."""
    with writing(team=situation.team_id, by=by, via=via, reason=reason):
        values = checked(Situation, changes, allowed=EDITABLE)
        same_team(situation.team_id, primary_dataset=values.get("primary_dataset"))
        situation.guarded_update(expected=expected, changes={**values, "updated_by": by, "updated_at": Now()})
        situation.refresh_from_db(fields=["updated_at"])
        record(situation, verb="update", by=by, via=via, reason=reason, detail={"fields": sorted(values)})
    return situation


def link(*, situation: Situation, rows: Iterable[Actor | Event | AdminArea | Series], by: User, via: str) -> int:
    """Select facts for the situation; those selected already stay. Returns how many are new."""
    with writing(team=situation.team_id, by=by, via=via):
        made = 0
        for row in rows:
            same_team(situation.team_id, rows=row)
            model, field = LINKS[type(row)]
            _row, new = model._default_manager.get_or_create(
                team_id=situation.team_id, situation=situation, **{field: row}
            )
            made += new
        record(situation, verb="link", by=by, via=via, detail={"new": made})
    return made


def unlink(*, situation: Situation, row: Actor | Event | AdminArea | Series, by: User, via: str) -> None:
    """Take a fact out of the situation; the fact stays."""
    with writing(team=situation.team_id, by=by, via=via):
        model, field = LINKS[type(row)]
        model._default_manager.filter(situation=situation, **{field: row}).delete()
        record(situation, verb="unlink", by=by, via=via, detail={field: str(row.pk)})

"""Datasets: licence, rule of knowledge, and up to when they are complete."""

from datetime import date
from typing import Any

from django.db.models.functions import Now

from accounts.models import Team, User
from world.models import Dataset
from world.services.acting import record, writing
from world.services.entries import checked, required

EDITABLE = (
    "name",
    "kind",
    "licence",
    "attribution",
    "url",
    "redistributable",
    "knowledge_rule",
    "release_calendar",
    "reconstructed",
    "covers_from",
    "covers_until",
    "complete_until",
    "complete_types",
)
HAND = "hand"


def ensure_dataset(*, team: Team, by: User, via: str, code: str, **values: Any) -> Dataset:
    """Make the team's dataset of this code, or bring it up to `values` (columns of EDITABLE)."""
    with writing(team=team, by=by, via=via):
        fields = checked(Dataset, values, allowed=EDITABLE)
        dataset = Dataset.objects.filter(team=team, code=code).first()
        if dataset is None:
            required(values, "name", "kind")
            code = checked(Dataset, {"code": code}, allowed=("code",))["code"]
            dataset = Dataset.objects.create(team=team, code=code, created_by=by, updated_by=by, **fields)
            record(dataset, verb="create", by=by, via=via)
        elif changed := {name: value for name, value in fields.items() if getattr(dataset, name) != value}:
            written = {**changed, "updated_by": by, "updated_at": Now()}
            dataset.guarded_update(expected=dataset.row_version, changes=written)
            dataset.refresh_from_db(fields=["updated_at"])
            record(dataset, verb="update", by=by, via=via, detail={"fields": sorted(changed)})
    return dataset


def hand_dataset(*, team: Team, by: User) -> Dataset:
    """The dataset of what the team enters itself, made when it is first needed. Called inside an act."""
    dataset, _created = Dataset.objects.get_or_create(
        team=team,
        code=HAND,
        defaults={
            "name": "Entered by hand",
            "kind": Dataset.Kind.HAND,
            "knowledge_rule": "Known from the day of entry unless said otherwise.",
            "created_by": by,
            "updated_by": by,
        },
    )
    return dataset


def declare_complete(
    *, dataset: Dataset, by: User, via: str, reason: str, until: date, types: list[str], expected: int
) -> Dataset:
    """A person states that a hand-kept dataset holds every event of these types up to the day `until`."""
    with writing(team=dataset.team_id, by=by, via=via, reason=reason):
        changes = checked(
            Dataset,
            {"complete_until": until, "complete_types": sorted(set(types))},
            allowed=("complete_until", "complete_types"),
        )
        dataset.guarded_update(expected=expected, changes={**changes, "updated_by": by, "updated_at": Now()})
        dataset.refresh_from_db(fields=["updated_at"])
        record(dataset, verb="declare complete", by=by, via=via, reason=reason, detail={"until": until.isoformat()})
    return dataset

"""Every row belongs to a team, and a child to its parent's team."""

import pytest
from django.db import models

from accounts.constraints import SameTeam
from tests.architecture.rooms import FLOOR, own_models

TEAMLESS = {
    "accounts.User": "a person belongs to many teams, by memberships",
    "accounts.Team": "it is the team",
}


def label(model: type[models.Model]) -> str:
    return model._meta.label


def team_field(model: type[models.Model]) -> models.Field | None:
    names = {field.attname: field for field in model._meta.concrete_fields}
    return names.get("team_id")


def many_to_many_of_users(model: type[models.Model]) -> bool:
    return bool(model._meta.auto_created) and model._meta.auto_created._meta.label == "accounts.User"


@pytest.mark.parametrize("model", own_models(), ids=label)
def test_every_table_has_a_team_that_is_never_null(model):
    if label(model) in TEAMLESS or many_to_many_of_users(model):
        return
    field = team_field(model)
    assert field is not None, f"{label(model)} has no team_id"
    assert not field.null, f"{label(model)}.team_id may be null"


def test_the_list_of_teamless_models_is_not_stale():
    labels = {label(model) for model in own_models()}
    assert set(TEAMLESS) <= labels


def team_parents() -> list[tuple[type[models.Model], models.ForeignKey]]:
    """Foreign keys from a team's row to another row of a team, but history rows: triggers copy those."""
    found = []
    for model in own_models():
        if hasattr(model, "pgh_tracked_model") or team_field(model) is None:
            continue
        for field in model._meta.concrete_fields:
            parent = field.related_model if isinstance(field, models.ForeignKey) else None
            if parent is not None and parent._meta.app_label in FLOOR and team_field(parent) is not None:
                found.append((model, field))
    return found


@pytest.mark.parametrize(
    ("model", "field"), team_parents(), ids=lambda part: getattr(part, "name", None) or label(part)
)
def test_a_child_is_held_to_its_parents_team_by_the_database(model, field):
    guarded = {constraint.field for constraint in model._meta.constraints if isinstance(constraint, SameTeam)}
    assert field.name in guarded, f"{label(model)}.{field.name} needs same_team({field.name!r})"


def foreign_keys() -> list[tuple[type[models.Model], models.ForeignKey]]:
    return [
        (model, field)
        for model in own_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model._meta.app_label in FLOOR
    ]


@pytest.mark.parametrize(
    ("model", "field"), foreign_keys(), ids=lambda part: getattr(part, "name", None) or label(part)
)
def test_foreign_keys_point_downwards_and_have_no_accessor_between_rooms(model, field):
    own, other = model._meta.app_label, field.related_model._meta.app_label
    assert FLOOR[own] >= FLOOR[other], f"{label(model)}.{field.name} points upwards"
    if own != other:
        assert field.remote_field.hidden, f"{label(model)}.{field.name} needs related_name='+'"

"""Who may see a restricted fact."""

import pghistory
from django.conf import settings
from django.db import models

from accounts.constraints import same_team
from accounts.models import TeamOwned
from world.models.parts import one_of

HANDLED = (
    "event",
    "relation",
    "claim",
    "observation",
    "source",
    "document",
    "citation",
    "actor",
    "actor_name",
)


def _fact(model: str) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(model, on_delete=models.CASCADE, null=True, related_name="grants")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="HandlingGrantHistory"
)
class HandlingGrant(TeamOwned):
    """This person may see this one restricted fact."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    event = _fact("world.Event")
    relation = _fact("world.Relation")
    claim = _fact("world.Claim")
    observation = _fact("world.Observation")
    source = _fact("world.Source")
    document = _fact("world.SourceDocument")
    citation = _fact("world.Citation")
    actor = _fact("world.Actor")
    actor_name = _fact("world.ActorName")

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team(*HANDLED),
            models.CheckConstraint(condition=one_of(*HANDLED), name="world_handlinggrant_of_one_fact"),
            models.UniqueConstraint(fields=["person", *HANDLED], nulls_distinct=False, name="world_handlinggrant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"

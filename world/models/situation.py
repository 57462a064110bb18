"""The subject that a team works on: a selection of its facts."""

import pghistory
from django.db import models
from django.db.models import Q

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import Editable, KeyedByTime
from world.models.parts import TeamPart


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="SituationHistory"
)
class Situation(KeyedByTime, TeamOwned, Editable):
    """Places, actors and a horizon. Its slug is never used again."""

    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    default_at = models.DateField(null=True, blank=True)
    default_cutoff = models.DateField(null=True, blank=True)
    primary_dataset = models.ForeignKey(
        "world.Dataset", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("primary_dataset"),
            models.UniqueConstraint(fields=["team", "slug"], name="world_situation_slug_once"),
            models.CheckConstraint(condition=~Q(slug=""), name="world_situation_slug_given"),
        ]

    def __str__(self) -> str:
        return self.name


class SituationActor(TeamPart):
    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="actor_links", db_index=False)
    actor = models.ForeignKey("world.Actor", on_delete=models.CASCADE, related_name="situation_links")

    class Meta:
        constraints = [
            *same_team("situation", "actor"),
            models.UniqueConstraint(fields=["situation", "actor"], name="world_situationactor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.situation_id} {self.actor_id}"


class SituationEvent(TeamPart):
    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="event_links", db_index=False)
    event = models.ForeignKey("world.Event", on_delete=models.CASCADE, related_name="situation_links")

    class Meta:
        constraints = [
            *same_team("situation", "event"),
            models.UniqueConstraint(fields=["situation", "event"], name="world_situationevent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.situation_id} {self.event_id}"


class SituationArea(TeamPart):
    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="area_links", db_index=False)
    area = models.ForeignKey("world.AdminArea", on_delete=models.CASCADE, related_name="situation_links")

    class Meta:
        constraints = [
            *same_team("situation", "area"),
            models.UniqueConstraint(fields=["situation", "area"], name="world_situationarea_once"),
        ]

    def __str__(self) -> str:
        return f"{self.situation_id} {self.area_id}"


class SituationSeries(TeamPart):
    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="series_links", db_index=False)
    series = models.ForeignKey("world.Series", on_delete=models.CASCADE, related_name="situation_links")

    class Meta:
        constraints = [
            *same_team("situation", "series"),
            models.UniqueConstraint(fields=["situation", "series"], name="world_situationseries_once"),
        ]

    def __str__(self) -> str:
        return f"{self.situation_id} {self.series_id}"

"""Two additive roll-ups of events with knowledge time: what scores read instead of events.

A revision adds minus the old and plus the new in its own month of knowledge, so a cut-off is a plain sum.
Rows of a batch count only while the batch is committed; rows without a batch come from edits by hand.
"""

from django.db import models
from django.db.models import F, Q

from accounts.constraints import same_team
from world.models.parts import TeamPart


def _key(model: str) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(model, on_delete=models.PROTECT, related_name="+", db_index=False)


class CellArea(TeamPart):
    """Events of one type in one area, grid cell and month. `n` is not whole: long events are spread over days."""

    dataset = _key("world.Dataset")
    area = _key("world.AdminArea")
    grid_cell = models.IntegerField(null=True)
    event_type = _key("world.EventType")
    civilian_harm = models.BooleanField()
    month = models.DateField()
    known_month = models.DateField()
    batch = models.ForeignKey("world.ImportBatch", on_delete=models.CASCADE, null=True, related_name="+")
    n = models.FloatField()
    n_deadly = models.FloatField()
    best = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    deaths_civilians = models.FloatField()

    class Meta:
        constraints = [
            *same_team("dataset", "area", "event_type", "batch"),
            models.UniqueConstraint(
                fields=[
                    "dataset",
                    "month",
                    "area",
                    "grid_cell",
                    "event_type",
                    "civilian_harm",
                    "known_month",
                    "batch",
                ],
                nulls_distinct=False,
                name="world_cellarea_once",
            ),
            models.CheckConstraint(condition=Q(month__day=1, known_month__day=1), name="world_cellarea_whole_months"),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.month}"


class CellPair(TeamPart):
    """Events with both actors in one area and month, on one side or on two. `actor` < `other_actor`."""

    dataset = _key("world.Dataset")
    area = _key("world.AdminArea")
    actor = _key("world.Actor")
    other_actor = _key("world.Actor")
    same_side = models.BooleanField()
    month = models.DateField()
    known_month = models.DateField()
    batch = models.ForeignKey("world.ImportBatch", on_delete=models.CASCADE, null=True, related_name="+")
    n = models.FloatField()
    best = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    deaths_civilians = models.FloatField()

    class Meta:
        constraints = [
            *same_team("dataset", "area", "actor", "other_actor", "batch"),
            models.UniqueConstraint(
                fields=["dataset", "month", "area", "actor", "other_actor", "same_side", "known_month", "batch"],
                nulls_distinct=False,
                name="world_cellpair_once",
            ),
            models.CheckConstraint(condition=Q(actor__lt=F("other_actor")), name="world_cellpair_ends_ordered"),
            models.CheckConstraint(condition=Q(month__day=1, known_month__day=1), name="world_cellpair_whole_months"),
        ]
        indexes = [
            models.Index(fields=["actor", "month"], name="world_cellpair_actor"),
            models.Index(fields=["other_actor", "month"], name="world_cellpair_other"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} {self.other_actor_id} {self.month}"

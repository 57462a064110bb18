"""What a file said, kept apart from what the team makes of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from world.models.parts import TeamPart, team_key


class SourceRecord(TeamPart):
    """The latest payload of one row of a dataset."""

    dataset = models.ForeignKey("world.Dataset", on_delete=models.PROTECT, related_name="+", db_index=False)
    external_id = models.CharField(max_length=100)
    payload = models.JSONField()
    payload_hash = models.CharField(max_length=64)
    first_batch = models.ForeignKey("world.ImportBatch", on_delete=models.PROTECT, related_name="+")
    last_batch = models.ForeignKey("world.ImportBatch", on_delete=models.PROTECT, related_name="+")
    retracted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            team_key(),
            *same_team("dataset", "first_batch", "last_batch"),
            models.UniqueConstraint(fields=["dataset", "external_id"], name="world_record_once"),
            models.CheckConstraint(condition=~Q(external_id=""), name="world_record_id_given"),
        ]

    def __str__(self) -> str:
        return self.external_id


class SourceRecordRevision(TeamPart):
    """A payload that a later batch replaced."""

    record = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="revisions")
    batch = models.ForeignKey("world.ImportBatch", on_delete=models.PROTECT, related_name="+")
    replaced_by = models.ForeignKey("world.ImportBatch", on_delete=models.PROTECT, related_name="+")
    payload = models.JSONField()
    payload_hash = models.CharField(max_length=64)
    replaced_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        constraints = [*same_team("record", "batch", "replaced_by")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.payload_hash[:8]}"


class EventSourceLink(TeamPart):
    """Which record an event comes from."""

    class Kind(models.TextChoices):
        SAME_AS = "same_as", _("the same event")
        PART_OF = "part_of", _("part of the event")
        CONTAINS = "contains", _("contains the event")

    record = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="links")
    event = models.ForeignKey("world.Event", on_delete=models.CASCADE, related_name="source_links")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.SAME_AS)

    class Meta:
        constraints = [
            *same_team("record", "event"),
            models.UniqueConstraint(fields=["record", "event"], name="world_link_once"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.kind} {self.event_id}"

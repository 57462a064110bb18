"""Rows that every room needs and that know no room: the team is a plain key here, since teams live above."""

from collections.abc import Sequence
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F

from core.errors import Conflict
from core.ids import uuid7


class KeyedByTime(models.Model):
    """A row with a URL: its key is a UUIDv7."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class Editable(models.Model):
    """A row that people edit: its version number guards each change."""

    row_version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def guarded_update(self, *, expected: int, changes: dict[str, Any]) -> None:
        """Write `changes` if the row still has version `expected`; raise Conflict with the version it has now."""
        manager = type(self)._default_manager
        changed = manager.filter(pk=self.pk, row_version=expected).update(**changes, row_version=F("row_version") + 1)
        if not changed:
            current = manager.filter(pk=self.pk).values_list("row_version", flat=True).first()
            raise Conflict(
                "Somebody else changed this in the meantime. Load it again to see their change, then make yours.",
                code="changed_meanwhile",
                current=current,
            )
        for name, value in changes.items():
            setattr(self, name, value)
        self.row_version = expected + 1


class AuditEvent(models.Model):
    """One act of one person: who, what, on which row, why, through what. Written once, never changed."""

    class Via(models.TextChoices):
        UI = "ui", "page"
        API = "api", "API"
        COMMAND = "command", "command"
        IMPORT = "import", "import"
        TASK = "task", "worker"

    at = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    team_id = models.UUIDField()
    by_id = models.UUIDField(null=True)
    by_email = models.CharField(max_length=254, blank=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=64)
    label = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    via = models.CharField(max_length=10, choices=Via.choices)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["team_id", "-id"], name="core_audit_team")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.object_id}"


class Blob(models.Model):
    """A finished artefact (PDF, data pack; at most 20 MB), stored in the transaction that finishes its job."""

    MAX_BYTES = 20 * 1024 * 1024

    team_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    data = models.BinaryField()
    created_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team_id", "sha256"], name="core_blob_once_per_team"),
            models.UniqueConstraint(fields=["team_id", "id"], name="core_blob_team_key"),
        ]
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.sha256[:12]


def changed_fields(instance: models.Model, values: dict[str, Any], allowed: Sequence[str]) -> dict[str, Any]:
    """Those of `values` that differ from the row, refusing names that are not in `allowed`."""
    unknown = sorted(set(values) - set(allowed))
    if unknown:
        raise ValueError(f"not editable: {', '.join(unknown)}")
    return {name: value for name, value in values.items() if getattr(instance, name) != value}

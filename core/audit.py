"""The audit row of an act, written by the service that does it, in its transaction."""

from typing import Any
from uuid import UUID

from django.db import models

from core.models import AuditEvent


def record(
    *,
    team_id: UUID,
    by: Any,
    verb: str,
    obj: models.Model,
    via: str,
    reason: str = "",
    detail: dict[str, Any] | None = None,
) -> AuditEvent:
    """Write who did what to which row. `by` is a user, or None for the product itself."""
    return AuditEvent.objects.create(
        team_id=team_id,
        by_id=getattr(by, "pk", None),
        by_email=getattr(by, "email", "") or "",
        verb=verb,
        kind=obj._meta.label_lower,
        object_id=str(obj.pk),
        label=str(obj)[:300],
        reason=reason,
        via=via,
        detail=detail or {},
    )

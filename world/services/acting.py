"""What each service does around its writes: ask, open one transaction, name who and why, explain refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pghistory
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import Team, User
from accounts.permissions import Permission
from core import audit
from core.errors import DomainError
from world.models import Handling
from world.services.refusals import explain


@contextmanager
def writing(
    *,
    team: Team | UUID,
    by: User,
    via: str,
    reason: str = "",
    batch: Any = None,
    permission: Permission = Permission.WRITE_FACTS,
) -> Iterator[None]:
    """One act of one person: permission first, then one transaction whose history rows carry the context."""
    require_permission(by, permission, team=team)
    context = {"user": str(by.pk), "reason": reason, "via": via, "batch": str(batch.pk) if batch else None}
    try:
        with transaction.atomic(), pghistory.context(**context):
            yield
    except IntegrityError as error:
        refusal = explain(error)
        if refusal is None:
            raise
        raise refusal from error


class _Withheld:
    """Stands in for a restricted row in the audit log: its key, not its words."""

    def __init__(self, row: models.Model):
        self._meta = row._meta
        self.pk = row.pk

    def __str__(self) -> str:
        return ""


def record(
    row: models.Model, *, verb: str, by: User, via: str, reason: str = "", detail: dict[str, Any] | None = None
) -> None:
    """The audit row of the act. A restricted fact is named by its key only."""
    restricted = getattr(row, "handling", "") == Handling.RESTRICTED
    named: Any = _Withheld(row) if restricted else row
    team_id: UUID = row.team_id  # type: ignore[attr-defined]
    audit.record(team_id=team_id, by=by, verb=verb, obj=named, via=via, reason=reason, detail=detail)


def same_team(team: Team | UUID, **rows: models.Model | None) -> None:
    """Refuse a row of another team as if it did not exist."""
    team_id = team.pk if isinstance(team, Team) else team
    for field, row in rows.items():
        if row is not None and row.team_id != team_id:  # type: ignore[attr-defined]
            raise DomainError(_("There is no such row in this team."), code="unknown", field=field)

"""What every edit of a draft has in common."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import User
from accounts.permissions import Permission
from core.errors import DomainError
from scenarios.models import Version


def open_draft(version: Version, *, by: User, expected: int, changes: dict[str, Any] | None = None) -> None:
    """Check the right, that the version is a draft, and take the edit's turn under the row version.

    Raises Forbidden, DomainError `published`, or Conflict if somebody else changed the version first.
    """
    require_permission(by, Permission.WRITE_SCENARIOS, team=version.team_id)
    if not Version.objects.drafts().filter(pk=version.pk).exists():
        raise DomainError(
            _("This version is published and does not change any more. Begin a new draft from it."), code="published"
        )
    version.guarded_update(expected=expected, changes={"updated_by": by, **(changes or {})})

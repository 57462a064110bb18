"""How far the making of a brief's PDF is."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.access import allows
from accounts.permissions import Permission
from reports.models import Brief, BriefBuild
from reports.views.answers import at

SLOW_AFTER = timedelta(seconds=30)
STAGES = {
    "": _("Waiting for a worker"),
    "compose": _("Drawing the figures"),
    "typeset": _("Setting the pages"),
    "store": _("Storing the PDF"),
}


def progress_of(request: HttpRequest, brief: Brief, build: BriefBuild) -> dict[str, Any]:
    """A row whose lease has run out is nobody's: its last heartbeat is over 30 s old."""
    now = timezone.now()
    stalled = build.state == build.State.RUNNING and build.lease_until is not None and build.lease_until < now
    may = allows(request.membership, Permission.REQUEST_BRIEFS)
    again = build.state in (build.State.FAILED, build.State.CANCELLED)
    return {
        "build": build,
        "stage": "" if build.ended else STAGES.get(build.stage, build.stage),
        "stalled": stalled,
        "every": 3 if now - build.queued_at > SLOW_AFTER else 1,
        "poll_url": at(request, "brief_status", brief.pk),
        "retry_url": at(request, "brief_retry", brief.pk) if may and again else "",
        "cancel_url": at(request, "brief_cancel", brief.pk) if may and not build.ended else "",
    }

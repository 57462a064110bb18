"""The worker's side of a brief: charts, then the PDF, each in a child process with limits of its own."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import DomainError
from core.jobs import Lease
from core.models import Blob
from core.queues import Queue, held, register
from reports import pictures
from reports.document import Document, compose
from reports.models import BriefBuild
from reports.render import WALL_SECONDS, MissingGlyph, RenderError, render_brief, render_charts

QUEUE = "reports"
STAGES = 3
PDF = "application/pdf"


def execute(lease: Lease) -> None:
    """Make the PDF of one claimed build from its frozen context, and store it with the state of the build."""
    build: BriefBuild = lease.job
    lease.beat(stage="compose", done=0, total=STAGES)
    document = compose(build.context)
    try:
        with held(lease, at_most=WALL_SECONDS + 10):
            drawn = render_charts(document.figures, locale=build.context["locale"])
        lease.beat(stage="typeset", done=1)
        with held(lease, at_most=2 * WALL_SECONDS + 10):
            data, note = _typeset(document, drawn, build.dated)
    except RenderError as error:
        raise DomainError(_message(error), code="not_rendered") from error
    lease.beat(stage="store", done=2)
    _store(lease, build, data, note)
    # The brief's page shows the same figures: it finds them drawn.
    pictures.keep(document.figures, drawn, locale=build.context["locale"])


def _typeset(document: Document, drawn: dict[str, str], dated: datetime) -> tuple[bytes, str]:
    """The PDF; without the accessibility standards, and a note that says so, where a character has no typeface."""
    try:
        return render_brief(document.tree, drawn, document.sources, dated), ""
    except MissingGlyph as error:
        data = render_brief(document.tree, drawn, document.sources, dated, accessible=False)
        return data, error.message


def _message(error: RenderError) -> str:
    where = f" ({error.node})" if error.node else ""
    return _("The brief could not be made: %(why)s") % {"why": error.message + where}


def _store(lease: Lease, build: BriefBuild, data: bytes, note: str) -> None:
    if len(data) > Blob.MAX_BYTES:
        raise DomainError(_("The PDF is over 20 MB. Report fewer runs in one brief."), code="too_large")
    digest = sha256(data).hexdigest()
    with transaction.atomic():
        blob, _made = Blob.objects.get_or_create(
            team_id=build.team_id, sha256=digest, defaults={"media_type": PDF, "data": data}
        )
        lease.finish(blob=blob, accessible=not note, note=note, stage="", done=STAGES)


def register_queue() -> None:
    """Called when the room is ready."""
    register(Queue(QUEUE, BriefBuild, execute))

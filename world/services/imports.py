"""What a person does with imports: ask for one, take one back."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any, BinaryIO
from uuid import UUID

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.validators import validate_slug
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import Team, User
from accounts.permissions import Permission
from accounts.services import create_team
from core.audit import record
from core.errors import Conflict, DomainError, Missing
from core.tasks import publish_wake_up
from core.text import clean
from world.importers import PROFILES, Profile, references, undoing, writing
from world.importers.reading import Survey, survey, too_large
from world.importers.staging import Staged, open_columns, stage_former, temporary_tables
from world.models import Dataset, Event, ImportBatch, Situation
from world.runner import QUEUE, lock_dataset

MAX_FILE_NAME = 120
BATCHES: Any = ImportBatch.objects


def profile_of(format_code: str) -> Profile:
    """The profile of a format; DomainError where there is none."""
    if format_code not in PROFILES:
        raise DomainError(
            _("There is no importer for “%(format)s”. Known: %(known)s.")
            % {"format": format_code[:40], "known": ", ".join(sorted(PROFILES))},
            code="unknown_format",
            field="format",
        )
    return PROFILES[format_code]


def examine(file: BinaryIO, profile: Profile, *, size: int | None = None) -> Survey:
    """Refuse a file that cannot be imported at all, before anything is stored. Reads it once, in constant memory."""
    if size is not None and size > settings.IMPORT_MAX_BYTES:
        raise too_large()
    found = survey(file)
    open_columns(file, profile)
    return found


def open_situation(*, team_slug: str, slug: str, create: bool) -> tuple[Team, Situation]:
    """The team and the situation of these slugs, for the operator; made where they are missing and `create` is set."""
    team = Team.objects.filter(slug=team_slug).first()
    if team is None:
        if not create:
            raise Missing(_("There is no team “%(slug)s”.") % {"slug": team_slug[:60]}, code="unknown", field="team")
        team = create_team(slug=team_slug, name=_named(team_slug), by=None, via="command")
    situation = Situation.objects.filter(team=team, slug=slug).first()
    if situation is None:
        if not create:
            raise Missing(
                _("The team has no situation “%(slug)s”.") % {"slug": slug[:80]}, code="unknown", field="situation"
            )
        with pghistory.context(user=None, reason="", via="command", batch=None):
            situation = Situation.objects.create(team=team, slug=slug, name=_named(slug))
        record(team_id=team.pk, by=None, verb="create", obj=situation, via="command")
    return team, situation


def _named(slug: str) -> str:
    try:
        validate_slug(slug)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), code="invalid", field="slug") from error
    return slug.replace("-", " ").capitalize()


def request_import(
    *,
    team: Team,
    situation: Situation | None,
    by: User | None,
    file: BinaryIO,
    file_name: str,
    format: str,
    via: str,
    vintage: str = "",
    verb: str = ImportBatch.Verb.REVISE,
    reason: str = "",
) -> ImportBatch:
    """Store a file and queue its import. `by` is None for the operator at the command line.

    `vintage` names the release of the file (26.1, 26.0.8, or a day); without one, its changes are known from today.
    `verb` says what a differing row means: `revise` (more is known) or `correct` (it had been written wrongly).
    Raises Refused (a DomainError) for a file that is no table of this format, DomainError for anything else.
    """
    if by is not None:
        require_permission(by, Permission.IMPORT_FACTS, team=team, situation=situation)
    if situation is not None and situation.team_id != team.pk:
        raise DomainError(_("There is no such row in this team."), code="unknown", field="situation")
    profile = profile_of(format)
    released = profile.released(vintage.strip()) if vintage.strip() else _today()
    if verb not in ImportBatch.Verb.values:
        raise DomainError(_("A differing row is corrected or revised."), code="invalid", field="verb")
    found = examine(file, profile, size=getattr(file, "size", None))
    batch = ImportBatch(
        team=team,
        situation=situation,
        queue=QUEUE,
        profile=profile.code,
        verb=verb,
        file_name=clean(file_name.replace("\\", "/").rsplit("/", 1)[-1])[:MAX_FILE_NAME],
        file_sha256=found.sha256,
        vintage=vintage.strip(),
        known_from=released,
        options={"lines": found.lines, "bytes": found.size, "reason": clean(reason), "via": via},
        total=found.lines,
        created_by=by,
        updated_by=by,
    )
    _store(batch, file, profile, via=via)
    return batch


def _store(batch: ImportBatch, file: BinaryIO, profile: Profile, *, via: str) -> None:
    """Put the file away under a name of our own, and the row that names it into the queue."""
    file.seek(0)
    batch.file_path = default_storage.save(f"imports/{batch.team_id}/{batch.pk}.csv", File(file))
    try:
        with transaction.atomic():
            batch.dataset = _dataset(batch.team, profile, by=batch.created_by, via=via)
            batch.save(force_insert=True)
            detail = {"file": batch.file_name, "sha256": batch.file_sha256, "vintage": batch.vintage}
            record(
                team_id=batch.team_id,
                by=batch.created_by,
                verb="request import",
                obj=batch,
                via=via,
                reason=batch.options["reason"],
                detail=detail,
            )
            transaction.on_commit(lambda: _wake(batch.pk))
    except BaseException:
        with suppress(OSError):
            default_storage.delete(batch.file_path)
        raise


def _wake(pk: UUID) -> None:
    """Best effort, and only for a batch that still waits."""
    if BATCHES.filter(pk=pk, state=ImportBatch.State.QUEUED).exists():
        publish_wake_up(QUEUE)


def _dataset(team: Team, profile: Profile, *, by: User | None, via: str) -> Dataset:
    values = {**profile.dataset_fields, "knowledge_rule": str(profile.known_rule)}
    with pghistory.context(user=str(by.pk) if by else None, reason="", via=via, batch=None):
        dataset, created = Dataset.objects.get_or_create(
            team=team, code=profile.dataset, defaults={**values, "created_by": by, "updated_by": by}
        )
    if created:
        record(team_id=team.pk, by=by, verb="create", obj=dataset, via=via)
    return dataset


def _today() -> date:
    """The database's day."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_date")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


def undo_batch(*, batch: ImportBatch, by: User | None, via: str, reason: str = "") -> ImportBatch:
    """Take one import back: its states go, the ones that it superseded are reopened, its sums count no more.

    Raises Conflict where later imports or a person's edits build on it, DomainError where it was not taken in.
    Actors, areas and event types that it created stay.
    """
    if by is not None:
        require_permission(by, Permission.IMPORT_FACTS, team=batch.team_id)
    context = {"user": str(by.pk) if by else None, "reason": reason, "via": via, "batch": str(batch.pk)}
    with lock_dataset(batch) as try_lock, transaction.atomic(), pghistory.context(**context):
        if not try_lock():
            raise Conflict(_("An import of this dataset is running. Wait until it has ended."), code="import_running")
        batch = BATCHES.select_for_update(of=("self",)).get(pk=batch.pk)
        _refuse_undo(batch)
        with temporary_tables():
            _take_back(batch, by)
        _mark_undone(batch, by)
        counts = {"new": batch.new, "changed": batch.changed}
        record(team_id=batch.team_id, by=by, verb="undo import", obj=batch, via=via, reason=reason, detail=counts)
    return batch


def _refuse_undo(batch: ImportBatch) -> None:
    if batch.kind != ImportBatch.Kind.IMPORT or batch.outcome != ImportBatch.Outcome.COMMITTED:
        raise DomainError(_("Only an import that was taken in can be undone."), code="not_committed")
    later = BATCHES.filter(
        dataset_id=batch.dataset_id,
        kind=ImportBatch.Kind.IMPORT,
        outcome=ImportBatch.Outcome.COMMITTED,
        finished_at__gt=batch.finished_at,
    ).exclude(new=0, changed=0)
    if later.exists():
        raise Conflict(_("Later imports of this dataset build on this one. Undo them first."), code="later_imports")


def _take_back(batch: ImportBatch, by: User | None) -> None:
    profile = PROFILES[batch.profile]
    names: dict[str, Any] = {
        **writing.names_of(batch, datetime.fromisoformat(batch.options["written_at"])),
        "by": by.pk if by else None,
    }
    with connection.cursor() as cursor:
        if count := undoing.changed_since(cursor, names):
            raise Conflict(
                _("%(count)d events of this import were changed since. Revise them by hand instead.")
                % {"count": count},
                code="changed_since",
            )
        undoing.list_new_events(cursor, names)
        _refuse_if_referenced(cursor)
        undoing.take_back(cursor, names)
        cursor.execute(undoing.CORRECTED, names)
        if former := cursor.fetchall():
            staged = Staged()
            references.load_actors(batch.team_id, profile, staged)
            stage_former(former, profile, staged)
            references.resolve_spots(batch, profile, staged)
            undoing.rewrite_corrected(cursor, names)
        undoing.take_records_back(cursor, names)


OWN_PARTS = {"world_eventparticipant", "world_eventsourcelink", "world_situationevent", "world_eventpast"}


def _refuse_if_referenced(cursor: Any) -> None:
    """Claims, citations and other facts that name an event keep it from being taken back."""
    for relation in Event._meta.get_fields(include_hidden=True):
        model: Any = relation.related_model
        if not relation.auto_created or not model._meta.managed or hasattr(model, "pgh_tracked_model"):
            continue
        table, column = model._meta.db_table, relation.field.column  # type: ignore[union-attr]
        if table in OWN_PARTS:
            continue
        cursor.execute(
            f"SELECT count(*) FROM {table} WHERE {column} IN (SELECT event_id FROM import_touched)"  # noqa: S608
        )
        if count := cursor.fetchone()[0]:
            raise Conflict(
                _("%(count)d rows (%(kind)s) refer to events of this import. Remove them first.")
                % {"count": count, "kind": model._meta.verbose_name_plural},
                code="referenced",
            )


def _mark_undone(batch: ImportBatch, by: User | None) -> None:
    BATCHES.filter(superseded_by=batch).update(outcome=ImportBatch.Outcome.COMMITTED, superseded_by=None)
    batch.outcome = ImportBatch.Outcome.UNDONE
    batch.undone_at, batch.undone_by = timezone.now(), by
    batch.save(update_fields=["outcome", "undone_at", "undone_by"])

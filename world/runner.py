"""The worker's side of imports: a stored file becomes facts, all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from time import sleep
from typing import Any, BinaryIO, cast
from uuid import uuid4

import pghistory
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from core.audit import record
from core.errors import DomainError
from core.jobs import LEASE, Cancelled, Job, Lease
from core.queues import Queue, held
from core.queues import register as register_queue
from world.importers import PROFILES, Profile, changing, references, rollups, writing
from world.importers.diff import Diff, compare
from world.importers.issues import INFO, WARNING, Issue
from world.importers.reading import Refused
from world.importers.staging import Beat, Staged, refuse_unusable, stage_facts, stage_keys, temporary_tables
from world.models import ImportBatch, ImportIssue

QUEUE = "imports"
LONGEST_WRITE = 1800
WAIT_SECONDS = 1.0


def register() -> None:
    """Called when the room is ready."""
    register_queue(Queue(QUEUE, ImportBatch, execute))


def claim_here(batch: ImportBatch) -> Lease:
    """Take one queued batch for this process, in the transaction that made it: no worker ever sees it waiting."""
    token = uuid4()
    taken = ImportBatch.objects.filter(pk=batch.pk, state=Job.State.QUEUED).update(
        state=Job.State.RUNNING, token=token, attempts=F("attempts") + 1, claimed_at=Now(), lease_until=Now() + LEASE
    )
    if not taken:
        raise DomainError(_("A worker has this import already."), code="claimed")
    return Lease(ImportBatch.objects.get(pk=batch.pk), token)


def run_here(lease: Lease) -> ImportBatch:
    """Do a claimed batch in this process, as a worker would. Raises DomainError where the file is refused."""
    try:
        execute(lease)
    except DomainError as error:
        lease.fail(code=error.code, message=error.message)
        raise
    except Cancelled as error:
        lease.stop()
        raise DomainError(_("The import was cancelled."), code="cancelled") from error
    except BaseException:
        lease.fail(code="interrupted", message=_("The import was interrupted; nothing of the file was taken in."))
        raise
    return ImportBatch.objects.get(pk=lease.job.pk)


def execute(lease: Lease) -> None:
    """Take one claimed batch in. Temporary tables are filled with heartbeats between; then one transaction writes."""
    batch: ImportBatch = lease.job
    profile = PROFILES[batch.profile]
    staged = Staged()

    def beat(stage: str, done: int) -> None:
        lease.beat(stage=stage, done=done)

    lease.beat(stage="waiting", done=0, total=int(batch.options.get("lines", 0)))
    with _one_at_a_time(batch, beat), temporary_tables(), default_storage.open(batch.file_path, "rb") as file:
        try:
            diff = _stage(cast(BinaryIO, file), batch, profile, staged, beat)
        except Refused:
            _store_issues(batch, staged)
            raise
        beat("writing", staged.rows)
        with held(lease, at_most=LONGEST_WRITE):
            _write(lease, batch, profile, staged, diff)


@contextmanager
def _one_at_a_time(batch: ImportBatch, beat: Beat) -> Iterator[None]:
    """One import of a team's dataset at a time: the next one waits, and is alive while it waits."""
    with lock_dataset(batch) as try_lock:
        while not try_lock():
            beat("waiting", 0)
            sleep(WAIT_SECONDS)
        yield


@contextmanager
def lock_dataset(batch: ImportBatch) -> Iterator[Any]:
    """Yields a function that tries to take the lock of the batch's dataset; releases what it took at the end."""
    key = f"import {batch.team_id} {batch.dataset_id}"
    taken: list[bool] = []

    def try_lock() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [key])
            if cursor.fetchone()[0]:
                taken.append(True)
        return bool(taken)

    try:
        yield try_lock
    finally:
        # A connection in a failed transaction answers nothing; the lock goes with its session then.
        if taken and connection.connection is not None and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [key])


def _stage(file: BinaryIO, batch: ImportBatch, profile: Profile, staged: Staged, beat: Beat) -> Diff:
    stage_keys(file, profile, staged, beat)
    diff = compare(dataset_id=batch.dataset_id, vintage=batch.vintage, staged=staged)
    if diff.anything:
        references.load_actors(batch.team_id, profile, staged)
        stage_facts(file, profile, diff.wanted, staged, beat)
    refuse_unusable(staged)
    return diff


def _write(lease: Lease, batch: ImportBatch, profile: Profile, staged: Staged, diff: Diff) -> None:
    context = {
        "user": str(batch.created_by_id) if batch.created_by_id else None,
        "reason": str(batch.options.get("reason", "")),
        "via": "import",
        "batch": str(batch.pk),
    }
    with transaction.atomic(), pghistory.context(**context), connection.cursor() as cursor:
        # Compiling these statements takes longer than running them.
        cursor.execute("SET LOCAL jit = off")
        written = _clock(cursor)
        names = writing.names_of(batch, written)
        changes = _write_facts(cursor, batch, profile, staged, names) if staged.accepted else {}
        writing.link_situation(cursor, names)
        _remark(staged, diff, changes)
        _store_issues(batch, staged)
        counts = _counts(staged, diff, changes)
        _cover(cursor, batch)
        if counts["new"]:
            supersede_seeds(batch)
        record(
            team_id=batch.team_id, by=batch.created_by, verb="import", obj=batch, via="import",
            reason=context["reason"] or "", detail=counts,
        )  # fmt: skip
        # Last, not first: its row lock would hold up the dispatcher's sweep for as long as the writes take. A lease
        # that was lost meanwhile still rolls everything back.
        lease.finish(**counts, **_findings(batch, staged, written))


def _counts(staged: Staged, diff: Diff, changes: dict[str, int]) -> dict[str, int]:
    """How many rows of the file are what. Rows that differ but were not taken over (`kept`) count as changed."""
    return {
        "new": changes.get("new", 0),
        "changed": sum(changes.values()) - changes.get("new", 0),
        "same": staged.rows - staged.parsed - staged.duplicates,
        "missing": len(diff.missing),
        "rejected": staged.rejected,
    }


def _findings(batch: ImportBatch, staged: Staged, written: datetime) -> dict[str, Any]:
    """What is kept on the batch beside its counts."""
    return {
        "outcome": ImportBatch.Outcome.COMMITTED,
        "covers_from": batch.covers_from,
        "covers_until": batch.covers_until,
        "options": {**batch.options, "written_at": written.isoformat()},
        "warnings": staged.issues.summary(),
        "spare_columns": [issue.column for issue in staged.issues.kept if issue.code == "spare_column"],
        "stage": "done",
        "done": staged.rows,
        "total": staged.rows,
    }


def _write_facts(
    cursor: Any, batch: ImportBatch, profile: Profile, staged: Staged, names: dict[str, Any]
) -> dict[str, int]:
    """New and changed events with all that hangs on them. Returns how many rows went which way."""
    references.ensure_event_types(batch, profile)
    references.resolve_spots(batch, profile, staged)
    references.create_actors(batch, profile, staged)
    if changing.classify(cursor, names):
        _contribute(cursor, batch, profile, sign=-1)
    changes = dict(changing.write_changes(cursor, names))
    changes["new"] = writing.insert_new(cursor, names)
    _contribute(cursor, batch, profile, sign=1)
    rollups.store_differences(team_id=batch.team_id, dataset_id=batch.dataset_id, batch_id=batch.pk)
    return changes


def _contribute(cursor: Any, batch: ImportBatch, profile: Profile, *, sign: int) -> None:
    rollups.add_contributions(cursor, sign=sign, team_id=batch.team_id, system=profile.actor_system)


def _remark(staged: Staged, diff: Diff, changes: dict[str, int]) -> None:
    """What the person who imports should know, beside the rows themselves."""
    for external_id in diff.missing:
        message = _("The event %(id)s is in the team's dataset and not in this file. It was left as it is.")
        staged.issues.add(Issue("missing", message % {"id": external_id}, WARNING, None, "id"))
    if kept := changes.get("kept", 0):
        message = _("%(count)d events differ in the file, but people edited them later: their edits stand.")
        staged.issues.add(Issue("kept_by_hand", message % {"count": kept}, WARNING))
    if late := changes.get("older", 0):
        message = _("%(count)d older states were not kept: there is no time in which they could have held.")
        staged.issues.add(Issue("no_time_left", message % {"count": late}, INFO))


def _store_issues(batch: ImportBatch, staged: Staged) -> None:
    ImportIssue.objects.filter(batch=batch).delete()
    ImportIssue.objects.bulk_create(
        (
            ImportIssue(
                team_id=batch.team_id,
                batch=batch,
                row=issue.row,
                column=issue.column[:100],
                code=issue.code,
                message=issue.message,
                severity=issue.severity,
            )
            for issue in staged.issues.kept
        ),
        batch_size=1000,
    )


def _cover(cursor: Any, batch: ImportBatch) -> None:
    """The whole months that the events which were read lie in."""
    cursor.execute(
        "SELECT date_trunc('month', min(date_start)::timestamp)::date, "
        "(date_trunc('month', max(date_end)::timestamp) + interval '1 month')::date - 1 FROM import_fact"
    )
    batch.covers_from, batch.covers_until = cursor.fetchone()


def _clock(cursor: Any) -> datetime:
    """The time of the database, which marks all that this import writes: by it, an undo knows what is its own."""
    cursor.execute("SELECT clock_timestamp()")
    return cast(datetime, cursor.fetchone()[0])


def supersede_seeds(batch: ImportBatch) -> None:
    """Monthly figures that stood in for a dataset give way to its events."""
    rows: Any = ImportBatch.objects
    seeds = rows.filter(
        dataset_id=batch.dataset_id,
        kind=ImportBatch.Kind.ROLLUP_SEED,
        outcome=ImportBatch.Outcome.COMMITTED,
    )
    seeds.update(outcome=ImportBatch.Outcome.SUPERSEDED, superseded_by=batch)

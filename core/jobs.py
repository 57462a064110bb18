"""Background work as rows. The row is the truth; a broker message is only a wake-up.

A worker claims the next row itself, under a token and a lease on the database's clock, and every later write is
guarded by that token: two workers on one row cannot both finish it. Measured and argued in docs/adr/0004.
"""

from datetime import timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import models, transaction
from django.db.models import F, Max, Q
from django.db.models.functions import Now

from core.errors import DomainError

LEASE = timedelta(seconds=30)
MAX_ATTEMPTS = 5


class LeaseLost(Exception):
    """Another worker holds the row now: stop and write nothing."""


class Cancelled(Exception):
    """A person asked to stop."""


class JobQuerySet(models.QuerySet["Job"]):
    """The states of a queue, by name."""

    def claimable(self) -> Self:
        due = Q(publish_after__isnull=True) | Q(publish_after__lte=Now())
        free = Q(state=Job.State.QUEUED) | Q(state=Job.State.RUNNING, lease_until__lt=Now())
        return self.filter(due, free, attempts__lt=MAX_ATTEMPTS)

    def held(self, pk: Any, token: UUID) -> Self:
        return self.filter(pk=pk, token=token, state=Job.State.RUNNING)


class Job(models.Model):
    """One piece of background work of a team."""

    class State(models.TextChoices):
        QUEUED = "queued", "queued"
        RUNNING = "running", "running"
        DONE = "done", "done"
        FAILED = "failed", "failed"
        CANCELLED = "cancelled", "cancelled"

    queue = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    publish_after = models.DateTimeField(null=True, editable=False)
    cancel = models.BooleanField(default=False)
    stage = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error_code = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    queued_at = models.DateTimeField(db_default=Now(), editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [
            models.Index(
                fields=["queue", "team_id", "queued_at"],
                condition=Q(state__in=["queued", "running"]),
                name="%(app_label)s_%(class)s_open",
            ),
            models.Index(fields=["queue", "team_id", "-claimed_at"], name="%(app_label)s_%(class)s_turn"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="running") | Q(token__isnull=False, lease_until__isnull=False),
                name="%(app_label)s_%(class)s_running_has_lease",
            ),
        ]

    @property
    def ended(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED, self.State.CANCELLED)

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 0


class Lease:
    """One worker's hold on one row. Every write goes through it and fails once the hold is lost."""

    def __init__(self, job: Any, token: UUID):
        self.job = job
        self.token = token
        self.rows = type(job).objects

    def beat(self, *, stage: str | None = None, done: int | None = None, total: int | None = None) -> None:
        """Renew the lease and write progress; raise LeaseLost or Cancelled."""
        progress = {"stage": stage, "done": done, "total": total}
        changes = {name: value for name, value in progress.items() if value is not None}
        held = self.rows.held(self.job.pk, self.token)
        if not held.update(lease_until=Now() + LEASE, **changes):
            raise LeaseLost(str(self.job.pk))
        if held.filter(cancel=True).exists():
            raise Cancelled(str(self.job.pk))

    def finish(self, **changes: Any) -> None:
        """Mark the row done. Call it first in the transaction that writes the results: LeaseLost rolls all back."""
        self._end(Job.State.DONE, **changes)

    def fail(self, *, code: str, message: str) -> None:
        """Mark the row failed, with a sentence for the person who waits."""
        self._end(Job.State.FAILED, error_code=code, error=message)

    def stop(self) -> None:
        """Mark the row cancelled."""
        self._end(Job.State.CANCELLED)

    def _end(self, state: str, **changes: Any) -> None:
        ended = {"state": state, "lease_until": None, "token": None, "finished_at": Now(), **changes}
        if not self.rows.held(self.job.pk, self.token).update(**ended):
            raise LeaseLost(str(self.job.pk))


def claim(model: type[Any], queue: str) -> Lease | None:
    """Take the oldest free row of the team that was served longest ago; None if there is nothing to do."""
    rows = model.objects.filter(queue=queue)
    for team_id in _teams_by_turn(rows):
        with transaction.atomic():
            free = rows.claimable().filter(team_id=team_id).order_by("queued_at", "pk")
            pk = free.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True).first()
            if pk is None:
                continue
            token = uuid4()
            model.objects.filter(pk=pk).update(
                state=Job.State.RUNNING,
                token=token,
                attempts=F("attempts") + 1,
                claimed_at=Now(),
                lease_until=Now() + LEASE,
            )
        return Lease(model.objects.get(pk=pk), token)
    return None


def _teams_by_turn(rows: Any) -> list[UUID]:
    """Teams with free rows, the one served longest ago first: a long queue of one team holds up no other."""
    waiting = set(rows.claimable().values_list("team_id", flat=True).distinct())
    if len(waiting) < 2:
        return list(waiting)
    served = dict(rows.filter(team_id__in=waiting).values_list("team_id").annotate(last=Max("claimed_at")))
    return sorted(waiting, key=lambda team: (served.get(team) is not None, served.get(team), team))


def sweep(model: type[Any]) -> int:
    """Give rows with an expired lease back to the queue, or fail them after the last attempt. Returns how many."""
    expired = model.objects.filter(state=Job.State.RUNNING, lease_until__lt=Now())
    dead = expired.filter(attempts__gte=MAX_ATTEMPTS).update(
        state=Job.State.FAILED,
        token=None,
        lease_until=None,
        finished_at=Now(),
        error_code="worker_lost",
        error="The worker was lost each time this was tried. Try again, or ask the operator to look at its log.",
    )
    again = expired.filter(attempts__lt=MAX_ATTEMPTS).update(state=Job.State.QUEUED, token=None, lease_until=None)
    return int(dead + again)


def request_cancel(job: Any) -> None:
    """Stop a job: at once if it waits, at its next heartbeat if it runs."""
    rows = type(job).objects.filter(pk=job.pk)
    if rows.filter(state=Job.State.QUEUED).update(state=Job.State.CANCELLED, cancel=True, finished_at=Now()):
        return
    if not rows.filter(state=Job.State.RUNNING).update(cancel=True):
        raise DomainError("It has already ended, so there is nothing to cancel.", code="already_ended")


def requeue(job: Any) -> None:
    """Try a failed or cancelled job again, from the inputs that it was given."""
    again = type(job).objects.filter(pk=job.pk, state__in=[Job.State.FAILED, Job.State.CANCELLED])
    fresh = {
        "attempts": 0,
        "cancel": False,
        "error": "",
        "error_code": "",
        "stage": "",
        "done": 0,
        "finished_at": None,
    }
    if not again.update(state=Job.State.QUEUED, queued_at=Now(), **fresh):
        raise DomainError("Only a failed or cancelled job can be tried again.", code="not_ended")

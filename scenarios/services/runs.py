"""Starting, stopping and trying again a run."""

import logging
from datetime import date
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import Team, User
from accounts.permissions import Permission
from core import jobs
from core.audit import record
from core.errors import Conflict, DomainError
from core.tasks import publish_wake_up
from engine.scoring import default_seed
from engine.version import MAX_DRAWS, MAX_SEED
from scenarios.loaders import Frozen, freeze
from scenarios.models import Run, RunAccess, Version
from scenarios.runner import QUEUE

logger = logging.getLogger(__name__)

DRAWS = 10_000


def start_run(
    *,
    version: Version,
    by: User,
    at: date,
    cutoff: date,
    via: str,
    draws: int = DRAWS,
    seed: int | None = None,
    allow_hindsight: bool = False,
    idempotency_key: str | None = None,
) -> Run:
    """Freeze the inputs of a version as known on `cutoff` about `at`, and queue the run.

    The inputs, their hash, the seed and the queued row are one transaction; the worker is woken after it, best
    effort. The same `idempotency_key` returns the run that it already made; with another request it is a Conflict.
    A draft may be run too: the run says so. `seed` None takes the first 6 bytes of the inputs' hash.
    """
    require_permission(by, Permission.START_RUNS, team=version.team_id)
    _check(draws=draws, seed=seed)
    request = {
        "version_id": version.pk,
        "at": at,
        "cutoff": cutoff,
        "draws": draws,
        "allow_hindsight": allow_hindsight,
    }
    known = _already(version, idempotency_key, request, seed, by)
    if known is not None:
        return known
    try:
        return _create(version, by=by, via=via, request=request, seed=seed, key=idempotency_key)
    except IntegrityError:
        known = _already(version, idempotency_key, request, seed, by)
        if known is None:
            raise
        return known


def _check(*, draws: int, seed: int | None) -> None:
    if not 1 <= draws <= MAX_DRAWS:
        raise DomainError(_("Choose 1 to %(most)d draws.") % {"most": MAX_DRAWS}, code="bad_draws", field="draws")
    if seed is not None and not 0 <= seed <= MAX_SEED:
        raise DomainError(_("A seed is a whole number from 0 to 2^53-1."), code="bad_seed", field="seed")


def _already(version: Version, key: str | None, request: dict[str, Any], seed: int | None, by: User) -> Run | None:
    """The run that this key made before, if it was asked for the same thing and this person may see it."""
    if key is None:
        return None
    rows: Any = Run.objects.filter(team_id=version.team_id, idempotency_key=key)
    run: Run | None = rows.first()
    if run is None:
        return None
    same = all(getattr(run, name) == value for name, value in request.items()) and seed in (None, run.seed)
    seen: Any = Run.objects.visible_to(by).filter(pk=run.pk)
    if not same or not seen.exists():
        raise Conflict(_("This idempotency key was used for another run."), code="idempotency_mismatch")
    return run


@transaction.atomic
def _create(version: Version, *, by: User, via: str, request: dict[str, Any], seed: int | None, key: str | None) -> Run:
    # The lock keeps the draft from being edited between the first and the last row that is read.
    locked = Version.objects.select_for_update(no_key=True, of=("self",)).select_related("scenario").get(pk=version.pk)
    frozen = freeze(
        version=locked,
        at=request["at"],
        cutoff=request["cutoff"],
        allow_hindsight=request["allow_hindsight"],
        viewer=by,
    )
    Team.objects.select_for_update(no_key=True).get(pk=version.team_id)
    last = Run.objects.filter(team_id=version.team_id).aggregate(last=Max("number"))["last"] or 0
    run = Run.objects.create(
        **request,
        team_id=version.team_id,
        created_by=by,
        updated_by=by,
        queue=QUEUE,
        number=last + 1,
        idempotency_key=key,
        of_draft=locked.is_draft,
        seed=default_seed(frozen.sha256) if seed is None else seed,
        total=request["draws"],
        **_stored(frozen),
    )
    RunAccess.objects.bulk_create(
        RunAccess(team_id=run.team_id, run=run, person_id=person) for person in sorted(frozen.named or ())
    )
    detail = {"at": str(run.at), "cutoff": str(run.cutoff), "inputs_sha256": run.inputs_sha256, "seed": run.seed}
    record(team_id=run.team_id, by=by, verb="start run", obj=run, via=via, detail=detail)
    transaction.on_commit(partial(_wake, run.queue), robust=True)
    return run


def _stored(frozen: Frozen) -> dict[str, Any]:
    return {
        "inputs": frozen.inputs,
        "inputs_sha256": frozen.sha256,
        "provenance": frozen.provenance,
        "hindsight_used": frozen.hindsight_used,
        "reconstructed": frozen.reconstructed,
        "handling": frozen.handling,
        "contains_personal_data": frozen.contains_personal_data,
    }


def _wake(queue: str) -> None:
    if not publish_wake_up(queue):
        logger.info("the run waits for the dispatcher's next wake-up")


@transaction.atomic
def cancel_run(*, run: Run, by: User, via: str) -> Run:
    """Stop a run: at once while it waits, at its next heartbeat while it is worked on."""
    require_permission(by, Permission.START_RUNS, team=run.team_id)
    jobs.request_cancel(run)
    record(team_id=run.team_id, by=by, verb="cancel run", obj=run, via=via)
    run.refresh_from_db(fields=["state", "cancel", "finished_at"])
    return run


@transaction.atomic
def retry_run(*, run: Run, by: User, via: str) -> Run:
    """Try a failed or cancelled run again, from the inputs that were frozen for it.

    One whose worker has stopped (its lease has run out) is claimable as it stands: the workers are only woken.
    """
    require_permission(by, Permission.START_RUNS, team=run.team_id)
    if not Run.objects.filter(pk=run.pk, state=Run.State.RUNNING, lease_until__lt=Now()).exists():
        jobs.requeue(run)
    record(team_id=run.team_id, by=by, verb="retry run", obj=run, via=via)
    transaction.on_commit(partial(_wake, run.queue), robust=True)
    run.refresh_from_db()
    return run

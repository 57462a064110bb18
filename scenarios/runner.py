"""The worker's side of a run: the engine over blocks of draws, then the result in one transaction."""

import time
from collections.abc import Iterator

from django.db import transaction

import engine
from core.errors import DomainError
from core.jobs import Lease
from core.queues import Queue, register
from engine.blocks import block_range
from engine.partials import Partial
from scenarios.models import Run, RunResult
from scenarios.verdict import build_verdict

QUEUE = "runs"
BLOCKS_AT_ONCE = 8
SECONDS_BETWEEN_BEATS = 0.25


def register_queue() -> None:
    """Called once when the app is ready."""
    register(Queue(name=QUEUE, model=Run, execute=execute))


def execute(lease: Lease) -> None:
    """Score the run that this lease holds.

    The row is renewed between chunks of draws, so a lost lease or a person's stop ends the work there. The result is
    written only while the lease still holds: two workers on one row leave one result.
    """
    run: Run = lease.job
    try:
        result = engine.score_partials(run.inputs, _draw(run, lease), draws=run.draws, seed=run.seed)
    except engine.ModelError as error:
        raise DomainError(f"The engine refused the frozen input: {error}", code="input_refused") from error
    verdict = build_verdict(result, run.inputs)
    with transaction.atomic():
        lease.finish(engine_version=str(result["engine_version"]), stage="done", done=run.draws, total=run.draws)
        RunResult.objects.create(
            team_id=run.team_id,
            created_by_id=run.created_by_id,
            run=run,
            result=result,
            result_sha256=str(result["result_sha256"]),
            verdict=verdict,
        )


def _draw(run: Run, lease: Lease) -> list[Partial]:
    lease.beat(stage="scoring", done=0, total=run.draws)
    beaten = time.monotonic()
    partials = []
    for blocks in _chunks(block_range(run.draws)):
        partials.append(engine.partial(run.inputs, blocks, run.seed, draws=run.draws))
        if time.monotonic() - beaten >= SECONDS_BETWEEN_BEATS:
            lease.beat(done=min(blocks.stop * engine.BLOCK, run.draws))
            beaten = time.monotonic()
    lease.beat(stage="summing up", done=run.draws)
    return partials


def _chunks(blocks: range) -> Iterator[range]:
    for start in range(blocks.start, blocks.stop, BLOCKS_AT_ONCE):
        yield range(start, min(start + BLOCKS_AT_ONCE, blocks.stop))

"""Which job model each queue holds, and how a worker does the next row of it."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from core.errors import DomainError
from core.jobs import Cancelled, Lease, LeaseLost, claim

logger = logging.getLogger(__name__)

BEAT_SECONDS = 5


@dataclass(frozen=True)
class Queue:
    """A named queue: its job model, and the function that does one claimed row and calls `lease.finish`."""

    name: str
    model: type[Any]
    execute: Callable[[Lease], None]


QUEUES: dict[str, Queue] = {}


def register(queue: Queue) -> None:
    """Called by each room when it is ready."""
    QUEUES[queue.name] = queue


def execute_next(name: str) -> bool:
    """Claim and do the next row of a queue. A spare wake-up finds nothing and is harmless."""
    queue = QUEUES[name]
    lease = claim(queue.model, name)
    if lease is None:
        return False
    try:
        _execute(queue, lease)
    except LeaseLost:
        logger.warning("lost the lease of %s %s; another worker has it", name, lease.job.pk)
    return True


def _execute(queue: Queue, lease: Lease) -> None:
    try:
        queue.execute(lease)
    except Cancelled:
        lease.stop()
    except DomainError as error:
        lease.fail(code=error.code, message=error.message)
    except LeaseLost:
        raise
    except Exception:
        logger.exception("a job ended with an error that nobody expected")
        lease.fail(code="internal", message="Something went wrong on our side. The operator's log says what.")


@contextmanager
def held(lease: Lease, *, at_most: float) -> Iterator[None]:
    """Renew the lease from a thread while the caller waits for a child process with a time limit of its own."""
    done = threading.Event()

    def renew() -> None:
        try:
            for _ in range(int(at_most // BEAT_SECONDS)):
                if done.wait(BEAT_SECONDS):
                    return
                lease.beat()
        except (LeaseLost, Cancelled):
            return  # the caller's own next write finds out
        finally:
            connection.close()

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()

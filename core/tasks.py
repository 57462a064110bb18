"""The one Celery task: a wake-up that names a queue, and its publication."""

import logging
from typing import Any

from celery import shared_task
from kombu.exceptions import OperationalError

from core.queues import execute_next

logger = logging.getLogger(__name__)


@shared_task(name="core.wake")  # type: ignore[untyped-decorator]  # Celery has no types
def wake(*, queue: str, **kwargs: Any) -> None:
    """Do the next row of a queue; further arguments are ignored so that old messages survive an upgrade."""
    execute_next(queue)


def publish_wake_up(queue: str) -> bool:
    """Best effort: the dispatcher mends what the broker loses."""
    try:
        wake.apply_async(kwargs={"queue": queue}, queue=queue, retry=False)
    except (OperationalError, OSError):
        logger.warning("the broker did not take a wake-up for %s; the dispatcher will send another", queue)
        return False
    return True

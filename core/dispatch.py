"""One tick of the dispatcher: any number of copies may run, all times are the database's."""

from celery import current_app

from core.jobs import sweep
from core.queues import QUEUES
from core.tasks import publish_wake_up

MOST_WAKE_UPS = 32


def tick() -> None:
    """Sweep expired leases, then top each broker queue up to the rows that wait."""
    for queue in QUEUES.values():
        sweep(queue.model)
        top_up(queue.name)


def top_up(name: str) -> int:
    """Publish as many wake-ups as waiting rows lack, never more than 32 in the broker. Returns how many were sent."""
    rows = QUEUES[name].model.objects.filter(queue=name).claimable()
    wanted = rows[:MOST_WAKE_UPS].count()
    if not wanted:
        return 0
    sent = 0
    for _ in range(wanted - broker_length(name)):
        if not publish_wake_up(name):
            break
        sent += 1
    return sent


def broker_length(name: str) -> int:
    """How many messages the broker holds for a queue.

    Declared, not asked for passively: kombu looks for a passive queue without the key prefix and never finds it.
    """
    with current_app.connection_for_write() as connection:
        return int(connection.default_channel.queue_declare(queue=name).message_count)

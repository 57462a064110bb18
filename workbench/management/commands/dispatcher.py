"""The dispatcher: sweeps, top-ups and schedules, once a second."""

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, connection
from kombu.exceptions import OperationalError

from core.dispatch import tick

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Give lost work back to the queue and wake workers. Any number may run."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            self._tick()
            stop.wait(1)

    def _tick(self) -> None:
        try:
            tick()
        except Error:
            logger.warning("the database did not answer; trying again in a second")
        except (OperationalError, OSError):
            logger.warning("the broker did not answer; trying again in a second")
        finally:
            connection.close()

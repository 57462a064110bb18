"""A worker's pool processes end with the worker, also when it is killed. Given to Celery with --include."""

import signal
import sys
from typing import Any

from celery.signals import worker_process_init

from workbench.local.processes import die_with_parent


def end_with_the_worker(**_: Any) -> None:
    """Without this a pool process that computes goes on until its job ends."""
    if sys.platform == "linux":
        die_with_parent(signal.SIGKILL)


worker_process_init.connect(end_with_the_worker)

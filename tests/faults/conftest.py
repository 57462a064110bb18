"""Runs on a stack of real processes, and the questions that every fault test asks at its end."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Count
from django.db.models.functions import Now

from core import jobs
from scenarios.models import Run, RunResult
from tests.factories.scenarios import Desk, queued_run, small_input
from tests.support.stack import Stack, wait_until

LONG_DRAWS = 30_000


class Bench:
    """A stack with a team, a draft to run, and the rows as its database has them."""

    def __init__(self, stack: Stack):
        self.stack = stack
        self.number = 0
        with stack.orm():
            self.desk = Desk()
            self.version = self.desk.draft()

    def queue(self, count: int = 1, *, long: bool = False) -> list[Any]:
        """Queued rows that nobody has been woken for. A long one takes many seconds of work."""
        inputs = small_input(51, 49) if long else small_input()
        with self.stack.orm():
            rows = []
            for _ in range(count):
                self.number += 1
                rows.append(queued_run(self.version, self.number, inputs, draws=LONG_DRAWS if long else 300))
            return [run.pk for run in Run.objects.bulk_create(rows)]

    def states(self) -> dict[str, int]:
        """How many rows are in each state."""
        with self.stack.orm():
            return dict(Run.objects.values_list("state").annotate(Count("pk")))

    def row(self, pk: Any) -> Run:
        with self.stack.orm():
            return Run.objects.defer("inputs").get(pk=pk)

    def working(self, pk: Any) -> bool:
        """Is a worker in the middle of the draws of this run?"""
        row = self.row(pk)
        return row.state == "running" and 0 < row.done < row.total

    def expire(self) -> None:
        """As if thirty seconds had passed since the last heartbeat."""
        with self.stack.orm():
            Run.objects.filter(state="running").update(lease_until=Now() - jobs.LEASE)

    def all_done(self, count: int, within: float = 90) -> None:
        """Nothing lost, nothing doubled."""
        wait_until(lambda: self.states() == {"done": count}, within, f"{count} runs are done, not {self.states()}")
        with self.stack.orm():
            assert RunResult.objects.count() == count
            assert Run.objects.filter(result__isnull=True).count() == 0

    def ready(self, worker: Any) -> Any:
        """Wait for a worker that was just started."""
        before = worker.words().count("ready.")
        wait_until(lambda: worker.words().count("ready.") > before or before, 60, "the worker is ready")
        return worker

    def score(self, *arguments: str) -> Any:
        """`manage.py score` on the stack."""
        done = self.stack.manage("score", self.version.scenario.slug, "--team", self.desk.team.slug, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def bench(make_stack: Callable[..., Stack]) -> Bench:
    """On the suite's own servers."""
    return Bench(make_stack())


@pytest.fixture
def own_bench(make_stack: Callable[..., Stack]) -> Bench:
    """With a PostgreSQL and a Valkey of its own, to be killed."""
    return Bench(make_stack(own_servers=True))

"""SIGKILL to worker, broker, dispatcher and database while they work: nothing is lost, nothing is done twice."""

import signal
import time

import pytest
from django.db.models import Sum

from scenarios.models import Run, RunResult
from scenarios.services import cancel_run
from tests.support.stack import wait_until

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]


def test_a_run_whose_worker_is_killed_is_done_by_the_next(bench):
    """Without help: the lease of thirty seconds runs out on the database's clock."""
    bench.stack.dispatcher()
    worker = bench.stack.worker()
    (run,) = bench.queue(long=True)
    wait_until(lambda: bench.working(run), 60, "the run is in the middle of its draws")

    worker.kill()
    assert bench.row(run).state == "running"
    worker.start()

    bench.all_done(1, within=180)
    assert bench.row(run).attempts == 2


def test_a_child_of_the_worker_that_is_killed_costs_one_attempt(bench):
    bench.stack.dispatcher()
    worker = bench.stack.worker()
    (run,) = bench.queue(long=True)
    wait_until(lambda: bench.working(run), 60, "the run is in the middle of its draws")

    for child in worker.children():
        child.kill()
    bench.expire()

    bench.all_done(1, within=120)
    assert bench.row(run).attempts == 2


def test_a_run_that_kills_its_worker_each_time_fails_and_lets_the_next_one_through(bench):
    bench.stack.dispatcher()
    worker = bench.stack.worker()
    (poison,) = bench.queue(long=True)
    for attempt in range(1, 6):
        wait_until(lambda number=attempt: bench.row(poison).attempts == number, 60, f"attempt {attempt}")
        for child in worker.children():
            child.kill()
        bench.expire()
    wait_until(lambda: bench.row(poison).state == "failed", 30, "the run has failed")
    assert bench.row(poison).error_code == "worker_lost"

    (sound,) = bench.queue()

    wait_until(lambda: bench.row(sound).state == "done", 60, "the next run is done")
    with bench.stack.orm():
        assert list(RunResult.objects.values_list("run_id", flat=True)) == [sound]


def test_rows_that_nobody_was_woken_for_wait_for_the_dispatcher(bench):
    bench.ready(bench.stack.worker())
    bench.queue(5)
    time.sleep(3)
    assert bench.states() == {"queued": 5}

    dispatcher = bench.stack.dispatcher()
    bench.all_done(5)

    dispatcher.kill()
    bench.queue(5)
    dispatcher.start()
    bench.all_done(10)


def test_two_dispatchers_and_two_workers_do_each_run_once(bench):
    for number in (1, 2):
        bench.stack.dispatcher(f"dispatcher{number}")
        bench.stack.worker(f"worker{number}")
    bench.queue(40)

    bench.all_done(40)

    with bench.stack.orm():
        assert Run.objects.aggregate(starts=Sum("attempts"))["starts"] == 40


def test_twenty_copies_of_each_message_have_one_effect(bench):
    bench.queue(5)
    client = bench.stack.redis()
    dispatcher = bench.stack.dispatcher()
    key = f"{bench.stack.prefix}:runs"
    wait_until(lambda: client.llen(key) == 5, 30, "the dispatcher has sent its messages")
    dispatcher.kill()
    for message in client.lrange(key, 0, -1):
        client.rpush(key, *[message] * 19)
    assert client.llen(key) == 100

    bench.stack.worker()

    bench.all_done(5)
    wait_until(lambda: client.llen(key) == 0, 30, "all copies are taken")
    with bench.stack.orm():
        assert Run.objects.aggregate(starts=Sum("attempts"))["starts"] == 5


def test_a_flushed_broker_costs_seconds(bench):
    bench.stack.dispatcher()
    bench.ready(bench.stack.worker())
    bench.queue(30)
    client = bench.stack.redis()
    for _ in range(3):
        time.sleep(0.3)
        for key in client.scan_iter(f"{bench.stack.prefix}*"):
            client.delete(key)

    bench.all_done(30)


def test_a_cancelled_run_stops_within_two_heartbeats(bench):
    bench.stack.dispatcher()
    bench.stack.worker()
    (run,) = bench.queue(long=True)
    wait_until(lambda: bench.working(run), 60, "the run is in the middle of its draws")

    with bench.stack.orm():
        cancel_run(run=Run.objects.get(pk=run), by=bench.desk.analyst, via="ui")

    wait_until(lambda: bench.row(run).state == "cancelled", 10, "the run has stopped")
    with bench.stack.orm():
        assert RunResult.objects.count() == 0


def test_a_worker_that_hangs_loses_its_lease_and_writes_nothing(bench):
    """The frozen one comes back to life after another has done its work."""
    bench.stack.dispatcher()
    slow = bench.stack.worker("slow")
    (run,) = bench.queue(long=True)
    wait_until(lambda: bench.working(run), 60, "the run is in the middle of its draws")
    slow.pause()
    bench.stack.worker("quick")
    bench.expire()
    bench.all_done(1, within=180)

    slow.resume()
    wait_until(lambda: "lost the lease" in slow.words(), 30, "the slow one has noticed")

    bench.all_done(1)
    assert bench.row(run).attempts == 2


def test_a_broker_that_is_killed_loses_nothing(own_bench):
    own_bench.stack.dispatcher()
    own_bench.stack.worker()
    own_bench.queue(20)
    for _ in range(3):
        time.sleep(1)
        own_bench.stack.kill_servers("valkey")
        own_bench.queue(5)

    own_bench.all_done(35, within=120)


def test_a_database_that_is_killed_loses_nothing(own_bench):
    own_bench.stack.dispatcher()
    own_bench.stack.worker()
    own_bench.queue(20)
    wait_until(lambda: own_bench.states().get("done", 0) > 2, 60, "the work has begun")
    own_bench.stack.kill_servers("postgres")
    wait_until(lambda: answers(own_bench), 30, "the database is back")
    own_bench.expire()

    own_bench.all_done(20, within=120)


def answers(bench):
    try:
        return bool(bench.states())
    except Exception:  # any failure of a database that is just starting
        return False


def test_a_broker_that_hangs_keeps_nobody_waiting(own_bench):
    servers = own_bench.stack.servers("valkey")
    for process in servers:
        process.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        done = own_bench.stack.manage(
            "score", own_bench.version.scenario.slug, "--team", own_bench.desk.team.slug, "--wait", "0",
            "--draws", "100",
        )  # fmt: skip
        took = time.monotonic() - began
    finally:
        for process in servers:
            process.send_signal(signal.SIGCONT)
    assert "No worker has taken run #1" in done.stderr
    assert took < 20
    own_bench.stack.dispatcher()
    own_bench.stack.worker()
    own_bench.all_done(1)

"""Jobs as rows: one worker at a time, nothing lost, nothing done twice."""

import datetime as dt
from uuid import uuid4

import pytest
from celery import current_app
from django.db import connection, connections
from django.db.models import F
from django.db.models.functions import Now
from kombu.exceptions import OperationalError

from core import jobs, tasks
from core.dispatch import MOST_WAKE_UPS, broker_length, tick, top_up
from core.errors import DomainError
from core.jobs import LEASE, MAX_ATTEMPTS, Cancelled, Lease, LeaseLost, claim, request_cancel, requeue, sweep
from core.queues import QUEUES, Queue, execute_next, held, register
from scenarios.models import Run, RunResult
from tests.factories.scenarios import Desk, queued_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return Desk().draft()


@pytest.fixture
def run(version):
    return queued(version)


def queued(version, number=1, **fields):
    run = queued_run(version, number, **fields)
    run.save(force_insert=True)
    return run


def expire(run):
    Run.objects.filter(pk=run.pk).update(lease_until=Now() - dt.timedelta(seconds=1))


@pytest.fixture
def working(monkeypatch):
    """Replace what the queue does with a function of the test."""

    def put(execute):
        monkeypatch.setitem(QUEUES, "runs", Queue("runs", Run, execute))

    return put


def test_a_claim_takes_the_row_with_a_token_and_a_lease(run):
    lease = claim(Run, "runs")

    assert lease.job.pk == run.pk
    assert (lease.job.state, lease.job.attempts, lease.job.token) == ("running", 1, lease.token)
    assert lease.job.lease_until > lease.job.claimed_at


def test_a_second_claim_finds_nothing(run):
    assert claim(Run, "runs") is not None
    assert claim(Run, "runs") is None


def test_a_claim_of_another_queue_finds_nothing(run):
    assert claim(Run, "reports") is None


def test_a_row_that_is_not_due_waits(run):
    Run.objects.update(publish_after=Now() + dt.timedelta(minutes=1))
    assert claim(Run, "runs") is None

    Run.objects.update(publish_after=Now() - dt.timedelta(minutes=1))
    assert claim(Run, "runs") is not None


def test_the_oldest_row_comes_first(version):
    first, second = queued(version, 1), queued(version, 2)
    Run.objects.filter(pk=first.pk).update(queued_at=Now() + dt.timedelta(seconds=1))

    assert claim(Run, "runs").job.pk == second.pk


def test_an_expired_lease_can_be_claimed_without_a_sweep(run):
    claim(Run, "runs")
    expire(run)

    again = claim(Run, "runs")

    assert again.job.attempts == 2


def test_the_old_holder_of_a_lost_lease_writes_nothing(run):
    old = claim(Run, "runs")
    expire(run)
    new = claim(Run, "runs")

    for write in (old.beat, old.finish, old.stop, lambda: old.fail(code="x", message="x")):
        with pytest.raises(LeaseLost):
            write()

    new.finish()
    assert Run.objects.get().state == "done"


def test_a_finished_row_has_no_lease(run):
    lease = claim(Run, "runs")
    lease.finish(stage="done")

    row = Run.objects.get()
    assert (row.state, row.token, row.lease_until, row.stage, row.ended) == ("done", None, None, "done", True)
    assert row.finished_at is not None
    with pytest.raises(LeaseLost):
        lease.finish()


def test_a_beat_renews_the_lease_and_tells_progress(run):
    lease = claim(Run, "runs")
    Run.objects.update(lease_until=Now() + dt.timedelta(seconds=1))

    lease.beat(stage="scoring", done=5, total=20)

    row = Run.objects.annotate(left=F("lease_until") - Now()).get()
    assert row.left > LEASE - dt.timedelta(seconds=2)
    assert (row.stage, row.done, row.total, row.percent) == ("scoring", 5, 20, 25)


def test_progress_without_a_total_is_nothing(run):
    assert run.percent == 0


def test_a_sweep_gives_expired_rows_back_and_leaves_the_others(version):
    lost, kept = queued(version, 1), queued(version, 2)
    claim(Run, "runs")
    claim(Run, "runs")
    expire(lost)

    assert sweep(Run) == 1

    assert Run.objects.get(pk=lost.pk).state == "queued"
    assert Run.objects.get(pk=kept.pk).state == "running"


def test_a_row_that_kills_every_worker_fails_after_five_attempts(run):
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert claim(Run, "runs").job.attempts == attempt
        expire(run)
        sweep(Run)

    row = Run.objects.get()
    assert (row.state, row.error_code, row.attempts) == ("failed", "worker_lost", MAX_ATTEMPTS)
    assert row.error
    assert claim(Run, "runs") is None


def test_a_poisoned_row_does_not_hold_up_the_next(version):
    poison, sound = queued(version, 1), queued(version, 2)
    Run.objects.filter(pk=poison.pk).update(
        attempts=MAX_ATTEMPTS, state="running", token=uuid4(), lease_until=Now() - dt.timedelta(seconds=1)
    )

    assert claim(Run, "runs").job.pk == sound.pk


def test_a_waiting_row_is_cancelled_at_once(run):
    request_cancel(run)

    row = Run.objects.get()
    assert (row.state, row.cancel) == ("cancelled", True)
    assert claim(Run, "runs") is None


def test_a_running_row_is_cancelled_at_its_next_beat(run):
    lease = claim(Run, "runs")
    request_cancel(run)

    with pytest.raises(Cancelled):
        lease.beat()

    lease.stop()
    assert Run.objects.get().state == "cancelled"


@pytest.mark.parametrize("state", ["done", "failed", "cancelled"])
def test_an_ended_row_cannot_be_cancelled(run, state):
    Run.objects.update(state=state)

    with pytest.raises(DomainError) as refused:
        request_cancel(run)

    assert refused.value.code == "already_ended"


@pytest.mark.parametrize("state", ["failed", "cancelled"])
def test_a_failed_or_cancelled_row_can_be_tried_again(run, state):
    Run.objects.update(state=state, attempts=5, cancel=True, error="x", error_code="x", done=3, stage="x")

    requeue(run)

    lease = claim(Run, "runs")
    assert (lease.job.attempts, lease.job.cancel, lease.job.error, lease.job.stage) == (1, False, "", "")


@pytest.mark.parametrize("state", ["queued", "done"])
def test_a_row_that_has_not_failed_cannot_be_tried_again(run, state):
    Run.objects.update(state=state)

    with pytest.raises(DomainError) as refused:
        requeue(run)

    assert refused.value.code == "not_ended"


def test_teams_take_turns_whatever_the_length_of_their_queues(version):
    other = Desk().draft()
    for number in range(1, 6):
        queued(version, number)
    queued(other, 1)

    order = [claim(Run, "runs").job.team_id for _ in range(3)]

    assert order[0:2] in ([version.team_id, other.team_id], [other.team_id, version.team_id])
    assert order[2] == version.team_id


def test_the_team_that_was_served_longest_ago_is_next(version):
    other = Desk().draft()
    for number in (1, 2, 3):
        queued(version, number)
    claim(Run, "runs").finish()
    queued(other, 1)

    assert claim(Run, "runs").job.team_id == other.team_id


def test_the_database_refuses_a_running_row_without_a_lease(run):
    with pytest.raises(Exception, match="scenarios_run_running_has_lease"):
        Run.objects.update(state="running")


def test_executing_twice_has_one_effect(run):
    assert execute_next("runs") is True
    assert execute_next("runs") is False

    assert RunResult.objects.count() == 1
    assert Run.objects.get().state == "done"


def test_two_workers_on_one_row_leave_one_result(run, working):
    """The slow one computes to the end after its lease went to another."""
    execute = QUEUES["runs"].execute
    slow = claim(Run, "runs")
    expire(run)
    assert execute_next("runs") is True

    with pytest.raises(LeaseLost):
        execute(slow)

    assert RunResult.objects.count() == 1
    assert Run.objects.get().attempts == 2


def test_a_lease_lost_on_the_way_is_no_failure(run, working):
    def loses(lease):
        raise LeaseLost

    working(loses)

    assert execute_next("runs") is True
    assert Run.objects.get().state == "running"


def test_an_expected_failure_is_told_to_the_person_who_waits(run, working):
    def refuses(lease):
        raise DomainError("The input cannot be scored.", code="input_refused")

    working(refuses)
    execute_next("runs")

    row = Run.objects.get()
    assert (row.state, row.error_code, row.error) == ("failed", "input_refused", "The input cannot be scored.")


def test_an_unexpected_failure_is_logged_and_shows_no_detail(run, working, caplog):
    def breaks(lease):
        raise ZeroDivisionError("secret detail")

    working(breaks)
    execute_next("runs")

    row = Run.objects.get()
    assert (row.state, row.error_code) == ("failed", "internal")
    assert "secret" not in row.error
    assert "secret detail" in caplog.text


def test_a_stop_during_the_work_ends_it_as_cancelled(run, working):
    def stopped(lease):
        request_cancel(lease.job)
        lease.beat()

    working(stopped)
    execute_next("runs")

    assert Run.objects.get().state == "cancelled"


def test_a_wake_up_for_an_empty_queue_is_harmless():
    assert execute_next("runs") is False


def test_the_task_takes_arguments_of_other_releases(run):
    tasks.wake(queue="runs", added_later=1)

    assert Run.objects.get().state == "done"


def test_registering_a_queue_again_replaces_it(monkeypatch):
    monkeypatch.setitem(QUEUES, "other", None)
    queue = Queue("other", Run, lambda lease: None)
    register(queue)
    assert QUEUES["other"] is queue


@pytest.fixture
def broker():
    """The real broker, under this worker's own prefix."""
    with current_app.connection_for_write() as opened:
        opened.default_channel.queue_purge("runs")
        yield opened.default_channel
        opened.default_channel.queue_purge("runs")


def test_five_thousand_waiting_rows_never_make_a_long_queue(version, broker):
    Run.objects.bulk_create((queued_run(version, number, inputs={}) for number in range(1, 5001)), batch_size=1000)

    lengths = []
    for _ in range(6):
        tick()
        lengths.append(broker_length("runs"))

    assert Run.objects.claimable().count() == 5000
    assert max(lengths) <= 64
    assert lengths[-1] == MOST_WAKE_UPS


def test_lost_messages_cost_one_tick(version, broker):
    for number in (1, 2, 3):
        queued(version, number)
    assert top_up("runs") == 3
    broker.queue_purge("runs")

    assert top_up("runs") == 3
    assert top_up("runs") == 0


def test_nothing_is_published_for_an_empty_queue(broker):
    assert top_up("runs") == 0
    assert broker_length("runs") == 0


def test_a_broker_that_does_not_answer_is_no_error(monkeypatch, caplog):
    def refuses(*args, **kwargs):
        raise OperationalError("no broker")

    monkeypatch.setattr(tasks.wake, "apply_async", refuses)

    assert tasks.publish_wake_up("runs") is False
    assert "did not take" in caplog.text


def test_topping_up_stops_at_the_first_refusal(version, broker, monkeypatch):
    for number in (1, 2, 3):
        queued(version, number)
    asked = []
    monkeypatch.setattr("core.dispatch.publish_wake_up", lambda queue: asked.append(queue))

    assert top_up("runs") == 0
    assert asked == ["runs"]


@pytest.mark.django_db(transaction=True)
def test_two_claimers_at_once_never_get_the_same_row(version):
    """A row locked by another claimer's open transaction is passed over, not waited for."""
    queued(version, 1)
    queued(version, 2)
    other = connections.create_connection("default")
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT id FROM scenarios_run ORDER BY queued_at, id LIMIT 1 FOR UPDATE")
            locked = cursor.fetchone()[0]

        lease = claim(Run, "runs")

        assert lease.job.pk != locked
        assert claim(Run, "runs") is None
    finally:
        other.rollback()
        other.close()


@pytest.mark.django_db(transaction=True)
def test_a_lease_is_renewed_while_a_child_process_works(version, monkeypatch):
    queued(version, 1)
    lease = claim(Run, "runs")
    Run.objects.update(lease_until=Now() + dt.timedelta(seconds=1))
    monkeypatch.setattr("core.queues.BEAT_SECONDS", 0.05)

    with held(lease, at_most=60):
        deadline = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)
        while Run.objects.annotate(left=F("lease_until") - Now()).get().left < dt.timedelta(seconds=20):
            assert dt.datetime.now(dt.UTC) < deadline

    assert Run.objects.get().state == "running"


@pytest.mark.django_db(transaction=True)
def test_holding_a_lost_lease_ends_quietly(version, monkeypatch):
    queued(version, 1)
    lease = Lease(claim(Run, "runs").job, uuid4())
    monkeypatch.setattr("core.queues.BEAT_SECONDS", 0.01)

    with held(lease, at_most=60):
        pass

    with pytest.raises(LeaseLost):
        lease.beat()


def test_the_clock_is_the_databases(run):
    """A worker whose own clock is an hour fast takes no lease for expired."""
    claim(Run, "runs")
    with connection.execute_wrapper(_no_time_parameters):
        assert sweep(Run) == 0
        assert claim(Run, "runs") is None


def _no_time_parameters(execute, sql, params, many, context):
    assert not any(isinstance(value, dt.datetime) for value in params or ()), sql
    return execute(sql, params, many, context)


def test_every_state_has_a_name():
    assert set(jobs.Job.State.values) == {"queued", "running", "done", "failed", "cancelled"}

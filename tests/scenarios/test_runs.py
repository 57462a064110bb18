"""A run freezes its input with the row, is scored once, and says the same every time."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

import engine
from core.errors import Conflict, DomainError, Forbidden
from core.jobs import Cancelled, claim
from core.models import AuditEvent
from core.queues import execute_next
from scenarios import runner
from scenarios.models import Judgement, Run, RunResult
from scenarios.selectors import (
    find_run,
    find_scenario,
    latest_runs,
    reference_dates,
    runs_of,
    scenarios_of,
    verdict_of,
)
from scenarios.services import add_judgement, cancel_run, retry_run, runs, save_weights, start_run
from tests.factories.scenarios import AT, CUTOFF, Desk, make_dataset, queued_run, small_input

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


def band(indicator, place):
    low, high = (1, 3) if indicator.unit == "scale_0_4" else (30 + place, 60 + place)
    return {"low": low, "mode": (low + high) / 2, "high": high}


@pytest.fixture
def version(desk):
    """Two options judged on everything that the core profile scores, and the reference."""
    version = desk.draft()
    Judgement.objects.bulk_create(
        Judgement(
            team=desk.team,
            scenario=version.scenario,
            by=desk.analyst,
            alternative=alternative,
            indicator=indicator.key,
            reason="x",
            about=AT,
            made_on=CUTOFF,
            **band(indicator, place),
        )
        for place, alternative in enumerate(("O0", "O1", "O3", "O5", "O7", "O10"))
        for indicator in version.indicators.filter(active=True)
    )
    return version


def start(desk, version, **fields):
    asked = {"by": desk.analyst, "at": AT, "cutoff": CUTOFF, "draws": 500, "via": "ui"}
    return start_run(**{"version": version, **asked, **fields})


@pytest.fixture
def published(monkeypatch):
    """Wake-ups that were sent."""
    sent = []
    monkeypatch.setattr(runs, "publish_wake_up", lambda queue: sent.append(queue) or True)
    return sent


def test_a_run_is_queued_with_everything_that_it_was_given(desk, version, published):
    run = start(desk, version)

    row = Run.objects.get()
    assert (row.state, row.queue, row.number, row.draws, row.total) == ("queued", "runs", 1, 500, 500)
    assert row.inputs_sha256 == engine.freeze_hash(row.inputs)
    assert row.seed == int(row.inputs_sha256[:12], 16)
    assert (row.at, row.cutoff, row.of_draft, row.hindsight_used) == (AT, CUTOFF, True, False)
    event = AuditEvent.objects.get(verb="start run")
    assert (event.object_id, event.detail["inputs_sha256"]) == (str(run.pk), row.inputs_sha256)


def test_the_worker_is_woken_only_after_the_commit(desk, version, published, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        start(desk, version)
        assert published == []
    assert published == ["runs"]


def test_a_broker_that_is_down_keeps_nobody_from_starting_a_run(
    desk, version, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(runs, "publish_wake_up", lambda queue: False)
    with django_capture_on_commit_callbacks(execute=True):
        start(desk, version)
    assert Run.objects.get().state == "queued"


def test_a_seed_that_is_given_is_used_and_nought_is_a_seed(desk, version):
    assert start(desk, version, seed=0).seed == 0
    assert start(desk, version, seed=2**53 - 1).seed == 2**53 - 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"draws": 0}, "bad_draws"),
        ({"draws": 100_001}, "bad_draws"),
        ({"seed": -1}, "bad_seed"),
        ({"seed": 2**53}, "bad_seed"),
    ],
)
def test_draws_and_seeds_have_limits(desk, version, fields, code):
    with pytest.raises(DomainError) as refused:
        start(desk, version, **fields)
    assert refused.value.code == code


def test_a_reader_may_not_run(desk, version):
    with pytest.raises(Forbidden):
        start(desk, version, by=desk.reader)


def test_runs_are_numbered_in_their_team(desk, version):
    assert [start(desk, version).number for _ in range(3)] == [1, 2, 3]
    other = Desk()
    assert start(other, other.draft()).number == 1


def test_the_same_key_starts_one_run(desk, version):
    first = start(desk, version, idempotency_key="k1")
    assert start(desk, version, idempotency_key="k1") == first
    assert Run.objects.count() == 1


def test_the_same_key_for_another_run_is_a_conflict(desk, version):
    start(desk, version, idempotency_key="k1")
    for other in ({"draws": 600}, {"at": AT - dt.timedelta(days=31)}, {"seed": 5}, {"allow_hindsight": True}):
        with pytest.raises(Conflict) as refused:
            start(desk, version, idempotency_key="k1", **other)
        assert refused.value.code == "idempotency_mismatch"


def test_a_key_used_meanwhile_returns_the_other_requests_run(desk, version, monkeypatch):
    first = start(desk, version, idempotency_key="k1")
    look = runs._already
    too_early = iter([None])

    def late(*asked):
        """As if the first look had come before the other request was stored."""
        for answer in too_early:
            return answer
        return look(*asked)

    monkeypatch.setattr(runs, "_already", late)
    assert start(desk, version, idempotency_key="k1") == first


def test_a_key_of_a_run_that_one_may_not_see_is_a_conflict(desk, version):
    later = CUTOFF + dt.timedelta(days=1)
    add_judgement(
        scenario=version.scenario, by=desk.lead, alternative="O1", indicator="A1", low=3, mode=3, high=4,
        reason="x", about=AT, made_on=later, handling="restricted", via="ui",
    )  # fmt: skip
    start(desk, version, by=desk.lead, cutoff=later, idempotency_key="k1")
    with pytest.raises(Conflict):
        start(desk, version, cutoff=later, idempotency_key="k1")


def test_two_teams_may_use_the_same_key(desk, version):
    other = Desk()
    assert start(desk, version, idempotency_key="k") != start(other, other.draft(), idempotency_key="k")


def test_the_input_is_frozen_whatever_happens_to_the_draft(desk, version):
    run = start(desk, version)
    save_weights(
        version=version, by=desk.analyst, weights={"A1": 99}, reason="x", expected=version.row_version, via="ui"
    )
    add_judgement(
        scenario=version.scenario, by=desk.analyst, alternative="O1", indicator="A1", low=4, mode=4, high=4,
        reason="x", about=AT, made_on=CUTOFF, via="ui",
    )  # fmt: skip

    execute_next("runs")

    row = Run.objects.get()
    assert engine.freeze_hash(row.inputs) == run.inputs_sha256 == row.result.result["inputs_sha256"]


@pytest.mark.parametrize(
    "column", ["inputs = '{}'", "seed = 1", "inputs_sha256 = ''", "at = '2020-01-01'", "handling = 'open'"]
)
def test_plain_sql_cannot_change_what_a_run_was_given(desk, version, column):
    run = start(desk, version)
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE scenarios_run SET {column} WHERE id = %s", [run.pk])


def test_a_finished_run_has_its_result_and_its_verdict(desk, version):
    run = start(desk, version)
    assert execute_next("runs")

    row = find_run(desk.team, run.pk, viewer=desk.reader)
    assert (row.state, row.stage, row.done, row.engine_version) == ("done", "done", 500, engine.ENGINE_VERSION)
    assert row.result.result_sha256 == row.result.result["result_sha256"]
    assert row.result.verdict["leader"]
    assert "100" in verdict_of(row)


def test_the_chunks_of_a_worker_give_the_bytes_of_one_piece(desk, version):
    run = start(desk, version, draws=5000)
    execute_next("runs")

    whole = engine.score(run.inputs, draws=5000, seed=run.seed)
    assert RunResult.objects.get().result_sha256 == whole["result_sha256"]
    assert RunResult.objects.get().result == whole


def test_running_twice_gives_the_same_bytes(desk, version):
    first, second = start(desk, version), start(desk, version)
    execute_next("runs")
    execute_next("runs")

    results = [RunResult.objects.get(run=run).result for run in (first, second)]
    assert first.inputs_sha256 == second.inputs_sha256
    assert engine.freeze_hash(results[0]) == engine.freeze_hash(results[1])


def test_a_run_leaves_one_result_and_the_database_sees_to_it(desk, version):
    run = start(desk, version)
    execute_next("runs")
    with pytest.raises(IntegrityError), transaction.atomic():
        RunResult.objects.create(team=desk.team, run=run, result={}, result_sha256="x")
    with pytest.raises(Exception, match="Cannot"), transaction.atomic():
        RunResult.objects.update(result={})


def test_a_cancelled_run_has_no_result(desk, version, monkeypatch):
    run = start(desk, version, draws=5000)
    lease = claim(Run, "runs")
    monkeypatch.setattr(runner, "SECONDS_BETWEEN_BEATS", 0)
    original = engine.partial

    def stops_in_the_middle(*args, **kwargs):
        cancel_run(run=run, by=desk.analyst, via="ui")
        return original(*args, **kwargs)

    monkeypatch.setattr(engine, "partial", stops_in_the_middle)
    with pytest.raises(Cancelled):
        runner.execute(lease)
    assert RunResult.objects.count() == 0
    assert AuditEvent.objects.filter(verb="cancel run").count() == 1


def test_a_waiting_run_is_cancelled_and_tried_again(desk, version, published, django_capture_on_commit_callbacks):
    run = cancel_run(run=start(desk, version), by=desk.analyst, via="ui")
    assert run.state == "cancelled"

    with django_capture_on_commit_callbacks(execute=True):
        run = retry_run(run=run, by=desk.analyst, via="ui")

    assert (run.state, published) == ("queued", ["runs"])
    execute_next("runs")
    assert RunResult.objects.get().run == run


@pytest.mark.parametrize("act", [cancel_run, retry_run])
def test_a_reader_may_neither_stop_nor_repeat_a_run(desk, version, act):
    run = start(desk, version)
    with pytest.raises(Forbidden):
        act(run=run, by=desk.reader, via="ui")


def test_an_input_that_the_engine_refuses_fails_with_its_reason(version):
    inputs = small_input()
    inputs["headline"] = "nowhere"
    queued_run(version, 1, inputs).save(force_insert=True)

    execute_next("runs")

    row = Run.objects.get()
    assert (row.state, row.error_code) == ("failed", "input_refused")
    assert "nowhere" in row.error


def test_progress_is_written_while_draws_are_made(version, monkeypatch):
    queued_run(version, 1, draws=5000).save(force_insert=True)
    monkeypatch.setattr(runner, "SECONDS_BETWEEN_BEATS", 0)
    lease = claim(Run, "runs")
    seen = []
    beat = lease.beat
    monkeypatch.setattr(lease, "beat", lambda **progress: (beat(**progress), seen.append(progress)))

    runner.execute(lease)

    done = [progress["done"] for progress in seen]
    assert done == [0, 2048, 4096, 5000, 5000]
    assert seen[0] == {"stage": "scoring", "done": 0, "total": 5000}


def test_a_run_on_restricted_inputs_is_for_those_who_may_see_them(desk, version):
    add_judgement(
        scenario=version.scenario, by=desk.lead, alternative="O1", indicator="A1", low=3, mode=3, high=4,
        reason="x", about=AT, made_on=CUTOFF + dt.timedelta(days=1), handling="restricted", via="ui",
    )  # fmt: skip
    later = CUTOFF + dt.timedelta(days=1)
    secret, plain = start(desk, version, by=desk.lead, cutoff=later), start(desk, version, cutoff=later)

    assert (secret.handling, plain.handling) == ("restricted", "team")
    assert secret.inputs_sha256 != plain.inputs_sha256
    assert find_run(desk.team, secret.pk, viewer=desk.lead) == secret
    assert find_run(desk.team, secret.pk, viewer=desk.analyst) is None
    assert list(runs_of(desk.team, viewer=desk.reader)) == [plain]
    assert Run.objects.visible_to(None).get() == plain


def test_lists_show_the_latest_first_and_only_the_teams_own(desk, version, django_assert_num_queries):
    other = Desk()
    start(other, other.draft())
    first, second = start(desk, version), start(desk, version)

    with django_assert_num_queries(1):
        rows = list(runs_of(desk.team, viewer=desk.reader))
        assert [row.version.scenario.situation.slug for row in rows] == ["mali", "mali"]
    assert rows == [second, first]
    assert list(runs_of(desk.team, viewer=desk.reader, scenario=version.scenario)) == rows
    assert list(runs_of(desk.team, viewer=desk.reader, situation=desk.situation)) == rows
    assert list(scenarios_of(desk.team, situation=desk.situation)) == [version.scenario]
    assert find_scenario(desk.team, "none") is None
    assert find_run(other.team, first.pk, viewer=other.lead) is None


def test_the_latest_finished_run_of_each_scenario_is_found(desk, version):
    first = start(desk, version)
    execute_next("runs")
    start(desk, version)
    found = latest_runs(desk.team, viewer=desk.reader, situation=desk.situation)
    assert found == {version.scenario.slug: first}


def test_dates_come_from_the_situation_else_from_its_data(desk, version):
    scenario = version.scenario
    assert reference_dates(scenario, today=dt.date(2026, 1, 1)) == (AT, CUTOFF)
    situation = scenario.situation
    situation.default_at = situation.default_cutoff = None
    today = dt.date(2024, 1, 15)
    assert reference_dates(scenario, today=today) == (today, today)
    situation.primary_dataset = make_dataset(desk.team)
    assert reference_dates(scenario, today=today) == (dt.date(2023, 11, 30), today)

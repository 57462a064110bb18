"""The pages of runs: asking for one, its progress, its results, its files."""

import csv
import io
import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from core.queues import execute_next
from scenarios.models import Run
from scenarios.services import add_judgement
from scenarios.views.pictures import Axis
from scenarios.views.results import Results
from tests.factories.accounts import TeamFactory, member
from tests.factories.scenarios import AT, CUTOFF, Desk, queued_run
from tests.scenarios.test_pages_scenarios import as_, at

pytestmark = pytest.mark.django_db

SCORED = ("O0", "O3", "O5")


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def draft(desk):
    """A draft whose core is judged for three options, one of them the reference."""
    version = desk.draft()
    version.alternatives.exclude(key__in=SCORED).update(active=False)
    for indicator in version.indicators.filter(active=True):
        for place, alternative in enumerate(SCORED):
            judge(version, desk.analyst, alternative, indicator.key, 1 + place)
    return version


def judge(version, by, alternative, indicator, mode, **fields):
    band = {"low": mode - 0.5, "mode": mode, "high": mode + 0.5, "reason": f"{indicator} of {alternative}."}
    return add_judgement(
        scenario=version.scenario,
        by=by,
        alternative=alternative,
        indicator=indicator,
        about=AT,
        made_on=CUTOFF,
        via="ui",
        **{**band, **fields},
    )


def asked(draft, **changes):
    dates = {"at": AT.isoformat(), "cutoff": CUTOFF.isoformat()}
    return {"version": draft.number, "draws": "200", "idempotency_key": "page-1", **dates, **changes}


def started(client, desk, draft, **changes):
    answer = as_(client, desk.analyst).post(at(desk, "start", draft.scenario.slug), asked(draft, **changes))
    assert answer.status_code == 302, answer.content.decode()
    return Run.objects.latest("number")


def scored(client, desk, draft, **changes):
    run = started(client, desk, draft, **changes)
    assert execute_next("runs")
    run.refresh_from_db()
    assert run.state == Run.State.DONE, run.error
    return run


def test_the_form_proposes_the_dates_of_the_situation(client, desk, draft):
    page = as_(client, desk.analyst).get(at(desk, "start", draft.scenario.slug)).content.decode()
    assert 'value="2024-01-31"' in page
    assert 'value="2024-02-29"' in page


def test_a_double_click_makes_one_run(client, desk, draft):
    first, second = started(client, desk, draft), started(client, desk, draft)
    assert first.pk == second.pk
    assert Run.objects.count() == 1


def test_the_same_key_for_another_run_is_a_conflict_with_a_fresh_key(client, desk, draft):
    started(client, desk, draft)
    answer = as_(client, desk.analyst).post(at(desk, "start", draft.scenario.slug), asked(draft, draws="300"))
    assert answer.status_code == 409
    assert 'value="page-1"' not in answer.content.decode()


def test_as_of_sets_both_dates(client, desk, draft):
    run = started(client, desk, draft, as_of="2023-06-30")
    assert str(run.at) == str(run.cutoff) == "2023-06-30"


@pytest.mark.parametrize("changes", [{"draws": "0"}, {"at": "", "cutoff": ""}, {"seed": "-1"}, {"version": "7"}])
def test_a_request_that_cannot_be_met_is_refused_in_the_form(client, desk, draft, changes):
    answer = as_(client, desk.analyst).post(at(desk, "start", draft.scenario.slug), asked(draft, **changes))
    assert answer.status_code == 422
    assert not Run.objects.exists()


def test_a_waiting_run_is_polled_and_can_be_cancelled_and_tried_again(client, desk, draft):
    run = started(client, desk, draft)
    page = client.get(at(desk, "run", run.pk)).content.decode()
    assert f'hx-get="{at(desk, "run_status", run.pk)}"' in page
    assert 'hx-trigger="every 1s"' in page
    assert client.get(at(desk, "run_status", run.pk)).status_code == 200
    client.post(at(desk, "run_cancel", run.pk))
    assert client.get(at(desk, "run_status", run.pk)).status_code == 286
    client.post(at(desk, "run_retry", run.pk))
    run.refresh_from_db()
    assert run.state == Run.State.QUEUED


def test_the_status_is_the_part_of_the_page(client, desk, draft):
    run = started(client, desk, draft)
    page, part = (client.get(at(desk, name, run.pk)).content.decode() for name in ("run", "run_status"))
    assert "".join(part.split()) in "".join(page.split())


def test_a_run_that_waits_long_is_looked_at_less_often(client, desk, draft):
    run = started(client, desk, draft)
    Run.objects.filter(pk=run.pk).update(queued_at=timezone.now() - timedelta(minutes=1))
    assert 'hx-trigger="every 3s"' in client.get(at(desk, "run_status", run.pk)).content.decode()


def test_a_run_whose_worker_stopped_says_so_and_is_taken_up_again(client, desk, draft):
    run = started(client, desk, draft)
    lost = timezone.now() - timedelta(seconds=1)
    Run.objects.filter(pk=run.pk).update(state="running", token=uuid4(), lease_until=lost, attempts=1)
    assert "The worker has stopped." in client.get(at(desk, "run", run.pk)).content.decode()
    assert client.post(at(desk, "run_retry", run.pk)).status_code == 302
    assert execute_next("runs")
    run.refresh_from_db()
    assert run.state == Run.State.DONE


def test_what_cannot_be_stopped_any_more_is_said(client, desk, draft):
    run = scored(client, desk, draft)
    assert client.post(at(desk, "run_cancel", run.pk)).status_code == 422
    assert client.post(at(desk, "run_retry", run.pk)).status_code == 422


def test_results_say_who_leads_and_open_down_to_the_judgement(client, desk, draft):
    run = scored(client, desk, draft)
    status = client.get(at(desk, "run_status", run.pk))
    assert (status.status_code, status["HX-Refresh"]) == (286, "true")
    page = client.get(at(desk, "run", run.pk)).content.decode()
    assert "<b>" in page.split("verdict")[1]
    for words in ("Ranks first in", "Dashed line: No successor", "Of a draft", "A1 of O5."):
        assert words in page
    other = client.get(at(desk, "run", run.pk) + "?alternative=O3", headers={"HX-Request": "true"}).content.decode()
    assert "A1 of O3." in other
    whole = client.get(at(desk, "run", run.pk) + "?alternative=O3").content.decode()
    assert "".join(other.split()) in "".join(whole.split())


def test_the_points_of_the_dimensions_add_up_to_the_score(client, desk, draft):
    run = scored(client, desk, draft)
    found = Results(run, viewer=desk.analyst)
    for row in found.by_dimension:
        assert sum(point or 0 for point in row["points"]) == pytest.approx(row["score"])


def test_the_sliders_at_rest_give_the_scores_of_the_run(client, desk, draft):
    run = scored(client, desk, draft)
    found = Results(run, viewer=desk.analyst)
    weights = [row["weight"] for row in found.what_if["criteria"]]
    for row, flat in zip(found.ranked, found.what_if["model"]["alternatives"], strict=True):
        mean = sum(w * s for w, s in zip(weights, flat["scores"], strict=True)) / sum(weights)
        assert mean == pytest.approx(row["score"])


def test_a_veto_that_fails_is_shown_as_failing_and_not_ranked(client, desk, draft):
    judge(draft, desk.analyst, "O5", "A1", 0, low=0, high=0)
    run = scored(client, desk, draft)
    found = Results(run, viewer=desk.analyst)
    failing = {row["key"]: row["why"] for row in found.failing}
    assert failing == {"O5": ["Host consent is 0 or less"]}
    assert [row["key"] for row in found.ranked] == ["O3"]
    assert "Fails a veto" in client.get(at(desk, "run", run.pk)).content.decode()


def test_an_alternative_with_too_little_known_is_set_aside_with_its_reason(client, desk, draft):
    draft.alternatives.filter(key="O7").update(active=True)
    run = scored(client, desk, draft)
    page = client.get(at(desk, "run", run.pk)).content.decode()
    assert "Only 0% of the weight that applies to it is known; 60% is needed." in page
    assert "Set aside" in page


def test_inputs_and_log_have_their_own_addresses(client, desk, draft):
    run = scored(client, desk, draft)
    inputs = client.get(at(desk, "run", run.pk) + "?tab=inputs").content.decode()
    assert run.inputs_sha256 in inputs
    log = as_(client, desk.lead).get(at(desk, "run", run.pk) + "?tab=log").content.decode()
    assert "start run" in log
    assert "start run" not in as_(client, desk.reader).get(at(desk, "run", run.pk) + "?tab=log").content.decode()


def test_the_files_hold_what_was_frozen_and_no_formula(client, desk, draft):
    draft.alternatives.filter(key="O5").update(name={"en": "=cmd()"})
    run = scored(client, desk, draft)
    assert json.loads(client.get(at(desk, "run_inputs", run.pk)).content) == run.inputs
    assert json.loads(client.get(at(desk, "run_json", run.pk)).content) == run.result.result
    text = client.get(at(desk, "run_csv", run.pk)).getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["key"] for row in rows] == ["O5", "O3", "O0"]
    assert rows[0]["name"] == "'=cmd()"


def test_results_are_not_there_before_the_run_has_ended(client, desk, draft):
    run = started(client, desk, draft)
    assert client.get(at(desk, "run_json", run.pk)).status_code == 404
    assert client.get(at(desk, "run_csv", run.pk)).status_code == 404


def test_a_run_on_a_restricted_judgement_is_there_for_its_judge_only(client, desk, draft):
    judge(draft, desk.analyst, "O3", "A1", 3, handling="restricted", reason="Told in confidence.")
    run = scored(client, desk, draft)
    assert run.handling == "restricted"
    names = ("run", "run_status", "run_json", "run_csv", "run_inputs")
    assert {client.get(at(desk, name, run.pk)).status_code for name in names} <= {200, 286}
    as_(client, desk.lead)
    assert {client.get(at(desk, name, run.pk)).status_code for name in names} == {404}
    assert "Told in confidence." not in client.get(at(desk, "scenario", draft.scenario.slug)).content.decode()
    assert f"/runs/{run.pk}/" not in client.get(at(desk, "runs")).content.decode()
    assert "Not scored yet." in client.get(at(desk, "list")).content.decode()


def test_the_list_filters_by_scenario_and_state_in_the_address(client, desk, draft):
    other = desk.draft(slug="other")
    Run.objects.bulk_create([queued_run(draft, 1), queued_run(other, 2, state="failed")])
    as_(client, desk.reader)
    assert [row.number for row in client.get(at(desk, "runs")).context["page"]] == [2, 1]
    assert [row.number for row in client.get(at(desk, "runs") + "?state=failed").context["page"]] == [2]
    url = at(desk, "runs") + f"?scenario={draft.scenario.slug}"
    whole, part = client.get(url), client.get(url, headers={"HX-Request": "true"})
    assert [row.number for row in whole.context["page"]] == [1]
    assert "".join(part.content.decode().split()) in "".join(whole.content.decode().split())


def test_the_list_costs_the_same_with_2_and_20_runs(client, desk, draft, django_assert_max_num_queries):
    first = scored(client, desk, draft)
    counts = []
    for total in (2, 20):
        start = Run.objects.count()
        Run.objects.bulk_create([queued_run(draft, 100 + n) for n in range(start, total)])
        with django_assert_max_num_queries(14) as seen:
            page = client.get(at(desk, "runs")).content.decode()
        assert len(re.findall(r"<tr data-row", page)) == total
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert f"/runs/{first.pk}/" in page


@pytest.mark.parametrize("name", ["run_cancel", "run_retry"])
def test_a_viewer_stops_nothing_and_a_stranger_finds_nothing(client, desk, draft, name):
    run = started(client, desk, draft)
    assert as_(client, desk.reader).post(at(desk, name, run.pk)).status_code == 403
    stranger = member(TeamFactory(), "lead")
    assert as_(client, stranger).post(at(desk, name, run.pk)).status_code == 404
    for page in ("run", "run_status", "run_inputs"):
        assert as_(client, stranger).get(at(desk, page, run.pk)).status_code == 404


def test_a_run_of_another_situation_is_not_found(client, desk, draft):
    run = started(client, desk, draft)
    other = type(desk.situation).objects.create(team=desk.team, slug="niger", name="Niger")
    for name in ("run", "run_status"):
        assert client.get(reverse(f"scenarios:{name}", args=[desk.team.slug, other.slug, run.pk])).status_code == 404


def test_an_axis_holds_all_its_values_from_ten_to_ten():
    axis = Axis.over([41.2, 58.9])
    assert (axis.start, axis.end) == (40, 60)
    assert axis.place(50) == 50
    assert [tick["value"] for tick in Axis.over([3, 97]).ticks] == [0, 20, 40, 60, 80, 100]
    assert Axis.over([50]).end > Axis.over([50]).start

"""A run through the API: started once, scored by the worker, read, and made again outside; then its brief."""

import json
from unittest import mock

import pytest

from core.jobs import Job
from core.queues import execute_next
from engine.__main__ import main
from reports import runner
from scenarios.models import Run
from tests.api.office import PDF
from tests.api.routes import BODIES

ASKED = {"as_of": "2024-02-29", "draws": 60, "seed": 11}


@pytest.fixture(autouse=True)
def _no_broker():
    with mock.patch("scenarios.services.runs.publish_wake_up", return_value=True):
        yield


def started(office, api, **headers) -> dict:
    return api.post("runs/", {"scenario": office.scenario.slug, **ASKED}, expect=202, **headers)


def test_a_run_is_scored_by_the_worker_and_made_again_by_the_engine_alone(office, api, tmp_path, capsys):
    office.judge()
    run = started(office, api)
    assert (run["state"], run["result"], run["of_draft"], run["seed"]) == ("queued", None, True, 11)

    assert execute_next("runs")

    done = api.get(f"runs/{run['id']}/")
    assert (done["state"], done["percent"], done["inputs_sha256"]) == ("done", 100, run["inputs_sha256"])
    assert done["result"]["result_sha256"] == done["result_sha256"]
    model = tmp_path / "model.json"
    model.write_text(json.dumps(done["inputs"]), encoding="utf-8")
    assert main(["score", str(model), "--draws", str(done["draws"]), "--seed", str(done["seed"])]) == 0
    assert json.loads(capsys.readouterr().out)["result_sha256"] == done["result_sha256"]


def test_the_same_idempotency_key_makes_one_run(office, api):
    key = {"Idempotency-Key": "k" * 120}
    first, second = started(office, api, **key), started(office, api, **key)
    assert first["id"] == second["id"]
    assert Run.objects.filter(team=office.team).count() == 1
    other = {"scenario": office.scenario.slug, **ASKED, "draws": 61}
    assert api.post("runs/", other, expect=409, **key)["code"] == "idempotency_mismatch"


def test_a_run_without_dates_takes_those_of_the_situation(office, api):
    run = api.post("runs/", {"scenario": office.scenario.slug, "draws": 10}, expect=202)
    assert (run["at"], run["cutoff"]) == ("2024-01-31", "2024-02-29")


def test_the_answer_says_where_the_run_is(office, api):
    answer = api.send("post", "runs/", {"scenario": office.scenario.slug, **ASKED})
    assert answer["Location"].endswith(f"runs/{answer.json()['id']}/")


def test_a_run_is_cancelled_and_tried_again(office, api):
    run = started(office, api)
    assert api.post(f"runs/{run['id']}/cancel/", expect=200)["state"] == "cancelled"
    assert api.post(f"runs/{run['id']}/cancel/", expect=422)["code"] == "already_ended"
    assert api.post(f"runs/{run['id']}/retry/", expect=202)["state"] == "queued"


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"draws": 0}, 400, "draws"),
        ({"draws": 100_001}, 400, "draws"),
        ({"seed": -1}, 400, "seed"),
        ({"seed": 2**53}, 400, "seed"),
        ({"as_of": "soon"}, 400, "as_of"),
        ({"version": 99}, 422, "version"),
        ({"scenario": "none-such"}, 422, "scenario"),
    ],
)
def test_a_bad_request_names_its_field(office, api, change, status, field):
    problem = api.post("runs/", {"scenario": office.scenario.slug, **ASKED, **change}, expect=status)
    assert field in (problem.get("field"), *(error["field"] for error in problem.get("errors", [])))


def test_a_brief_is_asked_for_approved_published_and_read(office, lead):
    office.judge()
    run = started(office, lead)
    asked = {"situation": office.situation.slug, "title": "What could take up the mantle?", "runs": [run["id"]]}
    assert lead.post("briefs/", asked, expect=422)["code"] == "wrong_run"
    execute_next("runs")

    brief = lead.post("briefs/", asked, expect=202)
    path = f"briefs/{brief['id']}/"
    assert (brief["status"], brief["build"]["state"]) == ("draft", "queued")
    lead.get(f"{path}pdf/", expect=404)
    approved = lead.post(f"{path}approve/", {"row_version": brief["row_version"]}, expect=200)
    version = {"row_version": approved["row_version"]}
    assert lead.post(f"{path}publish/", version, expect=422)["code"] == "not_built"
    with (
        mock.patch.object(runner, "render_charts", return_value={}),
        mock.patch.object(runner, "render_brief", return_value=PDF),
        mock.patch.object(runner, "compose"),
    ):
        while execute_next("reports"):
            pass
    assert lead.post(f"{path}publish/", {"row_version": 99}, expect=409)["current"] == approved["row_version"]
    assert lead.post(f"{path}publish/", version, expect=200)["status"] == "published"
    assert lead.get(path)["build"]["state"] == Job.State.DONE


def test_the_pdf_is_sent_once(office, api):
    path = f"briefs/{office.brief.pk}/pdf/"
    answer = api.send("get", path, Accept="application/pdf")
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, PDF, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="SB-2024-01.pdf"'
    again = api.send("get", path, **{"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert api.send("get", path, **{"If-None-Match": '"other"'}).status_code == 200


def test_a_draft_is_weighed_published_and_followed_by_the_next(office, lead):
    route = "scenarios/<slug:slug>/versions/<int:number>/weights/"
    path = f"scenarios/{office.scenario.slug}/versions/"
    body = BODIES[route, "put"](office)
    weighed = lead.put(f"{path}1/weights/", body)
    assert {key: weighed["weights"][key] for key in body["weights"]} == body["weights"]
    published = lead.post(f"{path}1/publish/", {"row_version": weighed["row_version"], "reason": "Agreed."}, expect=200)
    assert published["state"] == "published"
    late = {**body, "row_version": published["row_version"]}
    assert lead.send("put", f"{path}1/weights/", late).status_code == 422
    assert lead.post(path, {}, expect=201)["number"] == 2

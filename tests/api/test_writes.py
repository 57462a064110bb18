"""Each write with a body that works, and with the faults that people make."""

import pytest

from core.models import AuditEvent
from tests.api.office import filled
from tests.api.routes import BODIES, TEAM, WRITES

REFUSED_AS_IT_STANDS = {  # the row is not in the state for the act; the act itself has a test with its noun
    "scenarios/<slug:slug>/versions/": "draft_exists",
    "runs/<uuid:key>/retry/": "not_ended",
    "briefs/<uuid:key>/publish/": "not_approved",
}
# Freezing a brief reads a result of the engine: tests/api/test_briefs.py has a real one.
NEEDS_A_RESULT = ("briefs/", "briefs/<uuid:key>/approve/")
VERSIONED = [
    case
    for case in WRITES
    if case[0].endswith(("<uuid:key>/", "retract/", "weights/", "publish/")) and case[0] not in REFUSED_AS_IT_STANDS
]


def test_every_write_has_a_body():
    assert set(BODIES) == set(WRITES)


@pytest.mark.parametrize(("route", "method"), [case for case in WRITES if case[0] not in NEEDS_A_RESULT])
def test_a_good_body_is_taken_and_the_act_is_in_the_audit_log(office, lead, route, method):
    address, body = filled(TEAM + route, office), BODIES[route, method](office)
    before = AuditEvent.objects.filter(via="api").count()

    answer = lead.send(method, address, body)

    if route in REFUSED_AS_IT_STANDS:
        assert (answer.status_code, answer.json()["code"]) == (422, REFUSED_AS_IT_STANDS[route])
        return
    assert answer.status_code in (200, 201, 202, 204), answer.content
    event = AuditEvent.objects.filter(via="api").latest("id")
    assert AuditEvent.objects.filter(via="api").count() > before
    assert (event.team_id, event.by_id) == (office.team.pk, office.people["lead"].pk)


@pytest.mark.parametrize(("route", "method"), WRITES)
def test_a_field_that_nobody_knows_is_refused_by_its_name(office, lead, route, method):
    body = {**BODIES[route, method](office), "team_id": "x"}
    answer = lead.send(method, filled(TEAM + route, office), body)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["field"]) == (422, "unknown_field", "team_id")


@pytest.mark.parametrize(("route", "method"), WRITES)
def test_an_empty_body_names_what_is_missing(office, lead, route, method):
    address = filled(TEAM + route, office)
    answer = lead.send(method, address, {})
    if not BODIES[route, method](office):
        assert answer.status_code in (200, 201, 202) or route in REFUSED_AS_IT_STANDS
        return
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (400, "invalid")
    assert all(error["code"] == "required" and error["field"] and error["detail"] for error in problem["errors"])


@pytest.mark.parametrize(("route", "method"), VERSIONED)
def test_a_stale_version_is_a_conflict_that_tells_the_present_one(office, lead, route, method):
    address, body = filled(TEAM + route, office), {**BODIES[route, method](office), "row_version": 99}

    answer = lead.send(method, address, body)

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "changed_meanwhile")
    assert problem["current"] >= 1

"""What people with bad intent or a broken client send: never a server error, always a problem document."""

import json

import pytest
from django.db import transaction

from tests.api import hostile
from tests.api.office import filled, member
from tests.api.routes import BODIES, READS, TEAM, WRITES


def check(answer, what) -> None:
    assert answer.status_code < 500, (what, answer.status_code, answer.content[:1000])
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json", what
        problem = json.loads(answer.content)
        assert problem["status"] == answer.status_code, what
        assert problem["code"], what
        assert problem["detail"], what


def send(caller, method, address, body, media=hostile.JSON):
    """Each in a savepoint that is undone, so that the next one meets the same rows."""
    headers = {"Authorization": f"Bearer {caller.secret}"}
    with transaction.atomic():
        answer = caller.client.generic(method.upper(), address, data=body, content_type=media, headers=headers)
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize(("route", "method"), WRITES)
def test_a_hostile_body_is_refused_with_a_problem(office, lead, route, method):
    address = filled(TEAM + route, office)
    for name, (body, media) in hostile.BODIES.items():
        answer = send(lead, method, address, body, media)
        check(answer, name)
        assert answer.status_code in (400, 413, 415, 422), (name, answer.status_code)


@pytest.mark.parametrize(("route", "method"), WRITES)
def test_a_hostile_value_in_any_field_is_stored_or_refused(office, lead, route, method):
    lead.client.raise_request_exception = False
    address = filled(TEAM + route, office)
    faults = []
    for name, value, body in hostile.with_each_value(BODIES[route, method](office)):
        answer = send(lead, method, address, body)
        try:
            check(answer, (name, str(value)[:80]))
        except AssertionError as error:
            faults.append(str(error)[:400])
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("route", READS)
def test_a_hostile_query_is_refused_with_a_problem(office, lead, route):
    lead.client.raise_request_exception = False
    address = filled(TEAM + route, office)
    for query in hostile.QUERIES:
        answer = send(lead, "get", f"{address}?{query}", b"")
        check(answer, query[:100])


@pytest.mark.parametrize("path", hostile.PATHS, ids=lambda path: path[:60])
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options", "trace"])
def test_an_address_that_does_not_exist_is_a_problem_too(office, lead, path, method):
    answer = send(lead, method, path.replace("{team}", office.team.slug), b"{}")
    check(answer, path)
    assert answer.status_code in ((200, 404) if method == "options" else (403, 404, 405))


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "bearer swb_",
        "Bearer \xff\xfe",
        "Bearer swb_" + "0" * 32,
        "Basic eDp5",
        "x" * 9000,
    ],
)
def test_a_damaged_authorization_header_is_answered_401(office, client, header):
    answer = client.get(f"/api/v1/teams/{office.team.slug}/events/", headers={"Authorization": header})
    check(answer, header)
    assert answer.status_code == 401


@pytest.mark.parametrize("key", ["x" * 121, "x" * 9000])
def test_an_idempotency_key_is_not_cut(office, lead, key):
    body = BODIES["runs/", "post"](office)
    answer = lead.send("post", "runs/", body, **{"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["field"]) == (422, "Idempotency-Key")


def test_text_comes_back_as_it_was_written_in_its_normal_form(office, api):
    written = "Nye\u0301 \u200d\U0001f30d العربية አማርኛ"
    made = api.post("sources/", {"publisher": "Paper", "note": written})
    assert api.get(f"sources/{made['id']}/")["note"] == "Ny\u00e9 \u200d\U0001f30d العربية አማርኛ"


def test_a_person_of_another_team_cannot_be_named_by_a_judgement(office, lead):
    member(office.team, "viewer")
    body = {**BODIES["scenarios/<slug:slug>/judgements/", "post"](office), "by": "someone@else.test"}
    answer = lead.send("post", f"scenarios/{office.scenario.slug}/judgements/", body)
    assert answer.json()["code"] == "unknown_field"

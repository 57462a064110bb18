"""The published schema, the page that shows it, and problems where no endpoint speaks."""

import re
from io import StringIO

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from rest_framework.exceptions import Throttled

from api.errors import problem_handler
from tests.api.document import PUBLISHED, published
from tests.api.routes import RULES, TEAM, api_routes

UNLISTED = {"api/v1/schema/", "api/v1/docs/", "^api/"}


def test_the_committed_schema_is_what_the_code_says():
    drawn = StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=drawn)
    assert drawn.getvalue().strip() == PUBLISHED.read_text(encoding="utf-8").strip()


def template(route: str) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", route)


def test_every_route_is_in_the_schema_and_the_reverse():
    routes = {template(route) for route in api_routes() if route.replace("api/v1/^", "^") not in UNLISTED}
    assert routes == set(published()["paths"])


def test_the_schema_has_the_methods_of_the_table():
    for route, rules in RULES.items():
        assert set(published()["paths"][template(TEAM + route)]) == set(rules), route


def test_every_list_is_documented_as_a_page():
    for path, operations in published()["paths"].items():
        if not operations.get("get", {}).get("operationId", "").endswith("_list"):
            continue
        reference = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        page = published()["components"]["schemas"][reference.rsplit("/", 1)[1]]
        assert set(page["properties"]) == {"results", "next"}, path
        assert page["properties"]["next"]["nullable"] is True, path


def test_schema_and_page_are_for_people_who_signed_in(office, client):
    schema = client.get("/api/v1/schema/")
    assert (schema.status_code, schema["Content-Type"]) == (401, "application/problem+json")
    assert schema.json()["code"] == "not_authenticated"
    page = client.get("/api/v1/docs/")
    assert (page.status_code, page["Location"]) == (302, "/accounts/login/?next=/api/v1/docs/")
    client.force_login(office.analyst)
    assert client.get("/api/v1/schema/").status_code == 200
    assert client.get("/api/v1/docs/").status_code == 200


def test_the_page_keeps_the_strict_policy_and_loads_only_from_here(office, client):
    client.force_login(office.analyst)
    answer = client.get("/api/v1/docs/")
    page = answer.content.decode()
    assert "'unsafe" not in answer["Content-Security-Policy"]
    assert "<style" not in page
    assert not re.search(r"\s(style|on\w+)=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    links = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(links) >= 5
    for link in links:
        assert re.match("/[^/]", link), link
        if link.startswith("/static/"):
            assert finders.find(link.removeprefix("/static/")), link
        else:
            assert client.get(link.replace("&amp;", "&")).status_code == 200, link
    assert client.get("/api/v1/docs/?script=")["Content-Type"].startswith("application/javascript")


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/api/nowhere/", "get", {}, 404),
        ("/api/v1/nowhere/", "post", {}, 404),
        ("/api/v1/teams/", "delete", {}, 405),
        ("/api/v1/teams/", "get", {"Accept": "text/xml"}, 406),
        ("/api/v1/docs/", "post", {}, 405),
    ],
)
def test_faults_outside_a_team_are_problems(office, path, method, headers, status):
    client = Client(headers=headers)
    client.force_login(office.analyst)
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


def test_a_body_that_is_not_json_is_a_problem(office, api):
    answer = api.client.post(
        f"/api/v1/teams/{office.team.slug}/events/", {"a": "b"}, headers={"Authorization": f"Bearer {api.secret}"}
    )
    assert (answer.status_code, answer["Content-Type"]) == (415, "application/problem+json")


def test_a_limit_says_when_to_come_back():
    answer = problem_handler(Throttled(wait=1.2), {})
    assert answer is not None
    assert (answer.status_code, answer["Retry-After"], answer.data["code"]) == (429, "2", "throttled")

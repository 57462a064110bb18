"""Who may do what: each endpoint, each method, each kind of caller, against one table."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import ApiToken, Membership, User
from accounts.roles import ROLES
from accounts.services import create_token, revoke_token
from tests.api.office import Caller, Office, filled
from tests.api.routes import READS, RULES, TEAM, endpoints

METHODS = ("get", "post", "put", "patch", "delete")
UNKNOWN_KEY = "00000000-0000-7000-8000-000000000000"
CASES = [(route, method) for route in RULES for method in METHODS]


def test_every_endpoint_has_a_rule_and_every_rule_an_endpoint():
    assert sorted(endpoints()) == sorted(RULES)


def ask(address: str, method: str, *, user: User | None = None, secret: str = ""):
    client = Client(headers={"Authorization": f"Bearer {secret}"} if secret else None)
    if user is not None:
        client.force_login(user)
    return client.generic(method.upper(), address, data="{}", content_type="application/json")


def expected(role: str, method: str, rules: dict) -> set[int]:
    if method not in rules:
        return {403, 405}
    if rules[method] not in ROLES[role].permissions:
        return {403}
    return {200, 201, 202, 204, 400, 409, 422}


@pytest.mark.parametrize(("route", "method"), CASES)
def test_each_caller_gets_what_the_table_says(office, outsider, route, method):
    address, rules = filled(TEAM + route, office), RULES[route]

    assert ask(address, method).status_code == 401
    assert ask(address, method, user=outsider.token.user).status_code == 404
    assert ask(address, method, secret=outsider.secret).status_code == 404
    for role, user in office.people.items():
        status = ask(address, method, user=user).status_code
        assert status in expected(role, method, rules), f"{role}: {status}"
    reader = office.caller("admin", scope="read")
    status = ask(address, method, secret=reader.secret).status_code
    assert status in (expected("admin", method, rules) if method == "get" else {403})
    writer = office.caller("viewer", scope="write")
    assert ask(address, method, secret=writer.secret).status_code in expected("viewer", method, rules)


@pytest.mark.parametrize(("route", "method"), [(r, m) for r, rules in RULES.items() for m in rules if "<" in r])
def test_a_row_of_another_team_looks_like_none_at_all(office, lead, route, method):
    """The same bytes, so that nobody learns which keys exist elsewhere."""
    other = Office()
    other.situation.slug = "elsewhere"
    other.situation.save()
    other.scenario.slug = "their-scenario"
    other.scenario.save()
    theirs = filled(TEAM + route, other).replace(other.team.slug, office.team.slug, 1)
    none = (
        filled(TEAM + route, office)
        .replace(office.scenario.slug, "none-such")
        .replace(f"/{office.situation.slug}/", "/none-such/")
        .replace(office.series.code, "none-such")
    )
    for name in ("actor", "relation", "event", "source", "run", "brief"):
        none = none.replace(str(getattr(office, name).pk), UNKNOWN_KEY)

    answers = [lead.send(method, address, {}) for address in (theirs, none)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("route", READS)
def test_a_team_of_others_looks_like_none_at_all(office, outsider, route):
    address = filled(TEAM + route, office)
    answers = [
        ask(address, "get", secret=outsider.secret),
        ask(address.replace(office.team.slug, "no-such-team"), "get", secret=outsider.secret),
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def dead(office: Office, why: str) -> Caller:
    caller = office.caller("lead")
    now = timezone.now()
    match why:
        case "expired":
            ApiToken.objects.filter(pk=caller.token.pk).update(expires_at=now - dt.timedelta(seconds=1))
        case "revoked":
            revoke_token(token=caller.token, by=caller.token.user, now=now, via="ui")
        case "person gone":
            User.objects.filter(pk=caller.token.user_id).update(is_active=False)
        case "team closed":
            type(office.team).objects.filter(pk=office.team.pk).update(closed_at=now)
        case "wrong secret":
            caller.secret = caller.secret[:-1] + ("a" if caller.secret[-1] != "a" else "b")
        case "no secret":
            caller.secret = caller.secret.partition(".")[0]
        case "not a token":
            caller.secret = "swb_zz.zz"
    return caller


@pytest.mark.parametrize(
    "why", ["expired", "revoked", "person gone", "team closed", "wrong secret", "no secret", "not a token"]
)
def test_a_dead_token_opens_nothing(office, why):
    answer = dead(office, why).send("get", "events/")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == "application/problem+json"


def test_the_token_of_a_person_who_left_the_team_opens_nothing(office):
    caller = office.caller("analyst")
    Membership.objects.filter(team=office.team, user=office.analyst).delete()
    assert caller.send("get", "events/").status_code == 404


def test_a_token_opens_its_own_team_only_though_its_person_is_in_two(office):
    other = Office()
    Membership.objects.create(team=other.team, user=office.analyst, role="admin")
    caller = office.caller("analyst")
    assert caller.send("get", f"/api/v1/teams/{other.team.slug}/events/").status_code == 404
    assert [row["slug"] for row in caller.get("/api/v1/teams/")["results"]] == [office.team.slug]


def test_a_session_sees_all_teams_of_its_person(office):
    other = Office()
    Membership.objects.create(team=other.team, user=office.analyst, role="viewer")
    client = Client()
    client.force_login(office.analyst)
    rows = client.get("/api/v1/teams/").json()["results"]
    assert {row["slug"]: row["role"] for row in rows} == {office.team.slug: "analyst", other.team.slug: "viewer"}


def test_a_session_without_the_form_token_cannot_write(office):
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.analyst)
    answer = client.post(
        f"/api/v1/teams/{office.team.slug}/situations/", data='{"name": "x"}', content_type="application/json"
    )
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"


def test_the_use_of_a_token_is_remembered(office, api):
    assert api.token.last_used_at is None
    api.get("events/")
    api.token.refresh_from_db()
    assert api.token.last_used_at is not None


def test_a_token_text_is_not_stored(office):
    token, text = create_token(
        team=office.team, user=office.analyst, name="t", scope="read",
        expires_at=timezone.now() + dt.timedelta(days=1), via="ui",
    )  # fmt: skip
    assert text.partition(".")[2] not in str(ApiToken.objects.filter(pk=token.pk).values())

"""Every door below a team is gated; the few open doors are named with their reason."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    "healthz/": "a health check has no user",
    "accounts/login/": "sign-in",
    "accounts/logout/": "sign-out asks first",
    "accounts/signup/": "says that sign-up is by invitation",
    "accounts/password/reset/": "forgotten password",
    "accounts/inactive/": "says that an account is closed",
    "accounts/confirm-email/": "a link in a letter",
    "accounts/reauthenticate/": "asks for the password again",
    "accounts/2fa/authenticate/": "second step of sign-in",
    "accounts/login/code/confirm/": "second step of sign-in",
    "accounts/password/reset/key/": "a link in a letter",
    "accounts/password/reset/done/": "says that a letter was sent",
    "accounts/password/reset/key/done/": "says that the password was changed",
}


def doors(patterns=None, prefix=""):
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from doors(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route, entry


def team_pages():
    return [(route, entry) for route, entry in doors() if route.startswith("t/<slug:team>/")]


def team_endpoints():
    return [(route, entry) for route, entry in doors() if route.startswith("api/v1/teams/<")]


def test_there_are_team_pages():
    assert team_pages()


@pytest.mark.parametrize(("route", "entry"), team_pages(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_team_page_is_gated(route, entry):
    assert hasattr(entry.callback, "team_gate"), f"{route} is not behind @team_page"


@pytest.mark.parametrize(("route", "entry"), team_endpoints(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_team_endpoint_is_gated(route, entry):
    view = getattr(entry.callback, "cls", None) or getattr(entry.callback, "view_class", None)
    assert getattr(view, "team_gated", False), f"{route} does not derive from api.v1.base.TeamAPIView"


def test_a_page_with_a_team_in_its_path_lies_below_the_gate():
    loose = [route for route, _entry in doors() if ":team>" in route]
    assert all(route.startswith(("t/<slug:team>/", "api/v1/teams/<slug:team>/")) for route in loose), loose


@pytest.mark.django_db
def test_an_anonymous_visitor_is_sent_to_sign_in_by_every_other_door(client):
    for route, _entry in doors():
        if "<" in route or "(" in route or "^" in route or route.startswith(("api/", "admin/")):
            continue
        answer = client.get("/" + route)
        known = any(route == door for door in OPEN)
        assert known or answer.status_code in (302, 401, 404, 405), f"{route} answers {answer.status_code}"

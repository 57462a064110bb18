"""What surrounds a page: only entries that exist and are allowed, the right one marked, the theme of the cookie."""

from types import SimpleNamespace as Thing
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from core import context

TEAM = Thing(slug="demo", name="Sahel desk")
SITUATION = Thing(slug="mali", name="Mali after MINUSMA", pk=1)


@pytest.fixture(autouse=True)
def _routes(monkeypatch: pytest.MonkeyPatch) -> None:
    """All routes of the rail exist, whatever has landed; `gone` has none."""

    def address(route: str, *args: str) -> str:
        if route == "world:relations":
            return ""
        place = {0: "/me/", 1: "/t/{}/", 2: "/t/{}/s/{}/"}[len(args)].format(*args)
        last = route.split(":")[-1]
        return place if last in ("home", "overview") else f"{place}{last}/"

    monkeypatch.setattr(context, "address", address)
    monkeypatch.setattr(context, "_list_rights", [])
    monkeypatch.setattr(context, "_list_situations", [])


def _request(path: str = "/t/demo/s/mali/events/", **given: Any) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = Thing(is_authenticated=True)
    for name, value in {"team": TEAM, "membership": Thing(), "situation": SITUATION, **given}.items():
        setattr(request, name, value)
    return request


def _routes_of(shell: context.Shell) -> list[str]:
    return [entry.link.route for group in shell.groups for entry in group.entries]


def test_entries_without_a_page_and_empty_groups_are_left_out() -> None:
    routes = _routes_of(context.Shell(_request()))
    assert "world:events" in routes
    assert "world:relations" not in routes
    assert all(group.entries for group in context.Shell(_request()).groups)


def test_entries_that_need_a_right_wait_for_it() -> None:
    assert "accounts:audit" not in _routes_of(context.Shell(_request()))
    context.register_rights(lambda membership: ["read_audit"])
    assert "accounts:audit" in _routes_of(context.Shell(_request()))


def test_without_a_situation_only_the_team_s_entries_show() -> None:
    routes = _routes_of(context.Shell(_request("/t/demo/", situation=None)))
    assert routes == ["reports:home", "accounts:team", "accounts:tokens"]


def test_outside_a_team_the_rail_is_about_the_person() -> None:
    shell = context.Shell(_request("/me/tokens/", team=None, situation=None, membership=None))
    assert "account_email" in _routes_of(shell)
    assert shell.rights == frozenset()


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/t/demo/s/mali/events/", "world:events"),
        ("/t/demo/s/mali/events/0190/", "world:events"),
        ("/t/demo/s/mali/", "reports:overview"),
        ("/t/demo/", "reports:home"),
    ],
)
def test_the_entry_that_the_page_lies_under_is_marked(path: str, current: str) -> None:
    shell = context.Shell(_request(path))
    marked = [entry.link.route for group in shell.groups for entry in group.entries if entry.current]
    assert marked == [current]


def test_the_bottom_bar_and_its_rest_hold_every_entry_once() -> None:
    shell = context.Shell(_request())
    assert len(shell.phone) == 4
    both = [entry.link.route for entry in (*shell.phone, *shell.phone_rest)]
    assert sorted(both) == sorted(_routes_of(shell))


def test_the_picker_marks_the_open_situation() -> None:
    context.register_situations(lambda request: [SITUATION, Thing(slug="tchad", name="Chad", pk=2)])
    assert [(entry["url"], entry["current"]) for entry in context.Shell(_request()).situations] == [
        ("/t/demo/s/mali/", True),
        ("/t/demo/s/tchad/", False),
    ]


@pytest.mark.parametrize(
    ("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("system", ""), ('"><script>', "")]
)
def test_the_theme_is_one_of_two_or_the_system_s(cookie: str, theme: str) -> None:
    request = _request()
    request.COOKIES["theme"] = cookie
    assert context.Shell(request).theme == theme


def test_rights_are_looked_up_only_when_a_page_asks() -> None:
    asked = []
    context.register_rights(lambda membership: asked.append(membership) or ["write_facts"])
    made = context.shell(_request())
    assert asked == []
    assert "write_facts" in made["may"]


def test_a_part_of_a_page_pays_nothing_for_the_rail() -> None:
    context.register_situations(lambda request: pytest.fail("the rail was made for a part"))
    request = _request()
    render_to_string("_components/stat.html", {"label": "x", "value": "1"}, request=request)


@pytest.mark.parametrize("name", ["404.html", "403.html"])
def test_an_error_page_serves_strangers_without_a_rail(name: str) -> None:
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()
    html = render_to_string(name, {}, request=request)
    assert "<h1>" in html
    assert 'class="rail"' not in html


@pytest.mark.parametrize("name", ["400.html", "500.html", "403_csrf.html"])
def test_a_fault_of_the_server_is_told_without_a_request(name: str) -> None:
    assert "<h1>" in render_to_string(name)

"""The modules in a real browser, under the real page policy: what they do, and that nothing is refused or logged."""

import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from django.test import RequestFactory
from django.utils.csp import build_policy
from playwright.sync_api import Browser, Page, expect, sync_playwright

import core.context

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("serial")]

SOURCE = """
{% extends "base.html" %}{% load figures static ui %}
{% block scripts %}
<script type="module" src="{% static 'js/weights.js' %}"></script>
<script type="module" src="{% static 'js/whatif.js' %}"></script>
{% endblock %}
{% block content %}
<weight-editor>
  <ul class="tree">
    <li class="node">Group {% bar 30 %} <output data-sum="A" data-target="30"></output>
      <button type="button" data-balance="A">Spread</button></li>
    <li class="leaf" data-weight-row><span>One</span>{% include "_components/weight.html" with id="w1" name="one" value=10 group="A" label="One" only %}</li>
    <li class="leaf" data-weight-row><span>Two</span>{% include "_components/weight.html" with id="w2" name="two" value=20 group="A" label="Two" only %}</li>
  </ul>
</weight-editor>
{% include "_components/what_if.html" with criteria=criteria model=model only %}
<button type="button" data-dialog="sure">Open</button>
{% include "_components/confirm.html" with id="sure" title="Undo the import?" url="/undo" submit="Undo" only %}
<input type="search" data-filter aria-label="Filter">
<table data-rows><tbody><tr data-row tabindex="-1"><td><a href="#first">First</a></td></tr><tr data-row tabindex="-1"><td><a href="#second">Second</a></td></tr></tbody></table>
<a href="#events" data-go="e">Events</a>
{% endblock %}
"""

CRITERIA = [{"name": "Consent", "weight": 10}, {"name": "Speed", "weight": 10}]
MODEL = {
    "aggregation": "arithmetic",
    "alternatives": [{"name": "Force", "scores": [20, 80]}, {"name": "Mission", "scores": [90, 30]}],
}


class Person:
    is_authenticated = True
    email = "lead@demo.test"
    shortcuts = True
    language = "en"

    def __str__(self) -> str:
        return "Lead"


def _page(cookie: str, *, shortcuts: bool) -> str:
    request = RequestFactory().get("/t/demo/", headers={"cookie": cookie})
    request.user = Person()
    request.user.shortcuts = shortcuts
    request.team = Thing(slug="demo", name="Sahel desk")
    request.situation = request.membership = None
    source = engines["django"].from_string(SOURCE.strip())
    return source.render({"criteria": CRITERIA, "model": MODEL, "messages": []}, request)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/static/"):
            self._answer(path.removeprefix("/static/"))
            return
        body = _page(self.headers.get("Cookie", ""), shortcuts=path != "/off").encode()
        self._send(200, "text/html; charset=utf-8", body)

    def _answer(self, name: str) -> None:
        found = finders.find(name)
        # Fonts and chart colours are made by the assets command, which this test does not wait for.
        body = Path(found).read_bytes() if found else b""
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self._send(200, kind, body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", build_policy(settings.SECURE_CSP))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch, ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        # The people and the team are stand-ins, so nothing may look them up.
        patch.setattr(core.context, "_list_situations", [])
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        if not path and not os.path.exists(playwright.chromium.executable_path):
            pytest.skip("no Chromium was found: set CHROMIUM or install one")
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; whatever it logs or the policy refuses fails the test."""
    context = browser.new_context(base_url=address)
    said: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto("/")
    yield opened
    context.close()
    # Empty stand-ins for the fonts are no fault of the page.
    assert [words for words in said if "font" not in words.lower() and "OTS" not in words] == []


def test_sums_follow_the_weights_and_say_when_they_miss(page: Page) -> None:
    total = page.locator("[data-sum=A]")
    expect(total).to_have_text("30")
    page.get_by_label("One", exact=True).fill("12,5")
    expect(total).to_have_text("32.5")
    expect(total).to_have_class("off")


def test_arrow_keys_step_a_weight_but_never_below_nothing(page: Page) -> None:
    field = page.get_by_label("One", exact=True)
    field.press("ArrowUp")
    expect(field).to_have_value("11")
    field.press("Shift+ArrowDown")
    field.press("Shift+ArrowDown")
    expect(field).to_have_value("0")


def test_spreading_leaves_locked_weights_and_hits_the_target(page: Page) -> None:
    page.get_by_label("One", exact=True).fill("7")
    page.get_by_label("Lock: One").check(force=True)
    page.get_by_role("button", name="Spread").click()
    expect(page.get_by_label("One", exact=True)).to_have_value("7")
    expect(page.get_by_label("Two", exact=True)).to_have_value("23")
    expect(page.locator("[data-sum=A]")).not_to_have_class("off")


def test_sliders_change_the_order_say_so_and_become_a_link(page: Page) -> None:
    names = page.locator("[data-ladder] [data-name]")
    expect(names).to_have_text(["Mission", "Force"])
    expect(page.locator("[data-lead]")).to_have_text("Mission leads by 10.0.")
    page.get_by_label("Consent").fill("2")
    expect(names).to_have_text(["Force", "Mission"])
    expect(page.locator("[data-lead]")).to_have_text("Force leads by 30.0. The order has changed.")
    assert page.url.endswith("?w=2%2C10")
    page.reload()
    expect(names).to_have_text(["Force", "Mission"])
    page.get_by_role("button", name="Back to the weights").click()
    expect(names).to_have_text(["Mission", "Force"])
    assert page.url.endswith("/")


def test_the_theme_is_kept_in_a_cookie_that_the_server_reads(page: Page) -> None:
    page.get_by_label("Colour theme").click()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_label("Colour theme").click()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")


def test_single_keys_work_outside_fields_only(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("[data-filter]")).to_be_focused()
    page.keyboard.type("ge?")
    expect(page.locator("[data-filter]")).to_have_value("ge?")
    expect(page.locator("#keys-help")).to_be_hidden()
    page.locator("[data-filter]").blur()
    page.keyboard.press("?")
    expect(page.locator("#keys-help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("e")
    expect(page).to_have_url(re.compile("#events$"))


def test_single_keys_can_be_turned_off(page: Page) -> None:
    page.goto("/off")
    page.keyboard.press("?")
    expect(page.locator("#keys-help")).to_be_hidden()


def test_rows_are_walked_and_opened_by_key(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr[data-row]").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#second$"))


def test_a_dialog_opens_names_its_thing_and_closes(page: Page) -> None:
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("dialog", name="Undo the import?")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(page.locator("#sure")).to_be_hidden()


def test_a_toast_is_shown_and_read_out_as_text(page: Page) -> None:
    page.locator("body").dispatch_event("toast", {})
    page.locator("body").evaluate(
        "body => body.dispatchEvent(new CustomEvent('toast', {bubbles: true, detail: {level: 'error', text: '<b>x</b>'}}))"
    )
    expect(page.locator(".toast p")).to_have_text("<b>x</b>")
    expect(page.locator("#live")).to_have_text("<b>x</b>")
    page.locator(".toast").get_by_role("button").click()
    expect(page.locator(".toast")).to_have_count(0)


def test_a_menu_closes_on_escape_and_gives_the_focus_back(page: Page) -> None:
    menu = page.locator("details.menu", has=page.get_by_label("Colour theme")).first
    page.get_by_label("Colour theme").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()

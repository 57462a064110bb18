"""A person in a real browser: sign in, weigh, publish, run, read, download. No error, no policy violation, axe clean."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pypdf import PdfReader

from tests.support import chromium
from tests.support.stack import Stack, Web

pytestmark = [pytest.mark.browser, pytest.mark.chaos, pytest.mark.xdist_group("serial")]

HOME = "/t/demo/s/mali-after-minusma"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAGES = [
    "/t/demo/", f"{HOME}/", f"{HOME}/actors/", f"{HOME}/relations/", f"{HOME}/events/", f"{HOME}/sources/",
    f"{HOME}/imports/", f"{HOME}/imports/new/", f"{HOME}/scenarios/", f"{HOME}/scenarios/security-vacuum/",
    f"{HOME}/scenarios/alliance-strength/start/", f"{HOME}/runs/", f"{HOME}/briefs/", f"{HOME}/briefs/new/",
    "/t/demo/team/", "/t/demo/audit/", "/me/tokens/", "/accounts/2fa/", "/accounts/email/", "/api/v1/docs/",
]  # fmt: skip


@pytest.fixture(scope="session")
def site(demo: Stack) -> Web:
    return demo.web()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        reason = "no Chromium was found: set CHROMIUM or install one"
        if os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


class Seen:
    """A page that remembers what its console said."""

    def __init__(self, page: Page):
        self.page = page
        self.said: list[str] = []
        page.on("console", lambda m: self.said.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))


def sign_in(context: BrowserContext, site: Web, email: str, password: str) -> Seen:
    seen = Seen(context.new_page())
    seen.page.goto(f"{site.url}/accounts/login/")
    seen.page.get_by_label("E-mail").fill(email)
    seen.page.get_by_label("Password").fill(password)
    seen.page.get_by_role("button", name="Sign in").click()
    expect(seen.page.get_by_role("heading", level=1)).to_be_visible()
    assert "/accounts/login/" not in seen.page.url
    return seen


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield opened
    opened.close()


def ranking(page: Page) -> list[str]:
    """The names of the ranked alternatives from first to last, as the results page shows them."""
    table = page.get_by_role("table", name="Ranking with uncertainty", exact=True)
    return table.locator("tbody th").all_inner_texts()


def start_run(page: Page, site: Web, scenario: str) -> None:
    page.goto(f"{site.url}{HOME}/scenarios/{scenario}/")
    page.get_by_role("link", name="Start a run").click()
    page.get_by_role("button", name="Start run").click()
    expect(page.get_by_role("heading", name="Ranking with uncertainty")).to_be_visible(timeout=90_000)


def test_a_lead_weighs_publishes_runs_and_downloads(
    context: BrowserContext, site: Web, logins: dict[str, str], tmp_path: Path
):
    seen = sign_in(context, site, "lead@demo.test", logins["lead@demo.test"])
    page = seen.page
    start_run(page, site, "peacekeeping-alternatives")
    before = ranking(page)
    assert len(before) == 3

    page.goto(f"{site.url}{HOME}/scenarios/peacekeeping-alternatives/")
    page.get_by_role("button", name="New draft").click()
    page.get_by_label("Weight of B Protection effect", exact=True).fill("90")
    page.locator("form", has=page.get_by_role("button", name="Save weights")).locator("textarea").fill(
        "Force counts most."
    )
    page.get_by_role("button", name="Save weights").click()
    expect(page.get_by_label("Weight of B Protection effect", exact=True)).to_have_value("90")
    page.locator("#publish_reason").fill("Agreed by the desk.")
    page.locator("form", has=page.locator("#publish_reason")).get_by_role("button", name="Publish version").click()
    expect(page.get_by_text("Version 2, published")).to_be_visible()

    start_run(page, site, "peacekeeping-alternatives")
    assert ranking(page) != before
    assert sorted(ranking(page)) == sorted(before)

    page.goto(f"{site.url}{HOME}/briefs/")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Download")).first.click()
    path = tmp_path / "brief.pdf"
    download.value.save_as(path)
    assert "Mali after MINUSMA" in PdfReader(path).pages[0].extract_text()
    assert seen.said == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_quiet_fits_and_is_accessible(
    browser: Browser, site: Web, logins: dict[str, str], width: int, theme: str
):
    opened = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
    seen = sign_in(opened, site, "lead@demo.test", logins["lead@demo.test"])
    faults = []
    for path in PAGES:
        answer = seen.page.goto(site.url + path)
        assert answer is not None
        assert answer.status == 200, path
        own = not path.startswith("/api/")
        if own and seen.page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{path} scrolls sideways")
        if own:
            found = Axe().run(seen.page).response["violations"]
            faults += [f"{path} {item['id']}: {item['nodes'][0]['html'][:120]}" for item in found]
    opened.close()
    assert not faults, "\n".join(faults)
    assert seen.said == []


def test_pages_ask_no_other_host(context: BrowserContext, site: Web, logins: dict[str, str]):
    seen = sign_in(context, site, "analyst@demo.test", logins["analyst@demo.test"])
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        if path != "/t/demo/audit/":  # an analyst may not read it
            seen.page.goto(site.url + path)
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []


def test_a_reader_sees_results_and_no_button_that_writes(context: BrowserContext, site: Web, logins: dict[str, str]):
    page = sign_in(context, site, "reader@demo.test", logins["reader@demo.test"]).page
    page.goto(f"{site.url}{HOME}/scenarios/security-vacuum/")
    expect(page.get_by_role("button", name="New draft")).to_have_count(0)
    expect(page.get_by_role("link", name="Start a run")).to_have_count(0)
    page.goto(f"{site.url}{HOME}/briefs/")
    expect(page.get_by_role("link", name=re.compile("Download")).first).to_be_visible()

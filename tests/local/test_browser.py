"""The browser of the browser tests runs here, or says why not."""

import pytest

from tests.support import chromium


@pytest.mark.browser
@pytest.mark.xdist_group("serial")
def test_the_browser_opens_the_sign_in_page(browser, stack):
    web = stack.web()
    page = browser.new_page()
    answer = page.goto(f"{web.url}/accounts/login/")
    assert answer.status == 200
    assert page.locator("input[type=password]").count() == 1


def test_a_chromium_that_does_not_run_is_not_taken(monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(broken))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: str(broken))
    assert chromium.find() is None


def test_the_one_that_is_named_comes_first(monkeypatch, tmp_path):
    named = tmp_path / "mine"
    named.write_text("#!/bin/sh\nexit 0\n")
    named.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find() == str(named)

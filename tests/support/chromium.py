"""The Chromium that browser tests drive: CHROMIUM, then PATH, then Playwright's own download."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """The path of a Chromium that runs, None where there is none."""
    candidates = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES)]
    for candidate in candidates:
        if candidate and _runs(candidate):
            return candidate
    own = _playwrights_own()
    return own if own and Path(own).exists() and _runs(own) else None


def _runs(program: str) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    path = find()
    sys.stdout.write(f"{path}\n" if path else "")
    sys.exit(path is None)

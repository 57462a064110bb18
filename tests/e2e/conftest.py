"""The demo, served by real processes, for tests that look at it from outside."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.databases import Databases
from tests.support.stack import Stack, open_stack

# Playwright runs an event loop in this thread; the databases of these tests are opened and closed beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def demo(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any, django_db_setup: None
) -> Iterator[Stack]:
    """The seeded demo: its runs scored and its brief made by a real worker over the real broker."""
    with open_stack(databases, tmp_path_factory.mktemp("demo"), django_db_blocker) as stack:
        stack.worker()
        stack.dispatcher()
        done = stack.manage("seed_demo", "--within", "300")
        assert done.returncode == 0, done.stdout + done.stderr
        stack.brief = Path(done.stdout.strip().splitlines()[-1])  # type: ignore[attr-defined]  # for this suite only
        yield stack


@pytest.fixture(scope="session")
def logins(demo: Stack) -> dict[str, str]:
    """Passwords of the demo users by e-mail address."""
    found: dict[str, str] = json.loads((Path(os.environ["WORKBENCH_HOME"]) / "demo_logins.json").read_text())
    return found

"""Servers first, settings second: the URLs must be in the environment before Django reads them."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from playwright.sync_api import Browser, sync_playwright

from tests.support import servers

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")

os.environ["WORKBENCH_MODE"] = "test"
if WORKER == "main":
    os.environ["WORKBENCH_HOME"] = str(servers.suite_home())
os.environ.setdefault("WORKBENCH_KEY_PREFIX", f"test-{WORKER}-{os.getpid()}")
if WORKER == "main":
    servers.export_servers()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")

import django  # noqa: E402  settings are read here, so the servers had to come first
from django.db import connections  # noqa: E402
from django.test import TransactionTestCase  # noqa: E402

from tests.support import chromium  # noqa: E402
from tests.support.databases import Databases  # noqa: E402

django.setup()

from tests.support.stack import Stack, open_stack  # noqa: E402  needs the models


def pytest_xdist_setupnodes(specs: list[Any]) -> None:
    """Each worker has its own prefix for keys in Redis, known before its settings are read."""
    for spec in specs:
        spec.env["WORKBENCH_KEY_PREFIX"] = f"test-{spec.id}-{os.getpid()}"


def pytest_unconfigure() -> None:
    """The suite's own servers end with it."""
    if WORKER == "main":
        servers.end_servers()


@pytest.fixture(scope="session")
def databases() -> Databases:
    """Clones of the migrated template, made and dropped by the schema's owner."""
    return Databases(os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"])


@pytest.fixture(scope="session")
def django_db_setup(databases: Databases, django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """This worker's own clone; after a test that commits, a fresh one takes its place."""
    original = connections["default"].settings_dict["NAME"]
    _use(databases.clone(WORKER), django_db_blocker)
    flush = TransactionTestCase._fixture_teardown

    def fresh_clone(self: TransactionTestCase) -> None:
        used = connections["default"].settings_dict["NAME"]
        _use(databases.clone(WORKER), django_db_blocker)
        databases.drop(used)

    # The suite's role may not TRUNCATE, and a flush would take the rows that migrations put there.
    TransactionTestCase._fixture_teardown = fresh_clone
    yield
    TransactionTestCase._fixture_teardown = flush
    _use(original, django_db_blocker)
    for name in list(databases.made):
        databases.drop(name)


@pytest.fixture
def make_stack(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[Callable[..., Stack]]:
    """Call it for a stack of real processes (tests.support.stack); `own_servers=True` for servers to kill."""
    with ExitStack() as opened:

        def make(*, own_servers: bool = False, **changes: str) -> Stack:
            folder = tmp_path_factory.mktemp("stack")
            return opened.enter_context(
                open_stack(databases, folder, django_db_blocker, own_servers=own_servers, **changes)
            )

        yield make


@pytest.fixture
def stack(make_stack: Callable[..., Stack]) -> Stack:
    """A database and a key prefix of its own on the suite's servers. Mark the test xdist_group("serial")."""
    return make_stack()


def _use(name: str, blocker: Any) -> None:
    """Point every new connection of this process at another database."""
    with blocker.unblock():
        for connection in connections.all(initialized_only=True):
            connection.close()
        connections["default"].settings_dict["NAME"] = name


@pytest.fixture(autouse=True)
def _only_this_machine() -> None:
    """No test leaves the machine: unix sockets and loopback only."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


def _real(folder: str) -> Path:
    root = os.environ.get("WORKBENCH_DATA")
    if not root:
        pytest.skip("WORKBENCH_DATA is not set: the real data folder is not at hand")
    path = Path(root) / folder
    if not path.is_dir():
        pytest.fail(f"WORKBENCH_DATA is set, but it holds no folder {folder!r}")
    return path


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The real data folder; skips where WORKBENCH_DATA is not set, fails where it is set and empty."""
    return _real("data")


@pytest.fixture(scope="session")
def golden_dir() -> Path:
    """The golden cases, by the same rule."""
    return _real("golden")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium that runs; without one the test skips, or fails where WORKBENCH_REQUIRE_BROWSER=1."""
    found = chromium.find()
    if found is None:
        reason = "no Chromium was found: set CHROMIUM to its path, or install the package"
        (pytest.fail if os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1" else pytest.skip)(reason)
    return found


@pytest.fixture
def browser(chromium_path: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A headless Chromium under Playwright. Mark the test `browser` and xdist_group("serial")."""
    # Playwright's event loop lives in this thread; Django would refuse to work beside it.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield opened
        opened.close()

"""Data folders of their own for tests of the embedded servers."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from tests.support.databases import ROOT
from tests.support.servers import fresh_home, remove_home
from tests.support.stack import wait_until
from workbench import local
from workbench.local.places import settle
from workbench.local.processes import squatters
from workbench.local.users import Servers

HOLD = """
import sys, time
from pathlib import Path
from workbench import local
with local.ensure(Path(sys.argv[1]), linger=0.0, throwaway=True):
    print("ready", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty data folder; its servers must have ended when the test has."""
    made = fresh_home()
    yield made
    remove_home(made)


class User:
    """A process that uses the servers of a data folder until it is killed."""

    def __init__(self, home: Path):
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(home)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )

    def wait(self) -> "User":
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        return self

    def kill(self) -> None:
        if self.process.returncode is not None:
            return
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def new_user() -> Iterator[object]:
    """Call it with a data folder for a process that uses its servers."""
    users: list[User] = []

    def make(home: Path) -> User:
        users.append(User(home))
        return users[-1].wait()

    yield make
    for user in users:
        user.kill()


def start(home: Path):
    """Servers that end with their last user, and whose data only has to survive kills."""
    return local.ensure(home, linger=0.0, throwaway=True)


def answer(servers: Servers) -> bool:
    """Whether both servers do their work."""
    with psycopg.connect(servers.database_url) as connection:
        one = connection.execute("SELECT 1").fetchone()
    client = redis.Redis.from_url(servers.redis_url)
    try:
        return one == (1,) and bool(client.ping())
    finally:
        client.close()


def server_pids(home: Path) -> set[int]:
    """Every process of both servers on a data folder."""
    places = settle(home)
    return {process.pid for folder in (places.postgres, places.valkey) for process in squatters(folder)}


def gone(pids: set[int]) -> bool:
    """Whether none of these processes lives."""
    return not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A zombie that its new parent has not collected yet does not run any more.
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def ends(home: Path, pids: set[int], within: float) -> None:
    """The servers of a data folder end in time."""
    wait_until(lambda: gone(pids), within, f"the servers of {home} end")

"""`manage.py up`: one at a time, on the port it was given, watched while it runs, gone after Ctrl-C or a kill."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

import psutil
import pytest

from tests.local.conftest import gone
from tests.support.databases import ROOT
from tests.support.servers import fresh_home, remove_home
from tests.support.stack import free_port, wait_until

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]

FIRST_START = 900
OURS = ("manage.py", "celery", "gunicorn", "postgres", "valkey-server", "workbench.local")


class Up:
    """One call of the command on a data folder."""

    def __init__(self, home: Path, *arguments: str, port: int | None = None):
        self.home = home
        names = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "WORKBENCH_KEY_PREFIX", "WORKBENCH_MODE", "PORT")
        env = {name: value for name, value in os.environ.items() if name not in names}
        env |= {"WORKBENCH_HOME": str(home)} | ({"PORT": str(port)} if port else {})
        self.log = home / f"said-{uuid4().hex}"
        with self.log.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up", *arguments],
                cwd=ROOT,
                env=env,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self.log.read_text()

    def serves(self, within: float = 120) -> str:
        """The address, once it is printed."""
        found = wait_until(
            lambda: re.search(r"http://\S+", self.said()) or self.process.poll() is not None, within, "it serves"
        )
        assert self.process.poll() is None, self.said()
        return found.group()

    def everything(self) -> dict[int, str]:
        """Each process that belongs to it: what it started, and the servers of its data folder."""
        supervisor = json.loads((self.home / "servers.json").read_text())["pid"]
        roots = [psutil.Process(self.process.pid), psutil.Process(supervisor)]
        every = roots + [child for root in roots for child in root.children(recursive=True)]
        found = {}
        for process in every:
            # A short-lived child may end between being listed and being asked.
            with suppress(psutil.NoSuchProcess):
                if process.status() != psutil.STATUS_ZOMBIE:
                    found[process.pid] = " ".join(process.cmdline())
        return found

    def pid_of(self, word: str) -> int:
        return min(pid for pid, line in self.everything().items() if word in line)

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(40)


@pytest.fixture(scope="module")
def used_home():
    """A data folder on which the demo was made once."""
    home = fresh_home()
    first = Up(home, "--demo")
    try:
        assert first.process.wait(FIRST_START) == 0, first.said()
        (home / "first").write_text(first.said())
        yield home
    finally:
        first.process.kill()
        first.process.wait()
        remove_home(home)


@pytest.fixture
def up(used_home):
    """The command, served on a port that was free."""
    started = Up(used_home, port=free_port())
    yield started
    if started.process.poll() is None:
        started.end(signal.SIGTERM)


def test_the_demo_ends_by_itself_and_its_last_line_is_the_brief(used_home):
    last = Path((used_home / "first").read_text().splitlines()[-1])
    assert last.read_bytes().startswith(b"%PDF-")
    assert used_home in last.parents


def test_it_serves_on_the_given_port_refuses_a_second_one_and_leaves_nothing_after_ctrl_c(up):
    address = up.serves()
    assert _status(address) == 200
    every = up.everything()
    for word in OURS:
        assert any(word in line for line in every.values()), f"no {word} among {every}"

    second = Up(up.home)
    assert second.process.wait(60) != 0
    assert "lready running" in second.said()
    assert address in second.said()
    assert str(up.process.pid) in second.said()

    assert up.end(signal.SIGINT) == 0
    wait_until(lambda: gone(set(every)), 10, "nothing is left")


def _status(address):
    port = int(address.rstrip("/").rpartition(":")[2])
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/healthz/")
        return connection.getresponse().status


def test_children_and_servers_that_are_killed_come_back(up):
    address = up.serves()
    for word in ("celery", "dispatcher", "gunicorn", "workbench.local serve"):
        pid = up.pid_of(word)
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda word=word, pid=pid: _back(up, word, pid), 60, f"{word} is back")
    wait_until(lambda: _answers(address), 60, "the site answers")


def _back(up, word, killed):
    try:
        return any(word in line and pid != killed for pid, line in up.everything().items())
    except (FileNotFoundError, psutil.NoSuchProcess):
        return False


def _answers(address):
    try:
        return _status(address) == 200
    except (OSError, http.client.HTTPException):
        return False


def test_a_kill_leaves_no_process_and_the_next_start_serves_again(up):
    up.serves()
    every = set(up.everything())
    os.kill(up.process.pid, signal.SIGKILL)
    up.process.wait()
    wait_until(lambda: gone(every), 5, "nothing is left")
    again = Up(up.home, port=free_port())
    try:
        assert _status(again.serves()) == 200
    finally:
        again.end(signal.SIGTERM)


def test_a_port_that_is_taken_is_a_clear_error(used_home):
    busy = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", busy))
        taken.listen()
        refused = Up(used_home, port=busy)
        assert refused.process.wait(60) != 0
    assert f"PORT {busy}" in refused.said()

"""Real processes of the project on a database, a key prefix and, where asked, servers of their own.

Workers, dispatchers and web servers run in sessions of their own, so a whole tree can be killed with SIGKILL without
touching the test. Everything ends with the stack, also when the suite itself is killed.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import dj_database_url
import psutil
import redis
from django.db import connections

from core.queues import QUEUES
from tests.support.databases import ROOT, Databases
from tests.support.servers import fresh_home, remove_home
from workbench import local
from workbench.local.places import settle
from workbench.local.processes import spawn, squatters

MANAGE = [sys.executable, "manage.py"]
CELERY = [sys.executable, "-m", "celery", "-A", "workbench", "worker"]


def wait_until(question: Callable[[], Any], within: float = 30.0, why: str = "") -> Any:
    """The first true answer; AssertionError when there is none in time."""
    deadline = time.monotonic() + within
    while True:
        answer = question()
        if answer:
            return answer
        assert time.monotonic() < deadline, f"not within {within:.0f} s: {why or question}"
        time.sleep(0.05)


class Running:
    """One process of the project, restartable under the same name and log."""

    def __init__(self, name: str, argv: list[str], env: dict[str, str], log: Path):
        self.name = name
        self.argv = argv
        self.env = env
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Running":
        """Start it; it does not outlive the suite."""
        self.process = spawn(
            self.argv, folder=ROOT, log=self.log, end_signal=signal.SIGKILL, env=self.env, by_pipe=False
        )
        return self

    @property
    def pid(self) -> int:
        """Of the process, and of its group and session."""
        assert self.process is not None, f"{self.name} was not started"
        return self.process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process is not None and self.process.poll() is None

    def children(self) -> list[psutil.Process]:
        """Its own children: a worker's pool, a web server's workers."""
        return psutil.Process(self.pid).children(recursive=True)

    def signal_all(self, number: signal.Signals) -> None:
        """Send a signal to the whole tree."""
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            return

    def kill(self) -> None:
        """SIGKILL to the whole tree: no handler runs, nothing is handed back."""
        self.signal_all(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def pause(self) -> None:
        """Hang it: SIGSTOP to the whole tree."""
        self.signal_all(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a hung one go on."""
        self.signal_all(signal.SIGCONT)

    def stop(self, within: float = 30.0) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None, f"{self.name} was not started"
        self.process.terminate()
        return self.process.wait(within)

    def restart(self) -> "Running":
        """Kill what is left and start again."""
        self.kill()
        return self.start()

    def words(self) -> str:
        """What it has said so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""


class Web(Running):
    """gunicorn on a free loopback port."""

    port: int

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def healthy(self) -> bool:
        """Whether the health page answers 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


class Stack:
    """A cloned database and a key prefix, and the processes that work on them."""

    def __init__(self, databases: Databases, folder: Path, blocker: Any, home: Path | None, **changes: str):
        self.databases = databases
        self.folder = folder
        self.blocker = blocker
        self.home = home
        self.database = databases.clone("stack")
        self.prefix = f"stack-{uuid4().hex[:10]}"
        self.env = os.environ | databases.urls(self.database) | changes
        self.env |= {"WORKBENCH_KEY_PREFIX": self.prefix, "OPENBLAS_NUM_THREADS": "1"}
        self.env.pop("PYTEST_XDIST_WORKER", None)
        self.running: list[Running] = []

    def worker(self, name: str = "worker", *, concurrency: int = 1, queues: list[str] | None = None) -> Running:
        """A started Celery worker on all queues (or these)."""
        argv = [
            *CELERY,
            *("--loglevel", "INFO", "--concurrency", str(concurrency)),
            *("-n", f"{name}@{self.prefix}", "-Q", ",".join(queues or sorted(QUEUES))),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        ]
        return self._add(Running(name, argv, self.env, self._log(name)))

    def dispatcher(self, name: str = "dispatcher") -> Running:
        """A started dispatcher."""
        return self._add(Running(name, [*MANAGE, "dispatcher"], self.env, self._log(name)))

    def web(self, name: str = "web", *, workers: int = 1, threads: int = 4) -> Web:
        """A started web server that answers."""
        make_assets(self.env)
        port = free_port()
        argv = [
            *(sys.executable, "-m", "gunicorn", "workbench.wsgi", "--bind", f"127.0.0.1:{port}"),
            *("--worker-class", "gthread", "--workers", str(workers), "--threads", str(threads)),
        ]
        web = Web(name, argv, self.env, self._log(name))
        web.port = port
        self._add(web)
        wait_until(lambda: web.healthy() or not web.alive, 60, "the web server answers")
        assert web.alive, web.words()
        return web

    def manage(self, *arguments: str, within: float = 300, **changes: str) -> subprocess.CompletedProcess[str]:
        """One management command on the stack's database, waited for."""
        return subprocess.run(
            [*MANAGE, *arguments],
            cwd=ROOT,
            env=self.env | changes,
            capture_output=True,
            text=True,
            timeout=within,
            check=False,
        )

    def redis(self) -> redis.Redis:
        """A client of the stack's broker; keys begin with the prefix and a colon."""
        return redis.Redis.from_url(self.env["REDIS_URL"])

    @contextmanager
    def orm(self) -> Iterator[None]:
        """Let the models of this process read and write the stack's database. Not together with `db`."""
        settings = connections["default"].settings_dict
        target = dj_database_url.parse(self.env["DATABASE_URL"])
        kept = {name: settings[name] for name in ("NAME", "HOST", "PORT", "USER", "PASSWORD")}
        with self.blocker.unblock():
            connections["default"].close()
            settings.update({name: target[name] for name in kept})  # type: ignore[literal-required]
            try:
                yield
            finally:
                connections["default"].close()
                settings.update(kept)

    def servers(self, program: str) -> list[psutil.Process]:
        """The processes of an own server: `postgres` or `valkey`."""
        assert self.home, "this stack runs on shared servers: ask for own_servers=True"
        return list(squatters(getattr(settle(self.home), program)))

    def kill_servers(self, program: str) -> None:
        """SIGKILL to every process of an own server; the supervisor starts it again."""
        for process in self.servers(program):
            process.kill()

    def close(self) -> None:
        """Kill what runs, drop the database, forget the keys."""
        for running in self.running:
            running.resume()
            running.kill()
        client = self.redis()
        try:
            for key in client.scan_iter(f"{self.prefix}*"):
                client.delete(key)
        finally:
            client.close()
        self.databases.drop(self.database)

    def _add(self, running: Any) -> Any:
        self.running.append(running)
        return running.start()

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"


@contextmanager
def open_stack(
    databases: Databases, folder: Path, blocker: Any, *, own_servers: bool = False, **changes: str
) -> Iterator[Stack]:
    """A stack for the length of a block; `changes` go into the environment of its processes.

    With `own_servers` it has a PostgreSQL and a Valkey of its own that a test may kill.
    """
    with ExitStack() as cleanup:
        home = None
        if own_servers:
            home = fresh_home()
            cleanup.callback(remove_home, home)
            servers = cleanup.enter_context(local.ensure(home, linger=0.0, throwaway=True))
            databases = Databases(servers.database_url, servers.database_owner_url)
            changes = {"REDIS_URL": servers.redis_url} | changes
        stack = Stack(databases, folder, blocker, home, **changes)
        cleanup.callback(stack.close)
        yield stack


def free_port() -> int:
    """A loopback port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def make_assets(env: dict[str, str]) -> None:
    """Fonts, scripts and messages that pages link to: made once per checkout."""
    made = Path(env["WORKBENCH_HOME"]) / "assets"
    if any(made.iterdir()):
        return
    done = subprocess.run([*MANAGE, "assets"], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

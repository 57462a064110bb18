"""Everything on one machine: servers, schema, assets, demo, worker, dispatcher, web. Ctrl-C ends all of it."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from core.queues import QUEUES
from workbench import local
from workbench.local.children import Child, end, fresh_log, last_lines
from workbench.local.processes import spawn
from workbench.local.supervisor import try_lock

FIRST_PORT, LAST_PORT = 8000, 8099
READY_WITHIN = 60.0
STOP_WITHIN = 12.0
DEMO_WITHIN = 600
TICK = 0.25
UP_LOCK = "up.lock"
# Parts of libraries that no page links to; compressing them takes most of a first start.
NEVER_SERVED = ["redoc", "rest_framework"]


class Ended(Exception):
    """A person asked to stop."""


class Command(BaseCommand):
    help = "Start everything on this machine and serve it on 127.0.0.1 until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--demo", action="store_true", help="do everything but serving; the last line is the brief's path"
        )

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        self.home = Path(settings.WORKBENCH_HOME)
        self.embedded = local.running(self.home)
        self.children: list[Child] = []
        lock = self._only_one()
        local.end_with_last_user(self.home)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _end)
        try:
            self._run(lock, demo=demo)
        except Ended:
            self.stdout.write("Stopping.")
        except local.LocalError as error:
            raise CommandError(str(error)) from None
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
            end(self.children, STOP_WITHIN)
            connection.close()
            os.close(lock)

    def _run(self, lock: int, *, demo: bool) -> None:
        port = 0 if demo else free_port()
        self._migrate()
        call_command("assets", stdout=self.stdout)
        self._begin(self._worker(), self._dispatcher())
        brief = self._demo()
        if demo:
            self.stdout.write(str(brief))
            return
        self._collect_static()
        _write(lock, {"pid": os.getpid(), "url": _url(port)})
        web = self._web(port)
        self._begin(web)
        web.wait_until_ready(READY_WITHIN, lambda: False)
        self._greet(port, brief)
        while True:
            self._tend()
            time.sleep(TICK)

    def _only_one(self) -> int:
        lock = try_lock(self.home, UP_LOCK)
        if lock is None:
            other = json.loads((self.home / UP_LOCK).read_text() or "{}")
            where = other.get("url", "it is still starting")
            raise CommandError(f"Already running on {self.home}: {where} (pid {other.get('pid', 'unknown')}).")
        _write(lock, {"pid": os.getpid()})
        return lock

    def _tend(self) -> None:
        for child in self.children:
            child.tend()
        if self.embedded and not local.running(self.home):
            self.stderr.write("The servers' supervisor is gone; starting another.")
            local.join(self.home, linger=0.0, throwaway=False)

    def _begin(self, *children: Child) -> None:
        for child in children:
            child.begin()
            self.children.append(child)

    def _migrate(self) -> None:
        """In a process of the schema's owner, and only when there is something to do."""
        executor = MigrationExecutor(connection)
        planned = executor.migration_plan(executor.loader.graph.leaf_nodes())
        connection.close()
        if not planned:
            return
        self.stdout.write(f"Migrating ({len(planned)} steps).")
        self._step("migrate", "--noinput", WORKBENCH_DB_ROLE="owner")

    def _step(self, command: str, *arguments: str, **changes: str) -> list[str]:
        """Run one command to its end while the children are tended; the lines that it printed."""
        log = self._log(command)
        log.unlink(missing_ok=True)
        step = self._manage(log, command, *arguments, **changes)()
        try:
            while step.poll() is None:
                self._tend()
                time.sleep(0.05)
        finally:
            step.kill()
            step.wait()
        if step.returncode:
            raise local.LocalError(f"`manage.py {command}` failed:\n{last_lines(log, 40)}")
        return log.read_text().splitlines()

    def _collect_static(self) -> None:
        """Hash and compress what pages link to, only when a source has changed."""
        stamp = Path(settings.STATIC_ROOT) / ".sources"
        sources = _listing([Path(folder) for folder in settings.STATICFILES_DIRS])
        if stamp.is_file() and stamp.read_text() == sources:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=NEVER_SERVED)
        stamp.write_text(sources)

    def _worker(self) -> Child:
        argv = [
            *(sys.executable, "-m", "celery", "-A", "workbench", "worker", "--loglevel", "INFO"),
            *("--include", "workbench.local.pool", "--queues", ",".join(sorted(QUEUES))),
            *("--concurrency", str(min(os.cpu_count() or 1, 4)), "--hostname", f"worker-{os.getpid()}@%h"),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        ]
        changes = {"WORKBENCH_BROKER_TIMEOUT": "5", "OPENBLAS_NUM_THREADS": "1"}
        start = self._spawning(argv, self._log("worker"), signal.SIGKILL, **changes)
        return self._child("The worker", "worker", start)

    def _dispatcher(self) -> Child:
        log = self._log("dispatcher")
        return self._child("The dispatcher", "dispatcher", self._manage(log, "dispatcher"))

    def _web(self, port: int) -> Child:
        argv = [
            *(sys.executable, "-m", "gunicorn", "workbench.wsgi", "--bind", f"127.0.0.1:{port}"),
            *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
            *("--graceful-timeout", "5", "--no-control-socket"),
        ]
        start = self._spawning(argv, self._log("web"), signal.SIGTERM)
        return self._child("The web server", "web", start, answers=lambda: _healthy(port))

    def _child(
        self,
        name: str,
        log: str,
        start: Callable[[], "subprocess.Popen[bytes]"],
        answers: Callable[[], bool] = lambda: True,
    ) -> Child:
        return Child(name=name, start=start, answers=answers, end_signal=signal.SIGTERM, log=self._log(log))

    def _manage(self, log: Path, *arguments: str, **changes: str) -> Callable[[], Any]:
        argv = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
        return self._spawning(argv, log, signal.SIGTERM, **changes)

    def _spawning(self, argv: list[str], log: Path, end_signal: signal.Signals, **changes: str) -> Callable[[], Any]:
        env = os.environ | {"WORKBENCH_HOME": str(self.home)} | changes
        return partial(spawn, argv, folder=settings.BASE_DIR, log=log, end_signal=end_signal, env=env)

    def _log(self, name: str) -> Path:
        folder = self.home / "log"
        folder.mkdir(mode=0o700, exist_ok=True)
        return fresh_log(folder / f"{name}.log")

    def _demo(self) -> Path:
        """The demo's rows, scores and brief, made by the real worker; the path of the brief."""
        lines = self._step("seed_demo", "--within", str(DEMO_WITHIN))
        if not lines:
            raise local.LocalError("`manage.py seed_demo` did not say where the brief is.")
        self.stdout.write("\n".join(lines[:-1]))
        return Path(lines[-1])

    def _greet(self, port: int, brief: Path) -> None:
        self.stdout.write(f"\nScenario Workbench serves {_url(port)}  (Ctrl-C stops everything)")
        self.stdout.write(f"The brief: {brief}\n")
        self.stdout.flush()


def _end(number: int, frame: object) -> NoReturn:
    raise Ended


def _write(lock: int, content: dict[str, Any]) -> None:
    os.ftruncate(lock, 0)
    os.pwrite(lock, json.dumps(content).encode(), 0)


def _url(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def _healthy(port: int) -> bool:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        asked.request("GET", "/healthz/")
        return asked.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        asked.close()


def free_port() -> int:
    """PORT when it is given (and free), else the first free one from 8000."""
    given = os.environ.get("PORT")
    if given:
        if not given.isdecimal() or not _free(int(given)):
            raise local.LocalError(f"PORT {given} cannot be used: it is taken, or not a port.")
        return int(given)
    for port in range(FIRST_PORT, LAST_PORT + 1):
        if _free(port):
            return port
    raise local.LocalError(f"No port from {FIRST_PORT} to {LAST_PORT} is free: set PORT.")


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
        return True


def _listing(folders: list[Path]) -> str:
    """Names, sizes and times of every file below: changes when one of them does."""
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return "\n".join(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in sorted(found))

"""One process per data folder: starts both servers, restarts one that dies, ends them when no user is left."""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.local import binaries, passwords, postgres, valkey
from workbench.local.errors import LocalError
from workbench.local.places import Places, make_home, settle
from workbench.local.processes import spawn

LOCK, USERS, STATE = "lock", "users", "servers.json"
TICK = 0.2
LINGER = 10.0
READY_WITHIN = 60.0
STOP_WITHIN = 20.0
MAY_FAIL, FAIL_WINDOW = 5, 60.0
LONGEST_LOG = 5_000_000


@dataclass
class Server:
    """One child: how it is started, asked and ended."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    answers: Callable[[], bool]
    clear: Callable[[], None]
    end_signal: signal.Signals
    log: Path
    process: subprocess.Popen[bytes] | None = None
    not_before: float = 0.0
    failures: deque[float] = field(default_factory=deque)

    def died(self) -> bool:
        """Whether the child has ended without being asked."""
        return self.process is not None and self.process.poll() is not None

    def note_death(self, now: float) -> None:
        """Plan the next start with a growing pause; give up after too many deaths in a short time."""
        self.failures.append(now)
        while self.failures and self.failures[0] < now - FAIL_WINDOW:
            self.failures.popleft()
        code = self.process.returncode if self.process else None
        self.process = None
        if len(self.failures) > MAY_FAIL:
            raise LocalError(
                f"{self.name} ended {len(self.failures)} times within {FAIL_WINDOW:.0f} s (exit {code}). "
                f"Its last words, from {self.log}:\n{last_lines(self.log)}"
            )
        pause = min(0.1 * 2 ** (len(self.failures) - 1), 5.0)
        say(f"{self.name} ended with exit {code}; it starts again in {pause:.1f} s.")
        self.not_before = now + pause


class Supervisor:
    """Holds the lock of a data folder and the two servers on it."""

    def __init__(self, home: Path, lock: int, *, linger: float, throwaway: bool):
        self.home = home
        self.lock = lock
        self.linger = linger
        self.throwaway = throwaway
        self.asked_to_end = False
        self.servers: list[Server] = []
        self.idle_since: float | None = None

    def run(self) -> int:
        """Serve until asked to end or until no user is left; the exit code."""
        self._listen()
        try:
            urls = self._start()
            self._publish(urls)
            users = os.open(self.home / USERS, os.O_RDWR | os.O_CREAT, 0o600)
            while not self.asked_to_end and not self._nobody_left(users):
                self._tend()
                time.sleep(TICK)
        except LocalError as error:
            say(str(error))
            return 1
        finally:
            (self.home / STATE).unlink(missing_ok=True)
            self._stop()
        return 0

    def _listen(self) -> None:
        def end(number: int, frame: object) -> None:
            self.asked_to_end = True

        def hurry(number: int, frame: object) -> None:
            self.linger = 0.0

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        signal.signal(signal.SIGUSR1, hurry)

    def _start(self) -> dict[str, str]:
        places = settle(self.home)
        programs = binaries.find(places.account)
        secrets = passwords.passwords(self.home, data_exists=places.postgres.exists())
        postgres.prepare(places, programs, secrets)
        valkey.prepare(places)
        self.servers = [self._postgres(places, programs, secrets), self._valkey(places, programs)]
        for server in self.servers:
            server.process = server.start()
        for server in self.servers:
            self._wait_for(server)
        postgres.make_roles(places, secrets)
        return {
            "database_url": postgres.url(places, secrets, passwords.APP),
            "database_owner_url": postgres.url(places, secrets, passwords.OWNER),
            "redis_url": valkey.url(places),
        }

    def _postgres(self, places: Places, programs: binaries.Binaries, secrets: dict[str, str]) -> Server:
        log = fresh_log(places.logs / "postgres.log")
        argv = postgres.command(places, programs, throwaway=self.throwaway)
        return Server(
            name="PostgreSQL",
            start=lambda: spawn(
                argv, folder=places.postgres, account=places.account, log=log, end_signal=postgres.END_SIGNAL
            ),
            answers=lambda: postgres.answers(places, secrets),
            clear=lambda: postgres.prepare(places, programs, secrets),
            end_signal=postgres.END_SIGNAL,
            log=log,
        )

    def _valkey(self, places: Places, programs: binaries.Binaries) -> Server:
        log = fresh_log(places.logs / "valkey.log")
        argv = valkey.command(places, programs, throwaway=self.throwaway)
        return Server(
            name="Valkey",
            start=lambda: spawn(
                argv, folder=places.valkey, account=places.account, log=log, end_signal=valkey.END_SIGNAL
            ),
            answers=lambda: valkey.answers(places),
            clear=lambda: valkey.prepare(places),
            end_signal=valkey.END_SIGNAL,
            log=log,
        )

    def _wait_for(self, server: Server) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while not server.answers():
            if self.asked_to_end:
                raise LocalError("Asked to end while starting.")
            if server.died() or time.monotonic() > deadline:
                raise LocalError(
                    f"{server.name} did not start. Its last words, from {server.log}:\n{last_lines(server.log)}"
                )
            time.sleep(0.02)

    def _tend(self) -> None:
        now = time.monotonic()
        for server in self.servers:
            if server.died():
                server.note_death(now)
            if server.process is None and now >= server.not_before:
                server.clear()
                server.process = server.start()

    def _nobody_left(self, users: int) -> bool:
        """True when nobody has held the users' lock for `linger` seconds; the lock then stays ours until the end."""
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.idle_since = None
            return False
        now = time.monotonic()
        self.idle_since = self.idle_since or now
        if now - self.idle_since >= self.linger:
            return True
        fcntl.flock(users, fcntl.LOCK_UN)
        return False

    def _publish(self, urls: dict[str, str]) -> None:
        draft = self.home / f"{STATE}.new"
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(json.dumps({"pid": os.getpid(), **urls}))
        draft.replace(self.home / STATE)

    def _stop(self) -> None:
        running = [server for server in self.servers if server.process and server.process.poll() is None]
        for server in running:
            _send(server, server.end_signal)
        deadline = time.monotonic() + STOP_WITHIN
        for server in running:
            if server.process is None:
                continue
            try:
                server.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"{server.name} did not end when asked; it is killed.")
                _send(server, signal.SIGQUIT)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    server.process.wait(2)
                _send(server, signal.SIGKILL)
                server.process.wait()


def serve(home: Path, *, lock: int | None, linger: float, throwaway: bool) -> int:
    """Run the supervisor of one data folder. `lock` is a descriptor that already holds the folder's lock."""
    home = make_home(home)
    if lock is None:
        lock = try_lock(home)
    if lock is None:
        say(f"The servers of {home} are already running (pid {holder(home)}).")
        return 1
    os.set_inheritable(lock, False)
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    return Supervisor(home, lock, linger=linger, throwaway=throwaway).run()


def try_lock(home: Path, name: str = LOCK) -> int | None:
    """A descriptor that holds the lock, or None when another process has it."""
    descriptor = os.open(home / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def holder(home: Path) -> str:
    """The pid that the lock's holder wrote."""
    return (home / LOCK).read_text().strip() or "unknown"


def say(message: str) -> None:
    """One line for the supervisor's log."""
    sys.stderr.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {message}\n")
    sys.stderr.flush()


def fresh_log(path: Path) -> Path:
    """Begin again when a log has grown long."""
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.unlink()
    return path


def last_lines(path: Path, count: int = 12) -> str:
    """The end of a log, for a message."""
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return "(no log)"


def _send(server: Server, number: signal.Signals) -> None:
    if server.process and server.process.poll() is None:
        server.process.send_signal(number)

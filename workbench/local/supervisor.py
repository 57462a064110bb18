"""One process per data folder: starts both servers, restarts one that dies, ends them when no user is left."""

import fcntl
import json
import os
import signal
import time
from pathlib import Path

from workbench.local import binaries, passwords, postgres, valkey
from workbench.local.children import Child, end, fresh_log, say
from workbench.local.errors import LocalError
from workbench.local.places import Places, make_home, settle
from workbench.local.processes import spawn

LOCK, USERS, STATE = "lock", "users", "servers.json"
TICK = 0.2
LINGER = 10.0
READY_WITHIN = 60.0
STOP_WITHIN = 20.0


class Supervisor:
    """Holds the lock of a data folder and the two servers on it."""

    def __init__(self, home: Path, lock: int, *, linger: float, throwaway: bool):
        self.home = home
        self.lock = lock
        self.linger = linger
        self.throwaway = throwaway
        self.asked_to_end = False
        self.servers: list[Child] = []
        self.idle_since: float | None = None

    def run(self) -> int:
        """Serve until asked to end or until no user is left; the exit code."""
        self._listen()
        try:
            urls = self._start()
            self._publish(urls)
            users = os.open(self.home / USERS, os.O_RDWR | os.O_CREAT, 0o600)
            while not self.asked_to_end and not self._nobody_left(users):
                for server in self.servers:
                    server.tend()
                time.sleep(TICK)
        except LocalError as error:
            say(str(error))
            return 1
        finally:
            (self.home / STATE).unlink(missing_ok=True)
            end(self.servers, STOP_WITHIN)
        return 0

    def _listen(self) -> None:
        def finish(number: int, frame: object) -> None:
            self.asked_to_end = True

        def hurry(number: int, frame: object) -> None:
            self.linger = 0.0

        signal.signal(signal.SIGTERM, finish)
        signal.signal(signal.SIGINT, finish)
        signal.signal(signal.SIGUSR1, hurry)

    def _start(self) -> dict[str, str]:
        places = settle(self.home)
        programs = binaries.find(places.account)
        secrets = passwords.passwords(self.home, data_exists=places.postgres.exists())
        postgres.prepare(places, programs, secrets)
        valkey.prepare(places)
        self.servers = [self._postgres(places, programs, secrets), self._valkey(places, programs)]
        for server in self.servers:
            server.begin()
        for server in self.servers:
            server.wait_until_ready(READY_WITHIN, lambda: self.asked_to_end)
        postgres.make_roles(places, secrets)
        return {
            "database_url": postgres.url(places, secrets, passwords.APP),
            "database_owner_url": postgres.url(places, secrets, passwords.OWNER),
            "redis_url": valkey.url(places),
        }

    def _postgres(self, places: Places, programs: binaries.Binaries, secrets: dict[str, str]) -> Child:
        log = fresh_log(places.logs / "postgres.log")
        argv = postgres.command(places, programs, throwaway=self.throwaway)
        return Child(
            name="PostgreSQL",
            start=lambda: spawn(
                argv, folder=places.postgres, account=places.account, log=log, end_signal=postgres.END_SIGNAL
            ),
            answers=lambda: postgres.answers(places, secrets),
            clear=lambda: postgres.prepare(places, programs, secrets),
            end_signal=postgres.END_SIGNAL,
            log=log,
        )

    def _valkey(self, places: Places, programs: binaries.Binaries) -> Child:
        log = fresh_log(places.logs / "valkey.log")
        argv = valkey.command(places, programs, throwaway=self.throwaway)
        return Child(
            name="Valkey",
            start=lambda: spawn(
                argv, folder=places.valkey, account=places.account, log=log, end_signal=valkey.END_SIGNAL
            ),
            answers=lambda: valkey.answers(places),
            clear=lambda: valkey.prepare(places),
            end_signal=valkey.END_SIGNAL,
            log=log,
        )

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

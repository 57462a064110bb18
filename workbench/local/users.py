"""The users' side: take part in a data folder's servers, starting them where nobody did."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.local.children import last_lines
from workbench.local.errors import LocalError
from workbench.local.places import make_home
from workbench.local.supervisor import LINGER, STATE, USERS, try_lock

ROOT = Path(__file__).resolve().parents[2]
STARTED_WITHIN = 90.0
WITHOUT_SERVERS = {
    "assets",
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "makemigrations",
    "spectacular",
    "startapp",
    "version",
}


@dataclass(frozen=True)
class Servers:
    """Running servers: where the application, the migrations and the broker connect. `pid` is the supervisor's."""

    home: Path
    pid: int
    database_url: str
    database_owner_url: str
    redis_url: str

    @property
    def environment(self) -> dict[str, str]:
        """What the settings read."""
        return {
            "DATABASE_URL": self.database_url,
            "DATABASE_OWNER_URL": self.database_owner_url,
            "REDIS_URL": self.redis_url,
        }


class _Detached(subprocess.Popen[bytes]):
    """A child that is meant to outlive us: no warning when it does."""

    def __del__(self, *args: object) -> None:
        self.poll()


# One that was killed stays a zombie of ours until it is asked for its exit code.
_started: list[_Detached] = []


def home_folder() -> Path:
    """WORKBENCH_HOME, else var/ in the checkout."""
    return Path(os.environ.get("WORKBENCH_HOME") or ROOT / "var").expanduser().absolute()


def needs_servers(argv: list[str]) -> bool:
    """Whether this call of manage.py works with a database."""
    arguments = argv[1:]
    asks_for_help = not arguments or {"--help", "-h", "--version"} & set(arguments)
    return not asks_for_help and arguments[0] not in WITHOUT_SERVERS


def attach(home: Path | None = None) -> Servers:
    """Use the servers until this process ends: URLs in the environment, the users' lock held by the kernel."""
    try:
        servers, _lock = join(home or home_folder(), linger=LINGER, throwaway=False)
    except LocalError as error:
        raise SystemExit(f"The embedded servers did not start. {error}") from None
    os.environ.update(servers.environment)
    return servers


@contextmanager
def ensure(home: Path, *, linger: float = LINGER, throwaway: bool = False) -> Iterator[Servers]:
    """Running servers for the length of a block. `linger`: seconds they stay after the last user.

    `throwaway` clusters skip the syncs to disk that only a loss of power needs. Raises LocalError.
    """
    servers, lock = join(home, linger=linger, throwaway=throwaway)
    try:
        yield servers
    finally:
        os.close(lock)


def end_with_last_user(home: Path) -> None:
    """From now on the servers of this folder end as soon as the last user is gone."""
    with suppress(FileNotFoundError, ProcessLookupError):
        os.kill(_read_state(home).pid, signal.SIGUSR1)


def join(home: Path, *, linger: float, throwaway: bool) -> tuple[Servers, int]:
    """Running servers and the descriptor that keeps them running while it is open."""
    home = make_home(home)
    deadline = time.monotonic() + STARTED_WITHIN
    users = _shared_lock(home, deadline)
    try:
        servers = _running(home, deadline, linger=linger, throwaway=throwaway)
    except BaseException:
        os.close(users)
        raise
    if linger == 0:
        end_with_last_user(home)
    return servers, users


def running(home: Path) -> bool:
    """Whether a supervisor serves this data folder."""
    for process in _started:
        process.poll()
    lock = try_lock(home)
    if lock is not None:
        os.close(lock)
    return lock is None


def _shared_lock(home: Path, deadline: float) -> int:
    """Waits while a supervisor that found no user is ending its servers."""
    users = os.open(home / USERS, os.O_RDWR | os.O_CREAT, 0o600)
    while True:
        try:
            fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > deadline:
                os.close(users)
                raise LocalError(f"The servers of {home} have been ending for too long.") from None
            time.sleep(0.05)
        else:
            return users


def _running(home: Path, deadline: float, *, linger: float, throwaway: bool) -> Servers:
    starts = 0
    while time.monotonic() < deadline:
        lock = try_lock(home)
        if lock is not None:
            # Nobody serves this folder, so whatever the state says is of a supervisor that was killed.
            starts += 1
            if starts > 1:
                os.close(lock)
                raise LocalError(f"From {_log(home)}:\n{last_lines(_log(home))}")
            (home / STATE).unlink(missing_ok=True)
            _start_supervisor(home, lock, linger=linger, throwaway=throwaway)
        with suppress(FileNotFoundError):
            return _read_state(home)
        time.sleep(0.02)
    raise LocalError(f"They were not ready in {STARTED_WITHIN:.0f} s. See {_log(home)}.")


def _start_supervisor(home: Path, lock: int, *, linger: float, throwaway: bool) -> None:
    """The lock travels with the descriptor: at no moment can a second supervisor take it."""
    _log(home).parent.mkdir(mode=0o700, exist_ok=True)
    options = ["--lock", str(lock), "--linger", str(linger), *(["--throwaway"] if throwaway else [])]
    with _log(home).open("ab") as log:
        started = _Detached(
            [sys.executable, "-m", "workbench.local", "serve", str(home), *options],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=(lock,),
        )
    _started.append(started)
    os.close(lock)


def _read_state(home: Path) -> Servers:
    state = json.loads((home / STATE).read_text())
    return Servers(home=home, **state)


def _log(home: Path) -> Path:
    return home / "log" / "supervisor.log"

"""Which PostgreSQL and which Valkey the suite runs on: the ones it was given, else embedded ones of its own."""

import atexit
import json
import os
import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from workbench import local
from workbench.local.supervisor import try_lock

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")
_running = ExitStack()


def suite_home() -> Path:
    """The suite's own WORKBENCH_HOME: what tests write is thrown away; fonts and scripts are the checkout's."""
    home = fresh_home()
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    assets = ROOT / "var" / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    (home / "assets").symlink_to(assets)
    return home


def export_servers() -> None:
    """Put the servers' URLs into the environment. Runs in the first process only: xdist workers inherit them."""
    if "DATABASE_URL" in os.environ:
        missing = [name for name in NEEDED if name not in os.environ]
        if missing:
            raise SystemExit(f"DATABASE_URL is given, so these must be given too: {', '.join(missing)}")
        return
    home = fresh_home()
    _running.callback(remove_home, home)
    servers = _running.enter_context(local.ensure(home, linger=0.0, throwaway=True))
    os.environ.update(servers.environment)
    _running.callback(_forget)
    atexit.register(end_servers)


def end_servers() -> None:
    """End the embedded servers at once and remove their files; nothing where servers were given."""
    _running.close()


def _forget() -> None:
    for name in NEEDED:
        os.environ.pop(name, None)


def fresh_home() -> Path:
    """An empty data folder that root's servers can reach."""
    home = Path(tempfile.mkdtemp(prefix="workbench-test-"))
    home.chmod(0o711)
    return home


def remove_home(home: Path, patience: float = 30.0) -> None:
    """Wait for the supervisor's end, then remove what it made, also outside of HOME."""
    wait_for_end(home, patience)
    try:
        places = json.loads((home / "places.json").read_text())
    except FileNotFoundError:
        places = {}
    for folder in (places.get("sockets"), places.get("base"), str(home)):
        if folder and folder != ".":
            shutil.rmtree(folder, ignore_errors=True)


def wait_for_end(home: Path, patience: float = 30.0) -> None:
    """Until no supervisor holds this data folder."""
    deadline = time.monotonic() + patience
    while (lock := try_lock(home)) is None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"The servers of {home} have not ended after {patience:.0f} s.")
        time.sleep(0.02)
    os.close(lock)

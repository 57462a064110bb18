"""Start a server so that it dies with its supervisor, and find servers that did not."""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from workbench.local.errors import LocalError

PR_SET_PDEATHSIG = 1
PROGRAMS = ("postgres", "valkey-server")
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath}


def spawn(
    argv: list[str],
    *,
    folder: Path,
    log: Path,
    end_signal: signal.Signals,
    account: pwd.struct_passwd | None = None,
    env: dict[str, str] | None = None,
    by_pipe: bool = sys.platform != "linux",
) -> subprocess.Popen[bytes]:
    """Start a program in `folder` as `account`; it gets `end_signal` when this process is gone, however it went.

    On Linux the kernel sends the signal; elsewhere a small watcher waits for the end of a pipe. It is a session of
    its own, so that Ctrl-C reaches only us. `env` is its whole environment (default: what a server needs).
    """
    env = ENVIRONMENT if env is None else env
    if by_pipe:
        return _spawn_watched(argv, folder=folder, account=account, log=log, end_signal=end_signal, env=env)
    with log.open("ab") as out:
        return subprocess.Popen(
            argv,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
            preexec_fn=_die_with(os.getpid(), end_signal),
            **_as(account),
        )


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _die_with(parent: int, end_signal: signal.Signals) -> Callable[[], None]:
    libc = ctypes.CDLL(None)

    def ask_the_kernel() -> None:
        # Runs after the change of user, which would have cleared it.
        libc.prctl(PR_SET_PDEATHSIG, int(end_signal), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel


def die_with_parent(end_signal: signal.Signals) -> None:
    """Let the kernel send this process a signal when its parent is gone (Linux only)."""
    _die_with(os.getppid(), end_signal)()


def _spawn_watched(
    argv: list[str],
    *,
    folder: Path,
    account: pwd.struct_passwd | None,
    log: Path,
    end_signal: signal.Signals,
    env: dict[str, str],
) -> subprocess.Popen[bytes]:
    watched, held = os.pipe()
    ids = f"{account.pw_uid}:{account.pw_gid}" if account else "-"
    try:
        with log.open("ab") as out:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "workbench.local", "watch"),
                    *(str(watched), str(int(end_signal)), ids, str(folder)),
                    *argv,
                ],
                cwd=Path(__file__).resolve().parents[2],
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(watched,),
            )
    finally:
        os.close(watched)
    # Kept open for as long as this process lives: its end is the message.
    _held_pipes.append(held)
    return process


_held_pipes: list[int] = []


def watch(pipe: int, end_signal: int, ids: str, folder: str, argv: list[str]) -> int:
    """Run a server and end it when the pipe's other end is gone; pass on signals and the exit code."""
    owner: dict[str, Any] = {}
    if ids != "-":
        uid, gid = ids.split(":")
        owner = {"user": int(uid), "group": int(gid), "extra_groups": []}
    server = subprocess.Popen(argv, cwd=folder, umask=0o077, **owner)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, lambda received, frame: server.send_signal(received))
    os.set_blocking(pipe, False)
    told = False
    while server.poll() is None:
        if not told and _at_end(pipe):
            server.send_signal(end_signal)
            told = True
        time.sleep(0.1)
    return server.returncode


def _at_end(pipe: int) -> bool:
    try:
        return os.read(pipe, 1) == b""
    except BlockingIOError:
        return False


def squatters(folder: Path) -> Iterator[psutil.Process]:
    """Servers that still run on this data folder: recognised by program and working folder, never by a bare pid."""
    for process in psutil.process_iter():
        try:
            if Path(process.exe()).name in PROGRAMS and Path(process.cwd()) == folder:
                yield process
        except (psutil.Error, OSError):
            continue


def evict(folder: Path, patience: float = 15.0) -> None:
    """Wait for servers that a killed supervisor left on this folder; ask them to end, then insist."""
    left = list(squatters(folder))
    for process in left:
        _signal(process, signal.SIGINT if _is_postgres(process) else signal.SIGTERM)
    _gone, left = psutil.wait_procs(left, timeout=patience)
    for process in left:
        _signal(process, signal.SIGQUIT if _is_postgres(process) else signal.SIGKILL)
    _gone, left = psutil.wait_procs(left, timeout=patience)
    if left:
        raise LocalError(f"A server from before still runs on {folder} (pid {left[0].pid}) and does not end.")


def _is_postgres(process: psutil.Process) -> bool:
    try:
        return Path(process.exe()).name == "postgres"
    except psutil.Error:
        return False


def _signal(process: psutil.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except psutil.Error:
        return

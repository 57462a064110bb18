"""Short child processes under watch: started by exec, limited in time and memory, ended with all they started."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

POLL_SECONDS = 0.02
PROJECT = Path(__file__).resolve().parent.parent


class OverLimit(Exception):
    """The child took more time or memory than it was given; `limit` is "time" or "memory"."""

    def __init__(self, limit: str) -> None:
        super().__init__(f"The child process went over its limit of {limit}.")
        self.limit = limit


@dataclass(frozen=True)
class Answer:
    """What a child left when it ended by itself."""

    code: int
    out: bytes
    err: str


def run(command: Sequence[str], payload: bytes, *, wall_seconds: float, memory_bytes: int) -> Answer:
    """Run `command` with `payload` on its input, in an empty folder's environment, and return its answer.

    Resident memory is watched from outside because a chart renderer aborts under any address space limit.
    Raises OverLimit; the child and everything in its session is gone when this returns or raises.
    """
    with tempfile.TemporaryDirectory(prefix="render-") as folder:
        files = [open(Path(folder, name), "w+b") for name in ("in", "out", "err")]  # noqa: SIM115 closed below
        try:
            files[0].write(payload)
            files[0].seek(0)
            child = subprocess.Popen(
                list(command),
                stdin=files[0],
                stdout=files[1],
                stderr=files[2],
                cwd=PROJECT,
                env=_environment(folder),
                start_new_session=True,
            )
            try:
                code = _watch(child, wall_seconds, memory_bytes)
            finally:
                _end(child)
            out, err = (_content(file) for file in files[1:])
            return Answer(code, out, err.decode(errors="replace"))
        finally:
            for file in files:
                file.close()


def limit_self(*, cpu_seconds: int, memory_bytes: int | None = None) -> None:
    """Limit this process: an orphan whose parent was killed ends by itself. Only Linux keeps the memory limit."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory_bytes is not None and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _environment(folder: str) -> dict[str, str]:
    """No secret of the parent reaches the child; few threads, because each one reserves address space."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    own = {"HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "TZ": "UTC"}
    return kept | own | {"MALLOC_ARENA_MAX": "2", "RAYON_NUM_THREADS": "2", "PYTHONDONTWRITEBYTECODE": "1"}


def _watch(child: subprocess.Popen[bytes], wall_seconds: float, memory_bytes: int) -> int:
    deadline = time.monotonic() + wall_seconds
    while True:
        try:
            return child.wait(timeout=POLL_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        if time.monotonic() > deadline:
            raise OverLimit("time")
        if _resident(child.pid) > memory_bytes:
            raise OverLimit("memory")


def _resident(pid: int) -> int:
    """Resident memory of the process and its children; 0 when it has just ended."""
    try:
        parent = psutil.Process(pid)
        return sum(process.memory_info().rss for process in [parent, *parent.children(recursive=True)])
    except psutil.Error:
        return 0


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()

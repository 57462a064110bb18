"""A child process that is restarted with a growing pause, until it has died too often."""

import contextlib
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

from workbench.local.errors import LocalError

MAY_FAIL, FAIL_WINDOW = 5, 60.0
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
LONGEST_LOG = 5_000_000


@dataclass
class Child:
    """One process we answer for: how it is started, whether it works, how it is asked to end.

    `clear` runs before a restart.
    """

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    answers: Callable[[], bool]
    end_signal: signal.Signals
    log: Path
    clear: Callable[[], None] = lambda: None
    process: subprocess.Popen[bytes] | None = None
    not_before: float = 0.0
    failures: deque[float] = field(default_factory=deque)

    def begin(self) -> None:
        """Start it for the first time."""
        self.process = self.start()

    def wait_until_ready(self, within: float, asked_to_end: Callable[[], bool]) -> None:
        """Return when it answers; LocalError with its last words when it ends or takes too long."""
        deadline = time.monotonic() + within
        while not self.answers():
            if asked_to_end():
                raise LocalError("Asked to end while starting.")
            if self.died() or time.monotonic() > deadline:
                raise LocalError(f"{self.name} did not start. {self.last_words()}")
            time.sleep(0.02)

    def died(self) -> bool:
        """Whether it has ended without being asked."""
        return self.process is not None and self.process.poll() is not None

    def tend(self) -> None:
        """Restart it when it has died and its pause is over; LocalError when it dies too often."""
        now = time.monotonic()
        if self.died():
            self._note_death(now)
        if self.process is None and now >= self.not_before:
            self.clear()
            self.process = self.start()

    def _note_death(self, now: float) -> None:
        self.failures.append(now)
        while self.failures[0] < now - FAIL_WINDOW:
            self.failures.popleft()
        code = self.process.returncode if self.process else None
        self.process = None
        if len(self.failures) > MAY_FAIL:
            raise LocalError(
                f"{self.name} ended {len(self.failures)} times within {FAIL_WINDOW:.0f} s (exit {code}). "
                + self.last_words()
            )
        pause = min(FIRST_PAUSE * 2 ** (len(self.failures) - 1), LONGEST_PAUSE)
        say(f"{self.name} ended with exit {code}; it starts again in {pause:.1f} s.")
        self.not_before = now + pause

    def last_words(self) -> str:
        """The end of its log, for a message."""
        return f"Its last words, from {self.log}:\n{last_lines(self.log)}"


def end(children: list[Child], within: float) -> None:
    """Ask all to end, wait, then kill what is left, with its own children."""
    running = [child.process for child in children if child.process and child.process.poll() is None]
    for child in children:
        if child.process in running:
            _send(child.process, child.end_signal)
    deadline = time.monotonic() + within
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            say(f"{process.args!r} did not end when asked; it is killed.")
            # PostgreSQL takes its backends along when it is asked to quit; the group takes everybody.
            _send(process, signal.SIGQUIT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(2)
            _kill_group(process)
            process.wait()


def _send(process: subprocess.Popen[bytes] | None, number: signal.Signals) -> None:
    if process and process.poll() is None:
        process.send_signal(number)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def say(message: str) -> None:
    """One dated line on standard error: the supervisor's log, or the person at the terminal."""
    sys.stderr.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {message}\n")
    sys.stderr.flush()


def fresh_log(path: Path) -> Path:
    """The log's path; it begins again when it has grown long."""
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.unlink()
    return path


def last_lines(path: Path, count: int = 12) -> str:
    """The end of a log."""
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return "(no log)"

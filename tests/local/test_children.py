"""A child that dies is restarted with a growing pause; one that keeps dying ends the whole with a clear message."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.local.conftest import gone
from tests.support.databases import ROOT
from tests.support.stack import wait_until
from workbench import local
from workbench.local import children
from workbench.local.children import Child, end, last_lines
from workbench.local.processes import spawn


def child_of(argv, folder, by_pipe=False):
    log = folder / "child.log"
    return Child(
        name="The child",
        start=lambda: spawn(argv, folder=folder, log=log, end_signal=signal.SIGTERM, by_pipe=by_pipe),
        answers=lambda: True,
        end_signal=signal.SIGTERM,
        log=log,
    )


def test_a_child_that_dies_is_started_again(tmp_path):
    child = child_of(["sleep", "60"], tmp_path)
    child.begin()
    first = child.process.pid
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: child.tend() or (child.process and child.process.pid != first), 10, "it is back")
    end([child], 5)
    assert gone({first, child.process.pid})


def test_a_child_that_keeps_dying_ends_the_whole_with_its_last_words(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.001)
    child = child_of([sys.executable, "-c", "print('no such table: money'); raise SystemExit(7)"], tmp_path)
    child.begin()
    with pytest.raises(local.LocalError, match=r"(?s)The child ended 6 times.*exit 7.*no such table: money"):
        wait_until(child.tend, 30, "it is given up")


def test_the_pause_before_a_restart_grows_and_has_a_limit(tmp_path, capsys):
    child = child_of(["false"], tmp_path)
    pauses = []
    for _ in range(3):
        child.begin()
        child.process.wait()
        now = time.monotonic()
        child.tend()
        pauses.append(child.not_before - now)
    assert pauses[0] < pauses[1] < pauses[2] <= children.LONGEST_PAUSE
    assert "ended with exit 1" in capsys.readouterr().err


def test_a_child_that_does_not_answer_in_time_is_a_clear_error(tmp_path):
    child = child_of(["sleep", "60"], tmp_path)
    child.answers = lambda: False
    child.begin()
    with pytest.raises(local.LocalError, match="The child did not start"):
        child.wait_until_ready(0.2, lambda: False)
    end([child], 5)


def test_a_child_that_ignores_the_request_is_killed_with_its_own_children(tmp_path):
    deaf = "import signal, subprocess, time; signal.signal(15, signal.SIG_IGN); signal.signal(3, signal.SIG_IGN)\n"
    deaf += "print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
    child = child_of([sys.executable, "-c", deaf], tmp_path)
    child.begin()
    grandchild = int(wait_until(lambda: last_lines(child.log).strip(), 10, "it has started its own child"))
    end([child], 0.2)
    assert gone({child.process.pid})
    wait_until(lambda: gone({grandchild}), 5, "its own child is gone too")


PARENT = """
import signal, sys, time
from pathlib import Path
from workbench.local.processes import spawn
folder = Path(sys.argv[1])
process = spawn(["sleep", "60"], folder=folder, log=folder / "log", end_signal=signal.SIGTERM, by_pipe=sys.argv[2] == "pipe")
print(process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.chaos
@pytest.mark.parametrize("way", ["kernel", "pipe"])
def test_a_child_is_gone_soon_after_its_parent_was_killed(tmp_path, way):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path), way], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    pid = int(parent.stdout.readline())
    wait_until(lambda: _sleepers(pid), 20, "the program runs")
    pids = {pid, *_sleepers(pid)}
    parent.kill()
    parent.communicate()
    wait_until(lambda: gone(pids), 2, "nothing is left")


def _sleepers(pid):
    """The program itself: the child, or what the watcher started."""
    try:
        child = psutil.Process(pid)
        return {process.pid for process in (child, *child.children()) if process.name() == "sleep"}
    except psutil.NoSuchProcess:
        return set()

"""Children under watch: what they may take, what they may see, and that none is left over."""

import json
import os
import sys
import time

import psutil
import pytest

from reports import watched

LARGE = 2 << 30


def python(code: str, payload: bytes = b"", *, wall_seconds: float = 20, memory_bytes: int = LARGE) -> watched.Answer:
    return watched.run([sys.executable, "-c", code], payload, wall_seconds=wall_seconds, memory_bytes=memory_bytes)


def test_a_child_answers_what_it_was_asked():
    done = python("import sys; sys.stdout.write(sys.stdin.read()[::-1]); sys.exit(3)", b"abc" * 100_000)
    assert (done.code, done.out) == (3, b"cba" * 100_000)


def test_a_child_that_takes_too_long_is_ended_with_what_it_started(tmp_path):
    note = tmp_path / "grandchild"
    code = (
        "import subprocess, sys, time, pathlib;"
        "started = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)']);"
        "pathlib.Path(sys.argv[1]).write_text(str(started.pid)); time.sleep(300)"
    )
    began = time.monotonic()
    with pytest.raises(watched.OverLimit) as caught:
        watched.run([sys.executable, "-c", code, str(note)], b"", wall_seconds=4, memory_bytes=LARGE)
    assert caught.value.limit == "time"
    assert 4 <= time.monotonic() - began < 60
    assert ended(int(note.read_text()))


def ended(pid: int) -> bool:
    """Whether the process is gone, or will be as soon as its new parent has asked for it."""
    for _attempt in range(50):
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.1)
    return False


def test_a_child_that_takes_too_much_memory_is_ended():
    with pytest.raises(watched.OverLimit) as caught:
        python("import time; held = bytearray(300 << 20); time.sleep(60)", memory_bytes=150 << 20)
    assert caught.value.limit == "memory"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps an address space limit")
def test_a_child_can_limit_its_own_memory():
    code = (
        "from reports.watched import limit_self; limit_self(cpu_seconds=20, memory_bytes=1 << 30); bytearray(2 << 30)"
    )
    done = python(code)
    assert done.code == 1
    assert "MemoryError" in done.err


def test_a_child_can_limit_its_own_computing_time():
    done = python("from reports.watched import limit_self; limit_self(cpu_seconds=1)\nwhile True: pass")
    assert done.code < 0


def test_no_secret_of_the_parent_reaches_a_child(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    seen = json.loads(python("import json, os; print(json.dumps(dict(os.environ)))").out)
    assert "DATABASE_URL" not in seen
    assert seen["TZ"] == "UTC"


def test_the_folder_of_a_child_is_gone_afterwards():
    folder = python("import os; print(os.environ['TMPDIR'], end='')").out.decode()
    assert folder
    assert not os.path.exists(folder)

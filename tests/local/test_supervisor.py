"""One supervisor per data folder: it outlives a killed user, refuses a second one, and leaves nothing when killed."""

import json
import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest
import redis

from tests.local.conftest import answer, ends, server_pids, start
from tests.support.databases import ROOT
from tests.support.servers import wait_for_end
from tests.support.stack import wait_until
from workbench import local
from workbench.local.places import settle

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]


def test_a_killed_user_ends_nothing_while_another_works_and_everything_when_it_was_the_last(home, new_user):
    first, second = new_user(home), new_user(home)
    pids = server_pids(home)
    first.kill()
    time.sleep(1)
    with start(home) as servers:
        assert answer(servers)
    assert server_pids(home) >= pids, "the same servers still run"
    second.kill()
    ends(home, pids, 5)


def test_a_second_supervisor_is_refused(home, new_user):
    new_user(home)
    before = server_pids(home)
    second = subprocess.run(
        [sys.executable, "-m", "workbench.local", "serve", str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 1
    assert "already running" in second.stderr
    assert server_pids(home) >= before


def test_a_killed_supervisor_leaves_no_server_and_the_data_is_there_after_a_restart(home):
    with start(home) as servers:
        _write_down(servers)
        pids = server_pids(home)
        os.kill(servers.pid, signal.SIGKILL)
        ends(home, pids, 2)
        with start(home) as again:
            assert again.pid != servers.pid
            assert again.environment == servers.environment
            with psycopg.connect(again.database_owner_url) as connection:
                assert connection.execute("SELECT text FROM kept").fetchone() == ("committed",)
            client = redis.Redis.from_url(again.redis_url)
            assert client.get("kept") == b"1"
            client.close()


def _write_down(servers):
    with psycopg.connect(servers.database_owner_url) as connection:
        connection.execute("CREATE TABLE kept (text text)")
        connection.execute("INSERT INTO kept VALUES ('committed')")
    client = redis.Redis.from_url(servers.redis_url)
    client.set("kept", "1")
    client.close()
    # The append-only file is written when the reply is sent; a throwaway one is not synced, and a kill needs no sync.


@pytest.mark.parametrize("program", ["postgres", "valkey"])
def test_a_killed_server_comes_back_under_the_same_address(home, program):
    with start(home) as servers:
        folder = getattr(settle(home), program)
        pids = {pid for pid in server_pids(home) if os.readlink(f"/proc/{pid}/cwd") == str(folder)}
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: _answers(servers), 15, f"{program} is back")
        assert servers.pid == json.loads((home / "servers.json").read_text())["pid"]


def _answers(servers):
    try:
        return answer(servers)
    except (psycopg.OperationalError, redis.RedisError):
        return False


def test_users_that_start_together_share_one_supervisor(home, new_user):
    users = [subprocess.Popen(_ask(home), cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {user.communicate(timeout=120)[0] for user in users}
    assert len(said) == 1
    assert all(user.returncode == 0 for user in users)


def _ask(home):
    code = (
        "import sys, time; from pathlib import Path; from workbench import local\n"
        "with local.ensure(Path(sys.argv[1]), linger=5.0, throwaway=True) as servers:\n"
        "    print(servers.pid); time.sleep(3)"
    )
    return [sys.executable, "-c", code, str(home)]


def test_a_postmaster_file_that_names_a_stranger_does_not_prevent_a_start(home):
    with start(home):
        pass
    wait_for_end(home)
    stale = settle(home).postgres / "postmaster.pid"
    assert not stale.exists()
    # This very process lives and is no postgres: the pid was given to somebody else meanwhile.
    stale.write_text(f"{os.getpid()}\n{settle(home).postgres}\n1\n5432\n\n\n\n\n")
    with start(home) as servers:
        assert answer(servers)


def test_a_state_that_a_killed_supervisor_left_is_not_believed(home):
    (home / "servers.json").write_text(
        json.dumps({"pid": 1, "database_url": "postgres://x", "database_owner_url": "x", "redis_url": "x"})
    )
    with start(home) as servers:
        assert servers.pid != 1
        assert answer(servers)


def test_servers_linger_after_the_last_user_and_can_be_asked_to_end_at_once(home):
    with local.ensure(home, linger=60.0, throwaway=True):
        pids = server_pids(home)
    time.sleep(1)
    assert server_pids(home) >= pids, "the next command finds them running"
    with start(home):
        pass
    ends(home, pids, 5)


def test_a_start_that_fails_says_why(home, monkeypatch):
    monkeypatch.setenv("PG_BIN", str(home))
    with pytest.raises(local.LocalError, match="PG_BIN"), start(home):
        pass

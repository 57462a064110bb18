"""Any path works: spaces, great length, a 0700 folder above; no folder that was there before is changed."""

import os
import pwd
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.local.conftest import answer, start
from tests.support.databases import ROOT
from tests.support.servers import remove_home
from workbench.local.places import LONGEST_SOCKET, SOCKET_LIMIT, reachable, servers_account, settle


@pytest.fixture
def parent():
    """A folder that the servers' user can pass."""
    made = Path(tempfile.mkdtemp(prefix="workbench-places-"))
    made.chmod(0o755)
    yield made
    for child in sorted(made.rglob("places.json")):
        remove_home(child.parent)
    made.chmod(0o700)
    for folder, _, files in os.walk(made, topdown=False):
        for name in files:
            Path(folder, name).unlink()
        Path(folder).rmdir()


def modes(folder):
    """Mode and owner of a folder and of everything above it."""
    return {path: (stat.S_IMODE(path.stat().st_mode), path.stat().st_uid) for path in (folder, *folder.parents)}


@pytest.mark.chaos
@pytest.mark.xdist_group("serial")
@pytest.mark.parametrize(
    ("name", "mode"),
    [("a path with spaces, 'quotes' and ünï", 0o755), ("long" * 40, 0o755), ("closed", 0o700)],
    ids=["spaces", "long", "closed"],
)
def test_servers_work_below_any_folder_and_change_no_mode_above(parent, name, mode):
    folder = parent / name
    folder.mkdir()
    folder.chmod(mode)
    before = modes(folder)
    with start(folder / "home") as servers:
        assert answer(servers)
        places = settle(servers.home)
        assert len(os.fsencode(places.sockets / LONGEST_SOCKET)) <= SOCKET_LIMIT
        for private in (places.sockets, places.postgres, places.valkey):
            assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert modes(folder) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's servers run as another user")
def test_roots_servers_run_as_nobody_who_need_not_pass_a_closed_folder(parent):
    closed = parent / "closed"
    closed.mkdir(mode=0o700)
    account = servers_account()
    assert account is not None
    assert not reachable(closed, account)
    assert reachable(parent, account)


ASK = """
import os, sys, tempfile
from pathlib import Path
from workbench import local
with local.ensure(Path(tempfile.mkdtemp()) / "home", linger=0.0, throwaway=True) as servers:
    print(os.stat(servers.home / "postgres").st_uid, "passwords.json" in os.listdir(servers.home))
"""


@pytest.mark.chaos
@pytest.mark.xdist_group("serial")
def test_an_ordinary_users_servers_run_as_that_user():
    me = pwd.getpwuid(os.geteuid())
    account = pwd.getpwnam("daemon") if me.pw_uid == 0 else me
    for needed in (Path(sys.executable).resolve(), Path(sys.base_prefix), ROOT):
        if me.pw_uid == 0 and not reachable(needed.parent, account):
            pytest.skip(f"{account.pw_name} cannot reach {needed}, so root cannot try as that user")
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        user=account.pw_uid if me.pw_uid == 0 else None,
        extra_groups=[] if me.pw_uid == 0 else None,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(account.pw_uid), "True"], done.stderr


@pytest.mark.chaos
@pytest.mark.xdist_group("serial")
def test_passwords_are_for_their_owner_only_and_kept(home):
    with start(home) as servers:
        kept = servers.environment
        for name in ("passwords.json", "servers.json"):
            assert stat.S_IMODE((home / name).stat().st_mode) == 0o600
    with start(home) as again:
        assert again.environment == kept

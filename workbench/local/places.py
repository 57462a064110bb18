"""Where the servers' files live, who owns them, and which user the servers run as.

No mode of a folder that was there before is ever changed. Root's servers run as `nobody`; where `nobody` cannot
reach HOME (a checkout under a 0700 folder), their files live in a system folder that HOME remembers.
"""

import hashlib
import json
import os
import pwd
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workbench.local.errors import LocalError

# sun_path has 108 bytes on Linux and 104 on macOS, with the closing zero; PostgreSQL's name is the longest one.
SOCKET_LIMIT = 107 if os.uname().sysname == "Linux" else 103
LONGEST_SOCKET = ".s.PGSQL.5432"
SYSTEM_FOLDERS = (Path("/var/lib"), Path("/var/tmp"))  # noqa: S108  a folder of root's own is made and checked below
SYSTEM_NAME = "scenario-workbench"


@dataclass(frozen=True)
class Places:
    """The folders of one HOME. `account` is the user of the servers, None for the user who starts them."""

    home: Path
    base: Path
    sockets: Path
    account: pwd.struct_passwd | None

    @property
    def postgres(self) -> Path:
        """PostgreSQL's data."""
        return self.base / "postgres"

    @property
    def valkey(self) -> Path:
        """Valkey's append-only file."""
        return self.base / "valkey"

    @property
    def logs(self) -> Path:
        """What supervisor and servers say."""
        return self.home / "log"


def make_home(home: Path) -> Path:
    """Make HOME where it is missing; passable for the servers' user, listable for nobody else."""
    if not home.exists():
        home.mkdir(parents=True)
        if os.geteuid() == 0:
            home.chmod(0o711)
    return home.resolve()


def settle(home: Path) -> Places:
    """Decide once where the files of this HOME are, make the folders, remember the decision in HOME."""
    account = servers_account()
    recorded = _recorded(home)
    base = _base(home, recorded.get("base"), account)
    sockets = _sockets(base, recorded.get("sockets"), account)
    places = Places(home=home, base=base, sockets=sockets, account=account)
    for folder in (places.valkey, places.logs):
        _own(folder, account if folder != places.logs else None)
    _remember(home, base, sockets)
    return places


def servers_account() -> pwd.struct_passwd | None:
    """`nobody` when root starts the servers (PostgreSQL refuses to run as root), else None: ourselves."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        raise LocalError(
            "Root cannot run PostgreSQL and this machine has no user `nobody`: start as an ordinary user."
        ) from None


def reachable(path: Path, account: pwd.struct_passwd | None) -> bool:
    """Whether this user can pass through every folder of the path."""
    if account is None:
        return True
    return all(_passable(folder, account) for folder in (path, *path.parents) if folder.exists())


def _passable(folder: Path, account: pwd.struct_passwd) -> bool:
    info = folder.stat()
    if info.st_uid == account.pw_uid:
        return bool(info.st_mode & stat.S_IXUSR)
    if info.st_gid == account.pw_gid:
        return bool(info.st_mode & stat.S_IXGRP)
    return bool(info.st_mode & stat.S_IXOTH)


def system_folder() -> Path:
    """Root's own folder outside every checkout, 0755: binaries for `nobody`, and data that HOME cannot hold."""
    for parent in SYSTEM_FOLDERS:
        folder = parent / SYSTEM_NAME
        try:
            folder.mkdir(mode=0o755, exist_ok=True)
        except OSError:
            continue
        info = folder.lstat()
        if stat.S_ISDIR(info.st_mode) and info.st_uid == 0 and not info.st_mode & 0o022:
            if not info.st_mode & stat.S_IXOTH:
                folder.chmod(0o755)
            return folder
    raise LocalError(f"Root needs a folder for the servers: none of {SYSTEM_FOLDERS} can be used.")


def _base(home: Path, recorded: str | None, account: pwd.struct_passwd | None) -> Path:
    base = home / recorded if recorded else None
    if base is None or not base.is_dir():
        base = home if reachable(home, account) else _outside(home)
    if not reachable(base, account):
        raise LocalError(f"The servers' user {account and account.pw_name!r} can no longer reach {base}.")
    return base


def _outside(home: Path) -> Path:
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    base = system_folder() / name
    base.mkdir(mode=0o755, exist_ok=True)
    base.chmod(0o711)
    return base


def _sockets(base: Path, recorded: str | None, account: pwd.struct_passwd | None) -> Path:
    near = base / "run"
    if _fits(near):
        return _own(near, account)
    uid = account.pw_uid if account else os.geteuid()
    if recorded and _private(Path(recorded), uid):
        return Path(recorded)
    for parent in (Path(tempfile.gettempdir()), *SYSTEM_FOLDERS):
        if _fits(parent / "swb-12345678") and reachable(parent, account) and os.access(parent, os.W_OK):
            return _own(Path(tempfile.mkdtemp(prefix="swb-", dir=parent)), account)
    raise LocalError("No folder with a short enough path for the servers' sockets: set TMPDIR to a short one.")


def _fits(folder: Path) -> bool:
    """Short enough for a socket, and without a comma: libpq takes that for a list of hosts."""
    return len(os.fsencode(folder / LONGEST_SOCKET)) <= SOCKET_LIMIT and "," not in str(folder)


def _private(folder: Path, uid: int) -> bool:
    try:
        info = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(info.st_mode) and info.st_uid == uid and stat.S_IMODE(info.st_mode) == 0o700


def _own(folder: Path, account: pwd.struct_passwd | None) -> Path:
    """A 0700 folder of the servers' user, made here."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(0o700)
    return folder


def _recorded(home: Path) -> dict[str, str]:
    try:
        recorded: dict[str, str] = json.loads((home / "places.json").read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return recorded


def _remember(home: Path, base: Path, sockets: Path) -> None:
    content = {"base": "." if base == home else str(base), "sockets": str(sockets)}
    path = home / "places.json"
    draft = home / "places.json.new"
    draft.write_text(json.dumps(content))
    draft.replace(path)

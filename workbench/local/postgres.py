"""PostgreSQL: made at the first start, three roles, one database, a unix socket and nothing else."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from workbench.local.binaries import Binaries
from workbench.local.errors import LocalError
from workbench.local.passwords import ADMIN, APP, OWNER
from workbench.local.places import Places
from workbench.local.processes import ENVIRONMENT, evict

DATABASE = "workbench"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
END_SIGNAL = signal.SIGINT  # fast shutdown: open transactions are rolled back, committed data is written
BUILTIN_LOCALES_SINCE = 17


def prepare(places: Places, binaries: Binaries, passwords: dict[str, str]) -> None:
    """Make the cluster where it is missing; clear what a killed server left."""
    if not places.postgres.exists():
        _initdb(places, binaries, passwords)
    made_by = (places.postgres / "PG_VERSION").read_text().strip()
    runs = _major(binaries)
    if made_by != str(runs):
        raise LocalError(
            f"{places.postgres} was made by PostgreSQL {made_by}, and the programs are {runs}: "
            "dump with the old ones, or set PG_BIN to them."
        )
    evict(places.postgres)
    # Nothing runs on this folder now, so the pid in a left file belongs to a stranger.
    (places.postgres / "postmaster.pid").unlink(missing_ok=True)


def command(places: Places, binaries: Binaries, *, throwaway: bool) -> list[str]:
    """The server's command line. A throwaway cluster (tests) skips what guards against a loss of power."""
    folder = str(places.sockets).replace('"', '""')
    options = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{folder}"',
        "unix_socket_permissions": "0700",
        "max_connections": "100",
        "log_timezone": "UTC",
        "timezone": "UTC",
    }
    if throwaway:
        options |= {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
    argv = [str(binaries.postgres / "postgres"), "-D", str(places.postgres)]
    for name, value in options.items():
        argv += ["-c", f"{name}={value}"]
    return argv


def answers(places: Places, passwords: dict[str, str]) -> bool:
    """Whether the server accepts a connection."""
    try:
        _connect(places, passwords, ADMIN, "postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def make_roles(places: Places, passwords: dict[str, str]) -> None:
    """Roles, database and extensions, each only where it is missing: a start that was cut short is completed."""
    rights = {OWNER: "NOSUPERUSER CREATEDB NOCREATEROLE", APP: "NOSUPERUSER NOCREATEDB NOCREATEROLE"}
    with _connect(places, passwords, ADMIN, "postgres") as admin:
        for role, right in rights.items():
            if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                admin.execute(
                    sql.SQL("CREATE ROLE {} LOGIN " + right + " PASSWORD {}").format(
                        sql.Identifier(role), sql.Literal(passwords[role])
                    )
                )
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            admin.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
            )
    with _connect(places, passwords, OWNER, DATABASE) as owner:
        for extension in EXTENSIONS:
            owner.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")


def url(places: Places, passwords: dict[str, str], role: str) -> str:
    """The URL of the database for one role."""
    host = quote(str(places.sockets), safe="")
    return f"postgres://{role}:{quote(passwords[role], safe='')}@{host}/{DATABASE}"


def _connect(places: Places, passwords: dict[str, str], role: str, database: str) -> psycopg.Connection:
    return psycopg.connect(
        host=str(places.sockets),
        dbname=database,
        user=role,
        password=passwords[role],
        autocommit=True,
        connect_timeout=5,
    )


def _initdb(places: Places, binaries: Binaries, passwords: dict[str, str]) -> None:
    """Build beside and rename: a first start that is killed leaves no half cluster behind."""
    draft = places.base / "postgres.new"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    data = draft / "data"
    secret = draft / "password"
    _write_secret(secret, passwords[ADMIN])
    owner: dict[str, Any] = {}
    if places.account:
        for path in (draft, secret):
            os.chown(path, places.account.pw_uid, places.account.pw_gid)
        owner = {"user": places.account.pw_uid, "group": places.account.pw_gid, "extra_groups": []}
    done = subprocess.run(
        [
            str(binaries.postgres / "initdb"),
            *("-D", str(data), "--username", ADMIN, "--pwfile", str(secret)),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"),
            *_locale(binaries),
        ],
        env=ENVIRONMENT,
        cwd=draft,
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
        **owner,
    )
    secret.unlink()
    if done.returncode:
        raise LocalError(f"initdb failed:\n{done.stdout}{done.stderr}")
    data.rename(places.postgres)
    draft.rmdir()


def _write_secret(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def _locale(binaries: Binaries) -> list[str]:
    if _major(binaries) >= BUILTIN_LOCALES_SINCE:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8"]


def _major(binaries: Binaries) -> int:
    said = subprocess.run(
        [str(binaries.postgres / "postgres"), "--version"],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    found = re.search(r"(\d+)", said.stdout)
    if not found:
        raise LocalError(f"{binaries.postgres / 'postgres'} does not say its version: {said.stdout!r}")
    return int(found.group(1))

"""One migrated template database, cloned for every xdist worker and for every stack of real processes.

Everything here is done by the schema's owner; the tests themselves connect as the application's role.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
ADVISORY_KEY = 7_403_120_981
TEMPLATE_PREFIX = "swb_template_"
CLONE_PREFIX = "swb_test_"


def with_database(url: str, name: str) -> str:
    """The same server and role, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def database_of(url: str) -> str:
    """The name of the database in a URL."""
    return urlsplit(url).path.lstrip("/")


def fingerprint() -> str:
    """Changes when the schema can have changed: migrations, the grants after them, the locked dependencies."""
    digest = hashlib.sha256()
    files = [*ROOT.glob("*/migrations/*.py"), ROOT / "core" / "grants.py", ROOT / "requirements.txt"]
    for path in sorted(files):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Databases:
    """Makes, clones and drops databases on one server. `app_url` and `owner_url` name any database on it."""

    def __init__(self, app_url: str, owner_url: str):
        self.app_url = app_url
        self.owner_url = owner_url
        self.made: list[str] = []
        # The grants in a template name these two roles, so it serves no other pair on the same server.
        roles = f"{urlsplit(app_url).username} {urlsplit(owner_url).username}"
        self.prefix = TEMPLATE_PREFIX + hashlib.sha256(roles.encode()).hexdigest()[:8] + "_"

    @contextmanager
    def _locked(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self.owner_url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_KEY])
            yield connection

    def template(self) -> str:
        """The name of the migrated template, made first where it is missing."""
        name = self.prefix + fingerprint()
        with self._locked() as connection:
            self._ensure_template(connection, name)
        return name

    def _ensure_template(self, connection: psycopg.Connection, name: str) -> None:
        if _exists(connection, name):
            return
        for stale in _names(connection, self.prefix):
            _drop(connection, stale)
        building = f"{self.prefix}building"
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(building)))
        self._migrate(building)
        connection.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(building), sql.Identifier(name))
        )

    def _migrate(self, name: str) -> None:
        with psycopg.connect(with_database(self.owner_url, name), autocommit=True) as connection:
            for extension in ("pg_trgm", "unaccent", "btree_gist"):
                connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        done = subprocess.run(
            [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity", "0"],
            cwd=ROOT,
            env=os.environ
            | {
                "DATABASE_URL": with_database(self.app_url, name),
                "DATABASE_OWNER_URL": with_database(self.owner_url, name),
                "WORKBENCH_DB_ROLE": "owner",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"The test database could not be migrated:\n{done.stdout}{done.stderr}")

    def clone(self, label: str) -> str:
        """A fresh copy of the template with every row that migrations put there; returns its name."""
        name = f"{CLONE_PREFIX}{label}_{uuid4().hex[:10]}"
        template = self.prefix + fingerprint()
        with self._locked() as connection:
            self._ensure_template(connection, template)
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            )
        self.made.append(name)
        return name

    def drop(self, name: str) -> bool:
        """Drop a clone; False when something still holds a connection to it."""
        with psycopg.connect(self.owner_url, autocommit=True) as connection:
            try:
                _drop(connection, name)
            except psycopg.errors.ObjectInUse:
                return False
        self.made.remove(name)
        return True

    def urls(self, name: str) -> dict[str, str]:
        """The environment with which a process of the project uses this database."""
        return {
            "DATABASE_URL": with_database(self.app_url, name),
            "DATABASE_OWNER_URL": with_database(self.owner_url, name),
        }


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())


def _names(connection: psycopg.Connection, prefix: str) -> list[str]:
    rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
    return [row[0] for row in rows.fetchall()]


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))

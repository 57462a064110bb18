"""Roles and a database for a test run on servers that are already there: `make` prints exports, `drop` removes them.

Everything made carries this run's name, so roles and databases of others are never touched.
"""

import os
import secrets
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis
from psycopg import sql

ADMIN_URL = os.environ.get("GIVEN_ADMIN_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS_URL = os.environ.get("GIVEN_REDIS_URL", "redis://127.0.0.1:6379/0")
ABSENT = 3


def main() -> int:
    """`make NAME` or `drop NAME`; exit 3 when no server answers."""
    verb, name = sys.argv[1:]
    try:
        redis.Redis.from_url(REDIS_URL, socket_connect_timeout=2).ping()
        with psycopg.connect(ADMIN_URL, connect_timeout=3, autocommit=True) as admin:
            (_make if verb == "make" else _drop)(admin, name)
    except (psycopg.OperationalError, redis.RedisError) as error:
        sys.stderr.write(f"No given servers: {error}\n")
        return ABSENT
    return 0


def _make(admin: psycopg.Connection, name: str) -> None:
    _drop(admin, name)
    password = secrets.token_urlsafe(16)
    for role, right in ((f"{name}_owner", "CREATEDB"), (f"{name}_app", "NOCREATEDB")):
        admin.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER " + right + " PASSWORD {}").format(
                sql.Identifier(role), sql.Literal(password)
            )
        )
    admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(f"{name}_owner")))
    for variable, role in (("DATABASE_URL", "app"), ("DATABASE_OWNER_URL", "owner")):
        sys.stdout.write(f"export {variable}='{_url(f'{name}_{role}', password, name)}'\n")
    sys.stdout.write(f"export REDIS_URL='{REDIS_URL}'\n")


def _drop(admin: psycopg.Connection, name: str) -> None:
    owner = f"{name}_owner"
    made = admin.execute("SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = %s", [owner]).fetchall()
    for (database,) in made:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))
    for role in (f"{name}_app", owner):
        admin.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def _url(role: str, password: str, database: str) -> str:
    parts = urlsplit(ADMIN_URL)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}:{password}@{place}", path=f"/{database}"))


if __name__ == "__main__":
    sys.exit(main())

"""Three roles: what the application's own one may not do, on embedded and on given servers alike."""

import psycopg
import pytest

from tests.local.conftest import start


@pytest.fixture(scope="module")
def clone(databases):
    """A migrated database for these tests."""
    name = databases.clone("roles")
    yield databases.urls(name)
    assert databases.drop(name)


@pytest.fixture
def app(clone):
    with psycopg.connect(clone["DATABASE_URL"], autocommit=True) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE django_session",
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER TABLE django_session ADD COLUMN mine int",
        "ALTER TABLE core_auditevent DISABLE TRIGGER ALL",
        "DROP TABLE django_session",
        "UPDATE core_auditevent SET reason = ''",
        "DELETE FROM core_auditevent",
        "DELETE FROM django_migrations",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "SET session_replication_role = replica",
    ],
)
def test_the_application_role_may_not(app, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


def test_the_application_role_owns_nothing(app):
    assert app.execute("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user").fetchall() == []


def test_the_application_role_reads_and_writes_rows(app):
    app.execute("INSERT INTO django_session VALUES ('key', 'data', now())")
    assert app.execute("DELETE FROM django_session").rowcount == 1


def test_the_owner_makes_databases_and_is_no_superuser(clone):
    with psycopg.connect(clone["DATABASE_OWNER_URL"]) as owner:
        rights = owner.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert rights == (False, True, False)


@pytest.mark.chaos
@pytest.mark.xdist_group("serial")
def test_the_embedded_cluster_has_three_roles_and_builtin_locale(home):
    with start(home) as servers, psycopg.connect(servers.database_owner_url) as owner:
        roles = owner.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolcanlogin ORDER BY 1").fetchall()
        assert roles == [("workbench_admin", True), ("workbench_app", False), ("workbench_owner", False)]
        found = owner.execute(
            "SELECT pg_encoding_to_char(encoding), datlocprovider, datlocale, "
            "pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
        ).fetchone()
        assert found == ("UTF8", "b", "C.UTF-8", "workbench_owner")
        assert owner.execute("SHOW listen_addresses").fetchone() == ("",)
        extensions = {row[0] for row in owner.execute("SELECT extname FROM pg_extension").fetchall()}
        assert {"pg_trgm", "unaccent", "btree_gist"} <= extensions

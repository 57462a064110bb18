"""The ground the suite stands on: its own database, its role, no way out of the machine."""

import os
import socket
from urllib.parse import urlsplit

import psycopg
import pytest
import pytest_socket
from django.db import connection


@pytest.mark.django_db
def test_the_suite_connects_as_the_application_role_on_a_clone_of_its_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        name, role, superuser = cursor.fetchone()
    assert name.startswith("swb_test_")
    assert role in os.environ["DATABASE_URL"]
    assert not superuser


def test_no_test_leaves_this_machine():
    with (
        pytest.warns(UserWarning, match="not allowed|A test tried"),
        pytest.raises(pytest_socket.SocketConnectBlockedError),
    ):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_test_that_commits_leaves_nothing_behind(turn, databases):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), (SELECT count(*) FROM django_content_type)")
        name, types = cursor.fetchone()
        cursor.execute("INSERT INTO django_session VALUES ('the same key', %s, now())", [turn])
    assert name in databases.made
    assert types > 0, "rows that migrations put there are kept"


def test_the_template_is_made_by_the_owner_and_not_by_the_application_role(databases):
    with psycopg.connect(databases.owner_url) as owner:
        row = owner.execute(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", [databases.template()]
        ).fetchone()
    assert row == (urlsplit(databases.owner_url).username,)

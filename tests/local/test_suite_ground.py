"""The ground the suite stands on: its own database, its role, no way out of the machine."""

import os
import socket

import psycopg
import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_suite_connects_as_the_application_role_on_a_clone_of_its_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        name, role, superuser = cursor.fetchone()
    assert name.startswith("swb_test_")
    assert role in os.environ["DATABASE_URL"]
    assert not superuser


@pytest.mark.django_db
def test_the_application_role_cannot_truncate():
    with connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute("TRUNCATE core_outbox")


def test_no_test_leaves_this_machine():
    with pytest.raises(Exception, match="A test tried"), pytest.warns(UserWarning):
        socket.create_connection(("192.0.2.1", 80), timeout=1)

"""The database holds what the models say: grouping migrations must lose no rule."""

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import connection

from tests.architecture.rooms import own_models

pytestmark = pytest.mark.django_db


def names(query: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def test_every_constraint_of_a_model_is_in_the_database():
    there = names("SELECT conname FROM pg_constraint") | names("SELECT indexname FROM pg_indexes")
    wanted = {constraint.name for model in own_models() for constraint in model._meta.constraints}
    assert wanted - there == set()


def test_every_index_of_a_model_is_in_the_database():
    there = names("SELECT indexname FROM pg_indexes")
    wanted = {index.name for model in own_models() for index in model._meta.indexes}
    assert wanted - there == set()


def test_every_trigger_of_a_model_is_in_the_database_and_up_to_date():
    statuses = {
        trigger.get_pgid(model): trigger.get_installation_status(model)[0]
        for model, trigger in pgtrigger.registered()
        if model in own_models()
    }
    assert statuses
    assert {name: status for name, status in statuses.items() if status != "INSTALLED"} == {}


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_application_role_cannot_change_audit_and_history():
    tables = [
        model._meta.db_table
        for model in own_models()
        if model._meta.db_table == "core_auditevent" or hasattr(model, "pgh_tracked_model")
    ]
    assert len(tables) > 10
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute("SELECT has_table_privilege(%s, 'UPDATE, DELETE, TRUNCATE')", [table])
            assert cursor.fetchone() == (False,), table


def test_no_table_can_be_emptied_by_the_application_role():
    with connection.cursor() as cursor:
        for model in own_models():
            cursor.execute("SELECT has_table_privilege(%s, 'TRUNCATE')", [model._meta.db_table])
            assert cursor.fetchone() == (False,), model._meta.label

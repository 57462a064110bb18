"""Audit rows, version numbers, keys and pages."""

import base64
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import Team, User
from core.audit import record
from core.errors import Conflict, DomainError
from core.ids import uuid7
from core.models import AuditEvent
from core.pagination import decode, encode, keyset_page
from tests.factories.accounts import TeamFactory, UserFactory


def test_keys_sort_by_time_of_making():
    keys = [uuid7() for _ in range(5000)]
    assert keys == sorted(keys)
    assert {key.version for key in keys} == {7}
    assert {key.variant for key in keys} == {uuid.RFC_4122}


@pytest.mark.django_db
def test_the_sql_twin_makes_the_same_kind_of_key():
    with connection.cursor() as cursor:
        cursor.execute("SELECT workbench_uuid7() FROM generate_series(1, 100)")
        keys = [row[0] for row in cursor.fetchall()]
    assert {key.version for key in keys} == {7}
    assert {key.variant for key in keys} == {uuid.RFC_4122}
    assert abs((keys[0].int >> 80) - (uuid7().int >> 80)) < 60_000


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE core_auditevent SET verb = 'x'", "DELETE FROM core_auditevent"])
def test_an_audit_row_cannot_be_changed_by_sql(statement):
    team = TeamFactory()
    record(team_id=team.pk, by=None, verb="create", obj=team, via="ui")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db
def test_a_stale_version_number_is_refused_with_the_current_one():
    team = TeamFactory(name="First")
    stale = Team.objects.get(pk=team.pk)
    team.guarded_update(expected=1, changes={"name": "Second"})
    with pytest.raises(Conflict) as caught:
        stale.guarded_update(expected=1, changes={"name": "Third"})
    assert caught.value.extra["current"] == 2
    assert Team.objects.get(pk=team.pk).name == "Second"


@pytest.mark.django_db
def test_pages_follow_each_other_without_gap_or_repeat(rf):
    users = {UserFactory(name="Same").pk for _ in range(7)}
    seen, query = [], ""
    while True:
        page = keyset_page(User.objects.all(), rf.get("/?" + query), fields=("name", "pk"), size=3)
        seen += [user.pk for user in page]
        query = page.next_query
        if not query:
            break
    assert len(seen) == 7
    assert set(seen) == users


@pytest.mark.parametrize("cursor", ["%%%", "bm9wZQ", encode(["a", "b", "c"]), encode(["\x00", "b"]), encode([None, 1])])
def test_a_damaged_cursor_is_the_callers_fault(cursor):
    with pytest.raises(DomainError) as caught:
        decode(cursor, 2)
    assert caught.value.code == "bad_cursor"


@pytest.mark.django_db
@pytest.mark.parametrize("values", [["x"], [1e400], [-1], ["\x00"]])
def test_a_cursor_with_values_of_another_kind_is_refused(rf, values):
    with pytest.raises(DomainError) as refused:
        keyset_page(Team.objects.all(), rf.get("/", {"after": encode(values)}), fields=("pk",))
    assert refused.value.code == "bad_cursor"


def test_a_cursor_nested_too_deeply_is_refused():
    with pytest.raises(DomainError):
        decode(base64.urlsafe_b64encode(b"[" * 100_000).decode(), 1)

"""A published version never changes, not even by SQL; a draft begins from it."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from core.errors import Conflict, DomainError, Forbidden
from core.models import AuditEvent
from scenarios.models import Node, Version
from scenarios.selectors import current_version, weights_by_key
from scenarios.services import add_alternative, new_draft, publish_version, save_weights, set_alternatives_active
from tests.factories.scenarios import Desk, make_actor, make_area

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def published(desk):
    return desk.publish(desk.draft())


def test_publishing_closes_a_draft_with_who_when_and_why(desk):
    version = desk.draft()
    day = dt.datetime(2024, 2, 28, 9, tzinfo=dt.UTC)

    publish_version(
        version=version, by=desk.lead, reason="Agreed.", expected=version.row_version, via="ui", published_at=day
    )

    row = Version.objects.get(pk=version.pk)
    assert (row.state, row.published_by, row.published_at, row.reason) == ("published", desk.lead, day, "Agreed.")
    assert AuditEvent.objects.filter(verb="publish", object_id=str(version.pk)).exists()


def test_an_analyst_may_not_publish(desk):
    version = desk.draft()
    with pytest.raises(Forbidden):
        publish_version(version=version, by=desk.analyst, reason="x", expected=version.row_version, via="ui")


def test_publishing_needs_a_reason_and_the_version_that_was_seen(desk):
    version = desk.draft()
    with pytest.raises(DomainError):
        publish_version(version=version, by=desk.lead, reason=" ", expected=version.row_version, via="ui")
    with pytest.raises(Conflict):
        publish_version(version=version, by=desk.lead, reason="x", expected=99, via="ui")


def test_a_version_without_alternatives_is_not_published(desk):
    with pytest.raises(DomainError) as refused:
        desk.publish(desk.draft("security-vacuum"))
    assert refused.value.code == "no_alternatives"


def test_a_version_with_bad_goalposts_or_headline_is_not_published(desk):
    version = desk.draft()
    version.indicators.filter(key="A1").update(value_function={})
    with pytest.raises(DomainError) as refused:
        desk.publish(version)
    assert (refused.value.code, refused.value.field) == ("bad_goalposts", "A1")
    version = desk.draft(slug="second")
    Version.objects.filter(pk=version.pk).update(settings={**version.settings, "headline": "Z"})
    version.refresh_from_db()
    with pytest.raises(DomainError) as refused:
        desk.publish(version)
    assert refused.value.code == "no_headline"


def test_a_published_version_is_published_once(desk, published):
    with pytest.raises(DomainError) as refused:
        desk.publish(published)
    assert refused.value.code == "published"


def test_a_service_refuses_to_edit_a_published_version(desk, published):
    with pytest.raises(DomainError) as refused:
        save_weights(
            version=published,
            by=desk.analyst,
            weights={"A1": 1},
            reason="x",
            expected=published.row_version,
            via="ui",
        )
    assert refused.value.code == "published"


BY_SQL = [
    "UPDATE scenarios_version SET settings = '{}' WHERE id = %s",
    "UPDATE scenarios_version SET state = 'draft', published_at = NULL WHERE id = %s",
    "DELETE FROM scenarios_version WHERE id = %s",
    "UPDATE scenarios_weight SET value = 1 WHERE version_id = %s",
    "DELETE FROM scenarios_weight WHERE version_id = %s",
    "UPDATE scenarios_indicator SET direction = -direction WHERE version_id = %s",
    "UPDATE scenarios_node SET aggregation = 'geometric' WHERE version_id = %s",
    "UPDATE scenarios_alternative SET active = NOT active WHERE version_id = %s",
    "DELETE FROM scenarios_alternative WHERE version_id = %s",
    'INSERT INTO scenarios_node (team_id, version_id, parent_id, key, name, aggregation, "order") '
    "SELECT team_id, version_id, id, 'new', '{}', 'arithmetic', 1 FROM scenarios_node "
    "WHERE version_id = %s AND parent_id IS NULL",
]


@pytest.mark.parametrize("statement", BY_SQL)
def test_plain_sql_cannot_change_a_published_version(published, statement):
    refused = pytest.raises(Exception, match=r"published version|Cannot (update|delete)")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [published.pk])


@pytest.mark.parametrize("statement", BY_SQL[3:])
def test_the_same_sql_changes_a_draft(desk, statement):
    draft = desk.draft()
    with connection.cursor() as cursor:
        cursor.execute(statement, [draft.pk])
        assert cursor.rowcount > 0


def test_a_row_cannot_be_moved_out_of_a_published_version(desk, published):
    draft = new_draft(scenario=published.scenario, by=desk.analyst, via="ui")
    with pytest.raises(Exception, match="published version"), transaction.atomic():
        Node.objects.filter(version=published, key="A").update(version=draft, key="moved")


def test_members_of_a_published_coalition_stay(desk):
    version = desk.draft("alliance-strength")
    desk.coalition(version, "pact", make_actor(desk.team, "a"), make_actor(desk.team, "b"))
    desk.publish(version)
    with pytest.raises(Exception, match="published version"), transaction.atomic():
        version.alternatives.get().members.all().delete()


def test_a_new_draft_is_a_full_copy(desk, published):
    draft = new_draft(scenario=published.scenario, by=desk.analyst, via="ui")

    assert (draft.number, draft.state) == (2, "draft")
    for relation in ("nodes", "indicators", "weights", "alternatives"):
        assert getattr(draft, relation).count() == getattr(published, relation).count()
    before, after = weights_by_key(published), weights_by_key(draft)
    assert {key: row.value for key, row in before.items()} == {key: row.value for key, row in after.items()}
    assert after["A1"].indicator.version_id == draft.pk
    assert draft.nodes.get(key="A").parent.version_id == draft.pk
    assert draft.settings == published.settings


def test_there_is_one_draft_at_a_time(desk, published):
    new_draft(scenario=published.scenario, by=desk.analyst, via="ui")
    with pytest.raises(DomainError) as refused:
        new_draft(scenario=published.scenario, by=desk.analyst, via="ui")
    assert refused.value.code == "draft_exists"
    with pytest.raises(IntegrityError, match="one_draft"), transaction.atomic():
        Version.objects.create(team=desk.team, scenario=published.scenario, number=9)


def test_the_published_version_stays_current_beside_a_draft(desk, published):
    new_draft(scenario=published.scenario, by=desk.analyst, via="ui")
    assert current_version(published.scenario) == published


def test_a_draft_is_current_where_nothing_is_published(desk):
    draft = desk.draft()
    assert current_version(draft.scenario) == draft


def test_a_scenario_without_a_published_version_has_nothing_to_begin_from(desk):
    scenario = desk.scenario()
    scenario.versions.all().delete()
    with pytest.raises(DomainError) as refused:
        new_draft(scenario=scenario, by=desk.analyst, via="ui")
    assert refused.value.code == "no_version"


def test_alternatives_are_checked(desk):
    version = desk.draft("security-vacuum")
    area = make_area(desk.team, "ML01", make_area(desk.team, "ML"))
    desk.areas(version, area)
    foreign = make_area(Desk().team, "ML01")
    for fields, code in (
        ({"key": "ML01", "area": area}, "taken"),
        ({"key": "new"}, "required"),
        ({"key": "new", "area": foreign}, "other_team"),
    ):
        with pytest.raises(DomainError) as refused:
            add_alternative(
                version=version, by=desk.analyst, name={"en": "x"}, expected=version.row_version, via="ui", **fields
            )
        assert refused.value.code == code
        version.refresh_from_db()


def test_a_coalition_has_two_members(desk):
    version = desk.draft("alliance-strength")
    with pytest.raises(DomainError) as refused:
        desk.coalition(version, "alone", make_actor(desk.team, "a"))
    assert refused.value.field == "members"


def test_alternatives_are_switched_by_key(desk):
    version = desk.draft()
    asked = {"version": version, "by": desk.analyst, "via": "ui"}
    set_alternatives_active(**asked, active={"O2": True, "O7": False}, expected=version.row_version)
    assert version.alternatives.get(key="O2").active
    assert not version.alternatives.get(key="O7").active
    with pytest.raises(DomainError):
        set_alternatives_active(**asked, active={"O99": True}, expected=version.row_version)

"""Judgements stand beside each other; none is overwritten."""

import datetime as dt

import pytest
from django.db import connection, transaction

from core.errors import DomainError, Forbidden
from core.models import AuditEvent
from scenarios.models import Judgement
from scenarios.selectors import judgements_of
from scenarios.services import add_judgement
from tests.factories.scenarios import AT, Desk

pytestmark = pytest.mark.django_db
MADE = dt.date(2024, 2, 12)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def scenario(desk):
    return desk.scenario()


def judge(desk, scenario, **fields):
    asked = {
        "by": desk.analyst, "alternative": "O1", "indicator": "A1", "low": 0, "mode": 1, "high": 2,
        "reason": "Said so.", "about": AT, "made_on": MADE, "via": "ui",
    }  # fmt: skip
    return add_judgement(**{"scenario": scenario, **asked, **fields})


def test_a_judgement_keeps_its_band_reason_and_dates(desk, scenario):
    judge(desk, scenario, review_by=dt.date(2024, 7, 31))

    row = Judgement.objects.get()
    assert (row.low, row.mode, row.high, row.reason) == (0, 1, 2, "Said so.")
    assert (row.about, row.made_on, row.review_by, row.by) == (AT, MADE, dt.date(2024, 7, 31), desk.analyst)
    assert AuditEvent.objects.get(verb="judge").detail["mode"] == 1


def test_a_second_one_of_the_same_day_supersedes_the_first(desk, scenario):
    first = judge(desk, scenario)
    second = judge(desk, scenario, mode=2)

    first.refresh_from_db()
    assert first.superseded_by == second
    assert list(Judgement.objects.standing()) == [second]
    assert first.mode == 1


def test_a_later_one_and_another_persons_stand_beside_it(desk, scenario):
    judge(desk, scenario)
    judge(desk, scenario, made_on=MADE + dt.timedelta(days=1))
    judge(desk, scenario, by=desk.lead)
    assert Judgement.objects.standing().count() == 3


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"low": 3}, "not_ordered"),
        ({"high": 0}, "not_ordered"),
        ({"mode": float("nan")}, "not_a_number"),
        ({"high": 5}, "off_scale"),
        ({"reason": "  "}, "required"),
        ({"alternative": "Z"}, "unknown_alternative"),
        ({"indicator": "Z"}, "unknown_key"),
        ({"handling": "secret"}, "unknown_handling"),
    ],
)
def test_what_is_no_judgement_is_refused(desk, scenario, fields, code):
    with pytest.raises(DomainError) as refused:
        judge(desk, scenario, **fields)
    assert refused.value.code == code


def test_a_reader_does_not_judge(desk, scenario):
    with pytest.raises(Forbidden):
        judge(desk, scenario, by=desk.reader)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE scenarios_judgement SET mode = 2 WHERE id = %s", "DELETE FROM scenarios_judgement WHERE id = %s"],
)
def test_plain_sql_cannot_change_a_judgement(desk, scenario, statement):
    row = judge(desk, scenario)
    with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [row.pk])


def test_a_restricted_one_is_seen_by_its_judge_and_those_it_names(desk, scenario):
    judge(desk, scenario, handling="restricted", named=[desk.lead])

    def seen(person):
        return judgements_of(scenario, viewer=person).count()

    assert (seen(desk.analyst), seen(desk.lead), seen(desk.reader)) == (1, 1, 0)
    assert Judgement.objects.visible_to(None).count() == 0


def test_the_audit_log_tells_nothing_of_a_restricted_judgement(desk, scenario):
    judge(desk, scenario, handling="restricted", reason="Told in confidence.")
    event = AuditEvent.objects.get(verb="judge")
    assert (event.reason, event.detail, event.label) == ("", {}, "O1 A1")

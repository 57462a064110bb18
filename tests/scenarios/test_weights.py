"""Weights are edited as a set, guarded by the version's number, and stored raw."""

import math

import pytest

from core.errors import Conflict, DomainError, Forbidden
from core.models import AuditEvent
from scenarios.models import Weight
from scenarios.selectors import weights_by_key
from scenarios.services import (
    save_aggregation,
    save_direction,
    save_goalposts,
    save_settings,
    save_weights,
    set_active,
)
from tests.factories.scenarios import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def draft(desk):
    return desk.draft()


def save(desk, version, weights, **fields):
    asked = {"by": desk.analyst, "reason": "Consent matters more.", "expected": version.row_version, "via": "ui"}
    save_weights(**{"version": version, "weights": weights, **asked, **fields})


def test_declared_weights_are_stored_raw_with_their_reason_and_author(desk, draft):
    save(desk, draft, {"A1": 30, "A2": 10}, reasons={"A2": "Weak data."})

    rows = weights_by_key(draft)
    assert (rows["A1"].value, rows["A1"].reason, rows["A1"].updated_by) == (30, "Consent matters more.", desk.analyst)
    assert rows["A2"].reason == "Weak data."
    assert rows["B1"].value == 7


def test_the_change_is_in_the_audit_log(desk, draft):
    save(desk, draft, {"A1": 30, "A2": 5})

    event = AuditEvent.objects.get(verb="save weights")
    assert event.reason == "Consent matters more."
    assert event.detail == {"changed": {"A1": [9.0, 30]}}


def test_somebody_elses_change_is_a_conflict_and_not_overwritten(desk, draft):
    seen = draft.row_version
    save(desk, draft, {"A1": 30})

    with pytest.raises(Conflict) as refused:
        save(desk, draft, {"A1": 1}, expected=seen)

    assert refused.value.extra["current"] == seen + 1
    assert weights_by_key(draft)["A1"].value == 30


@pytest.mark.parametrize("value", [-1, math.nan, math.inf])
def test_a_weight_is_a_number_that_is_not_negative(desk, draft, value):
    with pytest.raises(DomainError) as refused:
        save(desk, draft, {"A1": value})
    assert (refused.value.code, refused.value.field) == ("bad_weight", "A1")


def test_siblings_cannot_all_be_nothing(desk, draft):
    with pytest.raises(DomainError) as refused:
        save(desk, draft, {"A1": 0, "A2": 0})
    assert refused.value.code == "bad_weight"
    assert weights_by_key(draft)["A1"].value == 9


def test_one_sibling_may_be_nothing(desk, draft):
    save(desk, draft, {"A1": 0})
    assert weights_by_key(draft)["A1"].value == 0


def test_an_unknown_key_is_refused(desk, draft):
    with pytest.raises(DomainError) as refused:
        save(desk, draft, {"Z9": 1})
    assert refused.value.field == "Z9"


def test_a_reader_may_not_weigh(desk, draft):
    with pytest.raises(Forbidden):
        save(desk, draft, {"A1": 1}, by=desk.reader)


def test_every_change_of_a_weight_is_in_its_history(desk, draft):
    save(desk, draft, {"A1": 30})
    save(desk, draft, {"A1": 31})

    history = Weight.pgh_event_model.objects.filter(pgh_obj_id=weights_by_key(draft)["A1"].pk).order_by("pgh_id")
    assert [row.value for row in history] == [9, 30, 31]
    context = history[1].pgh_context.metadata
    assert context == {"user": str(desk.analyst.pk), "reason": "Consent matters more.", "via": "ui", "batch": None}


def test_the_number_of_queries_does_not_grow_with_the_weights(desk, draft, django_assert_max_num_queries):
    everything = {key: row.value + 1 for key, row in weights_by_key(draft).items()}
    with django_assert_max_num_queries(16):
        save(desk, draft, everything)


def edited(desk, draft, service, **fields):
    return service(version=draft, by=desk.analyst, reason="Why.", expected=draft.row_version, via="ui", **fields)


def test_goalposts_become_the_teams_own(desk, draft):
    row = edited(
        desk, draft, save_goalposts, indicator="E1", value_function={"method": "goalposts", "lo": 0, "hi": 500}
    )
    assert (row.mark, row.value_function["hi"], row.reason) == ("T", 500, {"en": "Why."})
    assert AuditEvent.objects.get(verb="set goalposts").detail["before"]["method"] == "log_ratio_goalposts"


@pytest.mark.parametrize("wrong", [{"method": "goalposts", "lo": 5, "hi": 5}, {"method": "magic"}, {}])
def test_goalposts_that_the_engine_refuses_are_refused(desk, draft, wrong):
    with pytest.raises(DomainError) as refused:
        edited(desk, draft, save_goalposts, indicator="E1", value_function=wrong)
    assert (refused.value.code, refused.value.field) == ("bad_goalposts", "E1")


def test_a_direction_is_one_of_two(desk, draft):
    assert edited(desk, draft, save_direction, indicator="A2", direction=-1).direction == -1
    with pytest.raises(DomainError):
        edited(desk, draft, save_direction, indicator="A2", direction=0)


def test_a_mean_is_one_of_those_the_engine_has(desk, draft):
    assert edited(desk, draft, save_aggregation, node="A", aggregation="geometric").aggregation == "geometric"
    for wrong in ({"node": "A", "aggregation": "median"}, {"node": "Z", "aggregation": "geometric"}):
        with pytest.raises(DomainError):
            edited(desk, draft, save_aggregation, **wrong)


def test_indicators_are_taken_in_and_out_but_never_all_of_them(desk, draft):
    edited(desk, draft, set_active, active={"A3": True, "F4": False})
    assert draft.indicators.get(key="A3").active
    assert not draft.indicators.get(key="F4").active
    with pytest.raises(DomainError) as refused:
        edited(desk, draft, set_active, active=dict.fromkeys(draft.indicators.values_list("key", flat=True), False))
    assert refused.value.code == "nothing_active"


def test_settings_change_by_name(desk, draft):
    edited(desk, draft, save_settings, changes={"headline": "A", "min_weight": 0.5})
    draft.refresh_from_db()
    assert (draft.setting("headline"), draft.setting("geometric_floor")) == ("A", 1.0)
    for wrong in ({"colour": "red"}, {"headline": "Z"}):
        with pytest.raises(DomainError):
            edited(desk, draft, save_settings, changes=wrong)


def test_an_unknown_indicator_is_refused(desk, draft):
    with pytest.raises(DomainError) as refused:
        edited(desk, draft, save_direction, indicator="Z9", direction=1)
    assert refused.value.code == "unknown_key"

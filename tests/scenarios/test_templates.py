"""A template becomes rows, with the core profile active."""

import pytest

from core.errors import DomainError, Forbidden
from core.models import AuditEvent
from scenarios import templates
from scenarios.selectors import tree_of, weights_by_key
from tests.factories.accounts import member
from tests.factories.scenarios import Desk, make_situation

pytestmark = pytest.mark.django_db
CORE = {
    "security-vacuum": {"A1", "A2", "B1", "B2", "C1", "C2", "C4", "C5", "D3", "E3"},
    "alliance-strength": {"A1", "A3", "B2", "B3", "C1", "C3", "C4", "D1", "D3", "E2"},
    "peacekeeping-alternatives": {"A1", "A2", "B1", "B3", "C1", "D1", "D2", "E1", "E2", "F1", "F4"},
}


@pytest.fixture
def desk():
    return Desk()


@pytest.mark.parametrize("key", sorted(CORE))
def test_a_copy_has_the_whole_tree_and_scores_the_core_profile(desk, key):
    version = desk.draft(key)
    data = templates.load(key)

    assert version.nodes.count() == len(data["nodes"])
    assert version.indicators.count() == len(data["indicators"])
    assert set(version.indicators.filter(active=True).values_list("key", flat=True)) == CORE[key]
    assert version.setting("headline") == data["headline"]
    weights = weights_by_key(version)
    assert len(weights) == len(data["nodes"]) - 1 + len(data["indicators"])
    assert weights["A1"].value == next(row["weight"] for row in data["indicators"] if row["key"] == "A1")


def test_the_full_tree_is_one_choice_away(desk):
    version = desk.draft("security-vacuum", core_only=False)
    assert not version.indicators.filter(active=False).exists()


def test_goalposts_follow_the_level(desk):
    regions = desk.draft("security-vacuum").indicators.get(key="C1")
    country = desk.draft("security-vacuum", slug="country", level="country").indicators.get(key="C1")

    assert regions.value_function["hi"] == 1000
    assert country.value_function["hi"] == 6000


def test_the_guardians_and_their_baseline_come_from_the_template(desk):
    version = desk.draft("security-vacuum")
    assert version.setting("guardians") == ["minusma"]
    assert version.setting("baseline_date") == "2023-06-30"


def test_options_outside_the_core_profile_are_there_but_not_scored(desk):
    version = desk.draft("peacekeeping-alternatives")
    active = set(version.alternatives.filter(active=True).values_list("key", flat=True))
    assert active == {"O0", "O1", "O3", "O5", "O7", "O10"}
    assert version.alternatives.count() == 11
    assert version.alternatives.get(key="O0").reference


def test_creating_leaves_an_audit_row(desk):
    scenario = desk.scenario()
    event = AuditEvent.objects.get(kind="scenarios.scenario")
    assert (event.verb, event.object_id, event.by_id) == ("create", str(scenario.pk), desk.analyst.pk)


@pytest.mark.parametrize("role", ["viewer", "reviewer"])
def test_only_those_who_build_scenarios_may_create_one(desk, role):
    with pytest.raises(Forbidden):
        desk.scenario(by=member(desk.team, role))


@pytest.mark.parametrize(("fields", "code"), [({"template": "none"}, "unknown_template"), ({}, "taken")])
def test_what_cannot_be_created_is_refused(desk, fields, code):
    desk.scenario()
    with pytest.raises(DomainError) as refused:
        desk.scenario(**fields)
    assert refused.value.code == code


def test_a_situation_of_another_team_is_refused(desk):
    with pytest.raises((DomainError, Forbidden)):
        desk.scenario(situation=make_situation(Desk().team, slug="other"))


def test_the_tree_is_read_in_its_declared_order(desk):
    rows = tree_of(desk.draft("security-vacuum"))
    names = [(row["depth"], (row["node"] or row["indicator"]).key) for row in rows]
    assert names[:4] == [(0, "root"), (1, "V"), (2, "A"), (3, "A1")]
    assert rows[0]["weight"] is None
    assert rows[3]["weight"].value == 8


def test_an_unknown_template_is_a_key_error():
    with pytest.raises(KeyError):
        templates.load("none")


def test_each_leaf_of_a_core_profile_keeps_its_share_of_the_whole(desk):
    version = desk.draft("security-vacuum")
    weights = {key: row.value for key, row in weights_by_key(version).items()}

    assert {key: weights[key] for key in "ABDCEVH"} == {"A": 11, "B": 12, "D": 3, "C": 18, "E": 4, "V": 26, "H": 22}


def test_the_full_tree_has_the_dimensions_weights_of_the_template(desk):
    version = desk.draft("security-vacuum", core_only=False)
    weights = {key: row.value for key, row in weights_by_key(version).items()}

    assert {key: weights[key] for key in "ABDCE"} == {"A": 20, "B": 20, "D": 20, "C": 25, "E": 15}

"""Lists of facts: what the filters mean, and that more rows cost no more queries."""

import datetime as dt

import pytest

from accounts import access
from tests.factories.world import KNOWN, World
from world.models import ActorName
from world.selectors import coverage, facts, identity, situations
from world.services import actors, claims, events, relations, series

DAY = dt.date(2023, 12, 5)


def happened(world, **fields):
    values = {"type": world.kind, "area": world.area, "date_start": DAY, "known_from": KNOWN, **fields}
    sides = [{"actor": world.actor, "role": "side_a"}, {"actor": world.foe, "role": "side_b"}]
    return events.create_event(team=world.team, participants=sides, **world.act, **values)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, 1),
        ({"cutoff": KNOWN}, 1),
        ({"cutoff": KNOWN - dt.timedelta(days=1)}, 0),
        ({"at": DAY}, 1),
        ({"at": DAY - dt.timedelta(days=1)}, 0),
        ({"dataset": "hand"}, 1),
        ({"dataset": "ucdp-ged"}, 0),
        ({"types": ["VIOL.CLASH"]}, 1),
        ({"types": ["violence"]}, 1),
        ({"types": ["POL.COUP"]}, 0),
        ({"area": "ML08"}, 1),
        ({"area": "ML"}, 1),
        ({"area": "NE"}, 0),
        ({"since": DAY, "until": DAY}, 1),
        ({"since": DAY + dt.timedelta(days=1)}, 0),
        ({"until": DAY - dt.timedelta(days=1)}, 0),
        ({"statuses": ["draft"]}, 0),
    ],
)
def test_events_are_found_by(world, filters, found):
    happened(world)
    assert facts.events_known(world.reader, world.team, **filters).count() == found


def test_events_of_an_actor_are_found_in_the_state_of_the_cutoff(world):
    made = happened(world)
    late = dt.date(2024, 3, 1)
    events.revise_event(
        event=made, reason="", known_from=late, expected=1, participants=[{"actor": world.foe, "role": "side_b"}],
        **world.act,
    )  # fmt: skip
    of_actor = [
        facts.events_known(world.reader, world.team, actor=world.actor, cutoff=day).count()
        for day in (KNOWN, late, None)
    ]
    assert of_actor == [1, 0, 0]


def test_nobody_sees_the_facts_of_another_team(world):
    happened(world)
    other = World()
    assert not facts.events_known(other.analyst, other.team).exists()
    assert not identity.actors_seen(other.analyst, other.team).exists()


def test_a_situation_selects(world):
    happened(world)
    happened(world, situation=world.situation)
    relations.create_relation(
        team=world.team, known_from=KNOWN, subject=world.actor, object=world.foe, type="supports", valid_from=None,
        **world.act,
    )  # fmt: skip
    assert facts.events_known(world.reader, world.team, world.situation).count() == 1
    assert facts.relations_known(world.reader, world.team, world.situation).count() == 0
    assert facts.observations_known(world.reader, world.team, world.situation).count() == 0


def test_relations_are_found_by_type_actor_and_day(world):
    relations.create_relation(
        team=world.team, known_from=KNOWN, subject=world.actor, object=world.foe, type="supports",
        valid_from=dt.date(2020, 1, 1), valid_to=dt.date(2021, 1, 1), **world.act,
    )  # fmt: skip
    found = facts.relations_open(world.reader, world.team, at=dt.date(2020, 6, 1), types=["supports"], actor=world.foe)
    assert found.count() == 1
    assert not facts.relations_open(world.reader, world.team, at=dt.date(2021, 1, 1)).exists()


def test_observations_are_those_of_periods_that_had_begun(world):
    series.create_observation(
        series=world.series, known_from=KNOWN, period_start=dt.date(2024, 1, 1), period_end=dt.date(2025, 1, 1),
        area=world.area, value=2.0, **world.act,
    )  # fmt: skip
    code = world.series.code
    read = [
        facts.observations_known(world.reader, world.team, series=code, at=day).count()
        for day in (dt.date(2023, 12, 31), dt.date(2024, 1, 1))
    ]
    assert read == [0, 1]


def test_actors_are_found_by_any_name_without_accents(world):
    actors.create_actor(
        team=world.team, kind="rebel", name="Jama'at Nusrat", names=[{"text": "Éveil", "kind": "alias"}], **world.act
    )
    for text in ("eveil", "NUSRAT jama", ""):
        assert identity.actors_seen(world.reader, world.team, text=text, kind="rebel").count() == 1
    assert not identity.actors_seen(world.reader, world.team, text="AQIM").exists()
    found = identity.actor_by_slug(world.reader, world.team, "jama-at-nusrat") or identity.actor_by_slug(
        world.reader, world.team, "jamaat-nusrat"
    )
    assert identity.names_of(world.reader, found).count() == 2


def test_the_name_of_several_is_not_the_name_of_one(world):
    for value, label in (("1", "GATIA"), ("2", "GATIA, MSA"), ("10", "GATIA")):
        actor = world.make(type(world.actor))
        world.make(ActorName, actor=actor, text=label, norm=label.lower(), kind="source_label", source_system="ucdp")
        actor.external_ids.create(team=world.team, system="ucdp", value=value)
    names = identity.names_in_source(world.team, "ucdp-ged")
    assert list(names) == ["GATIA"]
    assert type(world.actor).objects.get(pk=names["GATIA"]).external_ids.get().value == "1"


def test_the_door_finds_situations_by_slug(world):
    assert access._find_situation[0](world.team, world.situation.slug) == world.situation
    assert situations.find_situation(world.team, "nowhere") is None
    assert list(situations.situations_of(world.team)) == [world.situation]


@pytest.mark.parametrize(
    ("cutoff", "until"),
    [
        (dt.date(2024, 2, 29), dt.date(2023, 12, 31)),
        (dt.date(2023, 12, 19), dt.date(2023, 10, 31)),
        (dt.date(2023, 12, 20), dt.date(2023, 11, 30)),
        (dt.date(2018, 2, 20), dt.date(2018, 1, 31)),
        (dt.date(2018, 2, 19), dt.date(2016, 12, 31)),
        (dt.date(2015, 5, 31), dt.date(2013, 12, 31)),
        (dt.date(2015, 6, 1), dt.date(2014, 12, 31)),
    ],
)
def test_a_month_of_ucdp_is_complete_from_the_twentieth_of_the_next(world, cutoff, until):
    span = {"covers_from": dt.date(1989, 1, 1), "covers_until": dt.date(2023, 12, 31)}
    world.make(type(world.dataset), code="ucdp-ged", release_calendar="ucdp", **span)
    assert coverage.observed_until(world.team, "ucdp-ged", cutoff) == until


def test_committed_batches_say_what_is_covered(world):
    dataset = world.make(type(world.dataset), code="ucdp-ged", release_calendar="ucdp")
    spans = {"covers_from": dt.date(2020, 1, 1), "covers_until": dt.date(2022, 12, 31)}
    world.make(type(world.batch), dataset=dataset, outcome="committed", **spans)
    world.make(type(world.batch), dataset=dataset, covers_until=dt.date(2023, 12, 31))
    assert coverage.covered(dataset) == (dt.date(2020, 1, 1), dt.date(2022, 12, 31))


def test_a_list_kept_by_hand_is_observed_until_the_day_declared(world):
    dataset = world.make(type(world.dataset), code="timeline", kind="hand", complete_until=dt.date(2024, 1, 31))
    days = [dt.date(2023, 12, 15), dt.date(2024, 2, 29)]
    assert [coverage.observed_until(world.team, dataset.code, day) for day in days] == [days[0], dt.date(2024, 1, 31)]
    at = dt.date(2024, 1, 15)
    assert coverage.last_complete_month(world.team, "timeline", at=at, cutoff=days[1]) == dt.date(2023, 12, 1)
    assert coverage.observed_until(world.team, "nothing", at) is None
    assert coverage.last_complete_month(world.team, "nothing", at=at, cutoff=at) is None


def test_areas_that_a_dataset_has_no_code_for_are_named(world):
    world.make(type(world.area), pcode="ML-TAO", level=1, parent=world.country)
    coded = type(world.area).objects.filter(pk__in=[world.country.pk, world.area.pk])
    for area in coded:
        area.dataset_names = {"ucdp-ged": [area.pcode]}
        area.save()
    assert coverage.without_code(world.team, "ucdp-ged") == {"ML-TAO"}


@pytest.mark.parametrize("rows", [2, 20])
def test_more_rows_cost_no_more_queries(world, rows, django_assert_num_queries):
    for _ in range(rows):
        made = happened(world)
        claims.create_claim(team=world.team, known_from=KNOWN, event=made, statement="So.", **world.act)
    viewer = world.reader
    with django_assert_num_queries(5):
        found = list(facts.events_known(viewer, world.team, cutoff=KNOWN).order_by("-date_start", "-id"))
        facts.sides_of(viewer, world.team, found)
        assert {row.type.label and row.area.name and row.dataset.name for row in found} == {"Entered by hand"}
    with django_assert_num_queries(1):
        assert {row.event.pk for row in facts.claims_known(viewer, world.team)} == {row.pk for row in found}


def test_a_list_of_events_joins_nothing_to_the_view(world):
    happened(world)
    rows = facts.events_known(
        world.reader, world.team, world.situation, cutoff=KNOWN, types=["violence"], area="ML", dataset="hand"
    )
    # Joins to a union are planned without statistics: one made the list a hundred times slower.
    assert " JOIN " not in str(rows.query)

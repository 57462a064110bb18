"""Correct, revise, retract and an older vintage, replayed before, between and after."""

import datetime as dt

import pytest

from core.errors import Conflict, DomainError
from world.models import ClaimKnown, EventKnown, EventPast, ObservationKnown, RelationKnown
from world.services import claims, events, relations, series

JAN, FEB, MARCH, APRIL = (dt.date(2024, month, 10) for month in (1, 2, 3, 4))
BEFORE = dt.date(2024, 1, 9)
CUTOFFS = [BEFORE, JAN, FEB, MARCH, APRIL]


def event(world, **fields):
    values = {"type": world.kind, "area": world.area, "date_start": dt.date(2023, 12, 5), "known_from": JAN, **fields}
    return events.create_event(team=world.team, **world.act, **values)


def deaths(world):
    """Best deaths of the team's one event at each cut-off; None where it was not known."""
    found = [EventKnown.objects.filter(team=world.team).known_at(day).first() for day in CUTOFFS]
    return [row and row.deaths_best for row in found]


def test_an_event_is_there_from_the_day_it_could_be_known(world):
    event(world, deaths_best=8)
    assert deaths(world) == [None, 8, 8, 8, 8]


def test_a_correction_changes_every_replay(world):
    made = event(world, deaths_best=8)
    events.correct_event(event=made, reason="Misread.", expected=1, deaths_best=6, **world.act)
    assert deaths(world) == [None, 6, 6, 6, 6]
    assert not EventPast.objects.exists()


def test_a_revision_leaves_the_old_state_to_earlier_cutoffs(world):
    made = event(world, deaths_best=8)
    events.revise_event(event=made, reason="", known_from=MARCH, expected=1, deaths_best=12, **world.act)
    assert deaths(world) == [None, 8, 8, 12, 12]


def test_a_retraction_ends_an_event_for_later_cutoffs_only(world):
    made = event(world, deaths_best=8)
    gone = events.retract_event(event=made, reason="A double.", known_from=MARCH, expected=1, **world.act)
    known = EventKnown.objects.filter(team=world.team)
    assert gone.status == "retracted"
    assert [known.known_at(day).values_list("status", flat=True).first() for day in (FEB, MARCH)] == [
        "accepted",
        "retracted",
    ]


def test_an_older_vintage_goes_into_the_past_and_never_becomes_current(world):
    made = event(world, deaths_best=8)
    made = events.revise_event(event=made, reason="", known_from=APRIL, expected=1, deaths_best=12, **world.act)
    late = events.revise_event(event=made, reason="", known_from=FEB, expected=2, deaths_best=10, **world.act)
    assert deaths(world) == [None, 8, 10, 10, 12]
    assert late.deaths_best == 12


def test_a_vintage_older_than_all_others_ends_where_they_begin(world):
    made = event(world, deaths_best=8)
    events.revise_event(event=made, reason="", known_from=BEFORE, expected=1, deaths_best=1, **world.act)
    assert deaths(world) == [1, 8, 8, 8, 8]


def test_a_vintage_of_the_day_of_a_past_state_is_refused(world):
    made = event(world, deaths_best=8)
    made = events.revise_event(event=made, reason="", known_from=APRIL, expected=1, deaths_best=12, **world.act)
    with pytest.raises(DomainError) as refused:
        events.revise_event(event=made, reason="", known_from=JAN, expected=2, deaths_best=10, **world.act)
    assert refused.value.field == "known_from"


def test_a_second_revision_on_the_same_day_replaces_the_first(world):
    made = event(world, deaths_best=8)
    made = events.revise_event(event=made, reason="", known_from=MARCH, expected=1, deaths_best=12, **world.act)
    events.revise_event(event=made, reason="", known_from=MARCH, expected=2, deaths_best=13, **world.act)
    assert deaths(world) == [None, 8, 8, 13, 13]
    assert EventPast.objects.count() == 1


def test_the_sides_belong_to_the_state(world):
    both = [{"actor": world.actor, "role": "side_a"}, {"actor": world.foe, "role": "side_b"}]
    made = event(world, participants=both)
    only = [{"raw_label": "Unknown men", "role": "perpetrator", "attribution": "alleged"}]
    events.revise_event(event=made, reason="", known_from=MARCH, expected=1, participants=only, **world.act)
    then, now = (EventKnown.objects.filter(team=world.team).known_at(day).get().participants for day in (FEB, APRIL))
    assert [(part["actor"], part["side"]) for part in then] == [(str(world.actor.pk), "a"), (str(world.foe.pk), "b")]
    assert [(part["raw_label"], part["attribution"]) for part in now] == [("Unknown men", "alleged")]


def test_the_sides_of_an_older_vintage_do_not_touch_the_present_ones(world):
    made = event(world, participants=[{"actor": world.actor, "role": "side_a"}])
    early = [{"raw_label": "Gunmen", "role": "side_a"}]
    events.revise_event(event=made, reason="", known_from=BEFORE, expected=1, participants=early, **world.act)
    labels = [
        [part["raw_label"] for part in EventKnown.objects.known_at(day).get(team=world.team).participants]
        for day in (BEFORE, JAN)
    ]
    assert labels == [["Gunmen"], [""]]


def test_a_day_of_knowledge_can_be_corrected_until_there_is_a_past(world):
    made = event(world, deaths_best=8)
    made = events.correct_event(event=made, reason="Typed late.", expected=1, known_from=BEFORE, **world.act)
    assert deaths(world)[0] == 8
    made = events.revise_event(event=made, reason="", known_from=MARCH, expected=2, deaths_best=9, **world.act)
    with pytest.raises(DomainError, match="Revise"):
        events.correct_event(event=made, reason="Again.", expected=3, known_from=FEB, **world.act)


@pytest.mark.parametrize("verb", [events.correct_event, events.revise_event])
def test_whoever_changes_an_old_version_is_told_so(world, verb):
    made = event(world)
    events.correct_event(event=made, reason="First.", expected=1, title="First", **world.act)
    known = {"known_from": MARCH} if verb is events.revise_event else {}
    with pytest.raises(Conflict) as conflict:
        verb(event=made, reason="Second.", expected=1, title="Second", **known, **world.act)
    assert conflict.value.extra["current"] == 2
    assert not EventPast.objects.exists()


def test_a_relation_that_ended_is_open_for_those_who_did_not_know_yet(world):
    made = relations.create_relation(
        team=world.team,
        known_from=JAN,
        subject=world.actor,
        object=world.foe,
        type="treaty",
        valid_from=dt.date(2015, 6, 20),
        **world.act,
    )
    relations.revise_relation(
        relation=made, reason="", known_from=MARCH, expected=1, valid_to=dt.date(2024, 1, 25), **world.act
    )
    open_in_april = RelationKnown.objects.filter(team=world.team, validity__contains=APRIL)
    assert [open_in_april.known_at(day).count() for day in CUTOFFS] == [0, 1, 1, 0, 0]


def test_a_relation_is_retracted_from_a_day_on(world):
    made = relations.create_relation(
        team=world.team,
        known_from=JAN,
        subject=world.actor,
        object=world.foe,
        type="supports",
        valid_from=BEFORE,
        **world.act,
    )
    gone = relations.retract_relation(relation=made, reason="Denied.", known_from=MARCH, expected=1, **world.act)
    standing = RelationKnown.objects.filter(team=world.team).exclude(status="retracted")
    assert gone.status == "retracted"
    assert [standing.known_at(day).count() for day in CUTOFFS] == [0, 1, 1, 0, 0]


def test_a_claim_keeps_the_grade_that_it_had(world):
    made = claims.create_claim(
        team=world.team,
        known_from=JAN,
        about_situation=world.situation,
        statement="A pact of three.",
        reliability="F",
        credibility=6,
        actors=[world.actor],
        **world.act,
    )
    made = claims.revise_claim(claim=made, reason="", known_from=MARCH, expected=1, credibility=4, **world.act)
    made = claims.retract_claim(claim=made, reason="Withdrawn.", known_from=APRIL, expected=2, **world.act)
    known = ClaimKnown.objects.filter(team=world.team)
    assert [[row.grade for row in known.known_at(day)] for day in CUTOFFS[:4]] == [[], ["F6"], ["F6"], ["F4"]]
    assert known.known_at(APRIL).get().status == "retracted"
    corrected = claims.correct_claim(claim=made, reason="A slip.", expected=3, statement="A pact.", **world.act)
    assert corrected.statement == "A pact."


def test_an_observation_shows_the_vintage_of_the_cutoff(world):
    made = series.create_observation(
        series=world.series,
        known_from=JAN,
        period_start=dt.date(2023, 1, 1),
        period_end=dt.date(2024, 1, 1),
        area=world.area,
        value=7.1,
        vintage="2023",
        **world.act,
    )
    made = series.revise_observation(
        observation=made, reason="", known_from=APRIL, expected=1, value=7.5, vintage="2024", **world.act
    )
    series.revise_observation(
        observation=made, reason="", known_from=FEB, expected=2, value=7.3, vintage="2023b", **world.act
    )
    known = ObservationKnown.objects.filter(team=world.team)
    shown = [known.known_at(day).values_list("vintage", flat=True).first() for day in CUTOFFS]
    assert shown == [None, "2023", "2023b", "2023b", "2024"]
    gone = series.retract_observation(
        observation=made, reason="Wrong unit.", known_from=dt.date(2024, 5, 1), expected=3, **world.act
    )
    right = series.correct_observation(
        observation=gone, reason="Not wrong.", expected=4, status="accepted", **world.act
    )
    assert right.status == "accepted"

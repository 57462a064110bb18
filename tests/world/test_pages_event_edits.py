"""Recording, changing and retracting events on pages."""

import datetime as dt

import pytest

from tests.world.pages import HTMX, add_actor, add_event, signed_in, stranger, text, url
from world import models

SIDES = {
    "sides-TOTAL_FORMS": "1",
    "sides-INITIAL_FORMS": "0",
    "sides-0-role": "side_a",
    "sides-0-attribution": "claimed",
}
WRITES = ("event_edit", "event_retract")


def filled(world, **changes):
    values = {
        "title": "Battle", "type": "VIOL.CLASH", "status": "accepted", "date_start": "2023-12-05", "date_prec": "1",
        "handling": "team", "credibility": "2", **SIDES,
    }  # fmt: skip
    return {**values, **changes}


def changing(world, event, **changes):
    kept = {
        "verb": "correct",
        "reason": "typo",
        "expected": event.row_version,
        "area": "ML08",
        "date_end": "2023-12-05",
    }
    return {**filled(world), **kept, **changes}


@pytest.fixture
def analyst(client, world):
    assert world.kind
    return signed_in(client, world.analyst)


def test_an_event_is_recorded_with_its_side_and_its_document(analyst, world):
    actor = add_actor(world, slug="cma")
    answer = analyst.post(
        url(world, "event_new"), filled(world, document=world.document.pk, **{"sides-0-actor": "cma"})
    )
    event = models.Event.objects.get(title="Battle")
    assert answer.url == url(world, "event", event.pk)
    assert (event.date_end, event.known_from) == (dt.date(2023, 12, 5), dt.datetime.now(dt.UTC).date())
    assert event.participants.get().actor == actor
    assert event.citations.get().credibility == 2
    assert event.situation_links.get().situation == world.situation


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": ""}, "Title"),
        ({"date_start": "soon"}, "First day"),
        ({"date_end": "2023-12-04"}, "The end lies before the start."),
        ({"lat": "12"}, "both latitude and longitude"),
        ({"deaths_low": "9", "deaths_best": "5"}, "Deaths must rise"),
        ({"sides-0-actor": "nobody"}, "not one of the available choices"),
    ],
)
def test_a_wrong_entry_is_refused_beside_its_field(analyst, world, changes, words):
    answer = analyst.post(url(world, "event_new"), filled(world, **changes))
    assert answer.status_code == 422
    assert words in text(answer)
    assert not models.Event.objects.exists()


def test_a_correction_changes_the_row_in_place(analyst, world):
    event = add_event(world, title="Batle")
    answer = analyst.post(url(world, "event_edit", event.pk), changing(world, event))
    assert answer.status_code == 302
    event.refresh_from_db()
    assert (event.title, event.past.count()) == ("Battle", 0)


def test_a_revision_keeps_the_earlier_state(analyst, world):
    event = add_event(world, title="Before")
    analyst.post(url(world, "event_edit", event.pk), changing(world, event, verb="revise", known_from="2024-03-01"))
    assert event.past.get().title == "Before"
    event.refresh_from_db()
    assert (event.title, event.known_from) == ("Battle", dt.date(2024, 3, 1))


def test_a_change_asks_for_the_verb_and_the_reason(analyst, world):
    event = add_event(world)
    answer = analyst.post(url(world, "event_edit", event.pk), changing(world, event, verb="", reason=""))
    assert answer.status_code == 422
    page = text(answer)
    assert "What kind of change is this?" in page
    assert "Reason" in page


def test_a_conflict_shows_both_values_and_a_second_save_wins(analyst, world):
    event = add_event(world, title="Before")
    data = changing(world, event)
    models.Event.objects.filter(pk=event.pk).update(title="Theirs", row_version=2)
    answer = analyst.post(url(world, "event_edit", event.pk), data)
    assert answer.status_code == 409
    shown = {str(change.label): (change.before, change.after) for change in answer.context["both"]}
    assert shown["Title"] == ("Battle", "Theirs")
    assert 'name="expected" value="2"' in text(answer)
    analyst.post(url(world, "event_edit", event.pk), {**data, "expected": 2})
    event.refresh_from_db()
    assert event.title == "Battle"


def test_untouched_sides_stay_as_they_are(analyst, world):
    event = add_event(world)
    side = world.make(models.EventParticipant, event=event, raw_label="Katiba")
    sides = {"sides-TOTAL_FORMS": "1", "sides-INITIAL_FORMS": "1", "sides-0-raw_label": "Katiba",
             "sides-0-role": "side_a", "sides-0-side": "a", "sides-0-attribution": "confirmed"}  # fmt: skip
    analyst.post(url(world, "event_edit", event.pk), changing(world, event, **sides))
    assert event.participants.get().pk == side.pk


def test_a_side_is_taken_away(analyst, world):
    event = add_event(world)
    world.make(models.EventParticipant, event=event, raw_label="Katiba")
    sides = {"sides-TOTAL_FORMS": "1", "sides-INITIAL_FORMS": "1", "sides-0-raw_label": "Katiba",
             "sides-0-role": "side_a", "sides-0-side": "a", "sides-0-attribution": "confirmed",
             "sides-0-DELETE": "on"}  # fmt: skip
    analyst.post(url(world, "event_edit", event.pk), changing(world, event, **sides))
    assert not event.participants.exists()


def test_a_withheld_side_bars_the_sides_but_not_the_rest(analyst, world):
    event = add_event(world, title="Before")
    hidden = world.make(models.Actor, name="Canary", handling="restricted")
    world.make(models.EventParticipant, event=event, actor=hidden, raw_label="Canary")
    page = text(analyst.get(url(world, "event_edit", event.pk)))
    assert "withheld from you" in page
    assert "Canary" not in page
    analyst.post(url(world, "event_edit", event.pk), changing(world, event))
    event.refresh_from_db()
    assert event.title == "Battle"
    assert event.participants.get().actor == hidden


def test_an_event_is_restricted_to_named_people(analyst, world):
    event = add_event(world)
    data = changing(world, event, handling="restricted", allowed=[str(world.reader.pk)])
    analyst.post(url(world, "event_edit", event.pk), data)
    named = models.HandlingGrant.objects.filter(event=event).values_list("person", flat=True)
    assert set(named) == {world.analyst.pk, world.reader.pk}


def test_an_event_is_retracted_with_a_reason(analyst, world):
    event = add_event(world)
    address = url(world, "event_retract", event.pk)
    assert analyst.post(address, {"expected": 1}).status_code == 422
    answer = analyst.post(address, {"expected": 1, "reason": "hoax", "known_from": "2024-02-01"})
    assert answer.status_code == 302
    event.refresh_from_db()
    assert event.status == "retracted"
    assert event.past.get().status == "accepted"


def test_a_retraction_of_a_row_that_changed_is_a_conflict(analyst, world):
    event = add_event(world, row_version=3)
    answer = analyst.post(url(world, "event_retract", event.pk), {"expected": 1, "reason": "hoax"})
    assert answer.status_code == 409


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reader_may_not_write(client, world, name, method):
    event = add_event(world)
    signed_in(client, world.reader)
    assert getattr(client, method)(url(world, name, event.pk)).status_code == 403
    assert getattr(client, method)(url(world, "event_new")).status_code == 403


@pytest.mark.parametrize("name", WRITES)
def test_a_stranger_finds_no_form(client, world, name):
    event = add_event(world)
    assert signed_in(client, stranger()).get(url(world, name, event.pk)).status_code == 404


def test_forms_open_for_an_analyst_and_ask_one_sentence_each(analyst, world):
    event = add_event(world)
    assert analyst.get(url(world, "event_new"), **HTMX).status_code == 200
    page = text(analyst.get(url(world, "event_edit", event.pk)))
    assert "we had written it wrongly" in page
    assert "the world told us more" in page
    assert analyst.get(url(world, "event_retract", event.pk)).status_code == 200

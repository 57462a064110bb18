"""The list of events, its filters, its CSV, and the page of one event."""

import csv
import datetime as dt
import io

import pytest

from tests.world.pages import add_actor, add_event, cite, queries, signed_in, stranger, text, url
from world import models
from world.services.events import retract_event, revise_event


def found(client, world, query):
    return {row.title for row in client.get(url(world, "events") + f"?{query}").context["page"]}


@pytest.fixture
def reader(client, world):
    return signed_in(client, world.reader)


def test_text_finds_whole_words_without_accents(reader, world):
    add_event(world, title="Attack near Ber")
    add_event(world, title="October offensive", place="Ménaka")
    assert found(reader, world, "q=ber") == {"Attack near Ber"}
    assert found(reader, world, "q=menaka") == {"October offensive"}


def test_a_text_with_signs_of_patterns_breaks_nothing(reader, world):
    add_event(world, title="Plain")
    assert found(reader, world, "q=(.*%5B") == {"Plain"}


def test_type_area_and_actor_narrow_the_list(reader, world):
    here = add_event(world, title="here")
    world.make(models.EventParticipant, event=here, actor=add_actor(world, slug="cma"))
    add_event(
        world, title="there", area=world.country, type=world.make(models.EventType, code="POL.COUP", domain="politics")
    )
    assert found(reader, world, "type=violence") == {"here"}
    assert found(reader, world, "type=POL.COUP") == {"there"}
    assert found(reader, world, "area=ML08") == {"here"}
    assert found(reader, world, "area=ML") == {"here", "there"}
    assert found(reader, world, "actor=cma") == {"here"}


def test_dates_overlap_the_window(reader, world):
    add_event(world, title="long", date_start=dt.date(2023, 1, 1), date_end=dt.date(2023, 3, 1))
    add_event(world, title="late", date_start=dt.date(2023, 6, 1), date_end=dt.date(2023, 6, 1))
    assert found(reader, world, "since=2023-02-01&until=2023-02-02") == {"long"}


def test_precision_status_and_grade_narrow_the_list(reader, world):
    add_event(world, title="month", date_prec=4)
    add_event(world, title="gone", status="retracted")
    graded = add_event(world, title="graded")
    world.make(models.Citation, actor=None, event=graded, document=world.document)
    models.Source.objects.filter(pk=world.source.pk).update(reliability="B")
    assert found(reader, world, "precision=3") == {"graded"}
    assert found(reader, world, "status=retracted") == {"gone"}
    assert found(reader, world, "status=any") == {"month", "gone", "graded"}
    assert found(reader, world, "grade=B") == {"graded"}
    assert found(reader, world, "grade=A") == set()
    assert found(reader, world, "grade=none") == {"month"}


def test_marks_are_shown_and_filter(reader, world):
    one = add_event(world, title="one source")
    cite(world, event=one)
    contested = add_event(world, title="contested")
    world.make(models.Claim, about_situation=None, event=contested, status="disputed")
    add_event(world, title="copy", duplicate_of=contested)
    add_event(world, title="partial", attributes={"confirmation": "PARTIAL"})
    for mark, title in [
        ("single_source", "one source"),
        ("contested", "contested"),
        ("duplicate", "copy"),
        ("partial", "partial"),
    ]:
        assert found(reader, world, f"mark={mark}") == {title}
    page = text(reader.get(url(world, "events")))
    for words in ("Single source", "Contested", "Duplicate", "Partly confirmed"):
        assert f">{words}</span>" in page


def test_a_copy_of_a_text_is_no_second_source(reader, world):
    event = add_event(world, title="copied")
    first = cite(world, event=event)
    copy = world.make(models.SourceDocument, origin_document=first.document)
    world.make(models.Citation, actor=None, event=event, document=copy)
    assert found(reader, world, "mark=single_source") == {"copied"}


def test_as_known_on_shows_the_state_of_that_day_with_a_note(reader, world):
    event = add_event(world, title="first", known_from=dt.date(2024, 1, 10))
    revise_event(event=event, **world.act, reason="x", known_from=dt.date(2024, 3, 1), expected=1, title="second")
    assert found(reader, world, "") == {"second"}
    assert found(reader, world, "known=2024-02-01") == {"first"}
    assert found(reader, world, "known=2024-01-09") == set()
    page = text(reader.get(url(world, "events") + "?known=2024-02-01"))
    assert "As known on 1 February 2024" in page
    assert f"{url(world, 'event', event.pk)}?known=2024-02-01" in page


def rows_of(answer):
    body = answer.getvalue()
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def test_the_csv_holds_the_filtered_rows_and_no_formula(reader, world):
    event = add_event(world, title="=cmd|'/c calc'!A1", deaths_best=7, deaths_low=5)
    world.make(models.EventParticipant, event=event, raw_label="+Katiba")
    add_event(world, title="other", status="retracted")
    answer = reader.get(url(world, "events_csv") + "?status=")
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = rows_of(answer)
    assert len(rows) == 1
    assert rows[0]["title"].startswith("'=")
    assert rows[0]["participants"].startswith("'+Katiba")
    assert (rows[0]["date_start"], rows[0]["deaths_best"], rows[0]["deaths_low"]) == ("2023-12-05", "7", "5")


def test_the_csv_of_a_senseless_filter_is_not_there(reader, world):
    assert reader.get(url(world, "events_csv") + "?since=x").status_code == 404


def test_the_page_of_an_event_shows_what_is_known(reader, world):
    event = add_event(world, title="Battle", deaths_best=7, deaths_low=5, deaths_high=9)
    world.make(models.EventParticipant, event=event, actor=add_actor(world, name="CMA"), attribution="alleged")
    cite(world, event=event)
    world.make(models.Claim, about_situation=None, event=event, statement="Seven died.", value={"deaths_best": 7})
    world.make(models.Claim, about_situation=None, event=event, statement="Ninety died.", value={"deaths_best": 90})
    page = text(reader.get(url(world, "event", event.pk)))
    for words in ("Battle", "5 to 9", "CMA", "alleged", "Document", "Seven died.", "Ninety died."):
        assert words in page
    assert page.count("Followed by this record") == 1


def test_both_histories_are_shown(reader, world):
    event = add_event(world, title="first", known_from=dt.date(2024, 1, 10))
    revise_event(
        event=event, **world.act, reason="the paper came", known_from=dt.date(2024, 3, 1), expected=1, title="second"
    )
    answer = reader.get(url(world, "event", event.pk))
    assert [state.known_to for state in answer.context["states"]] == [None, dt.date(2024, 3, 1)]
    assert [change.before for change in answer.context["states"][0].changes] == ["first"]
    latest = answer.context["history"][0]
    assert (latest.who, latest.reason, str(latest.via)) == (str(world.analyst), "the paper came", "page")
    past = reader.get(url(world, "event", event.pk) + "?known=2024-02-01")
    assert "as it could be known on 1 February 2024" in text(past)
    assert past.context["event"].title == "first"
    assert reader.get(url(world, "event", event.pk) + "?known=2024-01-01").status_code == 404


def test_a_retracted_event_says_so(reader, world):
    event = add_event(world)
    retract_event(event=event, **world.act, reason="hoax", known_from=dt.date(2024, 2, 1), expected=1)
    assert "is retracted since 1 February 2024" in text(reader.get(url(world, "event", event.pk)))


def test_an_event_of_another_situation_or_team_is_not_there(client, world):
    loose = world.make(models.Event)
    assert signed_in(client, world.reader).get(url(world, "event", loose.pk)).status_code == 404
    event = add_event(world)
    assert signed_in(client, stranger()).get(url(world, "event", event.pk)).status_code == 404


def test_queries_of_the_page_do_not_grow_with_what_hangs_on_the_event(reader, world):
    event = add_event(world)
    counts = []
    for number in (2, 18):
        for _ in range(number):
            world.make(models.EventParticipant, event=event, actor=add_actor(world))
            cite(world, event=event)
            world.make(models.Claim, about_situation=None, event=event, document=world.document)
            world.make(models.EventPast, event=event)
        reader.get(url(world, "event", event.pk))
        counts.append(queries(reader, url(world, "event", event.pk)))
    assert counts[0] == counts[1]

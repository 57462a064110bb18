"""The list of relations, the page of one, and its forms."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.world.pages import add_actor, cite, queries, signed_in, stranger, text, url
from world import models

STATE = {
    "valid_from": "2023-09-16", "start_prec": "1", "end_prec": "1", "reliability": "B", "credibility": "1",
    "status": "asserted", "strength": "75", "handling": "team",
}  # fmt: skip
CHANGE = {**STATE, "verb": "correct", "reason": "typo", "expected": "1"}
WRITES = ("relation_edit", "relation_end", "relation_retract")


@pytest.fixture
def reader(client, world):
    return signed_in(client, world.reader)


@pytest.fixture
def analyst(client, world):
    return signed_in(client, world.analyst)


@pytest.fixture
def pair(world):
    return add_actor(world, slug="mali", name="Mali", norm="mali"), add_actor(world, slug="aes", name="AES", norm="aes")


@pytest.fixture
def relation(world, pair):
    period = DateRange(dt.date(2023, 9, 16), None)
    return world.make(models.Relation, subject=pair[0], object=pair[1], validity=period, strength=75)


def found(client, world, query):
    return {row.pk for row in client.get(url(world, "relations") + f"?{query}").context["page"]}


def test_filters_by_type_day_name_and_status(reader, world, relation, pair):
    ended = DateRange(dt.date(2020, 1, 1), dt.date(2021, 1, 1))
    ends = dict(zip(("subject", "object"), sorted(pair, key=lambda actor: actor.pk), strict=True))
    hostile = {"type": "hostile", "directed": False, "status": "retracted", "validity": ended}
    past = world.make(models.Relation, **ends, **hostile)
    assert found(reader, world, "") == {relation.pk}
    assert found(reader, world, "status=any") == {relation.pk, past.pk}
    assert found(reader, world, "at=2020-06-01&status=any") == {past.pk}
    assert found(reader, world, "at=2023-09-15") == set()
    assert found(reader, world, "type=hostile") == set()
    assert found(reader, world, "q=mali") == {relation.pk}
    assert found(reader, world, "q=niger") == set()


def test_the_bar_grows_from_the_middle(reader, world, relation, pair):
    foe = world.make(models.Relation, subject=pair[1], object=pair[0], strength=-40)
    rows = {row.pk: (row.bar_x, row.bar_width) for row in reader.get(url(world, "relations")).context["rows"]}
    assert rows == {relation.pk: (50, 37.5), foe.pk: (30, 20)}


def test_a_disputed_relation_says_so(reader, world, relation):
    models.Relation.objects.filter(pk=relation.pk).update(status="disputed")
    assert ">disputed</span>" in text(reader.get(url(world, "relations")))


def test_the_page_shows_sources_claims_and_histories(reader, world, relation):
    cite(world, relation=relation)
    claim = world.make(models.Claim, about_situation=None, relation=relation, statement="They stand together.")
    models.Relation.objects.filter(pk=relation.pk).update(claim=claim)
    answer = reader.get(url(world, "relation", relation.pk))
    page = text(answer)
    for words in ("Mali", "AES", "+75", "They stand together.", "Followed by this record", "Document"):
        assert words in page
    assert len(answer.context["states"]) == 1


def test_queries_of_the_page_do_not_grow(reader, world, relation):
    counts = []
    for number in (2, 18):
        for _ in range(number):
            cite(world, relation=relation)
            world.make(models.Claim, about_situation=None, relation=relation, document=world.document)
            world.make(models.RelationPast, relation=relation, area=world.area)
        reader.get(url(world, "relation", relation.pk))
        counts.append(queries(reader, url(world, "relation", relation.pk)))
    assert counts[0] == counts[1]


def test_a_relation_is_recorded(analyst, world, pair):
    answer = analyst.post(
        url(world, "relation_new"), {**STATE, "subject": "mali", "type": "member_of", "object": "aes"}
    )
    made = models.Relation.objects.get(key="mali|member_of|aes|2023-09-16")
    assert answer.url == url(world, "relation", made.pk)
    assert (made.strength, made.validity.upper) == (75, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"object": ""}, "Name the other actor, or a place."),
        ({"object": "mali"}, "no relation to itself"),
        ({"valid_to": "2023-09-16"}, "The end must be after the start."),
        ({"strength": "101"}, "Strength"),
        ({"subject": "nobody"}, "Actor"),
    ],
)
def test_a_wrong_relation_is_refused_beside_its_field(analyst, world, pair, changes, words):
    data = {**STATE, "subject": "mali", "type": "member_of", "object": "aes", **changes}
    answer = analyst.post(url(world, "relation_new"), data)
    assert answer.status_code == 422
    assert words in text(answer)
    assert not models.Relation.objects.exists()


def test_a_second_relation_of_the_same_period_is_refused(analyst, world, pair):
    data = {**STATE, "subject": "mali", "type": "member_of", "object": "aes"}
    analyst.post(url(world, "relation_new"), data)
    answer = analyst.post(url(world, "relation_new"), {**data, "valid_from": "2024-01-01"})
    assert answer.status_code == 422
    assert "in this period already" in text(answer)


def test_a_relation_is_corrected_and_revised(analyst, world, relation):
    address = url(world, "relation_edit", relation.pk)
    assert analyst.post(address, {**CHANGE, "strength": "60"}).status_code == 302
    relation.refresh_from_db()
    assert (relation.strength, relation.past.count()) == (60, 0)
    revised = {
        **CHANGE,
        "strength": "40",
        "verb": "revise",
        "known_from": "2024-03-01",
        "expected": relation.row_version,
    }
    assert analyst.post(address, revised).status_code == 302
    assert relation.past.get().strength == 60


def test_a_conflict_shows_both_values(analyst, world, relation):
    models.Relation.objects.filter(pk=relation.pk).update(strength=10, row_version=2)
    answer = analyst.post(url(world, "relation_edit", relation.pk), {**CHANGE, "strength": "60"})
    assert answer.status_code == 409
    shown = {str(change.label): (change.before, change.after) for change in answer.context["both"]}
    assert shown["Strength"] == ("60", "10")


def test_a_relation_is_ended_by_a_revision(analyst, world, relation):
    data = {
        "valid_to": "2025-01-29",
        "end_prec": "1",
        "reason": "they left",
        "known_from": "2025-01-30",
        "expected": "1",
    }
    assert analyst.post(url(world, "relation_end", relation.pk), data).status_code == 302
    relation.refresh_from_db()
    assert relation.validity.upper == dt.date(2025, 1, 29)
    assert relation.past.get().validity.upper is None


def test_an_end_before_the_start_is_refused(analyst, world, relation):
    data = {"valid_to": "2020-01-01", "end_prec": "1", "reason": "x", "expected": "1"}
    answer = analyst.post(url(world, "relation_end", relation.pk), data)
    assert answer.status_code == 422
    assert "The end must be after the start." in text(answer)


def test_a_relation_is_retracted_with_a_reason(analyst, world, relation):
    address = url(world, "relation_retract", relation.pk)
    assert analyst.post(address, {"expected": "1"}).status_code == 422
    assert analyst.post(address, {"expected": "1", "reason": "never was"}).status_code == 302
    relation.refresh_from_db()
    assert relation.status == "retracted"
    assert analyst.get(url(world, "relation", relation.pk)).status_code == 200


@pytest.mark.parametrize("name", WRITES)
def test_a_reader_may_not_write_and_a_stranger_finds_nothing(client, world, relation, name):
    address = url(world, name, relation.pk)
    for person, status in ((world.reader, 403), (stranger(), 404)):
        signed_in(client, person)
        assert (client.get(address).status_code, client.post(address, CHANGE).status_code) == (status, status)
        assert client.post(url(world, "relation_new"), STATE).status_code == status
    assert client.get(url(world, "relation", relation.pk)).status_code == 404


@pytest.mark.parametrize("name", WRITES)
def test_forms_open_for_an_analyst(analyst, world, relation, name):
    assert analyst.get(url(world, name, relation.pk)).status_code == 200
    assert analyst.get(url(world, "relation_new") + "?subject=mali").context["form"].initial["subject"].slug == "mali"

"""The list of actors, the page of one, and its forms."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.world.pages import add_actor, add_event, queries, signed_in, stranger, text, url
from world import models

FILLED = {"name": "Katiba Macina", "kind": "rebel", "status": "active", "aliases": "FLM\nMacina", "handling": "team"}


@pytest.fixture
def reader(client, world):
    return signed_in(client, world.reader)


@pytest.fixture
def analyst(client, world):
    return signed_in(client, world.analyst)


def found(client, world, query):
    return {row.name for row in client.get(url(world, "actors") + f"?{query}").context["page"]}


def test_any_name_finds_an_actor_and_kind_narrows(reader, world):
    cma = add_actor(world, name="CMA", norm="cma")
    world.make(models.ActorName, actor=cma, text="Coordination des mouvements", norm="coordination des mouvements")
    add_actor(world, name="Mali", norm="mali", kind="state")
    assert found(reader, world, "q=MOUVEMENT+Coordination") == {"CMA"}
    assert found(reader, world, "kind=state") == {"Mali"}


def test_a_withheld_name_is_neither_shown_nor_found(reader, world):
    actor = add_actor(world, name="Canary", norm="canary", slug="canary", name_withheld=True)
    event = add_event(world)
    world.make(models.EventParticipant, event=event, actor=actor, raw_label="Canary")
    for address in (
        url(world, "actors"),
        url(world, "actor", actor.pk),
        url(world, "events"),
        url(world, "event", event.pk),
    ):
        page = text(reader.get(address))
        assert "Name withheld" in page
        assert "anary" not in page
    assert found(reader, world, "q=canary") == set()


def test_events_are_counted_without_retracted_ones(reader, world):
    actor = add_actor(world)
    for status in ("accepted", "retracted"):
        world.make(models.EventParticipant, event=add_event(world, status=status), actor=actor)
    assert [row.events_n for row in reader.get(url(world, "actors")).context["page"]] == [1]


def test_the_page_shows_names_lineage_relations_events_and_history(reader, world):
    actor, heir = add_actor(world, name="CMA"), add_actor(world, name="MSA")
    world.make(models.ActorName, actor=actor, text="Coordination")
    world.make(models.ActorExternalId, actor=actor, value="1158")
    world.make(models.ActorLineage, ancestor=actor, heir=heir, kind="split_from")
    world.make(models.Relation, subject=actor, object=heir, validity=DateRange(dt.date(2017, 1, 1), None), strength=-40)
    ended = DateRange(dt.date(2012, 1, 1), dt.date(2013, 1, 1))
    world.make(models.Relation, subject=actor, object=heir, type="commands", validity=ended)
    world.make(models.EventParticipant, event=add_event(world, title="Battle of Ber"), actor=actor)
    answer = reader.get(url(world, "actor", actor.pk))
    page = text(answer)
    for words in ("Coordination", "1158", "−40", "Battle of Ber", "1 ended relation"):
        assert words in page
    assert (len(answer.context["open"]), len(answer.context["past"])) == (1, 1)
    assert [(step["other"], step["first"]) for step in answer.context["lineage"]] == [(heir, False)]


def test_queries_of_the_page_do_not_grow(reader, world):
    actor = add_actor(world)
    counts = []
    for number in (2, 18):
        for _ in range(number):
            other = add_actor(world)
            world.make(models.ActorName, actor=actor)
            world.make(models.ActorLineage, ancestor=actor, heir=other)
            world.make(models.Relation, subject=actor, object=other, area=world.area)
            world.make(models.EventParticipant, event=add_event(world), actor=actor)
            world.make(models.Citation, actor=actor, document=world.make(models.SourceDocument))
        reader.get(url(world, "actor", actor.pk))
        counts.append(queries(reader, url(world, "actor", actor.pk)))
    assert counts[0] == counts[1]


def test_an_actor_is_recorded_with_its_names(analyst, world):
    answer = analyst.post(url(world, "actor_new"), FILLED)
    actor = models.Actor.objects.get(name="Katiba Macina")
    assert answer.url == url(world, "actor", actor.pk)
    assert set(actor.names.values_list("text", "kind")) == {
        ("Katiba Macina", "canonical"), ("FLM", "alias"), ("Macina", "alias"),
    }  # fmt: skip
    assert actor.situation_links.get().situation == world.situation


@pytest.mark.parametrize(("changes", "words"), [({"name": "!!"}, "letters or figures"), ({"kind": "x"}, "Kind")])
def test_a_wrong_actor_is_refused_beside_its_field(analyst, world, changes, words):
    answer = analyst.post(url(world, "actor_new"), {**FILLED, **changes})
    assert answer.status_code == 422
    assert words in text(answer)
    assert not models.Actor.objects.filter(team=world.team).exists()


def test_an_actor_is_renamed_and_its_names_change(analyst, world):
    actor = add_actor(world, name="FLM", norm="flm")
    world.make(models.ActorName, actor=actor, text="Old spelling", norm="old spelling")
    world.make(models.ActorName, actor=actor, text="FLM in UCDP", norm="flm in ucdp", source_system="ucdp")
    data = {**FILLED, "aliases": "Macina", "expected": 1}
    assert analyst.post(url(world, "actor_edit", actor.pk), data).status_code == 302
    actor.refresh_from_db()
    assert actor.name == "Katiba Macina"
    assert set(actor.names.values_list("text", "kind")) == {
        ("Katiba Macina", "canonical"), ("FLM", "former"), ("Macina", "alias"), ("FLM in UCDP", "alias"),
    }  # fmt: skip


def test_a_conflict_shows_both_values_and_writes_nothing(analyst, world):
    actor = add_actor(world, name="FLM", norm="flm")
    models.Actor.objects.filter(pk=actor.pk).update(kind="pmc", row_version=2)
    answer = analyst.post(url(world, "actor_edit", actor.pk), {**FILLED, "expected": 1})
    assert answer.status_code == 409
    shown = {str(change.label): (change.before, change.after) for change in answer.context["both"]}
    assert shown["Kind"] == ("armed group", "private military company")
    assert actor.names.count() == 1
    assert analyst.post(url(world, "actor_edit", actor.pk), {**FILLED, "expected": 2}).status_code == 302


def test_a_reader_may_not_write_and_a_stranger_finds_nothing(client, world):
    actor = add_actor(world)
    addresses = [url(world, "actor_new"), url(world, "actor_edit", actor.pk)]
    for person, status in ((world.reader, 403), (stranger(), 404)):
        signed_in(client, person)
        for address in addresses:
            assert (client.get(address).status_code, client.post(address, FILLED).status_code) == (status, status)
    assert client.get(url(world, "actor", actor.pk)).status_code == 404
    assert not models.Actor.objects.filter(name="Katiba Macina").exists()

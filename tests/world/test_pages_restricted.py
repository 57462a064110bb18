"""A restricted fact shows to the people it names and to nobody else, on no page and in no file."""

import datetime as dt

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from tests.factories.accounts import member
from tests.world.pages import HTMX, LISTS, PART, add_actor, add_event, cite, signed_in, text, url
from world import models

CANARY = "canarybird"
GRANTS = {
    models.Event: "event",
    models.Relation: "relation",
    models.Claim: "claim",
    models.Actor: "actor",
    models.ActorName: "actor_name",
    models.Source: "source",
    models.SourceDocument: "document",
    models.Citation: "citation",
}


@pytest.fixture
def hidden(world):
    """One restricted row of each kind, each with the word, beside open ones that they hang on."""
    act = {"handling": "restricted"}
    open_event = add_event(world, title="An open event")
    open_actor = add_actor(world, name="An open actor")
    actor = add_actor(world, name=f"Actor {CANARY}", norm=f"actor {CANARY}", slug=f"a-{CANARY}", **act)
    models.ActorName.objects.filter(actor=actor).update(**act)
    event = add_event(world, title=f"Event {CANARY}", place=CANARY, **act)
    world.make(models.EventParticipant, event=open_event, actor=actor, raw_label=f"Side {CANARY}")
    world.make(models.EventParticipant, event=event, actor=open_actor)
    since = DateRange(dt.date(2020, 1, 1), None)
    ends = {"subject": open_actor, "object": add_actor(world), "validity": since}
    source = world.make(models.Source, publisher=f"Publisher {CANARY}", norm=f"publisher {CANARY}", **act)
    document = world.make(models.SourceDocument, title=f"Document {CANARY}", **act)
    of_hidden_source = world.make(models.SourceDocument, title=f"Report {CANARY}", source=source)
    for paper in (document, of_hidden_source):
        world.make(models.Citation, actor=None, event=open_event, document=paper)
    claim = {"about_situation": None, "event": open_event, "statement": f"Claim {CANARY}", "document": document}
    return {
        "open_event": open_event,
        "open_actor": open_actor,
        "rows": [
            actor,
            event,
            source,
            document,
            world.make(models.Relation, **ends, summary=f"Relation {CANARY}", place=CANARY, **act),
            world.make(models.Claim, **claim, **act),
            world.make(models.ActorName, actor=open_actor, text=f"Alias {CANARY}", norm=CANARY, **act),
            cite_with_word(world, open_event, **act),
        ],
    }


def cite_with_word(world, event, **fields):
    citation = cite(world, event=event, **fields)
    models.Citation.objects.filter(pk=citation.pk).update(locator=CANARY, note=CANARY)
    return citation


def addresses(world, hidden):
    """Every page that shows facts, the facts' own pages included."""
    pages = [url(world, name) for name in (*LISTS, "events_csv")]
    pages += [url(world, "events") + query for query in (f"?q={CANARY}", "?status=any", "?known=2024-06-01")]
    pages += [url(world, "events_csv") + f"?q={CANARY}", url(world, "actors") + f"?q={CANARY}"]
    pages += [url(world, name) + f"?q={CANARY}" for name in ("relations", "sources")]
    pages += [url(world, "event", hidden["open_event"].pk), url(world, "actor", hidden["open_actor"].pk)]
    pages += [url(world, "source", world.source.pk)]
    return pages


def own_pages(world, hidden):
    names = {models.Event: "event", models.Actor: "actor", models.Relation: "relation", models.Source: "source"}
    return [url(world, names[type(row)], row.pk) for row in hidden["rows"] if type(row) in names]


def unseen(page: str) -> str:
    """The page without what the reader typed, which a list repeats."""
    for mark in ('value="', "Text: ", "?q=", "q="):
        page = page.replace(mark + CANARY, mark)
    return page


@pytest.mark.parametrize("role", ["viewer", "analyst", "lead", "admin"])
def test_others_never_see_it(client, world, hidden, role):
    signed_in(client, member(world.team, role))
    for address in addresses(world, hidden):
        assert CANARY not in unseen(text(client.get(address))), address
    for name in PART:
        assert CANARY not in unseen(text(client.get(url(world, name) + f"?q={CANARY}", **HTMX)))


def test_nor_do_the_forms_offer_it(client, world, hidden):
    signed_in(client, member(world.team, "lead"))
    edits = [url(world, "event_edit", hidden["open_event"].pk), url(world, "actor_edit", hidden["open_actor"].pk)]
    for address in (*edits, url(world, "event_new"), url(world, "relation_new"), url(world, "actor_new")):
        assert CANARY not in text(client.get(address)), address


def test_its_own_page_is_not_there_and_takes_no_change(client, world, hidden):
    signed_in(client, member(world.team, "lead"))
    for address in own_pages(world, hidden):
        assert client.get(address).status_code == 404, address
    for row in hidden["rows"][:2]:
        name = "event_edit" if isinstance(row, models.Event) else "actor_edit"
        assert client.post(url(world, name, row.pk), {"expected": 1}).status_code == 404


def test_the_named_person_sees_all_of_it(client, world, hidden):
    person: User = member(world.team, "viewer")
    for row in [*hidden["rows"], *models.ActorName.objects.filter(actor=hidden["rows"][0])]:
        world.make(models.HandlingGrant, **{"event": None, GRANTS[type(row)]: row, "person": person})
    signed_in(client, person)
    for address in own_pages(world, hidden):
        assert client.get(address).status_code == 200, address
    page = text(client.get(url(world, "event", hidden["open_event"].pk)))
    for words in ("Actor", "Document", "Report", "Claim"):
        assert f"{words} {CANARY}" in page
    assert f"Event {CANARY}" in text(client.get(url(world, "events_csv")))
    assert f"Alias {CANARY}" in text(client.get(url(world, "actor", hidden["open_actor"].pk)))


def test_a_hidden_claim_does_not_even_mark_its_event(client, world):
    event = add_event(world)
    claim = {"about_situation": None, "event": event, "status": "disputed", "handling": "restricted"}
    world.make(models.Claim, **claim)
    page = signed_in(client, world.reader).get(url(world, "events"))
    assert [row.contested for row in page.context["page"]] == [False]
    assert client.get(url(world, "events") + "?mark=contested").context["page"].rows == []


def test_citations_of_hidden_facts_are_not_counted(client, world):
    cite(world, event=add_event(world, handling="restricted"))
    rows = signed_in(client, world.reader).get(url(world, "sources")).context["page"].rows
    assert [row.citations_n for row in rows] == [0]

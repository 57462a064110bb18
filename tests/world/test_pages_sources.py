"""The page of a publisher: documents, citations, its rate."""

import pytest

from tests.world.pages import add_event, cite, queries, signed_in, stranger, text, url
from world import models

RATE = {"reliability": "B", "reason": "two of its reports held", "expected": "1"}


def test_documents_are_listed_with_their_citations(client, world):
    cite(world, event=add_event(world))
    world.make(models.SourceDocument, title="Never cited")
    answer = signed_in(client, world.reader).get(url(world, "source", world.source.pk))
    assert {row.title: row.citations_n for row in answer.context["page"]}["Never cited"] == 0
    assert sum(row.citations_n for row in answer.context["page"]) == 1


def test_queries_do_not_grow_with_documents(client, world):
    signed_in(client, world.reader)
    counts = []
    for number in (2, 18):
        for _ in range(number):
            cite(world, event=add_event(world))
        client.get(url(world, "source", world.source.pk))
        counts.append(queries(client, url(world, "source", world.source.pk)))
    assert counts[0] == counts[1]


def test_a_rate_is_changed_with_its_reason(client, world):
    address = url(world, "source", world.source.pk)
    assert signed_in(client, world.analyst).post(address, RATE).status_code == 302
    world.source.refresh_from_db()
    assert world.source.reliability == "B"
    assert "two of its reports held" in text(client.get(address))


@pytest.mark.parametrize(("changes", "words"), [({"reliability": "G"}, "Reliability"), ({"reason": ""}, "Reason")])
def test_a_wrong_rate_is_refused_beside_its_field(client, world, changes, words):
    answer = signed_in(client, world.analyst).post(url(world, "source", world.source.pk), {**RATE, **changes})
    assert answer.status_code == 422
    assert f">{words}</a>" in text(answer)


def test_a_conflict_shows_both_rates(client, world):
    models.Source.objects.filter(pk=world.source.pk).update(reliability="D", row_version=2)
    answer = signed_in(client, world.analyst).post(url(world, "source", world.source.pk), RATE)
    assert answer.status_code == 409
    assert [(change.before[0], change.after[0]) for change in answer.context["both"]] == [("B", "D")]


def test_a_reader_may_not_rate_and_a_stranger_finds_nothing(client, world):
    address = url(world, "source", world.source.pk)
    signed_in(client, world.reader)
    assert client.post(address, RATE).status_code == 403
    assert "<form method" not in text(client.get(address)).split('id="main"')[1].split("</main>")[0]
    signed_in(client, stranger())
    assert (client.get(address).status_code, client.post(address, RATE).status_code) == (404, 404)

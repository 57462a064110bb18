"""What all lists of facts have in common: gate, part, constant queries, filters in the address."""

import pytest

from tests.world.pages import HTMX, LISTS, PART, add_event, fill, queries, signed_in, stranger, text, url
from world import models


@pytest.mark.parametrize("name", LISTS)
def test_a_reader_opens_the_list(client, world, name):
    fill(world, 1)
    assert signed_in(client, world.reader).get(url(world, name)).status_code == 200


@pytest.mark.parametrize("name", [*LISTS, "events_csv", "event_new", "actor_new", "relation_new", "import_new"])
def test_a_stranger_gets_404(client, world, name):
    assert signed_in(client, stranger()).get(url(world, name)).status_code == 404


def test_a_situation_of_another_team_is_not_there(client, world):
    address = url(world, "events").replace(world.situation.slug, "nowhere")
    assert signed_in(client, world.reader).get(address).status_code == 404


@pytest.mark.parametrize("name", [*LISTS, "events_csv"])
def test_queries_do_not_grow_with_rows(client, world, name):
    signed_in(client, world.reader)
    fill(world, 2)
    queries(client, url(world, name))
    few = queries(client, url(world, name))
    fill(world, 18)
    assert queries(client, url(world, name)) == few


@pytest.mark.parametrize("name", sorted(PART))
def test_the_part_for_htmx_is_the_part_of_the_page(client, world, name):
    fill(world, 3)
    signed_in(client, world.analyst)
    part = text(client.get(url(world, name), **HTMX)).strip()
    assert part.startswith("<div")
    assert "<html" not in part
    assert part in text(client.get(url(world, name)))


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_to_do(client, world, name):
    page = text(signed_in(client, world.analyst).get(url(world, name)))
    assert 'class="empty"' in page
    if name in ("events", "imports"):
        assert url(world, "import_new") in page


@pytest.mark.parametrize("name", ["events", "relations", "actors"])
def test_a_reader_sees_no_button_that_writes(client, world, name):
    fill(world, 1)
    page = text(signed_in(client, world.reader).get(url(world, name)))
    assert "/new/" not in page


@pytest.mark.parametrize("query", ["since=yesterday", "type=nothing", "area=XX", "known=2024-13-01", "q=%00"])
def test_a_filter_that_makes_no_sense_is_named(client, world, query):
    add_event(world)
    answer = signed_in(client, world.reader).get(url(world, "events") + f"?{query}")
    assert answer.status_code == 422
    assert "Please look at this again" in text(answer)


def test_a_damaged_page_link_is_refused_with_a_sentence(client, world):
    answer = signed_in(client, world.reader).get(url(world, "events") + "?after=nonsense")
    assert answer.status_code == 422
    assert "damaged" in text(answer)


def test_pages_follow_one_another_without_gap_or_repeat(client, world):
    made = {add_event(world, title=f"E{number:03}").title for number in range(60)}
    signed_in(client, world.reader)
    first = client.get(url(world, "events"))
    second = client.get(url(world, "events") + f"?{first.context['page'].next_query}")
    titles = [row.title for answer in (first, second) for row in answer.context["page"]]
    assert len(titles) == 60
    assert set(titles) == made


def test_a_chip_leads_to_the_list_without_its_filter(client, world):
    add_event(world, title="Battle of Ber")
    page = signed_in(client, world.reader).get(url(world, "events") + "?q=ber&status=accepted")
    assert [chip["label"] for chip in page.context["chips"]] == ["Text: ber", "Status: accepted"]
    assert page.context["chips"][0]["url"].endswith("?status=accepted")


def test_sources_are_counted_and_filtered(client, world):
    fill(world, 2)
    world.make(models.Source, publisher="Agence Ménaka", norm="agence menaka", reliability="B")
    signed_in(client, world.reader)
    rows = client.get(url(world, "sources") + "?q=MENAKA").context["page"].rows
    assert [row.publisher for row in rows] == ["Agence Ménaka"]
    assert [row.publisher for row in client.get(url(world, "sources") + "?reliability=B").context["page"]] == [
        "Agence Ménaka"
    ]
    cited = client.get(url(world, "sources")).context["page"].rows
    assert max(row.citations_n for row in cited) == 2


def test_a_filter_leaves_an_address_that_can_be_passed_on(client, world):
    add_event(world, title="Battle of Ber")
    answer = signed_in(client, world.reader).get(url(world, "events") + "?q=ber&type=&area=&known=", **HTMX)
    assert answer["HX-Push-Url"] == url(world, "events") + "?q=ber"
    bare = client.get(url(world, "events") + "?q=&type=", **HTMX)
    assert bare["HX-Push-Url"] == url(world, "events")
    assert f'hx-get="{url(world, "events")}"' in text(client.get(url(world, "events") + "?q=ber"))

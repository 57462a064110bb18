"""Team home and situation overview: stored numbers only, gated, at a constant cost."""

import pytest
from django.urls import reverse

from reports.render import RenderError
from reports.views import overview as overview_page
from scenarios.models import RunResult
from tests.factories.reports import finished_run, make_brief, make_build, restricted_run
from tests.factories.scenarios import Desk, make_situation, queued_run, small_input
from tests.factories.world import World
from tests.reports.pages import opened, queries, stranger, text, url
from world.models import Event, Situation, SituationEvent

pytestmark = pytest.mark.django_db

CANARY = 77


@pytest.fixture
def desk():
    return Desk()


def home(desk):
    return reverse("reports:home", args=[desk.team.slug])


@pytest.fixture
def version(desk):
    return desk.draft()


def test_home_shows_the_headline_of_each_scenario_with_its_interval(client, desk, version):
    run = finished_run(version)
    leader = next(row for row in RunResult.objects.get().result["alternatives"] if row["rank"] == 1)
    page = opened(client, desk.reader, home(desk))
    assert f"{leader['score']:.1f}" in page
    assert f"90% interval {leader['interval']['q05']:.0f} to {leader['interval']['q95']:.0f}" in page
    assert "points ahead of" in page
    assert reverse("scenarios:run", args=[desk.team.slug, desk.situation.slug, run.pk]) in page


def test_home_of_a_new_team_says_how_to_begin(client, desk):
    Situation.objects.all().delete()
    page = opened(client, desk.analyst, home(desk))
    assert reverse("reports:situation_new", args=[desk.team.slug]) in page
    assert "seed_demo" in page
    assert "situations/new" not in opened(client, desk.reader, home(desk))


def test_a_situation_is_created_by_who_may_write_facts(client, desk):
    address = reverse("reports:situation_new", args=[desk.team.slug])
    client.force_login(desk.analyst)
    assert client.post(address, {"name": ""}).status_code == 422
    answer = client.post(address, {"name": "Niger after the coup"})
    made = Situation.objects.get(name="Niger after the coup")
    assert answer.url == reverse("reports:overview", args=[desk.team.slug, made.slug])
    client.force_login(desk.reader)
    assert client.post(address, {"name": "Chad"}).status_code == 403
    assert not Situation.objects.filter(name="Chad").exists()


def test_my_drafts_are_mine(client, desk, version):
    make_brief(desk, finished_run(version), title="Half a thought", created_by=desk.analyst)
    assert opened(client, desk.analyst, home(desk)).count("Half a thought") == 2
    assert opened(client, desk.lead, home(desk)).count("Half a thought") == 1


def test_a_restricted_run_is_nowhere_for_those_it_does_not_name(client, desk, version):
    secret = restricted_run(version, CANARY, desk.lead)
    brief = make_brief(desk, secret, title="Canary brief")
    make_build(brief, desk.lead)
    addresses = [home(desk), url(desk, "overview"), url(desk, "briefs")]
    for address in addresses:
        page = opened(client, desk.analyst, address)
        assert "Canary" not in page
        assert str(secret.pk) not in page
        assert "points ahead of" not in page
    assert str(secret.pk) in opened(client, desk.lead, url(desk, "overview"))
    assert "Canary" in opened(client, desk.lead, url(desk, "briefs"))
    client.force_login(desk.analyst)
    for name in ("brief", "brief_pdf", "brief_status", "brief_paper"):
        assert client.get(url(desk, name, brief.pk)).status_code == 404
    assert client.get(url(desk, "map", secret.pk)).status_code == 404


def test_strangers_find_nothing(client, desk):
    client.force_login(stranger())
    for address in (home(desk), url(desk, "overview"), url(desk, "briefs"), url(desk, "brief_new")):
        assert client.get(address).status_code == 404


def test_an_anonymous_visitor_finds_nothing_either(client, desk):
    assert client.get(home(desk)).status_code in (302, 404)


def test_home_costs_the_same_with_more_rows(client, desk, version):
    finished_run(version, 1)
    make_situation(desk.team, slug="second", name="Second")
    make_brief(desk, finished_run(version, 2))
    client.force_login(desk.analyst)
    queries(client, home(desk))
    few = queries(client, home(desk))
    for number in range(3, 21):
        situation = make_situation(desk.team, slug=f"more-{number}", name=f"More {number}")
        run = finished_run(desk.draft(situation=situation, slug=f"more-{number}"), number)
        make_brief(desk, run, number=number, situation=situation)
    assert queries(client, home(desk)) == few


def test_the_overview_of_a_new_situation_lists_what_to_do(client, desk):
    page = opened(client, desk.analyst, url(desk, "overview"))
    for name in ("world:actor_new", "world:import_new", "scenarios:new"):
        assert reverse(name, args=[desk.team.slug, desk.situation.slug]) in page
    assert "Nothing is scored yet" in page


def test_a_reader_gets_no_button_that_writes(client, desk, version):
    finished_run(version)
    page = opened(client, desk.reader, url(desk, "overview"))
    assert "/new/" not in page
    assert "Start run" not in page


def test_the_overview_takes_the_latest_finished_run(client, desk, version):
    finished_run(version, 1)
    latest = finished_run(version, 2, inputs=small_input(3))
    queued_run(version, 3).save()
    page = opened(client, desk.reader, url(desk, "overview"))
    assert f"{latest.result.verdict['score']:.1f}" in page


def test_what_is_set_aside_or_missing_is_said(client, desk, version):
    inputs = small_input(3, leaves=3)
    bare = {"state": "missing", "reason": "nobody asked", "inherited": False}
    for cell in inputs["cells"]:
        if cell["alternative"] == "a000" and cell["indicator"] != "i000":
            key = {name: cell[name] for name in ("alternative", "indicator")}
            cell.clear()
            cell.update(key | bare)
    finished_run(version, inputs=inputs)
    page = opened(client, desk.reader, url(desk, "overview"))
    assert "a000 is set aside" in page


def test_a_run_of_a_draft_says_so(client, desk, version):
    finished_run(version)
    assert "scored on a draft" in opened(client, desk.reader, url(desk, "overview"))


def test_events_and_actors_are_listed_and_restricted_ones_are_not(client):
    world = World()
    for title, handling in (("Open event", "team"), ("Canary event", "restricted")):
        event = world.make(Event, title=title, handling=handling)
        world.make(SituationEvent, situation=world.situation, event=event)
    address = reverse("reports:overview", args=[world.team.slug, world.situation.slug])
    page = opened(client, world.reader, address)
    assert "Open event" in page
    assert "Canary" not in page


def test_the_overview_costs_the_same_with_more_rows(client, desk, version):
    for number in (1, 2):
        finished_run(version, number)
    client.force_login(desk.reader)
    queries(client, url(desk, "overview"))
    few = queries(client, url(desk, "overview"))
    for number in range(3, 21):
        finished_run(version, number)
    assert queries(client, url(desk, "overview")) == few


@pytest.fixture
def mapped(desk, version):
    return finished_run(version)


def test_a_run_without_areas_has_no_map(client, desk, mapped):
    client.force_login(desk.reader)
    answer = client.get(url(desk, "map", mapped.pk))
    assert answer.status_code == 200
    assert "No outline to draw on" in text(answer)


def test_a_map_that_cannot_be_drawn_says_why(client, desk, mapped, monkeypatch):
    def fail(specs, locale):
        raise RenderError("The charts took too long.")

    monkeypatch.setattr(overview_page, "map_data", lambda run, viewer: {"areas": [], "events": []})
    monkeypatch.setattr(overview_page, "geomap", lambda data, **options: {})
    monkeypatch.setattr(overview_page, "describe", lambda data, locale: "")
    monkeypatch.setattr(overview_page, "drawn", fail)
    client.force_login(desk.reader)
    page = text(client.get(url(desk, "map", mapped.pk)))
    assert "The charts took too long." in page
    assert "hx-get" in page


def test_a_map_that_another_request_draws_is_asked_for_again(client, desk, mapped, monkeypatch):
    monkeypatch.setattr(overview_page, "map_data", lambda run, viewer: {"areas": [], "events": []})
    monkeypatch.setattr(overview_page, "geomap", lambda data, **options: {})
    monkeypatch.setattr(overview_page, "drawn", lambda specs, locale: {})
    client.force_login(desk.reader)
    assert "delay:2s" in text(client.get(url(desk, "map", mapped.pk)))
    monkeypatch.setattr(overview_page, "drawn", lambda specs, locale: dict.fromkeys(specs, "<svg></svg>"))
    page = text(client.get(url(desk, "map", mapped.pk)))
    assert "delay:2s" not in page
    assert page.count("<svg></svg>") == 2

"""The frozen context holds what the runs found, natural keys only, and nothing that some readers may not see."""

import datetime as dt
import json

import pytest

from engine import canonical
from reports.brief import freeze
from reports.context import check
from reports.services import request_brief
from tests.factories.reports import DATED, finished_run, make_brief
from tests.factories.scenarios import AT, CUTOFF, Desk
from tests.factories.world import World
from world.models import AdminArea, Event, HandlingGrant, SituationEvent

pytestmark = pytest.mark.django_db

SQUARE = {"type": "Polygon", "coordinates": [[[-5, 12], [4, 12], [4, 20], [-5, 20], [-5, 12]]]}


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def run(desk):
    return finished_run(desk.draft())


@pytest.fixture
def brief(desk, run):
    return make_brief(desk, run)


def test_the_same_brief_gives_the_same_context(brief):
    first, second = (freeze(brief, viewer=None) for _ in range(2))
    check(first)
    assert canonical.sha256(first) == canonical.sha256(second)


def test_its_numbers_are_those_of_the_stored_result(brief, run):
    found = freeze(brief, viewer=None)["scenarios"][0]
    stored = {row["key"]: row for row in run.result.result["alternatives"]}
    assert {row["key"]: row["score"] for row in found["alternatives"]} == {k: r["score"] for k, r in stored.items()}
    for row in found["alternatives"]:
        assert row["interval"]["q05"] == stored[row["key"]]["interval"]["q05"]
        assert row["first_share"] == stored[row["key"]]["first_share"]
    assert found["run"]["result_sha256"] == run.result.result_sha256
    assert found["run"]["seed"] == run.seed


def test_it_holds_no_row_id_and_no_address_of_this_host(brief, run, desk):
    text = json.dumps(freeze(brief, viewer=None))
    for key in (run.pk, run.version_id, desk.situation.pk, desk.team.pk, brief.pk, desk.analyst.pk):
        assert str(key) not in text
    assert "localhost" not in text


def test_its_dates_are_those_of_the_runs(brief):
    time = freeze(brief, viewer=None)["time"]
    assert (time["at"], time["cutoff"]) == (AT.isoformat(), CUTOFF.isoformat())
    assert time["data_to"] == AT.isoformat()[:7]


@pytest.mark.parametrize(
    ("marks", "replay"),
    [
        ({"hindsight_used": True, "reconstructed": True}, "hindsight"),
        ({"reconstructed": True}, "reconstructed"),
        ({}, "stored"),
        ({"cutoff": dt.date(2999, 1, 1)}, "live"),
    ],
)
def test_the_kind_of_replay_is_named(desk, marks, replay):
    brief = make_brief(desk, finished_run(desk.draft(), **marks))
    assert freeze(brief, viewer=None)["time"]["replay"] == replay


def test_the_runs_stand_in_their_order(desk):
    second = finished_run(desk.draft(slug="second"), 2)
    first = finished_run(desk.draft(slug="first"), 1)
    brief = make_brief(desk, second, first)
    assert [row["key"] for row in freeze(brief, viewer=None)["scenarios"]] == ["second", "first"]


def test_a_draft_is_named_among_the_assumptions(brief):
    assert any("draft of version 1" in text for text in freeze(brief, viewer=None)["assumptions"])


def test_what_only_the_author_may_see_stays_out_of_the_brief(desk):
    world = World(desk.team)
    AdminArea.objects.filter(pk=world.country.pk).update(outline=SQUARE)
    AdminArea.objects.filter(pk=world.area.pk).update(lon=1.0, lat=18.0)
    version = desk.draft("security-vacuum")
    desk.areas(version, AdminArea.objects.get(pk=world.area.pk))
    for handling, lon in (("team", 1.25), ("restricted", 2.5)):
        fields = {"handling": handling, "lon": lon, "lat": 15.0, "where_prec": 1, "known_from": AT}
        event = world.make(Event, date_start=AT, date_end=AT, status="accepted", **fields)
        world.make(SituationEvent, situation=desk.situation, event=event)
    HandlingGrant.objects.create(team=desk.team, person=desk.analyst, event=event)
    run = finished_run(version)
    asked = {"situation": desk.situation, "by": desk.analyst, "title": "Mali", "dated": DATED, "via": "ui"}
    brief = request_brief(runs=[run], **asked)
    assert lons(freeze(brief, viewer=desk.analyst)) == [1.25, 2.5]
    assert lons(brief.builds.get().context) == [1.25]


def lons(context):
    return [row["lon"] for row in context["map"]["events"]]

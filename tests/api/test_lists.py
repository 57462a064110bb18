"""Lists: equal cost for few and many rows, pages without gap or repeat, filters, cut-offs."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from scenarios.models import Version
from tests.api.office import filled
from tests.api.routes import RULES, TEAM
from tests.factories.scenarios import queued_run
from world import models
from world.services.events import revise_event

LISTS = [route for route, rules in RULES.items() if "get" in rules and not route.endswith((">/", "pdf/"))]


def fill(office, number: int) -> None:
    """So many further rows in every list."""
    for _ in range(number):
        actor = office.make(models.Actor)
        office.make(models.ActorName, actor=actor)
        office.make(models.ActorExternalId, actor=actor)
        office.make(models.SituationActor, actor=actor)
        event = office.make(models.Event)
        office.make(models.SituationEvent, event=event)
        office.make(models.EventParticipant, event=event, actor=actor)
        office.make(models.Relation, subject=actor, area=office.area)
        office.make(models.Source)
        office.make(models.SourceDocument)
        office.make(models.Series)
        office.make(models.Observation)
        office.make(models.Situation)
        Version.objects.create(
            team=office.team, scenario=office.scenario, number=Version.objects.count() + 1, state="published",
            published_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC), published_by=office.people["lead"],
        )  # fmt: skip
        queued_run(office.draft, office.run.number + Version.objects.count() + 10).save()


def queries(caller, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        caller.get(address)
    return len(seen)


def test_a_list_asks_the_database_as_often_for_many_rows_as_for_few(office, api):
    lists = {route: filled(TEAM + route, office) for route in LISTS}
    fill(office, 2)
    api.get("events/")  # the use of the token is written once a minute
    few = {route: queries(api, address) for route, address in lists.items()}
    fill(office, 18)
    assert {route: queries(api, address) for route, address in lists.items()} == few


def test_pages_hold_each_row_once(office, api):
    fill(office, 8)
    same_day = models.Event.objects.filter(team=office.team)
    assert same_day.values("date_start").distinct().count() == 1
    for route in LISTS:
        address = filled(TEAM + route, office)
        rows = api.every(address)
        whole = api.get(f"{address}?limit=200")
        assert rows == whole["results"], route
        assert whole["next"] is None, route


def test_events_come_latest_first(office, api):
    for day in (3, 9, 5):
        office.make(models.Event, date_start=dt.date(2023, 12, day), date_end=dt.date(2023, 12, day))
    assert [row["date_start"] for row in api.every("events/")] == ["2023-12-09", "2023-12-05", "2023-12-03"]


def found(api, query: str, noun: str = "events") -> set[str]:
    return {row["id"] for row in api.get(f"{noun}/?{query}")["results"]}


def test_events_are_filtered(office, api):
    battle, event = office.kind, office.event
    talks = office.make(models.EventType, code="DIPL.TALKS", domain="diplomacy")
    other = office.make(models.Dataset)
    old = {"date_start": dt.date(2020, 1, 1), "date_end": dt.date(2020, 1, 3)}
    elsewhere = office.make(models.Event, type=talks, area=office.make(models.AdminArea), dataset=other, **old)
    gone = office.make(models.Event, type=battle, status="retracted")
    office.make(models.EventParticipant, event=event, actor=office.actor)
    office.make(models.SituationEvent, event=event)
    one, two = {str(event.pk)}, {str(elsewhere.pk)}

    assert found(api, "") == one | two
    assert found(api, "type=VIOL.CLASH") == found(api, f"type={battle.domain}") == one
    assert found(api, f"area={office.area.pcode}") == found(api, "area=ML") == one
    assert found(api, f"actor={office.actor.slug}") == one
    assert found(api, f"dataset={other.code}") == two
    assert found(api, "since=2020-01-04") == one
    assert found(api, "until=2020-01-02") == two
    assert found(api, "status=retracted") == {str(gone.pk)}
    assert found(api, f"situation={office.situation.slug}") == one


def test_actors_relations_and_runs_are_filtered(office, api):
    state = office.make(models.Actor, kind="state", name="Junta", norm="junta")
    office.make(models.ActorName, actor=state, text="Junta", norm="junta")
    relation = office.make(models.Relation, subject=state)
    assert found(api, "kind=state&q=jun", "actors") == {str(state.pk)}
    assert found(api, "q=nobody", "actors") == set()
    assert found(api, f"actor={state.slug}&type=supports", "relations") == {str(relation.pk)}
    assert found(api, "type=hostile", "relations") == set()
    day = relation.validity.lower
    assert found(api, f"at={day}", "relations") == {str(relation.pk)}
    assert found(api, f"at={day - dt.timedelta(days=1)}", "relations") == set()
    run = office.run
    assert found(api, f"scenario={office.scenario.slug}&state=queued", "runs") == {str(run.pk)}
    assert found(api, "state=done", "runs") == set()


def test_a_cut_off_shows_the_state_that_was_known_then(office, api):
    event = office.make(models.Event, title="First word", known_from=dt.date(2024, 1, 10), deaths_best=3)
    revise_event(
        event=event, by=office.analyst, via="ui", reason="More is known.", known_from=dt.date(2024, 2, 10), expected=1,
        title="Second word", deaths_best=9,
    )  # fmt: skip

    def titles(day: str) -> list[tuple[str, int]]:
        rows = api.get(f"events/?cutoff={day}")["results"]
        for row in rows:
            assert api.get(f"events/{row['id']}/?cutoff={day}") == row
        return [(row["title"], row["deaths_best"]) for row in rows]

    assert titles("2024-01-09") == []
    assert titles("2024-02-09") == [("First word", 3)]
    assert titles("2024-02-10") == [("Second word", 9)]
    api.get(f"events/{event.pk}/?cutoff=2024-01-09", expect=404)
    assert api.get(f"events/{event.pk}/")["title"] == "Second word"


def test_an_unknown_situation_or_filter_is_refused(office, api):
    assert api.get("events/?situation=none-such", expect=404)["code"] == "not_found"
    assert api.get("events/?typ=x", expect=422)["field"] == "typ"
    assert api.get("sources/?situation=x", expect=422)["field"] == "situation"
    assert api.get("actors/?kind=x", expect=400)["errors"][0]["field"] == "kind"

"""Restricted facts, withheld names and rows of other teams leave no trace in any answer."""

import pytest

from tests.api.office import Office, filled
from tests.api.routes import BODIES, READS, TEAM
from world import models

CANARY = "canary-7d1f"
QUERIES = ("", "?q=canary", f"?actor={CANARY}-actor", "?cutoff=2030-01-01", "?limit=200", "?status=accepted")


def hide(office: Office) -> None:
    """Restricted rows of each kind, with the word in each of their texts, around rows that all may see."""
    shut = {"handling": "restricted"}
    actor = office.make(models.Actor, slug=f"{CANARY}-actor", name=CANARY, norm=CANARY, description=CANARY, **shut)
    office.make(models.ActorName, actor=actor, text=CANARY, norm=CANARY)
    office.make(models.ActorName, actor=office.actor, text=CANARY, norm=CANARY, **shut)
    office.make(models.SituationActor, actor=actor)
    event = office.make(models.Event, title=CANARY, summary=CANARY, place=CANARY, **shut)
    office.make(models.SituationEvent, event=event)
    office.make(models.EventParticipant, event=office.event, actor=actor, raw_label=CANARY)
    office.make(models.Relation, subject=actor, key=f"{CANARY}-1")
    office.make(models.Relation, summary=CANARY, key=f"{CANARY}-2", **shut)
    source = office.make(models.Source, publisher=CANARY, norm=CANARY, **shut)
    office.make(models.SourceDocument, source=source, title=CANARY)
    office.make(models.SourceDocument, source=office.source, title=CANARY, **shut)
    office.make(models.Observation, vintage=CANARY, **shut)
    office.make(models.Observation, vintage=CANARY, area=None, actor=actor)


def withhold(office: Office) -> None:
    actor = office.make(
        models.Actor, slug=f"{CANARY}-person", name=CANARY, norm=CANARY, description=CANARY, name_withheld=True
    )
    office.make(models.ActorName, actor=actor, text=CANARY, norm=CANARY)
    office.make(models.ActorExternalId, actor=actor, value=CANARY)
    office.make(models.EventParticipant, event=office.event, actor=actor, raw_label=CANARY)
    office.make(models.Relation, subject=actor, object=office.foe, key=f"{CANARY}|supports|foe|")


def answers(office: Office, caller) -> dict[str, str]:
    """The bytes of every GET endpoint of this team, with each query."""
    read = {}
    for route in READS:
        for query in QUERIES:
            address = filled(TEAM + route, office) + query
            read[address] = caller.send("get", address).content.decode("latin-1")
    return read


@pytest.mark.parametrize("role", ["viewer", "admin"])
def test_a_restricted_fact_leaves_no_trace(office, role):
    hide(office)
    leaks = [
        address for address, body in answers(office, office.caller(role)).items() if CANARY in body.split('"detail"')[0]
    ]
    assert not leaks


def test_the_person_who_is_named_sees_it(office, api):
    hide(office)
    event = models.Event.objects.get(team=office.team, title=CANARY)
    api.get(f"events/{event.pk}/", expect=404)
    office.make(models.HandlingGrant, person=office.analyst, event=event)
    assert api.get(f"events/{event.pk}/")["title"] == CANARY


def test_a_withheld_name_counts_but_is_not_told(office, api):
    withhold(office)
    told = answers(office, api)
    assert not [address for address, body in told.items() if CANARY in body.split('"detail"')[0]]
    assert "Name withheld" in told[filled(TEAM + "events/<uuid:key>/", office)]
    pages = "".join(str(api.get(f"actors/?limit={size}")["next"]) for size in (1, 2, 3))
    assert "canary" not in pages


def test_nothing_of_another_team_is_told(office, api):
    other = Office(name=CANARY)
    for row in (other.actor, other.event, other.source, other.situation):
        for name in ("name", "title", "publisher"):
            if hasattr(row, name):
                type(row).objects.filter(pk=row.pk).update(**{name: CANARY})
    assert other.relation
    assert other.observation
    assert not [address for address, body in answers(office, api).items() if CANARY in body.split('"detail"')[0]]


def nested(other: Office) -> list[tuple[str, str, dict, str]]:
    """Writes that name a row of another team by its natural key."""
    key = str(other.event.pk)
    run = str(other.brief.runs.get().run_id)
    return [
        ("events/", "post", {"area": other.area.pcode}, "area"),
        ("events/", "post", {"type": other.kind.code}, "type"),
        ("events/", "post", {"situation": other.situation.slug}, "situation"),
        ("events/", "post", {"participants": [{"actor": other.actor.slug, "role": "side_a"}]}, "participants.actor"),
        ("events/<uuid:key>/", "patch", {"area": other.area.pcode}, "area"),
        ("relations/", "post", {"subject": other.actor.slug}, "subject"),
        ("relations/", "post", {"object": other.actor.slug}, "object"),
        ("relations/", "post", {"area": other.area.pcode}, "area"),
        ("actors/", "post", {"home_area": other.area.pcode}, "home_area"),
        ("actors/<uuid:key>/", "patch", {"home_area": other.area.pcode}, "home_area"),
        ("series/", "post", {"dataset": other.dataset.code}, "dataset"),
        ("series/<slug:code>/observations/", "post", {"area": other.area.pcode}, "area"),
        ("scenarios/", "post", {"situation": other.situation.slug}, "situation"),
        ("scenarios/<slug:slug>/judgements/", "post", {"documents": [str(other.document.pk)]}, "documents"),
        ("scenarios/<slug:slug>/judgements/", "post", {"documents": [key]}, "documents"),
        ("runs/", "post", {"scenario": other.scenario.slug}, "scenario"),
        ("briefs/", "post", {"runs": [run]}, "runs"),
        ("briefs/", "post", {"situation": other.situation.slug}, "situation"),
    ]


def test_a_write_cannot_attach_a_row_of_another_team(office, lead):
    other = Office()
    models.AdminArea.objects.filter(pk=other.area.pk).update(pcode="ZZ99")
    models.EventType.objects.filter(pk=other.kind.pk).update(code="VIOL.ZZ")
    models.Situation.objects.filter(pk=other.situation.pk).update(slug="theirs")
    type(other.scenario).objects.filter(pk=other.scenario.pk).update(slug="theirs")
    for row in (other.area, other.kind, other.situation, other.scenario):
        row.refresh_from_db()
    for route, method, change, field in nested(other):
        answer = lead.send(method, filled(TEAM + route, office), {**BODIES[route, method](office), **change})
        problem = answer.json()
        assert (answer.status_code, problem["code"], problem["field"]) == (422, "unknown", field), (route, change)

"""A canary text in a restricted fact of each kind: nobody but the named people meets it anywhere."""

import datetime as dt

import pytest

from core.models import AuditEvent
from tests.factories.accounts import member
from tests.factories.world import KNOWN
from world.models import ActorName, CellArea, CellPair, Citation, Event, HandlingGrant
from world.selectors import facts, identity
from world.services import actors, claims, events, handling, relations, series, sources

CANARY = "Wolfram Canary"
RESTRICTED = {"handling": "restricted"}


@pytest.fixture
def filled(world):
    """One restricted fact of each kind, entered by the analyst."""
    act, team = world.act, world.team
    secret = actors.create_actor(team=team, kind="person", name=CANARY, situation=world.situation, **RESTRICTED, **act)
    source = sources.create_source(team=team, publisher=CANARY, **RESTRICTED, **act)
    sources.create_document(source=world.source, title=CANARY, **RESTRICTED, **act)
    event = events.create_event(
        team=team,
        known_from=KNOWN,
        situation=world.situation,
        type=world.kind,
        area=world.area,
        date_start=dt.date(2023, 12, 5),
        title=CANARY,
        participants=[{"actor": world.actor, "role": "side_a"}, {"actor": world.foe, "role": "side_b"}],
        **RESTRICTED,
        **act,
    )
    relation = relations.create_relation(
        team=team,
        known_from=KNOWN,
        subject=world.actor,
        object=world.foe,
        type="supports",
        valid_from=None,
        summary=CANARY,
        **RESTRICTED,
        **act,
    )
    about = {"known_from": KNOWN, "about_situation": world.situation, "statement": CANARY}
    claims.create_claim(team=team, **about, **RESTRICTED, **act)
    series.create_observation(
        series=world.series,
        known_from=KNOWN,
        period_start=dt.date(2023, 1, 1),
        period_end=dt.date(2024, 1, 1),
        area=world.area,
        value=77.0,
        vintage=CANARY,
        **RESTRICTED,
        **act,
    )
    sources.add_citation(fact=event, document=world.document, locator=CANARY, **act)
    # Open facts that tell of restricted ones.
    claims.create_claim(team=team, known_from=KNOWN, event=event, statement=CANARY, **act)
    claims.create_claim(team=team, known_from=KNOWN, relation=relation, statement=CANARY, **act)
    relations.create_relation(
        team=team, known_from=KNOWN, subject=secret, object=world.foe, type="commands", valid_from=None, **act
    )
    sources.create_document(source=source, title=CANARY, **act)
    series.create_observation(
        series=world.series,
        known_from=KNOWN,
        period_start=dt.date(2023, 1, 1),
        period_end=dt.date(2024, 1, 1),
        actor=secret,
        value=77.0,
        **act,
    )
    actors.record_lineage(ancestor=secret, heir=world.actor, kind="joined", **act)
    return world


READS = {
    "events": lambda v, w, c: facts.events_known(v, w.team, cutoff=c),
    "events of situation": lambda v, w, c: facts.events_known(v, w.team, w.situation, cutoff=c),
    "relations": lambda v, w, c: facts.relations_known(v, w.team, cutoff=c),
    "open relations": lambda v, w, c: facts.relations_open(v, w.team, at=KNOWN, cutoff=c),
    "claims": lambda v, w, c: facts.claims_known(v, w.team, cutoff=c),
    "claims of situation": lambda v, w, c: facts.claims_known(v, w.team, w.situation, cutoff=c),
    "observations": lambda v, w, c: facts.observations_known(v, w.team, cutoff=c),
    "documents": lambda v, w, c: facts.documents_seen(v, w.team).exclude(pk=w.document.pk),
    "sources": lambda v, w, c: facts.sources_seen(v, w.team).exclude(pk=w.source.pk),
    "citations": lambda v, w, c: facts.citations_seen(v, w.team, event__isnull=False),
    "actors": lambda v, w, c: identity.actors_seen(v, w.team, text=CANARY),
    "lineage": lambda v, w, c: identity.lineage_of(v, w.actor),
}


@pytest.mark.parametrize("read", sorted(READS))
@pytest.mark.parametrize("cutoff", [None, dt.date(2024, 2, 1)])
def test_only_named_people_meet_the_canary(filled, read, cutoff):
    outsider = member(filled.team, "lead")
    assert list(READS[read](filled.analyst, filled, cutoff))
    for viewer in (outsider, filled.reader, None):
        assert not list(READS[read](viewer, filled, cutoff))


def test_a_named_person_sees_it_and_loses_it_again(filled):
    reader = filled.reader
    event = facts.events_known(filled.analyst, filled.team).get()
    fact = Event.objects.get(pk=event.pk)
    handling.set_handling(fact=fact, reason="Briefed.", **RESTRICTED, allowed=[reader], **filled.act)
    assert facts.events_known(reader, filled.team).exists()
    handling.set_handling(fact=fact, reason="Left.", **RESTRICTED, **filled.act)
    assert not facts.events_known(reader, filled.team).exists()
    handling.set_handling(fact=fact, reason="Public.", handling="team", contains_personal_data=True, **filled.act)
    assert facts.events_known(reader, filled.team).get().contains_personal_data
    assert not HandlingGrant.objects.filter(event=fact).exists()


def test_names_and_citations_go_with_their_fact(world):
    made = actors.create_actor(team=world.team, kind="person", name=CANARY, **world.act)
    actors.add_actor_name(actor=made, text="Second name", kind="alias", **world.act)
    sources.add_citation(fact=made, document=world.document, **world.act)
    handling.set_handling(fact=made, reason="x", **RESTRICTED, **world.act)
    actors.add_actor_name(actor=made, text="Third name", kind="alias", **world.act)
    names, cited = ActorName.objects.filter(actor=made), Citation.objects.filter(actor=made)
    assert [rows.visible_to(world.analyst).count() for rows in (names, cited)] == [3, 1]
    assert [rows.visible_to(world.reader).count() for rows in (names, cited)] == [0, 0]
    handling.set_handling(fact=made, reason="x", handling="open", **world.act)
    assert {row.handling for row in [*names, *cited]} == {"open"}


def test_the_audit_log_of_a_restricted_fact_holds_no_word_of_it(filled):
    restricted = AuditEvent.objects.filter(team_id=filled.team.pk, label__contains=CANARY)
    # What the analyst left open about restricted facts keeps its own words.
    assert {(entry.kind, entry.verb) for entry in restricted} <= {
        ("world.claim", "create"),
        ("world.sourcedocument", "create"),
    }
    assert restricted.count() == 3


def test_a_restricted_event_counts_in_no_sum(filled):
    assert not CellArea.objects.filter(team=filled.team).exists()
    assert not CellPair.objects.filter(team=filled.team).exists()


def test_sums_follow_when_an_event_is_restricted_and_opened_again(world):
    made = events.create_event(
        team=world.team,
        known_from=KNOWN,
        type=world.kind,
        area=world.area,
        date_start=dt.date(2023, 12, 5),
        deaths_best=4,
        **world.act,
    )
    made = events.revise_event(
        event=made, reason="", known_from=dt.date(2024, 3, 1), expected=1, deaths_best=6, **world.act
    )

    def sums():
        rows = CellArea.objects.filter(team=world.team, n__gt=-9).order_by("known_month")
        return [row.best for row in rows]

    assert sums() == [4.0, 2.0]
    made = handling.set_handling(fact=made, reason="x", **RESTRICTED, **world.act)
    assert sums() == [0.0, 0.0]
    handling.set_handling(fact=made, reason="x", handling="open", **world.act)
    assert sums() == [4.0, 2.0]


def test_a_side_whose_name_is_withheld_keeps_its_part(world):
    actors.update_actor(actor=world.actor, expected=1, name_withheld=True, **world.act)
    events.create_event(
        team=world.team,
        known_from=KNOWN,
        type=world.kind,
        date_start=dt.date(2023, 12, 5),
        participants=[
            {"actor": world.actor, "raw_label": world.actor.name, "role": "side_a"},
            {"actor": world.foe, "role": "side_b"},
            {"raw_label": "Gunmen", "role": "supporter"},
        ],
        **world.act,
    )
    rows = facts.events_known(world.reader, world.team)
    sides = facts.sides_of(world.reader, world.team, rows)[rows.get().pk]
    shown = {(side["label"], side["actor"]) for side in sides}
    assert shown == {("Name withheld", None), (world.foe.name, world.foe.slug), ("Gunmen", None)}
    assert world.actor.name not in str(sides)
    assert not identity.actors_seen(world.reader, world.team, text=world.actor.name).exists()
    assert not identity.names_of(world.reader, type(world.actor).objects.get(pk=world.actor.pk)).exists()

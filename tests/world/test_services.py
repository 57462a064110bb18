"""What every act on facts does: right first, cleaned text, named refusals, audit row and history with context."""

import datetime as dt
import math

import pytest
from django.db import IntegrityError

from core.errors import DomainError, Forbidden
from core.models import AuditEvent
from tests.factories.world import KNOWN, World
from world import models
from world.models import ActorHistory, EventHistory
from world.services import (
    actors,
    claims,
    datasets,
    events,
    handling,
    reference,
    refusals,
    relations,
    series,
    situations,
    sources,
)

DAY = dt.date(2023, 12, 5)


def new_event(world, **fields):
    values = {"type": world.kind, "date_start": DAY, "known_from": KNOWN, **fields}
    return events.create_event(team=world.team, **{**world.act, **values})


def new_relation(world, **fields):
    values = {"subject": world.actor, "object": world.foe, "type": "supports", "valid_from": DAY, "known_from": KNOWN}
    return relations.create_relation(team=world.team, **{**world.act, **values, **fields})


def new_claim(world, **fields):
    values = {"about_situation": world.situation, "statement": "So.", "known_from": KNOWN, **fields}
    return claims.create_claim(team=world.team, **{**world.act, **values})


def new_observation(world, **fields):
    period = {"period_start": dt.date(2023, 1, 1), "period_end": dt.date(2024, 1, 1)}
    values = {"series": world.series, "area": world.area, "value": 1.0, "known_from": KNOWN, **period, **fields}
    return series.create_observation(**{**world.act, **values})


def new_actor(world, **fields):
    return actors.create_actor(team=world.team, **{**world.act, "kind": "rebel", "name": "JNIM", **fields})


ACTS = {
    "event": new_event,
    "relation": new_relation,
    "claim": new_claim,
    "observation": new_observation,
    "actor": new_actor,
    "source": lambda x, **f: sources.create_source(team=x.team, **{**x.act, "publisher": "UN", **f}),
    "document": lambda x, **f: sources.create_document(source=x.source, **{**x.act, "title": "Report", **f}),
    "citation": lambda x, **f: sources.add_citation(fact=x.actor, document=x.document, **{**x.act, **f}),
    "situation": lambda x, **f: situations.create_situation(team=x.team, **{**x.act, "name": "Mali", **f}),
    "series": lambda x, **f: series.create_series(
        team=x.team, code="s", names={"en": "S"}, dataset=x.dataset, **{**x.act, "unit": "count", **f}
    ),
    "dataset": lambda x, **f: datasets.ensure_dataset(
        team=x.team, code="d", kind="events", **{**x.act, "name": "D", **f}
    ),
}


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_an_analyst_writes_and_the_audit_log_says_so(world, kind):
    made = ACTS[kind](world)
    entry = AuditEvent.objects.get(object_id=str(made.pk), kind=made._meta.label_lower)
    assert (entry.by_id, entry.via, entry.team_id) == (world.analyst.pk, "ui", world.team.pk)
    assert made.created_by_id == world.analyst.pk


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_a_viewer_writes_nothing(world, kind):
    with pytest.raises(Forbidden):
        ACTS[kind](world, by=world.reader)


def test_history_rows_say_who_why_and_through_what(world):
    made = new_event(world, reason="Reported today.")
    events.correct_event(event=made, reason="Misread.", expected=1, title="Clash", **world.act)
    rows = EventHistory.objects.filter(pgh_obj_id=made.pk).order_by("pgh_id")
    contexts = [row.pgh_context.metadata for row in rows]
    assert [(context["reason"], context["via"]) for context in contexts] == [
        ("Reported today.", "ui"),
        ("Misread.", "ui"),
    ]
    assert {context["user"] for context in contexts} == {str(world.analyst.pk)}


def test_text_is_cleaned_before_it_is_stored(world):
    made = new_event(world, title="  Clash\x00 at\u202e Ber ", attributes={"note": "e\u0301te\u0301"})
    assert (made.title, made.attributes["note"]) == ("Clash at Ber", "\u00e9t\u00e9")


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("event", {"type": None}, "type"),
        ("event", {"date_end": DAY - dt.timedelta(days=1)}, "date_end"),
        ("event", {"lat": 17.0}, "lon"),
        ("event", {"lat": 170.0, "lon": 1.0}, "lat"),
        ("event", {"lat": math.nan, "lon": 1.0}, "lat"),
        ("event", {"deaths_low": 9, "deaths_best": 8}, "deaths_best"),
        ("event", {"deaths_best": -1}, "deaths_best"),
        ("event", {"status": "gone"}, "status"),
        ("event", {"colour": "red"}, "colour"),
        ("event", {"participants": [{"role": "side_a"}]}, "participants"),
        ("event", {"participants": [{"role": "boss", "raw_label": "X"}]}, "participants"),
        ("event", {"participants": [{"role": "side_a", "raw_label": "X", "attribution": "sure"}]}, "participants"),
        ("event", {"participants": 2 * [{"role": "side_a", "raw_label": "X"}]}, "participants"),
        ("event", {"handling": "secret"}, "handling"),
        ("relation", {"type": "loves"}, "type"),
        ("relation", {"object": None}, "object"),
        ("relation", {"type": "allied", "object": None, "place": "Kidal"}, "object"),
        ("relation", {"valid_to": DAY}, "valid_to"),
        ("relation", {"strength": 101}, "strength"),
        ("relation", {"confidence": 101}, "confidence"),
        ("claim", {"statement": ""}, "statement"),
        ("claim", {"about_situation": None}, "event"),
        ("claim", {"credibility": 7}, "credibility"),
        ("observation", {"value": math.inf}, "value"),
        ("observation", {"value": 1.0, "low": 2.0}, "value"),
        ("observation", {"area": None}, "area"),
        ("observation", {"period_end": dt.date(2023, 1, 1)}, "period_end"),
        ("actor", {"name": " ?! "}, "name"),
        ("actor", {"kind": "gang"}, "kind"),
        ("actor", {"slug": "no spaces"}, "slug"),
        ("actor", {"names": [{"text": "X"}]}, "kind"),
        ("source", {"publisher": "..."}, "publisher"),
        ("source", {"reliability": "Z"}, "reliability"),
        ("document", {"title": ""}, "title"),
        ("document", {"url": "javascript:alert(1)"}, "url"),
        ("citation", {"credibility": 9}, "credibility"),
        ("situation", {"name": ""}, "name"),
        ("series", {"unit": "furlongs"}, "unit"),
        ("dataset", {"name": ""}, "name"),
    ],
)
def test_a_refusal_names_the_field(world, kind, fields, field):
    with pytest.raises(DomainError) as refused:
        ACTS[kind](world, **fields)
    assert refused.value.field == field


def test_rows_of_another_team_do_not_exist(world):
    other = World()
    for act in (
        lambda: new_event(world, type=other.kind),
        lambda: new_event(world, participants=[{"role": "side_a", "actor": other.actor}]),
        lambda: new_event(world, situation=other.situation),
        lambda: new_relation(world, object=other.actor),
        lambda: new_claim(world, about_situation=other.situation),
        lambda: new_claim(world, actors=[other.actor]),
        lambda: new_observation(world, area=other.area),
        lambda: sources.add_citation(fact=world.actor, document=other.document, **world.act),
        lambda: situations.link(situation=world.situation, rows=[other.actor], **world.act),
    ):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "unknown"


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("actor", {"slug": "jnim"}, "slug"),
        ("event", {"external_id": "7"}, "external_id"),
        ("claim", {"key": "seed:C10"}, "key"),
        ("relation", {}, "valid_from"),
        ("observation", {}, "period"),
        ("source", {}, "publisher"),
        ("document", {}, "title"),
        ("citation", {}, "document"),
        ("series", {}, "code"),
        ("situation", {"slug": "mali"}, "slug"),
    ],
)
def test_a_second_of_the_same_is_refused_in_words(world, kind, fields, field):
    ACTS[kind](world, **fields)
    with pytest.raises(DomainError) as refused:
        ACTS[kind](world, **fields)
    assert (refused.value.code, refused.value.field) == ("taken", field)


def test_a_broken_rule_that_no_entry_can_cause_is_an_error_of_ours(world, monkeypatch):
    monkeypatch.setattr(refusals, "REFUSALS", {})
    new_actor(world, slug="jnim")
    with pytest.raises(IntegrityError):
        new_actor(world, slug="jnim")


def test_relations_that_overlap_are_refused_and_symmetric_ones_stored_once(world):
    made = new_relation(world, type="allied", subject=world.foe, object=world.actor)
    assert not made.directed
    assert made.subject_id < made.object_id
    assert made.key == "|".join([min(world.actor.slug, world.foe.slug, key=str.encode), "allied"]) + "|" + "|".join(
        [max(world.actor.slug, world.foe.slug, key=str.encode), "2023-12-05"]
    )
    with pytest.raises(DomainError) as refused:
        new_relation(world, type="allied", valid_from=DAY + dt.timedelta(days=9))
    assert refused.value.code == "overlap"


def test_a_corrected_start_changes_the_key_of_a_relation(world):
    made = new_relation(world, place="Ber")
    right = relations.correct_relation(
        relation=made, reason="A slip.", expected=1, valid_from=dt.date(2023, 12, 6), **world.act
    )
    assert right.key.endswith("|2023-12-06@Ber")
    assert right.validity.lower == dt.date(2023, 12, 6)


@pytest.mark.parametrize("verb", [events.correct_event, events.retract_event])
def test_a_correction_and_a_retraction_say_why(world, verb):
    known = {"known_from": dt.date(2024, 2, 1)} if verb is events.retract_event else {}
    with pytest.raises(DomainError) as refused:
        verb(event=new_event(world), reason=" ", expected=1, **known, **world.act)
    assert refused.value.field == "reason"


def test_an_actor_keeps_exactly_one_canonical_name(world):
    made = new_actor(world, names=[{"text": "GSIM", "kind": "acronym", "lang": "fr"}], external_ids={"ucdp": "6716"})
    renamed = actors.rename_actor(actor=made, expected=1, name="Group for Support", **world.act)
    kinds = dict(made.names.values_list("text", "kind"))
    assert kinds == {"JNIM": "former", "GSIM": "acronym", "Group for Support": "canonical"}
    assert (renamed.name, renamed.norm, renamed.row_version) == ("Group for Support", "group for support", 2)


def test_names_are_added_with_their_period_and_taken_away(world):
    made = new_actor(world)
    name = actors.add_actor_name(
        actor=made, text="AQIM branch", kind="alias", valid_from=dt.date(2015, 1, 1), **world.act
    )
    assert name.period.lower == dt.date(2015, 1, 1)
    with pytest.raises(DomainError, match="already"):
        actors.add_actor_name(actor=made, text="aqim BRANCH", kind="alias", **world.act)
    with pytest.raises(DomainError, match="Rename"):
        actors.add_actor_name(actor=made, text="Other", kind="canonical", **world.act)
    actors.remove_actor_name(name=name, **world.act)
    with pytest.raises(DomainError, match="Rename"):
        actors.remove_actor_name(name=made.names.get(), **world.act)


def test_an_actor_is_changed_and_its_history_kept(world):
    made = new_actor(world)
    changed = actors.update_actor(actor=made, expected=1, description="Salafi", home_area=world.area, **world.act)
    assert changed.row_version == 2
    assert ActorHistory.objects.filter(pgh_obj_id=made.pk).count() == 2
    with pytest.raises(DomainError) as refused:
        actors.rename_actor(actor=changed, expected=2, name="X", keep_as="acronym", **world.act)
    assert refused.value.field == "keep_as"


def test_lineage_has_two_ends(world):
    step = actors.record_lineage(ancestor=world.actor, heir=world.foe, kind="renamed", date=DAY, **world.act)
    assert step.heir == world.foe
    with pytest.raises(DomainError):
        actors.record_lineage(ancestor=world.actor, heir=world.actor, kind="renamed", **world.act)


def test_slugs_are_made_from_names_and_never_twice(world):
    assert [new_actor(world).slug for _ in range(2)] == ["jnim", "jnim-2"]
    assert situations.create_situation(team=world.team, name="Mali after MINUSMA", **world.act).slug == (
        "mali-after-minusma"
    )


def test_sources_and_documents_are_changed_under_their_version(world):
    source = sources.update_source(source=world.source, expected=1, reliability="B", **world.act)
    document = sources.update_document(document=world.document, expected=1, title="Other", **world.act)
    assert (source.reliability, document.title, document.row_version) == ("B", "Other", 2)
    with pytest.raises(DomainError):
        sources.update_document(document=document, expected=2, origin_document=document, **world.act)


def test_a_citation_is_taken_away_and_remembered(world):
    citation = sources.add_citation(fact=world.event, document=world.document, locator="p. 3", **world.act)
    sources.remove_citation(citation=citation, reason="Wrong page.", **world.act)
    assert models.CitationHistory.objects.filter(pgh_label="delete").get().pgh_context.metadata["reason"] == (
        "Wrong page."
    )


def test_linking_twice_changes_nothing(world):
    rows = [world.actor, world.event, world.area, world.series]
    assert [situations.link(situation=world.situation, rows=rows, **world.act) for _ in range(2)] == [4, 0]
    situations.unlink(situation=world.situation, row=world.actor, **world.act)
    assert not world.situation.actor_links.exists()
    events.link_event(event=new_event(world), situation=world.situation, **world.act)
    assert world.situation.event_links.count() == 2


def test_a_situation_and_a_series_change_under_their_version(world):
    changed = situations.update_situation(
        situation=world.situation, expected=1, primary_dataset=world.dataset, **world.act
    )
    assert changed.primary_dataset == world.dataset
    longer = series.update_series(series=world.series, expected=1, max_age_months=24, unit="deaths", **world.act)
    assert (longer.max_age_months, longer.unit) == (24, "deaths")


def test_a_dataset_is_made_once_and_then_brought_up_to_date(world):
    wanted = {"team": world.team, "code": "ucdp-ged", "kind": "events", **world.act}
    first = datasets.ensure_dataset(name="UCDP", **wanted)
    again = datasets.ensure_dataset(name="UCDP GED", **wanted)
    same = datasets.ensure_dataset(name="UCDP GED", **wanted)
    assert (first.pk, again.name, same.row_version) == (again.pk, "UCDP GED", 2)


def test_a_person_declares_a_list_complete(world):
    declared = datasets.declare_complete(
        dataset=world.dataset, reason="Checked.", until=DAY, types=["POL.COUP", "POL.COUP"], expected=1, **world.act
    )
    assert (declared.complete_until, declared.complete_types) == (DAY, ["POL.COUP"])


def test_areas_and_types_are_loaded_once_however_often(world):
    areas = [
        {
            "key": "ML08",
            "level": 1,
            "parent": "ML",
            "names": {"en": "Kidal"},
            "outline": "ML08",
            "lat": 19.7,
            "lon": 0.7,
        },
        {"key": "ML", "level": 0, "parent": None, "names": {"en": "Mali", "fr": "Mali"}},
    ]
    types = [{"code": "POL.COUP", "domain": "politics", "labels": {"en": "Coup"}}]
    shapes = {"ML08": {"type": "Polygon", "coordinates": []}}
    for _ in range(2):
        loaded = reference.load_areas(team=world.team, areas=areas, outlines=shapes, **world.act)
        kinds = reference.load_event_types(team=world.team, types=types, **world.act)
    assert (loaded["ML08"].parent, loaded["ML08"].outline) == (loaded["ML"], shapes["ML08"])
    assert {row.row_version for row in [*loaded.values(), *kinds.values()]} == {1}
    areas[1]["names"] = {"en": "Republic of Mali"}
    assert reference.load_areas(team=world.team, areas=areas, outlines=shapes, **world.act)["ML"].row_version == 2


def test_only_people_of_the_team_can_be_named_for_a_restricted_fact(world):
    with pytest.raises(DomainError) as refused:
        handling.set_handling(
            fact=world.event, reason="x", handling="restricted", allowed=[World().analyst], **world.act
        )
    assert refused.value.field == "allowed"

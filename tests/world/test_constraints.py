"""Every rule that the database holds: one row that it takes and one that it refuses."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.constraints import SameTeam
from tests.factories.world import World
from world import models as w
from world.models.handling import HANDLED
from world.models.source import CITED

DAY = dt.date(2024, 1, 1)
LATER = dt.date(2024, 2, 1)
PAST = {"event": w.EventPast, "relation": w.RelationPast, "claim": w.ClaimPast, "observation": w.ObservationPast}


def world_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_app_config("world").get_models()
        if model._meta.managed and not hasattr(model, "pgh_tracked_model")
    ]


def ends(world: World) -> dict:
    first, second = sorted((world.actor, world.foe), key=lambda actor: actor.pk)
    return {"subject": first, "object": second}


def swapped(world: World) -> dict:
    pair = ends(world)
    return {"subject": pair["object"], "object": pair["subject"]}


# constraint: (model, fields that pass, fields that fail). A callable gets the world.
CASES: dict[str, tuple] = {
    "world_dataset_code_once": (w.Dataset, {}, lambda x: {"code": x.dataset.code}),
    "world_dataset_covers_ordered": (
        w.Dataset,
        {"covers_from": DAY, "covers_until": LATER},
        {"covers_from": LATER, "covers_until": DAY},
    ),
    "world_importbatch_undone_has_time": (w.ImportBatch, {"outcome": "committed"}, {"outcome": "undone"}),
    "world_importbatch_superseded_names_by": (w.ImportBatch, {"outcome": "pending"}, {"outcome": "superseded"}),
    "world_importbatch_covers_ordered": (
        w.ImportBatch,
        {"covers_from": DAY, "covers_until": DAY},
        {"covers_from": LATER, "covers_until": DAY},
    ),
    "world_importbatch_running_has_lease": (w.ImportBatch, {"state": "queued"}, {"state": "running"}),
    "world_record_once": (w.SourceRecord, {}, lambda x: {"external_id": x.record.external_id}),
    "world_record_id_given": (w.SourceRecord, {}, {"external_id": ""}),
    "world_link_once": (w.EventSourceLink, {}, lambda x: {"again": x.make(w.EventSourceLink)}),
    "world_area_pcode_once": (w.AdminArea, {}, lambda x: {"pcode": x.country.pcode}),
    "world_area_parent_by_level": (w.AdminArea, lambda x: {"level": 1, "parent": x.country}, {"level": 1}),
    "world_adminarea_point_on_globe": (w.AdminArea, {"lat": 17.0, "lon": -4.0}, {"lat": 17.0}),
    "world_eventtype_code_once": (w.EventType, {}, lambda x: {"code": x.kind.code}),
    "world_situation_slug_once": (w.Situation, {}, lambda x: {"slug": x.situation.slug}),
    "world_situation_slug_given": (w.Situation, {}, {"slug": ""}),
    "world_situationactor_once": (w.SituationActor, {}, lambda x: {"again": x.make(w.SituationActor)}),
    "world_situationevent_once": (w.SituationEvent, {}, lambda x: {"again": x.make(w.SituationEvent)}),
    "world_situationarea_once": (w.SituationArea, {}, lambda x: {"again": x.make(w.SituationArea)}),
    "world_situationseries_once": (w.SituationSeries, {}, lambda x: {"again": x.make(w.SituationSeries)}),
    "world_actor_slug_once": (w.Actor, {}, lambda x: {"slug": x.actor.slug}),
    "world_actor_merged_names_other": (
        w.Actor,
        lambda x: {"status": "merged", "merged_into": x.actor},
        {"status": "merged"},
    ),
    "world_actor_not_into_itself": (
        w.Actor,
        lambda x: {"status": "merged", "merged_into": x.actor},
        lambda x: {"id": x.make(w.Actor).pk.__class__(int=7), "status": "merged", "itself": "merged_into"},
    ),
    "world_actor_handling_known": (w.Actor, {"handling": "open"}, {"handling": "secret"}),
    "world_actorname_handling_known": (w.ActorName, {"handling": "open"}, {"handling": "secret"}),
    "world_actorname_one_canonical": (
        w.ActorName,
        {"kind": "canonical"},
        lambda x: {"kind": "canonical", "again": x.make(w.ActorName, kind="canonical")},
    ),
    "world_actorname_once": (w.ActorName, {}, lambda x: {"norm": x.name.norm}),
    "world_actorname_given": (w.ActorName, {}, {"norm": ""}),
    "world_actorexternalid_once": (
        w.ActorExternalId,
        {},
        lambda x: {"value": x.make(w.ActorExternalId, actor=x.foe).value},
    ),
    "world_actorexternalid_given": (w.ActorExternalId, {}, {"value": ""}),
    "world_actorlineage_once": (w.ActorLineage, {}, lambda x: {"again": x.make(w.ActorLineage)}),
    "world_actorlineage_not_itself": (w.ActorLineage, {}, lambda x: {"heir": x.actor}),
    "world_source_handling_known": (w.Source, {"handling": "restricted"}, {"handling": "secret"}),
    "world_source_once": (w.Source, {}, lambda x: {"norm": x.source.norm}),
    "world_source_given": (w.Source, {}, {"norm": ""}),
    "world_source_reliability_known": (w.Source, {"reliability": "A"}, {"reliability": "G"}),
    "world_sourcedocument_handling_known": (w.SourceDocument, {"handling": "open"}, {"handling": "secret"}),
    "world_sourcedocument_once": (w.SourceDocument, {}, lambda x: {"title": x.document.title}),
    "world_sourcedocument_not_own_origin": (
        w.SourceDocument,
        lambda x: {"origin_document": x.document},
        lambda x: {"id": x.document.pk.__class__(int=7), "itself": "origin_document"},
    ),
    "world_citation_handling_known": (w.Citation, {"handling": "open"}, {"handling": "secret"}),
    "world_citation_of_one_fact": (w.Citation, {}, lambda x: {"event": x.event}),
    "world_citation_credibility_known": (w.Citation, {"credibility": 1}, {"credibility": 7}),
    "world_citation_once": (w.Citation, {}, lambda x: {"locator": x.citation.locator}),
    "world_handlinggrant_of_one_fact": (w.HandlingGrant, {}, lambda x: {"actor": x.actor}),
    "world_handlinggrant_once": (w.HandlingGrant, {}, lambda x: {"again": x.make(w.HandlingGrant)}),
    "world_relation_handling_known": (w.Relation, {"handling": "open"}, {"handling": "secret"}),
    "world_relation_key_once": (w.Relation, {}, lambda x: {"key": x.relation.key}),
    "world_relation_not_to_itself": (w.Relation, {}, lambda x: {"object": x.actor}),
    "world_relation_has_other_end": (w.Relation, {"object": None, "place": "Kidal"}, {"object": None}),
    "world_relation_ends_ordered": (
        w.Relation,
        lambda x: {"type": "allied", "directed": False, **ends(x)},
        lambda x: {"type": "allied", "directed": False, **swapped(x)},
    ),
    "world_relation_directed_by_type": (
        w.Relation,
        lambda x: {"type": "hostile", "directed": False, **ends(x)},
        {"type": "hostile", "directed": True},
    ),
    "world_relation_no_overlap": (
        w.Relation,
        lambda x: {"validity": x.relation.validity, "status": "disputed"},
        lambda x: {"validity": x.relation.validity},
    ),
    "world_claim_handling_known": (w.Claim, {"handling": "open"}, {"handling": "secret"}),
    "world_claim_key_once": (w.Claim, {}, lambda x: {"key": x.claim.key}),
    "world_claim_key_given": (w.Claim, {}, {"key": ""}),
    "world_claim_about_one": (
        w.Claim,
        lambda x: {"about_situation": None, "event": x.event},
        lambda x: {"event": x.event},
    ),
    "world_claimactor_once": (w.ClaimActor, {}, lambda x: {"again": x.make(w.ClaimActor)}),
    "world_event_handling_known": (w.Event, {"handling": "open"}, {"handling": "secret"}),
    "world_event_once_per_dataset": (w.Event, {}, lambda x: {"external_id": x.event.external_id}),
    "world_event_id_given": (w.Event, {}, {"external_id": ""}),
    "world_event_not_own_duplicate": (
        w.Event,
        lambda x: {"duplicate_of": x.event},
        lambda x: {"id": x.event.pk.__class__(int=7), "itself": "duplicate_of"},
    ),
    "world_event_not_own_parent": (
        w.Event,
        lambda x: {"parent": x.event},
        lambda x: {"id": x.event.pk.__class__(int=7), "itself": "parent"},
    ),
    "world_eventparticipant_once": (
        w.EventParticipant,
        {},
        lambda x: {"raw_label": x.make(w.EventParticipant).raw_label},
    ),
    "world_eventparticipant_actor_once": (
        w.EventParticipant,
        lambda x: {"actor": x.actor},
        lambda x: {"actor": x.make(w.EventParticipant, actor=x.actor).actor},
    ),
    "world_eventparticipant_named": (w.EventParticipant, {}, {"raw_label": ""}),
    "world_eventparticipant_side_known": (w.EventParticipant, {"side": "b"}, {"side": "c"}),
    "world_series_code_once": (w.Series, {}, lambda x: {"code": x.series.code}),
    "world_observation_handling_known": (w.Observation, {"handling": "open"}, {"handling": "secret"}),
    "world_observation_once": (w.Observation, {}, lambda x: {"period": x.observation.period}),
    "world_observation_about_one": (w.Observation, {}, lambda x: {"actor": x.actor}),
    "world_observation_period_real": (w.Observation, {}, {"period": DateRange(None, DAY)}),
    "world_cellarea_once": (w.CellArea, {}, lambda x: {"grid_cell": x.make(w.CellArea).grid_cell}),
    "world_cellarea_whole_months": (w.CellArea, {}, {"month": dt.date(2023, 12, 2)}),
    "world_cellpair_once": (w.CellPair, {}, lambda x: {"again": x.make(w.CellPair)}),
    "world_cellpair_ends_ordered": (
        w.CellPair,
        {},
        lambda x: {"actor": swapped(x)["subject"], "other_actor": swapped(x)["object"]},
    ),
    "world_cellpair_whole_months": (w.CellPair, {}, {"known_month": dt.date(2024, 1, 2)}),
}
STATE_RULES: dict[str, dict[str, tuple]] = {
    "event": {
        "point_on_globe": ({"lat": 17.0, "lon": -4.0}, {"lat": 91.0, "lon": 0.0}),
        "dates_ordered": ({"date_end": DAY}, {"date_start": LATER, "date_end": DAY}),
        "date_prec_known": ({"date_prec": 5}, {"date_prec": 6}),
        "where_prec_known": ({"where_prec": 7}, {"where_prec": 8}),
        "radius_not_negative": ({"radius_km": 0.0}, {"radius_km": -1.0}),
        "status_known": ({"status": "draft"}, {"status": "gone"}),
    },
    "relation": {
        "grade_known": ({"reliability": "A", "credibility": 1}, {"reliability": "A", "credibility": 0}),
        "point_on_globe": ({"lat": 17.0, "lon": -4.0}, {"lon": -4.0}),
        "validity_real": ({}, {"validity": DateRange(DAY, DAY)}),
        "prec_known": ({"end_prec": 5}, {"end_prec": 0}),
        "strength_range": ({"strength": -100}, {"strength": -101}),
        "confidence_range": ({"confidence": 100}, {"confidence": 101}),
        "status_known": ({"status": "disputed"}, {"status": "gone"}),
    },
    "claim": {
        "grade_known": ({"reliability": "F", "credibility": 6}, {"reliability": "G", "credibility": 6}),
        "statement_given": ({}, {"statement": ""}),
        "prec_known": ({"asserted_prec": 5}, {"asserted_prec": 9}),
        "status_known": ({"status": "disputed"}, {"status": "gone"}),
    },
    "observation": {
        "band_holds_value": ({"low": 0.5, "value": 1.0, "high": 1.0}, {"low": 2.0, "value": 1.0}),
        "status_known": ({"status": "retracted"}, {"status": "gone"}),
    },
}
CURRENT = {"event": w.Event, "relation": w.Relation, "claim": w.Claim, "observation": w.Observation}
for fact, rules in STATE_RULES.items():
    for rule, (passes, fails) in rules.items():
        CASES[f"world_{fact}_{rule}"] = (CURRENT[fact], passes, fails)
        CASES[f"world_{fact}past_{rule}"] = (PAST[fact], passes, fails)
for fact, past in PAST.items():
    CASES[f"world_{fact}past_known_ordered"] = (past, {}, {"known_from": DAY, "known_to": DAY})
    CASES[f"world_{fact}past_no_overlap"] = (
        past,
        {"known_from": DAY, "known_to": LATER},
        lambda x, past=past: {
            "again": x.make(past, known_from=DAY, known_to=LATER),
            "known_from": DAY,
            "known_to": LATER,
        },
    )


def entered(world: World, model: type[models.Model], fields) -> models.Model:
    values = dict(fields(world) if callable(fields) else fields)
    again = values.pop("again", None)
    if again is not None and len(values) < 3 and "kind" not in values:
        same = {
            field.name: getattr(again, field.name)
            for field in model._meta.concrete_fields
            if field.name not in ("id", "team") and not field.db_returning
        }
        values = {**same, **values}
    itself = values.pop("itself", None)
    if itself:
        values[f"{itself}_id"] = values["id"]
    return world.make(model, **values)


def named(kind: type) -> set[str]:
    return {
        constraint.name
        for model in world_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, kind) and not constraint.name.endswith("_team_key")
    }


def test_every_rule_but_the_team_keys_has_its_pair_of_rows():
    assert set(CASES) == named(models.BaseConstraint) - named(SameTeam)


@pytest.mark.parametrize("rule", sorted(CASES))
def test_a_row_that_keeps_the_rule_is_taken(world, rule):
    model, passes, _fails = CASES[rule]
    assert entered(world, model, passes).pk


@pytest.mark.parametrize("rule", sorted(CASES))
def test_a_row_that_breaks_the_rule_is_refused(world, rule):
    model, _passes, fails = CASES[rule]
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        entered(world, model, fails)
    assert refused.value.__cause__.diag.constraint_name == rule


def team_links() -> list[tuple[type[models.Model], str]]:
    return [
        (model, constraint.field)
        for model in world_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, SameTeam)
    ]


OTHERS = {
    w.Dataset: "dataset",
    w.ImportBatch: "batch",
    w.Situation: "situation",
    w.AdminArea: "area",
    w.EventType: "kind",
    w.Actor: "actor",
    w.ActorName: "name",
    w.Source: "source",
    w.SourceDocument: "document",
    w.Citation: "citation",
    w.Event: "event",
    w.Relation: "relation",
    w.Claim: "claim",
    w.Series: "series",
    w.Observation: "observation",
    w.SourceRecord: "record",
}


ONE_OF = {
    w.Citation: CITED,
    w.HandlingGrant: HANDLED,
    w.Claim: ("event", "relation", "about_situation"),
    w.Observation: ("area", "actor"),
}


NEEDS = {
    (w.Actor, "merged_into"): lambda x: {"status": "merged", "merged_into": x.actor},
    (w.AdminArea, "parent"): lambda x: {"level": 1, "parent": x.country},
    (w.ImportBatch, "superseded_by"): lambda x: {"outcome": "superseded", "superseded_by": x.batch},
}


def child(world: World, model: type[models.Model], field: str) -> models.Model:
    """A row whose `field` may be set without breaking another rule."""
    if (model, field) in NEEDS:
        return world.make(model, **NEEDS[model, field](world))
    choice = ONE_OF.get(model, ())
    if field not in choice:
        return world.make(model)
    chosen = getattr(world, OTHERS[model._meta.get_field(field).related_model])
    return world.make(model, **{**dict.fromkeys(choice), field: chosen})


@pytest.mark.parametrize(("model", "field"), team_links(), ids=lambda part: getattr(part, "__name__", part))
def test_a_parent_of_the_same_team_is_taken_and_one_of_another_team_refused(world, model, field):
    related = OTHERS[model._meta.get_field(field).related_model]
    # Keys rise with time, and the first end of a pair has the lower one.
    early = getattr(World(), related)
    own = child(world, model, field)
    foreign = early if field == "actor" else getattr(World(), related)
    column = model._meta.get_field(field).column
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET {column} = %s WHERE id = %s", [foreign.pk, own.pk])
    assert refused.value.__cause__.diag.constraint_name == f"world_{model.__name__.lower()}_{field}_team"

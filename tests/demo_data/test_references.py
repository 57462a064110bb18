"""Whatever a row of the demo data points to exists."""

from collections import Counter
from typing import Any

import jsonschema
import pytest

from tests.demo_data.files import (
    BASEMAP,
    DEMO_DATA,
    TEMPLATE_KEYS,
    actors,
    areas,
    core,
    demo,
    documents,
    table,
    template,
)
from tests.demo_data.test_templates import LABEL, TEXT

ACTOR_KINDS = {
    "state", "state_force", "rebel", "political_militia", "identity_militia", "pmc", "igo", "peace_operation",
    "communal_group", "civilians", "protesters", "party", "ngo", "company", "person", "coalition", "unknown",
}  # fmt: skip
NAME_KINDS = {"acronym", "alias", "former", "source_label", "misspelling"}
RELATION_TYPES = {
    "allied", "hostile", "supports", "state_sponsor", "faction_of", "member_of", "commands", "deployed_in",
    "mediates", "rival", "negotiates", "garrison", "blockades", "pledges", "patron_of", "influences",
    "position_on", "treaty",
}  # fmt: skip
SYMMETRIC = {"allied", "hostile", "rival", "treaty", "negotiates"}
ROLES = {"side_a", "side_b", "perpetrator", "target", "mediator", "supporter", "claimant", "victim_group"}
ATTRIBUTIONS = {"confirmed", "claimed", "alleged", "denied", "inferred"}

PERSONNEL = {
    "type": "object",
    "required": ["low", "best", "high"],
    "additionalProperties": {"type": "integer", "minimum": 0},
}
RELATION_ATTRIBUTES = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "formality": {"type": "integer", "minimum": 0, "maximum": 6},
        "obligations": {"items": {"enum": ["defence", "offence", "consultation", "neutrality", "basing"]}},
        "support": {"items": {"enum": ["arms", "money", "sanctuary"]}},
        "mdi": {"type": "integer", "minimum": 0, "maximum": 4},
        "estimate": {"const": True},
        "personnel": {"type": "object", "properties": {"military": PERSONNEL, "police": PERSONNEL}},
    },
}


def _once(values: list[Any]) -> bool:
    return max(Counter(values).values()) == 1


def test_keys_are_given_once() -> None:
    assert _once([actor["slug"] for actor in demo("actors.json")])
    assert _once([area["key"] for area in demo("areas.json")])
    assert _once([document["key"] for document in demo("sources.json")["documents"]])
    assert _once([publisher["key"] for publisher in demo("sources.json")["publishers"]])
    assert _once([relation["key"] for relation in demo("relations.json")])
    assert _once([event_type["code"] for event_type in demo("event_types.json")])
    assert _once([j["scenario"] + j["alternative"] + "/" + j["indicator"] for j in demo("judgements.json")])


def test_actors_have_known_kinds_names_once_and_ucdp_ids_once() -> None:
    for actor in demo("actors.json"):
        assert actor["kind"] in ACTOR_KINDS
        assert actor["home_area"] in {None, *areas()}
        jsonschema.validate(actor["description"], TEXT)
        assert {name["kind"] for name in actor["names"]} <= NAME_KINDS
        own = [name["text"].casefold() for name in actor["names"] if "source_system" not in name]
        assert _once([actor["canonical_name"].casefold(), *own])
    assert _once([a["external_ids"]["ucdp"] for a in demo("actors.json") if a["external_ids"]])


def test_an_actor_with_a_ucdp_id_has_the_name_that_ucdp_prints() -> None:
    for actor in demo("actors.json"):
        labels = [name for name in actor["names"] if name["kind"] == "source_label"]
        assert bool(labels) == ("ucdp" in actor["external_ids"]), actor["slug"]
        assert all(label["source_system"] == "ucdp" for label in labels)


def test_the_seed_s_actors_have_the_ids_that_an_import_brings() -> None:
    ids = {actor["slug"]: actor["external_ids"].get("ucdp") for actor in demo("actors.json")}
    expected = {
        "jnim": "6716",
        "is": "234",
        "government-of-mali": "72",
        "cma": "1158",
        "gatia": "5880",
        "csp-psd": "8822",
        "wagner-group": None,
        "minusma": None,
    }
    assert {slug: ids[slug] for slug in expected} == expected


def test_every_actor_of_the_roll_ups_is_an_actor_of_the_demo() -> None:
    known = {f"ucdp:{a['external_ids']['ucdp']}" for a in demo("actors.json") if a["external_ids"]}
    counted = {row[end] for row in table("cell_pair.csv") for end in ("actor", "other_actor")}
    assert counted <= known


def test_lineage_joins_known_actors() -> None:
    for step in demo("lineage.json"):
        assert {step["from"], step["to"]} <= actors()
        assert step["from"] != step["to"]
        assert step["source"] in documents()


@pytest.mark.parametrize("relation", demo("relations.json"), ids=lambda relation: relation["key"])
def test_a_relation_is_graded_sourced_and_between_known_actors(relation: dict[str, Any]) -> None:
    assert {relation["subject"], relation["object"]} <= actors()
    assert relation["subject"] != relation["object"]
    assert relation["type"] in RELATION_TYPES
    assert -100 <= relation["strength"] <= 100
    assert relation["reliability"] in "ABCDEF"
    assert relation["credibility"] in range(1, 7)
    assert relation["sources"]
    assert set(relation["sources"]) <= set(documents())
    assert relation["status"] in {"asserted", "disputed", "retracted"}
    assert relation["place"] is None or relation["place"]["area"] in {None, *areas()}
    jsonschema.validate(relation["attributes"], RELATION_ATTRIBUTES)


def test_symmetric_relations_are_stored_once_with_ordered_ends() -> None:
    for relation in demo("relations.json"):
        assert relation["directed"] == (relation["type"] not in SYMMETRIC)
        assert relation["directed"] or relation["subject"] < relation["object"]


def test_the_reported_pact_rests_on_a_contested_claim_graded_f6() -> None:
    pact = [relation for relation in demo("relations.json") if relation["claim"]]
    assert {(r["reliability"], r["credibility"], r["status"], r["claim"]) for r in pact} == {
        ("F", 6, "disputed", "seed:C10")
    }
    assert {r["key"] for r in pact if r["type"] == "allied"} == {
        "cma|allied|jnim|2024-01-01",
        "gatia|allied|jnim|2024-01-01",
    }
    claim = next(claim for claim in demo("claims.json") if claim["key"] == "seed:C10")
    assert claim["contrary"]


def test_the_alliance_of_sahel_states_is_a_mutual_defence_pact() -> None:
    ties = {r["key"]: r["attributes"]["formality"] for r in demo("relations.json") if r["valid_from"] == "2023-09-16"}
    assert ties == {
        "government-of-burkina-faso|allied|government-of-mali|2023-09-16": 5,
        "government-of-burkina-faso|allied|government-of-niger|2023-09-16": 5,
        "government-of-mali|allied|government-of-niger|2023-09-16": 5,
        "government-of-burkina-faso|member_of|aes|2023-09-16": 5,
        "government-of-mali|member_of|aes|2023-09-16": 5,
        "government-of-niger|member_of|aes|2023-09-16": 5,
    }


def test_thirty_claims_keep_their_grade_and_what_speaks_against_them() -> None:
    claims = demo("claims.json")
    events = {event["key"] for event in demo("timeline.json")}
    assert [claim["key"] for claim in claims] == [f"seed:C{number:02d}" for number in range(1, 31)]
    for claim in claims:
        assert claim["source"] in {"seed-s1", "seed-s2", "seed-s3"}
        assert claim["reliability"] == "F"
        assert claim["credibility"] in range(1, 7)
        assert set(claim["actors"]) <= actors()
        about = claim["about"]
        assert ("event" in about) != ("situation" in about)
        assert about.get("event") in {None, *events}
    assert sum(claim["contrary"] is not None for claim in claims) == 7


@pytest.mark.parametrize("event", demo("timeline.json"), ids=lambda event: event["key"])
def test_an_event_of_the_timeline_points_to_known_things(event: dict[str, Any]) -> None:
    assert event["event_type"] in {event_type["code"] for event_type in demo("event_types.json")}
    assert event["area"] in {None, *areas()}
    assert event["country"] in {None, *areas()}
    assert event["sources"]
    assert {source["document"] for source in event["sources"]} <= set(documents())
    assert event["confirmation"] in {"SEARCH", "GED", "SEED", "PARTIAL"}
    assert event["confirmation"] != "PARTIAL" or event["confirmation_note"]
    assert event["participants"]
    for participant in event["participants"]:
        assert participant["role"] in ROLES
        assert participant["attribution"] in ATTRIBUTIONS
        assert participant["label"]
        assert participant["actor"] in {None, *actors()}
    assert _once([(source["document"], source["locator"]) for source in event["sources"]])
    named = [(p["role"], p["actor"]) for p in event["participants"] if p["actor"]]
    assert not named or _once(named)


def test_the_timeline_has_78_events_and_only_the_campaign_is_not_counted() -> None:
    events = {event["key"]: event for event in demo("timeline.json")}
    assert list(events) == [f"SAH-{number:03d}" for number in range(1, 79)]
    assert [key for key, event in events.items() if not event["count_in_aggregates"]] == ["SAH-064"]
    assert {event["parent"] for event in events.values()} == {None, "SAH-064"}


def test_an_unknown_toll_is_null_and_not_0() -> None:
    tolls = [event["deaths_best"] for event in demo("timeline.json")]
    assert None in tolls
    assert 0 not in tolls


def test_event_types_are_the_44_of_the_crosswalk_and_ten_of_our_own() -> None:
    types = demo("event_types.json")
    assert Counter(event_type["origin"] for event_type in types) == {"crosswalk": 44, "own": 10}
    for event_type in types:
        jsonschema.validate(event_type["labels"], LABEL)
        assert event_type["maps"]["quality"] in {"exact", "broad", "none"}
    violence = {event_type["code"] for event_type in types if event_type["political_violence"]}
    assert "VIOL.LOOT" not in violence
    assert all(code.startswith("VIOL.") for code in violence)


def test_documents_name_their_publisher_and_publishers_a_grade() -> None:
    publishers = {publisher["key"]: publisher for publisher in demo("sources.json")["publishers"]}
    assert {document["publisher"] for document in documents().values()} == set(publishers)
    assert {publisher["reliability"] for publisher in publishers.values()} <= set("ABCDEF")
    assert publishers["seed"]["reliability"] == "F"
    assert _once([publisher["name"] for publisher in publishers.values()])


def test_facts_of_options_name_a_document() -> None:
    for option in template("peacekeeping-alternatives")["options"]:
        for fact in option["facts"]:
            assert fact["source"] in documents(), fact["source"]
            assert fact["known_from"]


def test_alternatives_are_regions_coalitions_and_core_options() -> None:
    alternatives = demo("alternatives.json")
    assert set(alternatives) == set(TEMPLATE_KEYS)
    mali = [area["key"] for area in demo("areas.json") if area["parent"] == "ML"]
    assert sorted(a["area"] for a in alternatives["security-vacuum"]) == sorted(mali)
    for coalition in alternatives["alliance-strength"]:
        assert set(coalition["members"]) <= actors()
        assert len(coalition["members"]) >= 2
        assert coalition["claim"] in {None, "seed:C10"}
    options = [a["option"] for a in alternatives["peacekeeping-alternatives"]]
    assert options == ["O0", "O1", "O3", "O5", "O7", "O10"]


def test_judgements_belong_to_judged_leaves_of_an_alternative() -> None:
    alternatives = {key: {a["key"] for a in rows} for key, rows in demo("alternatives.json").items()}
    for judgement in demo("judgements.json"):
        measures = {i["key"]: i["measure"]["kind"] for i in template(judgement["scenario"])["indicators"]}
        assert measures[judgement["indicator"]] == "judgement"
        assert judgement["indicator"] in core(judgement["scenario"])
        assert judgement["alternative"] in alternatives[judgement["scenario"]]
        assert set(judgement["sources"]) <= set(documents())
        assert judgement["sources"]
        jsonschema.validate(judgement["reason"], TEXT)


def test_every_judged_leaf_of_the_core_is_judged_but_in_taoudenni() -> None:
    judged = {(j["scenario"], j["alternative"], j["indicator"]) for j in demo("judgements.json")}
    expected = {
        (key, alternative["key"], indicator["key"])
        for key in TEMPLATE_KEYS
        for alternative in demo("alternatives.json")[key]
        for indicator in template(key)["indicators"]
        if indicator["core"] and indicator["measure"]["kind"] == "judgement"
    }
    unknown = {("security-vacuum", "ML-TAO", indicator) for indicator in ("B1", "B2")}
    assert judged == expected - unknown


def test_the_host_s_refusal_and_the_verified_abuses_are_judged_as_vetoes() -> None:
    judged = {
        (j["alternative"], j["indicator"]): j["mode"]
        for j in demo("judgements.json")
        if j["scenario"] == "peacekeeping-alternatives"
    }
    refused = [option for (option, indicator), mode in judged.items() if indicator == "A1" and mode <= 0]
    abusive = [option for (option, indicator), mode in judged.items() if indicator == "F1" and mode >= 4]
    assert (refused, abusive) == (["O1"], ["O7"])


def test_no_file_exceeds_a_megabyte() -> None:
    assert {path.name for path in DEMO_DATA.iterdir() if path.stat().st_size > 1_000_000} == set()
    assert BASEMAP.stat().st_size <= 150_000

"""Dates of the demo data are in order, and nothing is known before it can be."""

from datetime import date
from typing import Any

import pytest

from tests.demo_data.files import demo, documents

CUTOFF = date(2024, 2, 29)
REFERENCE_DATE = date(2024, 1, 31)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("event", demo("timeline.json"), ids=lambda event: event["key"])
def test_an_event_ends_after_it_starts_and_is_known_after_its_start(event: dict[str, Any]) -> None:
    start, end = date.fromisoformat(event["date_start"]), date.fromisoformat(event["date_end"])
    assert start <= end
    assert event["date_prec"] in range(1, 6)
    assert event["where_prec"] in range(1, 8)
    known = date.fromisoformat(event["known_from"])
    assert known > start
    assert (known - end).days == 1 or event["known_from_rule"] in {"seed_date", "revised"}
    low, best, high = (event[f"deaths_{kind}"] for kind in ("low", "best", "high"))
    assert low is None or low <= best
    assert high is None or best <= high


@pytest.mark.parametrize("fact", [*demo("relations.json"), *demo("timeline.json")], ids=lambda fact: fact["key"])
def test_earlier_states_of_a_fact_follow_each_other_up_to_the_present_one(fact: dict[str, Any]) -> None:
    states = [(state["known_from"], state["known_to"]) for state in fact["past"]]
    for known_from, known_to in states:
        assert known_from < known_to
    ends = [known_to for _, known_to in states]
    starts = [known_from for known_from, _ in states][1:] + ([fact["known_from"]] if states else [])
    assert ends == starts


@pytest.mark.parametrize("relation", demo("relations.json"), ids=lambda relation: relation["key"])
def test_a_relation_ends_after_it_starts_and_its_end_is_not_known_before(relation: dict[str, Any]) -> None:
    start, end = _day(relation["valid_from"]), _day(relation["valid_to"])
    known = _day(relation["known_from"])
    assert start is not None
    assert known is not None
    assert (end is None) == (relation["valid_to_prec"] is None)
    assert known > start
    if end is not None:
        assert start < end < known
        assert relation["past"], "the open state was known before the end was"


def test_a_seed_claim_is_known_from_the_middle_of_its_month() -> None:
    for claim in demo("claims.json"):
        assert claim["date_from"] <= claim["date_to"]
        assert claim["known_from"] == "2024-01-15"
        assert claim["date_from"] <= claim["known_from"]


def test_judgements_are_ordered_made_by_the_cut_off_and_rest_on_what_was_published() -> None:
    for judgement in demo("judgements.json"):
        assert judgement["low"] <= judgement["mode"] <= judgement["high"]
        assert date.fromisoformat(judgement["about"]) == REFERENCE_DATE
        made = date.fromisoformat(judgement["made_on"])
        assert REFERENCE_DATE < made < CUTOFF < date.fromisoformat(judgement["review_by"])
        for key in judgement["sources"]:
            published = _day(documents()[key]["published"])
            assert published is None or published <= made, key


def test_judgements_of_a_0_to_4_scale_stay_on_it() -> None:
    scales = {"D3", "C4", "E2"}
    for judgement in demo("judgements.json"):
        if judgement["scenario"] != "peacekeeping-alternatives" and judgement["indicator"] in scales:
            assert judgement["low"] >= 0
            assert judgement["high"] <= 4


def test_minusma_sites_close_in_the_withdrawal_and_add_up_to_the_published_strength() -> None:
    sites = demo("minusma_sites.json")["sites"]
    assert len(sites) == 13
    for site in sites:
        assert site["opened"] < "2023-06-30" < site["closed"] <= "2023-12-31"
        assert site["estimate"] is True
        assert site["sources"]
        assert (site["closed_prec"] > 1) <= (site["confirmation"] == "PARTIAL")
        for part in ("military", "police"):
            assert site[part]["low"] <= site[part]["best"] <= site[part]["high"]
    total = {kind: sum(s["military"][kind] + s["police"][kind] for s in sites) for kind in ("low", "best", "high")}
    assert 12_000 <= total["low"] < total["best"] < total["high"] <= 15_200


def test_each_minusma_site_is_a_dated_deployment_that_was_open_on_the_baseline_date() -> None:
    deployments = {
        relation["place"]["key"]: relation
        for relation in demo("relations.json")
        if relation["subject"] == "minusma" and relation["type"] == "deployed_in"
    }
    sites = {site["key"]: site for site in demo("minusma_sites.json")["sites"]}
    assert deployments.keys() == sites.keys()
    for key, relation in deployments.items():
        site = sites[key]
        assert (relation["valid_from"], relation["valid_to"]) == (site["opened"], site["closed"])
        assert relation["place"]["area"] == site["area"]
        assert relation["attributes"]["personnel"] == {"military": site["military"], "police": site["police"]}
        open_state = relation["past"][0]
        assert open_state["valid_to"] is None
        assert open_state["known_from"] <= "2023-06-30" < open_state["known_to"]


def test_the_exit_from_the_g5_has_an_announced_and_an_effective_date() -> None:
    exits = [r for r in demo("relations.json") if r["object"] == "g5-sahel" and r["effective_date"] == "2023-11-29"]
    assert {r["subject"] for r in exits} == {"government-of-burkina-faso", "government-of-niger"}
    assert {r["announced_date"] for r in exits} == {"2023-12-02"}


def test_coping_capacity_is_yearly_for_three_countries_and_known_at_the_end_of_the_first_quarter() -> None:
    (series,) = demo("series.json")
    assert series["code"] == "inform-cc"
    years = {area: [] for area in ("BF", "ML", "NE")}
    for observation in series["observations"]:
        assert 0 <= observation["value"] <= 10
        assert observation["known_from"] == observation["period_start"][:4] + "-03-31"
        assert observation["vintage"]
        years[observation["area"]].append(int(observation["period_start"][:4]))
    assert list(years.values()) == [list(range(2015, 2025))] * 3


def test_the_timeline_is_declared_complete_for_coups_up_to_the_reference_date() -> None:
    timeline = next(dataset for dataset in demo("datasets.json") if dataset["code"] == "timeline")
    assert timeline["complete_until"] == REFERENCE_DATE.isoformat()
    codes = {event_type["code"] for event_type in demo("event_types.json")}
    assert set(timeline["complete_types"]) == {"POL.COUP", "POL.COUP_ATTEMPT", "POL.PURGE"} <= codes


def test_every_dataset_may_be_passed_on_and_says_when_its_facts_are_known() -> None:
    for dataset in demo("datasets.json"):
        assert dataset["redistributable"] is True
        assert dataset["licence"]
        assert dataset["attribution"]
        assert dataset["knowledge_rule"]["en"]

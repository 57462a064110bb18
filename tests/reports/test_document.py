"""A context composed into a document: what is said, what is drawn, what is never left out."""

import json

import pytest

from reports.content import ContentError, cited
from reports.document import compose


def nodes(document, kind):
    return [node for node in document.tree["body"] if node["kind"] == kind]


def said(document):
    return json.dumps(document.tree, ensure_ascii=False)


def test_the_same_context_gives_the_same_document(context):
    assert compose(context) == compose(json.loads(json.dumps(context, sort_keys=True)))


def test_each_scenario_has_a_chapter_with_its_ranking_its_reasons_and_a_table(context):
    document = compose(context)
    chapters = [node["text"] for node in nodes(document, "heading") if node["level"] == 1]
    assert [scenario["question"] for scenario in context["scenarios"]] == chapters[1:4]
    for scenario in context["scenarios"]:
        assert {f"{scenario['key']}-rank", f"{scenario['key']}-contributions"} <= set(document.figures)
    assert len([node for node in nodes(document, "table") if node["title"].startswith("All alternatives")]) == 3


def test_every_figure_has_its_picture_its_finding_and_its_alternative_text(context):
    document = compose(context)
    placed = nodes(document, "figure")
    assert {node["id"] for node in placed} | {"cover"} == set(document.figures)
    assert all(node["alt"].endswith(".") and node["title"] and node["source"] for node in placed)


def test_only_the_scenario_of_areas_has_the_map(context):
    document = compose(context)
    assert [node["id"] for node in nodes(document, "figure") if node["legend"]] == ["security-vacuum-map"]
    (figure,) = [node for node in nodes(document, "figure") if node["legend"]]
    assert "Boundaries shown do not imply endorsement." in figure["source"]


def test_a_brief_without_a_map_has_no_cover_picture(context):
    context["map"] = None
    document = compose(context)
    assert document.tree["cover"]["figure"] is None
    assert "cover" not in document.figures
    assert "security-vacuum-map" not in document.figures


def test_a_contested_claim_is_shown_as_two_numbers_with_its_grade(context):
    document = compose(context)
    (panel,) = [node for node in nodes(document, "panel") if node["tone"] == "claim"]
    text = "".join(item.get("text", item.get("strong", "")) for item in panel["text"])
    assert "CMA, GATIA and JNIM have formed an alliance" in text
    assert "Grade F6" in text
    assert "50%" in text
    assert "alliance-strength-claim-seed:C10" in document.figures


def test_a_claim_that_is_not_contested_has_no_panel(context):
    for claim in context["scenarios"][1]["claims"]:
        claim["split"] = False
    document = compose(context)
    assert not [node for node in nodes(document, "panel") if node["tone"] == "claim"]
    assert not [name for name in document.figures if "claim" in name]


def test_a_failed_veto_is_named_with_its_reason_and_never_ranked(context):
    document = compose(context)
    (panel,) = [node for node in nodes(document, "panel") if node["tone"] == "veto"]
    assert "Host consent (A1) is 0" in json.dumps(panel)
    table = next(node for node in nodes(document, "table") if node["title"].endswith("Peacekeeping alternatives"))
    failing = [row for row in table["rows"] if row[-1] == "fails a veto"]
    assert [row[0] for row in failing] == ["–", "–"]


def test_what_is_set_aside_is_listed_with_its_reason(context):
    document = compose(context)
    (panel,) = [node for node in nodes(document, "panel") if node["tone"] == "aside"]
    assert "Ménaka" in json.dumps(panel, ensure_ascii=False)
    assert "46% of the weight has a value" in json.dumps(panel)


def test_everything_missing_is_in_one_table_with_its_weight(context):
    document = compose(context)
    table = next(node for node in nodes(document, "table") if node["title"] == "Indicators that no ranking contains")
    assert len(table["rows"]) == sum(len(scenario["missing"]) for scenario in context["scenarios"])
    assert table["rows"][0] == [
        "Security vacuum",
        "D1 Net territory to challengers",
        "10%",
        "No declared source of territorial change.",
    ]


def test_nothing_missing_is_said_too(context):
    for scenario in context["scenarios"]:
        scenario["missing"] = []
    assert "Every indicator of every scenario has a value" in said(compose(context))


def test_hashes_are_printed_by_their_first_twelve_digits(context):
    run = context["scenarios"][0]["run"]
    document = compose(context)
    row = next(node for node in nodes(document, "table") if node["title"] == "Runs")["rows"][0]
    assert row[-2:] == [run["inputs_sha256"][:12], run["result_sha256"][:12]]
    assert run["inputs_sha256"][:13] not in said(document)


def test_the_command_that_makes_a_score_again_is_printed(context):
    seed = context["scenarios"][0]["run"]["seed"]
    line = (
        f"manage.py score security-vacuum --team demo --at 2024-01-31 --cutoff 2024-02-29 --draws 10000 --seed {seed}"
    )
    assert line in said(compose(context))


@pytest.mark.parametrize(
    ("replay", "told"),
    [("reconstructed", "reconstructed replay"), ("hindsight", "Hindsight was allowed"), ("stored", "stored earlier")],
)
def test_the_kind_of_replay_is_said(context, replay, told):
    context["time"]["replay"] = replay
    assert told in said(compose(context))


def test_dates_and_attributions_are_printed(context):
    text = said(compose(context))
    for part in ("31 January 2024", "29 February 2024", "December 2023", "Uppsala Conflict Data Program, CC BY 4.0"):
        assert part in text


def test_the_first_page_says_score_interval_and_what_to_mind(context):
    glance = compose(context).tree["glance"]
    assert [card["value"] for card in glance["cards"]] == ["78.4", "71.2", "54.3"]
    assert [card["tag"] for card in glance["cards"]] == ["Critical", "Clear lead", "Contested"]
    assert all("–" in card["interval"] for card in glance["cards"])
    assert len(glance["tables"][0]["rows"]) == 5
    assert glance["tables"][0]["notes"] == ["4 more are ranked below.", "Set aside: Ménaka."]
    assert any("contested claim, graded F6" in text for text in glance["cautions"])


def test_a_scenario_without_a_ranking_still_makes_a_document(context):
    for item in context["scenarios"][1]["alternatives"]:
        item |= {"rank": None, "score": None, "interval": None, "points": {}, "first_share": None}
        item |= {"rank_acceptability": None, "set_aside": "40% of the weight has a value; 60% is needed."}
    context["scenarios"][1]["claims"] = []
    document = compose(context)
    assert document.tree["glance"]["cards"][1]["value"] is None
    assert "alliance-strength-rank" in document.figures
    assert "alliance-strength-contributions" not in document.figures


def test_a_citation_without_its_source_is_refused(context):
    context["introduction"].append({"kind": "paragraph", "text": [{"cite": ["S99"]}]})
    with pytest.raises(ContentError, match="S99"):
        compose(context)


@pytest.mark.parametrize(("field", "value"), [("date", "5 February"), ("url", "javascript:alert(1)"), ("key", "")])
def test_a_source_that_no_bibliography_takes_is_refused(context, field, value):
    context["sources"][0][field] = value
    with pytest.raises(ContentError):
        compose(context)


def test_sources_are_listed_in_their_order_with_grade_and_citation(context):
    document = compose(context)
    table = next(node for node in nodes(document, "table") if node["title"] == "Sources and grades")
    assert list(cited(table["rows"])) == ["S1", "S2", "S3", "S4", "S5"]
    assert [row[2] for row in table["rows"]] == ["F3", "F3", "F3", "A1", "A1"]


def test_numbers_and_dates_follow_the_language_of_the_brief(context):
    context["locale"] = "fr"
    document = compose(context)
    assert document.tree["language"] == "fr"
    assert document.tree["glance"]["cards"][0]["value"] == "78,4"
    assert document.tree["glance"]["facts"][0]["value"] == "31 janvier 2024"

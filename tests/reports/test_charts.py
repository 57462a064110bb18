"""Every chart function: a valid specification, palette colours only, the same picture twice, at both widths."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest

from reports import charts
from reports.palette import COVER, DARK, LIGHT
from reports.render import render_charts

FUNCTIONS = {name: getattr(charts, name) for name in charts.__all__}
WIDTHS = (640, 300)


def specs(data: dict[str, Any], **more: Any) -> dict[str, dict[str, Any]]:
    return {
        f"{name}-{width}": function(data[name], width=width, **more)
        for name, function in FUNCTIONS.items()
        for width in WIDTHS
    }


def marks(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer["mark"] for layer in spec["layer"]]


def paints(svg: str) -> set[str]:
    return set(re.findall(r'(?:fill|stroke|stop-color)="([^"]+)"', svg)) - {"none", "transparent"}


def test_every_layer_has_a_mark_and_says_what_it_encodes(data):
    for name, spec in specs(data).items():
        assert spec["$schema"].endswith("/vega-lite/v6.json"), name
        assert spec["layer"], name
        for layer in spec["layer"]:
            assert layer["mark"]["type"], name
            assert layer.get("encoding") or layer["mark"]["type"] == "geoshape", name


def test_a_specification_is_plain_json_and_the_same_twice(data):
    once, again = specs(data), specs(data)
    assert json.dumps(once, allow_nan=False) == json.dumps(again, allow_nan=False)


def test_the_size_with_margins_is_the_size_that_was_asked_for(data):
    for name, spec in specs(data).items():
        margin = spec["padding"]
        assert spec["width"] + margin["left"] + margin["right"] == pytest.approx(int(name.split("-")[1])), name


def test_no_text_is_smaller_than_eleven_px_but_names_on_the_ground(data):
    sizes = [
        mark.get("fontSize", 12)
        for name, spec in specs(data).items()
        if not name.startswith("geomap")
        for mark in marks(spec)
        if mark["type"] == "text"
    ]
    assert min(sizes) >= 11


def test_the_description_is_a_full_sentence_with_the_finding(data):
    told = {name: function(data[name])["description"] for name, function in FUNCTIONS.items()}
    assert all(text.endswith(".") and len(text) > 40 for text in told.values()), told
    assert "Unarmed civilian protection and mediation" in told["rank"]
    assert "54.3" in told["rank"]
    assert "A veto fails for" in told["rank"]
    assert "Kidal 78.4" in told["geomap"]
    assert "54.6 if the claim is true and 22.7 if it is not" in told["claims"]


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK), ("cover", COVER)])
def test_pictures_hold_only_colours_of_the_palette_and_come_out_the_same_twice(data, theme, tokens):
    wanted = specs(data, theme=theme)
    once, again = render_charts(wanted), render_charts(wanted)
    assert once == again
    for name, svg in once.items():
        assert paints(svg) <= set(tokens.values()), name
        assert len(paints(svg)) > 2, name


def test_numbers_are_written_in_the_language_of_the_reader(data):
    svg = render_charts({"rank": charts.rank(data["rank"], locale="fr")}, locale="fr")["rank"]
    assert ">54,3<" in svg
    assert ">54.3<" not in svg


def test_alternatives_that_are_not_ranked_stand_apart_below_the_ranked(data):
    svg = render_charts({"rank": charts.rank(data["rank"])})["rank"]
    order = ["AU-led operation", "For comparison, not ranked", "No successor", "Fails a veto, not ranked"]
    spec = charts.rank(data["rank"])
    heights = {}
    for layer in spec["layer"]:
        for item in layer["data"]["values"]:
            text = item.get("text")
            heights["".join(text) if isinstance(text, list) else text] = item.get("y")
    found = [next(y for text, y in heights.items() if text and text.startswith(start)) for start in order]
    assert found == sorted(found)
    assert "Fails a veto, not ranked" in svg


def test_a_failed_veto_is_never_among_the_ranked_even_when_the_engine_gave_it_a_rank(data):
    for row in data["rank"]["rows"]:
        if row["fails"]:
            row["rank"] = 1
    assert charts.rank(data["rank"])["description"].startswith("Unarmed civilian protection")


def test_a_share_under_one_percent_is_never_printed_as_zero(data):
    data["rank"]["rows"] = [row for row in data["rank"]["rows"] if row["rank"]]
    data["rank"]["rows"][0]["first_share"] = 0.0
    svg = render_charts({"rank": charts.rank(data["rank"])})["rank"]
    assert "&lt;1%" in svg
    assert ">0%<" not in svg


def test_nothing_ranked_is_drawn_and_said(data):
    for row in data["rank"]["rows"]:
        row |= {"rank": None, "score": None, "interval": None, "fails": [], "set_aside": "48% of the weight is present"}
    spec = charts.rank(data["rank"])
    assert spec["description"].startswith("No alternative is ranked")
    assert "48% of the weight is present" in render_charts({"rank": spec})["rank"]


def test_a_claim_shows_only_what_it_moves_the_most_moved_first(data):
    texts = json.dumps(charts.claims(data["claims"]), ensure_ascii=False)
    assert "Untouched" not in texts
    assert texts.index("The reported pact") < texts.index("Government and")


def test_few_dimensions_get_a_column_each_and_many_are_stacked(data):
    many = data["contributions"]
    few = {**many, "dimensions": many["dimensions"][:2]}
    assert "Consent and legitimacy" in json.dumps(charts.contributions(few, width=640))
    bars = [len(layer["data"]["values"]) for layer in charts.contributions(few, width=640)["layer"]]
    assert bars[0] == 2 * len(few["rows"])
    starts = {item["x"] for item in charts.contributions(few, width=640)["layer"][0]["data"]["values"]}
    assert len(starts) == 2, "all bars of a dimension start at the same place"
    stacked = {item["x"] for item in charts.contributions(many, width=640)["layer"][0]["data"]["values"]}
    assert len(stacked) > len(many["dimensions"])


def test_the_map_shows_an_area_without_an_outline_as_a_circle(data):
    filled = charts.geomap(data["geomap"], filled=True)
    shapes = [layer for layer in filled["layer"] if "fill" in layer.get("encoding", {})]
    assert len(shapes[0]["data"]["values"]) == 9
    circles = [layer for layer in filled["layer"] if layer["mark"]["type"] == "circle"]
    assert [len(layer["data"]["values"]) for layer in circles[1:]] == [1, 0]
    assert "Ménaka" in json.dumps(filled, ensure_ascii=False)


def test_outlines_are_wound_for_the_renderer_whichever_way_they_come(data):
    turned = json.loads(json.dumps(data["geomap"]))
    for geometry in turned["home"] + turned["neighbours"]:
        if geometry["type"] == "Polygon":
            geometry["coordinates"] = [ring[::-1] for ring in geometry["coordinates"]]
    filled = charts.geomap(data["geomap"])
    assert [layer["data"] for layer in charts.geomap(turned)["layer"]][:3] == [
        layer["data"] for layer in filled["layer"]
    ][:3]


def test_too_many_events_to_tell_apart_are_summed_and_the_reader_is_told(data):
    few = data["geomap"]
    many = {**few, "events": few["events"] * 15}
    assert "Grey dots show 141 events." in charts.geomap(few)["description"]
    assert "Grey dots show 2,115 events, summed by half degree." in charts.geomap(many)["description"]
    dots = next(layer for layer in charts.geomap(many)["layer"] if layer["mark"]["type"] == "circle")
    assert 0 < len(dots["data"]["values"]) < len(few["events"])


def test_labels_on_the_map_do_not_cover_each_other(data):
    spec = charts.geomap(data["geomap"])
    labels = [layer for layer in spec["layer"] if layer["mark"].get("fontWeight") == 600][-1]["data"]["values"]
    assert len(labels) == 10
    rows = sorted((item["y"], item["x"], len(item["text"])) for item in labels)
    for (y, x, length), (next_y, next_x, _next) in pairwise(rows):
        assert next_y - y >= 12 or next_x > x + length * 6 or x > next_x

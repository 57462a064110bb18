"""Areas and outlines of the demo fit each other, and simplifying keeps shared borders shared."""

import json
from pathlib import Path

import pytest

from scripts.make_outlines import simplify, simplify_geometry
from tests.demo_data.files import BASEMAP, DEMO_DATA, demo


def test_three_countries_have_their_32_areas() -> None:
    parents = [area["parent"] for area in demo("areas.json")]
    assert {parent: parents.count(parent) for parent in ("ML", "BF", "NE")} == {"ML": 11, "BF": 13, "NE": 8}
    assert {area["key"] for area in demo("areas.json") if area["level"] == 0} == {"ML", "BF", "NE"}


def test_names_are_in_two_languages_with_their_accents() -> None:
    names = {area["key"]: area["names"] for area in demo("areas.json")}
    assert names["ML06"] == {"en": "Timbuktu", "fr": "Tombouctou"}
    assert names["ML10"] == {"en": "Ménaka", "fr": "Ménaka"}
    assert names["ML04"]["fr"] == "Ségou"
    assert names["NE006"]["fr"] == "Tillabéri"
    assert all(set(name) == {"en", "fr"} for name in names.values())


def test_every_area_has_an_outline_but_the_two_that_are_younger_than_the_map() -> None:
    outlines = {feature["properties"]["key"] for feature in demo("areas.geojson")["features"]}
    assert {area["outline"] for area in demo("areas.json")} - {None} == outlines
    assert {area["key"] for area in demo("areas.json") if area["outline"] is None} == {"ML10", "ML-TAO"}


def test_taoudenni_has_no_code_in_ucdp() -> None:
    taoudenni = next(area for area in demo("areas.json") if area["key"] == "ML-TAO")
    assert (taoudenni["iso_3166_2"], taoudenni["dataset_names"]) == ("ML-10", {})


def test_no_two_areas_of_a_country_share_a_ucdp_name() -> None:
    names = [
        (area["parent"], name) for area in demo("areas.json") for name in area["dataset_names"].get("ucdp-ged", [])
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", [DEMO_DATA / "areas.geojson", BASEMAP], ids=lambda path: path.name)
def test_outlines_are_closed_rings_with_two_decimals(path: Path) -> None:
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
        for polygon in polygons.get(geometry["type"], []):
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert len(ring) >= 4
                assert all(round(number, 2) == number for point in ring for number in point)


def test_every_area_s_point_lies_in_its_part_of_the_world() -> None:
    for area in demo("areas.json"):
        assert -13 < area["lon"] < 17
        assert 9 < area["lat"] < 26


def test_simplifying_drops_repeats_and_points_on_a_line() -> None:
    assert simplify([[0.0, 0.0], [0.001, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0]]) == [
        [0.0, 0.0],
        [2.0, 0.0],
        [2.0, 1.0],
    ]


def test_a_ring_that_collapses_is_left_out() -> None:
    island = [[[5.0, 5.0], [5.001, 5.0], [5.001, 5.001], [5.0, 5.0]]]
    land = [[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]]
    simplified = simplify_geometry({"type": "MultiPolygon", "coordinates": [island, land]})
    assert simplified == {"type": "Polygon", "coordinates": land}


def test_a_line_stays_a_line() -> None:
    line = {"type": "LineString", "coordinates": [[0.0, 0.0], [1.004, 1.0], [2.0, 0.0]]}
    assert simplify_geometry(line)["coordinates"] == [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]]

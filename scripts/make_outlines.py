"""Make the outlines of the demo's maps from a folder of public-domain GeoJSON files.

Run by hand, from the project's root, with the folder that holds the files:

    python -m scripts.make_outlines FOLDER [--waters FILE]

FOLDER holds sahel3_admin1.geojson and countries_50m.geojson; the optional FILE holds rivers and lakes
(a property "l" of each feature says which). Writes areas.geojson and basemap.geojson into
workbench/demo_data. All of it derives from Natural Earth.
"""

import argparse
import json
from pathlib import Path
from typing import Any

DEMO_DATA = Path(__file__).resolve().parent.parent / "workbench" / "demo_data"
BASEMAP = DEMO_DATA.parents[1] / "reports" / "geodata" / "basemap.geojson"
DECIMALS = 2

# West, Central and North Africa as far as a map of the three states shows, by ISO 3166-1 numeric code.
CONTEXT_COUNTRIES = {
    "012": "DZA", "120": "CMR", "132": "CPV", "140": "CAF", "148": "TCD", "204": "BEN", "226": "GNQ",
    "266": "GAB", "270": "GMB", "288": "GHA", "324": "GIN", "384": "CIV", "430": "LBR", "434": "LBY",
    "466": "MLI", "478": "MRT", "504": "MAR", "562": "NER", "566": "NGA", "624": "GNB", "686": "SEN",
    "694": "SLE", "729": "SDN", "732": "ESH", "768": "TGO", "788": "TUN", "818": "EGY", "854": "BFA",
}  # fmt: skip
COUNTRY_AREAS = {"466": "ML", "854": "BF", "562": "NE"}

Point = list[float]
Feature = dict[str, Any]


def simplify(points: list[Point]) -> list[Point]:
    """Points rounded to two decimals (about 1 km), without repeats and without points on a straight line.

    Rounding alone keeps borders shared: two areas that use the same points get the same points again.
    """
    rounded: list[Point] = []
    for longitude, latitude, *_ in points:
        point = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        if not rounded or rounded[-1] != point:
            rounded.append(point)
    kept = rounded[:1]
    for position in range(1, len(rounded) - 1):
        if not _on_line(kept[-1], rounded[position], rounded[position + 1]):
            kept.append(rounded[position])
    return kept + rounded[-1:] if len(rounded) > 1 else kept


def _on_line(first: Point, middle: Point, last: Point) -> bool:
    cross = (middle[0] - first[0]) * (last[1] - first[1]) - (middle[1] - first[1]) * (last[0] - first[0])
    return abs(cross) < 1e-9


def simplify_geometry(geometry: dict[str, Any]) -> dict[str, Any]:
    """The geometry with every ring or line simplified; rings that collapse are left out."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        return {"type": kind, "coordinates": simplify(coordinates)}
    if kind == "MultiLineString":
        return {"type": kind, "coordinates": [simplify(line) for line in coordinates]}
    polygons = [coordinates] if kind == "Polygon" else coordinates
    kept = [rings for rings in (_rings(polygon) for polygon in polygons) if rings]
    if len(kept) == 1:
        return {"type": "Polygon", "coordinates": kept[0]}
    return {"type": "MultiPolygon", "coordinates": kept}


def _rings(polygon: list[list[Point]]) -> list[list[Point]]:
    rings = [simplify(ring) for ring in polygon]
    return [ring for ring in rings if len(ring) >= 4]


def area_features(admin1: list[Feature], countries: list[Feature]) -> list[Feature]:
    """Outlines of the three countries and of their admin-1 areas, keyed like areas.json."""
    outlines = {f["properties"]["pcode"]: f["geometry"] for f in admin1}
    for country in countries:
        if key := COUNTRY_AREAS.get(country["properties"]["iso_n3"]):
            outlines[key] = country["geometry"]
    return [
        {"type": "Feature", "properties": {"key": key}, "geometry": simplify_geometry(outlines[key])}
        for key in sorted(outlines)
    ]


def context_features(countries: list[Feature], waters: list[Feature]) -> list[Feature]:
    """Countries around the three states, then rivers and lakes, each with its layer and ISO 3166-1 code."""
    layers = [
        ("countries", iso3, country["geometry"])
        for country in sorted(countries, key=lambda f: str(f["properties"]["iso_n3"]))
        if (iso3 := CONTEXT_COUNTRIES.get(country["properties"]["iso_n3"]))
    ]
    layers += [
        (water["properties"]["l"], "", water["geometry"])
        for water in waters
        if water["properties"]["l"] in {"rivers", "lakes"}
    ]
    return [
        {
            "type": "Feature",
            "properties": {"layer": layer, "iso3": iso3},
            "geometry": simplify_geometry(geometry),
        }
        for layer, iso3, geometry in layers
    ]


def read_features(path: Path) -> list[Feature]:
    features: list[Feature] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def write_features(features: list[Feature], path: Path) -> None:
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Make areas.geojson and basemap.geojson.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--waters", type=Path, help="GeoJSON with rivers and lakes")
    parser.add_argument("--output", type=Path, default=DEMO_DATA)
    parser.add_argument("--basemap", type=Path, default=BASEMAP)
    options = parser.parse_args()
    countries = read_features(options.folder / "countries_50m.geojson")
    admin1 = read_features(options.folder / "sahel3_admin1.geojson")
    waters = read_features(options.waters) if options.waters else []
    write_features(area_features(admin1, countries), options.output / "areas.geojson")
    write_features(context_features(countries, waters), options.basemap)


if __name__ == "__main__":
    main()

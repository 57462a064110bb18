"""The ground of a brief's map: areas with their scores, events as dots, outlines for orientation."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.models import Run
from scenarios.texts import localised
from world.models import AdminArea, EventKnown

GEODATA = Path(__file__).resolve().parent.parent / "geodata"
MARGIN = 0.5  # degrees around the home country
EVENTS_BACK = timedelta(days=365)


def map_data(run: Run, viewer: Any) -> dict[str, Any] | None:
    """What the map of a run over areas shows; None where no area has an outline to stand on."""
    alternatives = list(run.version.alternatives.select_related("area__parent").order_by("key"))
    countries = {row.area.parent for row in alternatives if row.area and row.area.parent}
    home = [country for country in sorted(countries, key=lambda area: area.pcode) if country.outline]
    if not home:
        return None
    bounds = _bounds(home)
    own = {country.iso_3166_1 for country in home}
    ground = _layers()
    return {
        "bounds": bounds,
        "home": [country.outline for country in home],
        "neighbours": [g for iso3, g in ground["countries"] if iso3 not in own and _near(g, bounds)],
        "rivers": [g for _iso3, g in ground["rivers"] if _near(g, bounds)],
        "lakes": [g for _iso3, g in ground["lakes"] if _near(g, bounds)],
        "names": _names(own, bounds),
        "areas": _areas(run, alternatives),
        "events": _events(run, viewer, bounds),
    }


def _areas(run: Run, alternatives: list[Any]) -> list[dict[str, Any]]:
    scores = {row["key"]: row["score"] for row in run.result.result["alternatives"]}
    return [
        {
            "key": row.key,
            "label": localised(row.name),
            "lon": row.area.lon,
            "lat": row.area.lat,
            "score": scores.get(row.key),
            "geometry": row.area.outline,
        }
        for row in alternatives
        if row.area and row.area.lon is not None
    ]


def _events(run: Run, viewer: Any, bounds: list[float]) -> list[dict[str, float]]:
    """Events of the situation in the twelve months before the reference date, as known by the cut-off."""
    west, south, east, north = bounds
    rows = (
        EventKnown.objects.visible_to(viewer)
        .known_at(run.cutoff)
        .filter(
            team_id=run.team_id,
            id__in=_linked(run),
            status="accepted",
            count_in_aggregates=True,
            date_end__lte=run.at,
            date_start__gt=run.at - EVENTS_BACK,
            where_prec__lte=3,
            lon__range=(west, east),
            lat__range=(south, north),
        )
        .order_by("lon", "lat", "date_start", "id")
    )
    return [
        {"lon": lon, "lat": lat, "deaths": deaths or 0}
        for lon, lat, deaths in rows.values_list("lon", "lat", "deaths_best")
    ]


def _linked(run: Run) -> Any:
    return run.version.scenario.situation.event_links.values("event_id")


def _bounds(home: list[AdminArea]) -> list[float]:
    lons, lats = zip(
        *(point for country in home for point in _points((country.outline or {})["coordinates"])), strict=True
    )
    return [min(lons) - MARGIN, min(lats) - MARGIN, max(lons) + MARGIN, max(lats) + MARGIN]


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for inner in coordinates:
            yield from _points(inner)


def _near(geometry: dict[str, Any], bounds: list[float]) -> bool:
    """Does the geometry's own box touch the map?"""
    lons, lats = zip(*_points(geometry["coordinates"]), strict=True)
    west, south, east, north = bounds
    return bool(max(lons) > west and min(lons) < east and max(lats) > south and min(lats) < north)


def _names(own: set[str], bounds: list[float]) -> list[dict[str, Any]]:
    west, south, east, north = bounds
    return [
        {"text": localised(row["name"]).upper(), "lon": row["lon"], "lat": row["lat"]}
        for row in json.loads((GEODATA / "names.json").read_text(encoding="utf-8"))
        if row["iso3"] not in own and west < row["lon"] < east and south < row["lat"] < north
    ]


@cache
def _layers() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    layers: dict[str, list[tuple[str, dict[str, Any]]]] = {"countries": [], "rivers": [], "lakes": []}
    for feature in json.loads((GEODATA / "basemap.geojson").read_text(encoding="utf-8"))["features"]:
        layers[feature["properties"]["layer"]].append((feature["properties"].get("iso3", ""), feature["geometry"]))
    return layers

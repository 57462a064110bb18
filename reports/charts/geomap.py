"""Where: areas by named level, events as dots, outlines for orientation. No tiles, no network."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import number, text_width
from reports.charts.projection import Bounds, Geometry, Mercator, feature, natural_height
from reports.palette import Theme, level

MOST_DOTS = 2000
CELL = 0.5

Box = tuple[float, float, float, float]


class MapArea(TypedDict):
    """An area to be shown by its score; one without `geometry` is shown as a circle at its label point."""

    key: str
    label: str
    lon: float
    lat: float
    score: float | None
    geometry: Geometry | None


class MapEvent(TypedDict):
    """A dot; its size grows with `deaths`."""

    lon: float
    lat: float
    deaths: float


class MapName(TypedDict):
    """A name printed on the ground, such as a neighbouring country."""

    text: str
    lon: float
    lat: float


class MapData(TypedDict):
    """Everything on the map, as GeoJSON geometries in degrees; `bounds` is west, south, east, north."""

    bounds: list[float]
    home: list[Geometry]
    neighbours: list[Geometry]
    rivers: list[Geometry]
    lakes: list[Geometry]
    names: list[MapName]
    areas: list[MapArea]
    events: list[MapEvent]


@dataclass(frozen=True)
class _Place:
    """An area's place in px and the size of its circle in px²; 0 where it is drawn as a shape."""

    area: MapArea
    x: float
    y: float
    size: float

    @property
    def score(self) -> float | None:
        return self.area["score"]

    @property
    def radius(self) -> float:
        return math.sqrt(self.size / math.pi)

    @property
    def box(self) -> Box:
        return (self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    def dot(self, colour: dict[str, str]) -> frame.Record:
        paint = _paint(self.score, colour, bare="surface")
        return {"x": self.x, "y": self.y, "size": self.size, "colour": paint}


def geomap(
    data: MapData,
    *,
    width: float = 640,
    height: float | None = None,
    theme: Theme = "light",
    locale: str = "en",
    filled: bool = False,
) -> frame.Spec:
    """Areas as circles by level, or, with `filled`, as coloured shapes; a border line is not an endorsement."""
    bounds = _bounds(data)
    tall = height or min(round(natural_height(bounds, width)), round(width * 1.2))
    view = Mercator(bounds, width, tall)
    colour = frame.colours(theme)
    places = _places(data, view, filled=filled)
    with override(locale):
        labels, taken = _labels(places, view, colour, locale)
        layers = [
            _ground(view, colour),
            *_outlines(data, colour),
            *(_shapes(data, colour) if filled else []),
            _names(data, view, colour, taken),
            frame.dots(_events(data, view, colour), opacity=0.3),
            *_circles(places, colour),
            *frame.halo(labels, colour["surface"], fontWeight=600),
        ]
        return frame.chart(
            layers,
            description=describe(data, locale=locale),
            width=width,
            height=tall,
            theme=theme,
            projection=view.spec(),
        )


def describe(data: MapData, *, locale: str = "en") -> str:
    """The finding in full sentences: the highest and lowest areas, and what the dots are."""
    with override(locale):
        scored = sorted(
            (area for area in data["areas"] if area["score"] is not None),
            key=lambda area: (-(area["score"] or 0), area["label"]),
        )
        if not scored:
            return _("Map without scores: no area could be scored.")
        top = ", ".join(f"{area['label']} {number(area['score'] or 0, locale)}" for area in scored[:3])
        low = scored[-1]
        values = {"top": top, "low": low["label"], "score": number(low["score"] or 0, locale)}
        return " ".join(
            [
                _("Map of areas by level: highest %(top)s; lowest %(low)s %(score)s.") % values,
                events_note(data, locale=locale),
            ]
        ).strip()


def events_note(data: MapData, *, locale: str = "en") -> str:
    """What one grey dot stands for, in a full sentence."""
    count = len(data["events"])
    with override(locale):
        written = number(count, locale, 0)
        if not count:
            return ""
        if count > MOST_DOTS:
            return _("Grey dots show %(count)s events, summed by half degree.") % {"count": written}
        return _("Grey dots show %(count)s events.") % {"count": written}


def _bounds(data: MapData) -> Bounds:
    west, south, east, north = data["bounds"]
    return (west, south, east, north)


def _ground(view: Mercator, colour: dict[str, str]) -> frame.Spec:
    return frame.boxes([frame.stretch(0, 0, view.width, view.height, colour["water"])])


def _outlines(data: MapData, colour: dict[str, str]) -> list[frame.Spec]:
    return [
        _layer(data["neighbours"], fill=colour["land"], stroke=colour["line2"], strokeWidth=0.7),
        _layer(data["home"], fill=colour["home"], stroke=colour["ink3"], strokeWidth=1.4),
        _layer(data["rivers"], filled=False, stroke=colour["river"], strokeWidth=1.2),
        _layer(data["lakes"], fill=colour["water"], stroke=colour["river"], strokeWidth=0.6),
    ]


def _layer(geometries: list[Geometry], **style: object) -> frame.Spec:
    return {
        "data": {"values": [feature(geometry) for geometry in geometries]},
        "mark": {"type": "geoshape", **style},
    }


def _shapes(data: MapData, colour: dict[str, str]) -> list[frame.Spec]:
    shaped = [area for area in data["areas"] if area["geometry"] is not None]
    features = [feature(area["geometry"] or {}, colour=_paint(area["score"], colour, bare="home")) for area in shaped]
    return [
        {
            "data": {"values": features},
            "mark": {"type": "geoshape", "stroke": colour["surface"], "strokeWidth": 1.2},
            "encoding": {"fill": frame.literal("properties.colour")},
        },
        _layer(data["home"], filled=False, stroke=colour["ink3"], strokeWidth=1.4),
    ]


def _paint(score: float | None, colour: dict[str, str], bare: str) -> str:
    return colour[bare] if score is None else colour[level(score).token]


def _names(data: MapData, view: Mercator, colour: dict[str, str], taken: list[Box]) -> frame.Spec:
    """Names on the ground, where they fit whole and cover no label; none on a small map."""
    items = []
    for name in data["names"]:
        x, y = view.place(name["lon"], name["lat"])
        half = text_width(name["text"], 10) / 2
        box = (x - half, y - 6, x + half, y + 6)
        if view.width >= frame.NARROW and _inside(box, view) and not any(_overlap(box, other) for other in taken):
            items.append(frame.letter(x, y, name["text"], colour["ink3"]))
    return frame.texts(items, align="center", fontSize=10)


def _events(data: MapData, view: Mercator, colour: dict[str, str]) -> list[frame.Record]:
    items = []
    for lon, lat, deaths in _summed(data["events"]):
        x, y = view.place(lon, lat)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            size = 12 + min(deaths, 60) * 3
            items.append({"x": round(x, 1), "y": round(y, 1), "size": size, "colour": colour["ink2"]})
    return items


def _summed(events: list[MapEvent]) -> list[tuple[float, float, float]]:
    """Events as they are, or summed over half-degree cells when there are too many to tell apart."""
    if len(events) <= MOST_DOTS:
        return [(event["lon"], event["lat"], event["deaths"]) for event in events]
    cells = Counter((event["lon"] // CELL, event["lat"] // CELL) for event in events)
    return [((x + 0.5) * CELL, (y + 0.5) * CELL, count) for (x, y), count in sorted(cells.items())]


def _places(data: MapData, view: Mercator, *, filled: bool) -> list[_Place]:
    """The areas from the highest score down; one that is drawn as a shape has no circle."""
    small = 0.75 if view.width < frame.NARROW else 1.0
    places = []
    for area in sorted(data["areas"], key=lambda item: (-(item["score"] or 0), item["key"])):
        x, y = view.place(area["lon"], area["lat"])
        size = 0.0 if filled and area["geometry"] is not None else (90 + 6.5 * (area["score"] or 0)) * small
        places.append(_Place(area, round(x, 1), round(y, 1), round(size, 1)))
    return places


def _circles(places: list[_Place], colour: dict[str, str]) -> list[frame.Spec]:
    """Circles by level; an open one where there is no score."""
    drawn = [place for place in places if place.size]
    scored, bare = [p for p in drawn if p.score is not None], [p for p in drawn if p.score is None]
    return [
        frame.dots([place.dot(colour) for place in bare], stroke=colour["ink3"], strokeWidth=1.6),
        frame.dots([place.dot(colour) for place in scored], stroke=colour["surface"], strokeWidth=1.6),
    ]


def _labels(
    places: list[_Place], view: Mercator, colour: dict[str, str], locale: str
) -> tuple[list[frame.Record], list[Box]]:
    """Names with scores, the highest first, and the room taken; one that would cover another is left out."""
    taken = [place.box for place in places if place.size]
    items: list[frame.Record] = []
    for place in places:
        if view.width < frame.NARROW and (place.score or 0) < level(40).low:
            continue
        written = place.area["label"]
        if place.score is not None:
            written = f"{written} {number(place.score, locale, 0)}"
        room = text_width(written, frame.SIZE, bold=True) * 0.94
        for left, top in _candidates(place, room):
            box = (left, top, left + room, top + 14)
            others = [other for other in taken if other != place.box]
            if _inside(box, view) and not any(_overlap(box, other) for other in others):
                taken.append(box)
                items.append(frame.letter(left, top + 7, written, colour["ink"]))
                break
    return items, taken


def _candidates(place: _Place, room: float) -> list[tuple[float, float]]:
    """Upper left corners to try in turn: centred on a shape; else right, left, above, below and the corners."""
    x, y = place.x, place.y
    if not place.size:
        return [(x - room / 2, y - 7 + shift) for shift in (0, -14, 14, -28, 28)]
    gap = place.radius + 4
    sides = [(x + gap, y - 7), (x - gap - room, y - 7), (x - room / 2, y - gap - 14), (x - room / 2, y + gap)]
    return sides + [(x + gap * dx - room * (dx < 0), y - 7 + gap * dy) for dx in (1, -1) for dy in (-1, 1)]


def _inside(box: Box, view: Mercator) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= view.width - 2 and box[3] <= view.height - 2


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

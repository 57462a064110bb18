"""How an index has moved: a line with its 90 % band on the named levels, and dated turning points."""

import math
from datetime import date
from typing import TypedDict

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import number, text_width, wrap
from reports.palette import LEVELS, Theme


class SeriesPoint(TypedDict):
    """The index at `day` (ISO date) with its 5th and 95th percentile."""

    day: str
    value: float
    low: float
    high: float


class SeriesMark(TypedDict):
    """A turning point that is named on the chart."""

    day: str
    label: str


class SeriesData(TypedDict):
    """`points` in order of time; `unit` is the title of the value axis; `levels` draws the named bands."""

    name: str
    unit: str
    points: list[SeriesPoint]
    marks: list[SeriesMark]
    levels: bool


def series(data: SeriesData, *, width: float = 640, theme: Theme = "light", locale: str = "en") -> frame.Spec:
    """One line over time; nothing is drawn between or beyond the given points but straight joins."""
    colour, narrow = frame.colours(theme), width < frame.NARROW
    height, left, right = (170.0 if narrow else 210.0), 44.0, 70.0 if data["levels"] else 14.0
    domain, plot = _domain(data["points"]), width - left - right
    with override(locale):
        marks, top = _marks(data, plot, height, colour)
        layers = [
            *(_bands(domain, height, plot, colour) if data["levels"] else []),
            *_line(data, domain, colour),
            *marks,
            _last(data, domain, colour, locale),
        ]
        return frame.chart(
            layers,
            description=describe(data, locale=locale),
            width=width,
            height=height + top + 30,
            theme=theme,
            margin=(top, right, 30.0, left),
        )


def describe(data: SeriesData, *, locale: str = "en") -> str:
    """The finding in one full sentence: from where to where, and when."""
    with override(locale):
        if not data["points"]:
            return _("No value of %(name)s is known.") % {"name": data["name"]}
        first, last = data["points"][0], data["points"][-1]
        values = {
            "name": data["name"],
            "from": number(first["value"], locale),
            "to": number(last["value"], locale),
            "start": _month(first["day"], locale),
            "end": _month(last["day"], locale),
        }
        return _("%(name)s goes from %(from)s in %(start)s to %(to)s in %(end)s.") % values


def _month(day: str, locale: str) -> str:
    return format_date(date.fromisoformat(day), format="LLLL y", locale=locale)


def _domain(points: list[SeriesPoint]) -> tuple[float, float]:
    low = min((point["low"] for point in points), default=0)
    high = max((point["high"] for point in points), default=100)
    bottom = max(0, math.floor((low - 2) / 10) * 10)
    return (float(bottom), float(max(min(100, math.ceil((high + 4) / 10) * 10), bottom + 10)))


def _bands(domain: tuple[float, float], height: float, plot: float, colour: dict[str, str]) -> list[frame.Spec]:
    boxes, names = [], []
    for band in LEVELS:
        low, high = max(band.low, domain[0]), min(band.high, domain[1])
        if low >= high:
            continue
        bottom, top = (height * (domain[1] - edge) / (domain[1] - domain[0]) for edge in (low, high))
        boxes.append(frame.stretch(0, top, plot, bottom, colour[band.token]))
        names.append(frame.letter(plot + 8, (top + bottom) / 2, str(band.name), colour["ink2"]))
    return [frame.boxes(boxes, opacity=0.22), frame.texts(names, fontSize=frame.SMALL)]


def _line(data: SeriesData, domain: tuple[float, float], colour: dict[str, str]) -> list[frame.Spec]:
    def layer(mark: frame.Spec, y: str, **more: object) -> frame.Spec:
        place = {
            "x": {
                "field": "day",
                "type": "temporal",
                "scale": {"type": "utc"},
                "axis": {"title": None, "format": "%b %y", "grid": False, "tickCount": 6, "labelOverlap": True},
            },
            "y": frame.on_scale(y, domain, {"title": data["unit"], "tickCount": 5, "grid": not data["levels"]}),
        }
        return {"data": {"values": data["points"]}, "mark": mark, "encoding": {**place, **more}}

    band = {"type": "area", "color": colour["brand"], "opacity": 0.2}
    return [
        layer(band, "low", y2={"field": "high"}),
        layer({"type": "line", "color": colour["brand"], "strokeWidth": 2.4}, "value"),
    ]


def _marks(data: SeriesData, plot: float, height: float, colour: dict[str, str]) -> tuple[list[frame.Spec], float]:
    """Dated rules with their names above the plot, on as many lines as keep them apart, and the room on top."""
    days = [date.fromisoformat(point["day"]).toordinal() for point in data["points"]]
    span = (max(days) - min(days)) if len(days) > 1 else 1
    ends: list[float] = []
    names = []
    for mark in data["marks"]:
        share = (date.fromisoformat(mark["day"]).toordinal() - min(days, default=0)) / span
        label = wrap(mark["label"], plot * 0.5, frame.SMALL, lines=1)[0]
        x = share * plot
        room = text_width(label, frame.SMALL)
        start = max(0.0, min(x - room / 2, plot - room))
        line = next((i for i, end in enumerate(ends) if start > end + 10), len(ends))
        ends[line : line + 1] = [start + room]
        names.append((x, start, line, label))
    top = 14.0 * len(ends) + 10
    return [
        frame.rules(
            [frame.stretch(x, 14 * line + 16 - top, x, height, colour["ink3"]) for x, _s, line, _l in names],
            strokeDash=[3, 3],
            strokeWidth=1,
        ),
        frame.texts(
            [frame.letter(start, 14 * line + 8 - top, label, colour["ink2"]) for _x, start, line, label in names],
            fontSize=frame.SMALL,
        ),
    ], top


def _last(data: SeriesData, domain: tuple[float, float], colour: dict[str, str], locale: str) -> frame.Spec:
    """The latest value, printed beside its point."""
    points = [{**point, "text": number(point["value"], locale)} for point in data["points"][-1:]]
    text = {"type": "text", "align": "right", "dx": -8, "dy": -12, "fontWeight": 600, "fontSize": 13}
    axis = {"title": data["unit"], "tickCount": 5, "grid": not data["levels"]}
    return {
        "data": {"values": points},
        "mark": {**text, "color": colour["ink"]},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "scale": {"type": "utc"}, "axis": {"title": None}},
            "y": frame.on_scale("value", domain, axis),
            "text": {"field": "text", "type": "nominal"},
        },
    }

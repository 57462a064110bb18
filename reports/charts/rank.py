"""Which alternative leads, and how surely: a dot with its 50 % and 90 % interval, and how often it comes first."""

import math
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import number, share_of_draws, text_width, wrap
from reports.palette import Theme

INDENT = 22.0
LINE = 14.0


class Interval(TypedDict):
    """Quantiles of the score over all draws."""

    q05: float
    q25: float
    median: float
    q75: float
    q95: float


class RankRow(TypedDict):
    """One alternative; `rank` is null for the reference, for a failed veto and for one set aside."""

    key: str
    label: str
    rank: int | None
    score: float | None
    interval: Interval | None
    first_share: float | None
    reference: bool
    fails: list[str]
    set_aside: NotRequired[str | None]


class RankData(TypedDict):
    """`rows` in any order; `unit` is the title of the score axis."""

    rows: list[RankRow]
    unit: str


@dataclass(frozen=True)
class _Place:
    """A row with its wrapped label and its places in px from the top of the plot."""

    row: RankRow
    kind: str
    lines: list[str]
    reason: list[str]
    label_y: float
    value_y: float
    mark_y: float

    @property
    def reason_y(self) -> float:
        return self.label_y + LINE * len(self.lines)


@dataclass(frozen=True)
class _Layout:
    places: list[_Place]
    heads: list[tuple[str, float]]
    height: float
    left: float
    right: float
    narrow: bool


def rank(data: RankData, *, width: float = 640, theme: Theme = "light", locale: str = "en") -> frame.Spec:
    """Ranked alternatives best first; below them, apart, the reference, the vetoed and those set aside."""
    colour = frame.colours(theme)
    with override(locale):
        layout = _layout(data["rows"], width)
        margin = (26.0, layout.right, 44.0, layout.left)
        plot = width - layout.left - layout.right
        scored = [place for place in layout.places if place.row["score"] is not None]
        domain = _domain([place.row for place in scored])
        layers = [
            _scale_frame(data["unit"], domain, layout.height, colour),
            *_reference_line(scored, domain, layout, colour, plot),
            *_intervals(scored, domain, data["unit"], colour),
            *_labels(layout, colour, plot, locale),
            *_heads(layout, colour, plot),
        ]
        return frame.chart(
            layers,
            description=describe(data, locale=locale),
            width=width,
            height=layout.height + margin[0] + margin[2],
            theme=theme,
            margin=margin,
        )


def describe(data: RankData, *, locale: str = "en") -> str:
    """The finding in one or two full sentences."""
    with override(locale):
        ranked = _ranked(data["rows"])
        if not ranked:
            return _("No alternative is ranked: too little of the weight is present for all of them.")
        return " ".join(filter(None, [_lead_sentence(ranked, locale), _apart_sentence(data["rows"])]))


def _lead_sentence(ranked: list[RankRow], locale: str) -> str:
    first = ranked[0]
    values = {
        "first": first["label"],
        "score": number(first["score"] or 0, locale),
        "share": share_of_draws(first["first_share"] or 0, locale),
    }
    if len(ranked) == 1:
        return _("%(first)s is the only ranked alternative, with a score of %(score)s.") % values
    values |= {"second": ranked[1]["label"], "next": number(ranked[1]["score"] or 0, locale)}
    return (
        _(
            "%(first)s ranks first with %(score)s, ahead of %(second)s with %(next)s; it comes first in %(share)s of draws."
        )
        % values
    )


def _apart_sentence(rows: list[RankRow]) -> str:
    failing = [row["label"] for row in rows if row["fails"]]
    return _("A veto fails for %(names)s.") % {"names": ", ".join(failing)} if failing else ""


def _ranked(rows: list[RankRow]) -> list[RankRow]:
    ranked = [row for row in rows if row["rank"] is not None and not row["fails"]]
    return sorted(ranked, key=lambda row: (row["rank"] or 0, row["label"]))


def _kind(row: RankRow) -> str:
    if row["fails"]:
        return "fails"
    if row["reference"]:
        return "reference"
    return "ranked" if row["rank"] is not None else "aside"


def _groups(rows: list[RankRow]) -> list[tuple[str, str, list[RankRow]]]:
    """Kind, heading and rows of each group that is not empty, in the order they are drawn."""
    by_name = sorted(rows, key=lambda row: (-(row["score"] or 0), row["label"]))
    titles = {
        "reference": _("For comparison, not ranked"),
        "fails": _("Fails a veto, not ranked"),
        "aside": _("Set aside, too little is known"),
    }
    apart = [(kind, title, [row for row in by_name if _kind(row) == kind]) for kind, title in titles.items()]
    return [("ranked", "", _ranked(rows)), *[group for group in apart if group[2]]]


def _layout(rows: list[RankRow], width: float) -> _Layout:
    narrow = width < frame.NARROW
    longest = max((text_width(row["label"], frame.SIZE, bold=True) for row in rows), default=0)
    left = 10.0 if narrow else min(longest + INDENT + 12, width * 0.42)
    room = width - INDENT - 110 if narrow else left - INDENT - 10
    reason_room = width - INDENT - (20 if narrow else 40)
    places, heads, y = [], [], 0.0
    for kind, title, members in _groups(rows):
        if title:
            heads.append((title, y + 25))
            y += 36
        for row in members:
            place, step = _place(row, kind, y, (room, reason_room), narrow)
            places.append(place)
            y += step
    return _Layout(places, heads, max(y, 28) + 4, left, 10.0 if narrow else 104.0, narrow)


def _place(row: RankRow, kind: str, top: float, rooms: tuple[float, float], narrow: bool) -> tuple[_Place, float]:
    """The row's place and the height that it takes; `rooms` are the widths for its label and its reason."""
    lines = wrap(row["label"], rooms[0], frame.SIZE, bold=True)
    why = "; ".join(row["fails"]) or (row.get("set_aside") or "")
    reason = wrap(why, rooms[1], frame.SMALL) if why else []
    block = LINE * (len(lines) + len(reason))
    if narrow:
        first = top + 11
        bare = row["score"] is None
        mark = first + block + 3
        return _Place(row, kind, lines, reason, first, first, mark), block + (10 if bare else 30)
    step = max(27, block + 11)
    first = top + (step - block + LINE) / 2
    middle = first + LINE * (len(lines) - 1) / 2
    return _Place(row, kind, lines, reason, first, middle, middle), step


def _domain(rows: list[RankRow]) -> tuple[float, float]:
    lows = [row["interval"]["q05"] if row["interval"] else row["score"] or 0 for row in rows] or [0]
    highs = [row["interval"]["q95"] if row["interval"] else row["score"] or 0 for row in rows] or [100]
    low = max(0, math.floor((min(lows) - 1) / 10) * 10)
    high = min(100, math.ceil((max(highs) + 1) / 10) * 10)
    return (float(low), float(max(high, low + 10)))


def _scale_frame(unit: str, domain: tuple[float, float], height: float, colour: dict[str, str]) -> frame.Spec:
    """The axis and its hairlines; the invisible rule also holds the scale when nothing is scored."""
    return {
        "data": {"values": [{"a": domain[0], "b": domain[1], "y": height}]},
        "mark": {"type": "rule", "opacity": 0, "color": colour["grid"]},
        "encoding": {
            "x": frame.on_scale("a", domain, frame.axis(unit)),
            "x2": {"field": "b"},
            "y": frame.pixel("y"),
        },
    }


def _reference_line(
    scored: list[_Place], domain: tuple[float, float], layout: _Layout, colour: dict[str, str], plot: float
) -> list[frame.Spec]:
    references = [place for place in scored if place.kind == "reference"]
    if not references:
        return []
    items = []
    for place in references:
        x = plot * ((place.row["score"] or 0) - domain[0]) / (domain[1] - domain[0])
        items.append(frame.stretch(x, 0, x, place.mark_y, colour["line2"]))
    return [frame.rules(items, strokeDash=[3, 3], strokeWidth=1)]


def _intervals(
    scored: list[_Place], domain: tuple[float, float], unit: str, colour: dict[str, str]
) -> list[frame.Spec]:
    items = [_interval_item(place, colour) for place in scored]
    ranged = [item for item in items if "q05" in item]
    edge = {"stroke": colour["surface"], "strokeWidth": 2}
    return [
        _span(ranged, "q05", "q95", domain, unit, strokeWidth=2),
        _span(ranged, "q25", "q75", domain, unit, strokeWidth=8, opacity=0.55),
        _points([i for i in items if i["solid"]], domain, unit, type="circle", size=120, **edge),
        _points(
            [i for i in items if not i["solid"]],
            domain,
            unit,
            type="point",
            size=80,
            strokeWidth=2,
            fill=colour["surface"],
        ),
    ]


def _interval_item(place: _Place, colour: dict[str, str]) -> frame.Record:
    row = place.row
    token = {"ranked": "brand" if row["rank"] == 1 else "brand2", "fails": "neg"}.get(place.kind, "ink3")
    item = {"y": place.mark_y, "score": row["score"], "colour": colour[token], "solid": place.kind == "ranked"}
    return item | (dict(row["interval"]) if row["interval"] else {})


def _span(
    items: list[frame.Record], low: str, high: str, domain: tuple[float, float], unit: str, **style: object
) -> frame.Spec:
    return {
        "data": {"values": items},
        "mark": {"type": "rule", "strokeCap": "round", **style},
        "encoding": {
            "x": frame.on_scale(low, domain, frame.axis(unit)),
            "x2": {"field": high},
            "y": frame.pixel("y"),
            "color": frame.literal("colour"),
        },
    }


def _points(items: list[frame.Record], domain: tuple[float, float], unit: str, **style: object) -> frame.Spec:
    return {
        "data": {"values": items},
        "mark": {"opacity": 1, **style},
        "encoding": {
            "x": frame.on_scale("score", domain, frame.axis(unit)),
            "y": frame.pixel("y"),
            "color": frame.literal("colour"),
        },
    }


def _labels(layout: _Layout, colour: dict[str, str], plot: float, locale: str) -> list[frame.Spec]:
    score_x, share_x = _columns(layout, plot)
    start = -layout.left
    leaders: list[frame.Record] = []
    names: list[frame.Record] = []
    ranks, scores, shares, reasons = [], [], [], []
    for place in layout.places:
        row = place.row
        ink = colour["ink"] if place.kind == "ranked" else colour["ink2"]
        group = leaders if row["rank"] == 1 and place.kind == "ranked" else names
        group.append(frame.letter(start + INDENT, place.label_y, place.lines, ink))
        if row["score"] is not None:
            scores.append(frame.letter(score_x, place.value_y, number(row["score"], locale), ink))
        if place.kind == "ranked":
            ranks.append(frame.letter(start + 1, place.value_y, str(row["rank"]), colour["ink3"]))
            shares.append(
                frame.letter(share_x, place.value_y, share_of_draws(row["first_share"] or 0, locale), colour["ink2"])
            )
        if place.reason:
            tone = colour["neg"] if place.kind == "fails" else colour["ink3"]
            reasons.append(frame.letter(start + INDENT, place.reason_y, place.reason, tone))
    return [
        frame.texts(leaders, fontWeight=600, lineHeight=LINE),
        frame.texts(names, lineHeight=LINE),
        frame.texts(ranks, fontSize=frame.SMALL),
        frame.texts(scores, align="right", fontWeight=600),
        frame.texts(shares, align="right"),
        frame.texts(reasons, fontSize=frame.SMALL, lineHeight=LINE),
    ]


def _columns(layout: _Layout, plot: float) -> tuple[float, float]:
    """Right edges of the two columns of figures: inside the plot where there is no room beside it."""
    return (plot - 46, plot + layout.right) if layout.narrow else (plot + 46, plot + 100)


def _heads(layout: _Layout, colour: dict[str, str], plot: float) -> list[frame.Spec]:
    score_x, share_x = _columns(layout, plot)
    columns = [
        frame.letter(score_x, -14, _("Score"), colour["ink3"]),
        frame.letter(share_x, -14, _("First in"), colour["ink3"]),
    ]
    start = -layout.left
    titles = [frame.letter(start + 1, y, title, colour["ink3"]) for title, y in layout.heads]
    end = plot + layout.right
    lines = [frame.stretch(start, y - 14, end, y - 14, colour["line"]) for _title, y in layout.heads]
    return [
        frame.texts(columns, align="right", fontSize=frame.SMALL),
        frame.texts(titles, fontSize=frame.SMALL, fontWeight=600),
        frame.rules(lines, strokeWidth=1),
    ]

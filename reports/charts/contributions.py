"""Why an alternative scores what it scores: the points that each dimension brings."""

from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import number, text_width, wrap
from reports.palette import CATEGORIES, Theme

LINE = 14.0
COLUMN = 76.0


class Dimension(TypedDict):
    """A child of the headline node."""

    key: str
    name: str


class ContributionRow(TypedDict):
    """The points of one alternative by dimension key; they add up to its score."""

    key: str
    label: str
    score: float
    points: dict[str, float]


class ContributionData(TypedDict):
    """`rows` in the order to be drawn, best first; `dimensions` in the order of the tree."""

    dimensions: list[Dimension]
    rows: list[ContributionRow]


def contributions(
    data: ContributionData, *, width: float = 640, theme: Theme = "light", locale: str = "en"
) -> frame.Spec:
    """A column of bars for each dimension, all on one scale; stacked bars where there is no room for columns."""
    with override(locale):
        description = describe(data, locale=locale)
        if width * 0.6 / max(len(data["dimensions"]), 1) < COLUMN:
            return _stacked(data, width, theme, locale, description)
        return _columns(data, width, theme, locale, description)


def describe(data: ContributionData, *, locale: str = "en") -> str:
    """The finding in one full sentence: what sets the first alternative apart from the second."""
    with override(locale):
        rows, names = data["rows"], {item["key"]: item["name"] for item in data["dimensions"]}
        if not rows or not names:
            return _("No alternative has contributions to show.")
        if len(rows) == 1:
            top = max(names, key=lambda key: rows[0]["points"].get(key, 0.0))
            values = {"name": rows[0]["label"], "dimension": names[top]}
            return _("%(dimension)s brings most of the points of %(name)s.") % values
        gaps = {key: rows[0]["points"].get(key, 0.0) - rows[1]["points"].get(key, 0.0) for key in names}
        top = max(gaps, key=lambda key: abs(gaps[key]))
        values = {
            "first": rows[0]["label"],
            "second": rows[1]["label"],
            "dimension": names[top],
            "points": number(abs(gaps[top]), locale),
        }
        if gaps[top] >= 0:
            return _("%(dimension)s sets %(first)s apart from %(second)s most: %(points)s points more.") % values
        return _("%(dimension)s sets %(first)s apart from %(second)s most: %(points)s points fewer.") % values


def _columns(data: ContributionData, width: float, theme: Theme, locale: str, description: str) -> frame.Spec:
    colour, rows, dimensions = frame.colours(theme), data["rows"], data["dimensions"]
    left = min(max((text_width(r["label"], frame.SIZE, bold=True) for r in rows), default=0) + 14, width * 0.34)
    room = (width - left - 44) / max(len(dimensions), 1)
    titles = [wrap(item["name"], room - 8, frame.SMALL, lines=3) for item in dimensions]
    top = 13.0 * max((len(title) for title in titles), default=1) + 12
    longest = max((abs(v) for row in rows for v in row["points"].values()), default=1) or 1
    scale = (room - 44) / longest
    bars, figures, names, totals, y = [], [], [], [], 0.0
    for row in rows:
        lines = wrap(row["label"], left - 14, frame.SIZE, bold=True)
        step = max(26.0, LINE * len(lines) + 8)
        middle = y + step / 2
        names.append(frame.letter(-left, middle - LINE * (len(lines) - 1) / 2, lines, colour["ink"]))
        totals.append(frame.letter(width - left, middle, number(row["score"], locale), colour["ink"]))
        for index, item in enumerate(dimensions):
            start, points = index * room, row["points"].get(item["key"], 0.0)
            end = start + max(points, 0) * scale
            bars.append(frame.stretch(start, middle - 7, max(end, start + 1), middle + 7, colour[_token(index)]))
            figures.append(frame.letter(end + 5, middle, number(points, locale), colour["ink2"]))
        y += step
    heads = [frame.letter(i * room, -top + 7, title, colour["ink3"]) for i, title in enumerate(titles)]
    score = [frame.letter(width - left, -top + 7, _("Score"), colour["ink3"])]
    starts = [frame.stretch(i * room, -4, i * room, y, colour["line2"]) for i in range(len(dimensions))]
    layers = [
        frame.boxes(bars),
        frame.rules(starts, strokeWidth=1),
        frame.texts(figures, fontSize=frame.SMALL),
        frame.texts(names[:1], fontWeight=600, lineHeight=LINE),
        frame.texts(names[1:], lineHeight=LINE),
        frame.texts(totals, align="right", fontWeight=600),
        frame.texts(heads, fontSize=frame.SMALL, lineHeight=13),
        frame.texts(score, align="right", fontSize=frame.SMALL),
    ]
    margin = (top, 0.0, 4.0, left)
    return frame.chart(layers, description=description, width=width, height=y + top + 4, theme=theme, margin=margin)


def _stacked(data: ContributionData, width: float, theme: Theme, locale: str, description: str) -> frame.Spec:
    colour, rows, narrow = frame.colours(theme), data["rows"], width < frame.NARROW
    longest = max((text_width(row["label"], frame.SIZE, bold=True) for row in rows), default=0)
    left = 0.0 if narrow else min(longest + 14, width * 0.36)
    plot = width - left - (0 if narrow else 46)
    legend, top = _legend(data["dimensions"], width, -left, colour)
    most = max((sum(max(v, 0) for v in row["points"].values()) for row in rows), default=1) or 1
    bars, names, totals, y = [], [], [], 0.0
    for row in rows:
        lines = wrap(row["label"], width - 60 if narrow else left - 14, frame.SIZE, lines=1 + (not narrow), bold=True)
        step = 40.0 if narrow else max(24.0, LINE * len(lines) + 7)
        middle = y + (9 if narrow else step / 2)
        names.append(frame.letter(-left, middle - LINE * (len(lines) - 1) / 2, lines, colour["ink"]))
        totals.append(frame.letter(width - left, middle, number(row["score"], locale), colour["ink"]))
        bars += _segments(row, data["dimensions"], middle + (15 if narrow else 0), plot / most, colour)
        y += step
    layers = [
        frame.boxes(bars, stroke=colour["surface"], strokeWidth=1),
        *legend,
        frame.texts(names[:1], fontWeight=600, lineHeight=LINE),
        frame.texts(names[1:], lineHeight=LINE),
        frame.texts(totals, align="right", fontWeight=600),
    ]
    margin = (top, 0.0, 2.0, left)
    return frame.chart(layers, description=description, width=width, height=y + top + 2, theme=theme, margin=margin)


def _segments(
    row: ContributionRow, dimensions: list[Dimension], middle: float, scale: float, colour: dict[str, str]
) -> list[frame.Record]:
    bars, x = [], 0.0
    for index, item in enumerate(dimensions):
        end = x + max(row["points"].get(item["key"], 0.0), 0) * scale
        bars.append(frame.stretch(x, middle - 7, end, middle + 7, colour[_token(index)]))
        x = end
    return bars


def _legend(
    dimensions: list[Dimension], width: float, left: float, colour: dict[str, str]
) -> tuple[list[frame.Spec], float]:
    """A key of coloured squares with names, in as many lines as it takes, and its height."""
    squares, names, x, y = [], [], 0.0, 0.0
    for index, item in enumerate(dimensions):
        name = wrap(item["name"], width - 16, frame.SMALL, lines=1)[0]
        room = text_width(name, frame.SMALL) + 28
        if x and x + room > width:
            x, y = 0.0, y + 17
        squares.append((x, y, colour[_token(index)]))
        names.append((x + 15, y, name))
        x += room
    top = y + 28
    key = [frame.stretch(left + x, y - top + 3, left + x + 9, y - top + 12, paint) for x, y, paint in squares]
    words = [frame.letter(left + x, y - top + 8, name, colour["ink2"]) for x, y, name in names]
    return [frame.boxes(key), frame.texts(words, fontSize=frame.SMALL)], top


def _token(index: int) -> str:
    return CATEGORIES[index % len(CATEGORIES)]

"""What a contested claim decides: the scores if it is true and if it is not, side by side."""

import math
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import number, text_width, wrap
from reports.palette import Theme

STEP = 28.0


class ClaimRow(TypedDict):
    """One alternative's score in the draws where the claim holds and in those where it does not."""

    key: str
    label: str
    if_true: float
    if_false: float


class ClaimData(TypedDict):
    """`claim` is the claim in words; `probability` (0-1) with its 5th and 95th percentile; `unit` of the axis."""

    claim: str
    probability: float
    low: float
    high: float
    unit: str
    rows: list[ClaimRow]


def claims(data: ClaimData, *, width: float = 640, theme: Theme = "light", locale: str = "en") -> frame.Spec:
    """One row for each alternative that the claim moves: a filled dot if true, an open one if not."""
    colour, rows, narrow = frame.colours(theme), moved(data["rows"]), width < frame.NARROW
    longest = max((text_width(row["label"], frame.SIZE) for row in rows), default=0)
    left = 10.0 if narrow else min(longest + 14, width * 0.38)
    right, step = (10.0, 44.0) if narrow else (24.0, STEP)
    domain = _domain(rows)
    with override(locale):
        items, names = [], []
        for index, row in enumerate(rows):
            y = index * step + (31 if narrow else step / 2)
            room = width - 20 if narrow else left - 14
            lines = wrap(row["label"], room, frame.SIZE, lines=1 if narrow else 2)
            names.append(frame.letter(-left, y - (21 if narrow else 6.5 * (len(lines) - 1)), lines, colour["ink"]))
            items.append(_item(row, y, colour, locale))
        height = step * max(len(rows), 1) + 4
        layers = [
            *_marks(items, domain, data["unit"], colour),
            frame.texts(names, lineHeight=13),
            *_key(colour, -left),
        ]
        return frame.chart(
            layers,
            description=describe(data, locale=locale),
            width=width,
            height=height + 74,
            theme=theme,
            margin=(30.0, right, 44.0, left),
        )


def describe(data: ClaimData, *, locale: str = "en") -> str:
    """The finding in one full sentence, with the alternative that the claim moves most."""
    with override(locale):
        rows = moved(data["rows"])
        if not rows:
            return _("The claim moves no score by a tenth of a point.")
        values = {
            "name": rows[0]["label"],
            "true": number(rows[0]["if_true"], locale),
            "false": number(rows[0]["if_false"], locale),
        }
        return _("%(name)s scores %(true)s if the claim is true and %(false)s if it is not.") % values


def moved(rows: list[ClaimRow]) -> list[ClaimRow]:
    """The rows whose score the claim moves by at least a tenth of a point, the most moved first."""
    apart = [row for row in rows if abs(row["if_true"] - row["if_false"]) >= 0.1]
    return sorted(apart, key=lambda row: (-abs(row["if_true"] - row["if_false"]), row["label"]))


def _domain(rows: list[ClaimRow]) -> tuple[float, float]:
    values = [value for row in rows for value in (row["if_true"], row["if_false"])] or [0, 100]
    low = max(0, math.floor((min(values) - 4) / 10) * 10)
    high = min(100, math.ceil((max(values) + 4) / 10) * 10)
    return (float(low), float(max(high, low + 10)))


def _item(row: ClaimRow, y: float, colour: dict[str, str], locale: str) -> frame.Record:
    rises = row["if_true"] >= row["if_false"]
    return {
        "y": round(y, 1),
        "yes": row["if_true"],
        "no": row["if_false"],
        "low": min(row["if_true"], row["if_false"]),
        "high": max(row["if_true"], row["if_false"]),
        "left": number(row["if_false"] if rises else row["if_true"], locale),
        "right": number(row["if_true"] if rises else row["if_false"], locale),
        "colour": colour["brand"],
    }


def _marks(
    items: list[frame.Record], domain: tuple[float, float], unit: str, colour: dict[str, str]
) -> list[frame.Spec]:
    def layer(mark: frame.Spec, x: str, **more: object) -> frame.Spec:
        place = {"x": frame.on_scale(x, domain, frame.axis(unit)), "y": frame.pixel("y")}
        return {"data": {"values": items}, "mark": mark, "encoding": {**place, **more}}

    text = {"type": "text", "fontSize": frame.SMALL, "baseline": "middle", "color": colour["ink2"]}
    solid = {"type": "circle", "size": 120, "opacity": 1, "color": colour["brand"]}
    hollow = {"type": "point", "size": 90, "opacity": 1, "strokeWidth": 2, "color": colour["brand"]}
    return [
        layer({"type": "rule", "strokeWidth": 3, "color": colour["b3"]}, "low", x2={"field": "high"}),
        layer(solid, "yes"),
        layer({**hollow, "fill": colour["surface"]}, "no"),
        layer({**text, "align": "right", "dx": -11}, "low", text={"field": "left", "type": "nominal"}),
        layer({**text, "align": "left", "dx": 11}, "high", text={"field": "right", "type": "nominal"}),
    ]


def _key(colour: dict[str, str], x: float) -> list[frame.Spec]:
    """The two dots and what they mean, above the plot."""
    true, false = _("if the claim is true"), _("if it is not")
    second = x + 24 + text_width(true, frame.SMALL) + 14
    dot = {"y": -19, "size": 90, "colour": colour["brand"]}
    hollow = frame.dots([{**dot, "x": second + 5}], fill=colour["surface"], strokeWidth=2)
    hollow["mark"] |= {"type": "point"}
    return [
        frame.dots([{**dot, "x": x + 5}]),
        hollow,
        frame.texts(
            [
                frame.letter(x + 16, -19, true, colour["ink2"]),
                frame.letter(second + 16, -19, false, colour["ink2"]),
            ],
            fontSize=frame.SMALL,
        ),
    ]

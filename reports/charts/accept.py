"""How often each alternative takes each rank: rank acceptability as a table of shaded cells."""

from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import frame
from reports.charts.lettering import share_of_draws, text_width, wrap
from reports.palette import Theme, share_token


class AcceptRow(TypedDict):
    """The share of draws (0-1) in which the alternative takes rank 1, 2, 3 and so on."""

    key: str
    label: str
    shares: list[float]


class AcceptData(TypedDict):
    """`rows` in the order to be drawn, best first; `draws` is the number of draws behind the shares."""

    rows: list[AcceptRow]
    draws: int


def accept(data: AcceptData, *, width: float = 640, theme: Theme = "light", locale: str = "en") -> frame.Spec:
    """One row for each ranked alternative, one column for each rank."""
    colour, rows, narrow = frame.colours(theme), data["rows"], width < frame.NARROW
    ranks = max((len(row["shares"]) for row in rows), default=0)
    longest = max((text_width(row["label"], frame.SIZE, bold=True) for row in rows), default=0)
    left = 0.0 if narrow else min(longest + 14, width * 0.36)
    cell, room = (width - left) / max(ranks, 1), width if narrow else left - 14
    labels = [wrap(row["label"], room, frame.SIZE, lines=1 if narrow else 2, bold=True) for row in rows]
    tall = 30.0 if any(len(lines) > 1 for lines in labels) else 25.0
    step = tall + (19 if narrow else 2)
    with override(locale):
        cells, figures, names = [], [], []
        for index, row in enumerate(rows):
            top = index * step + (19 if narrow else 0)
            label_y = top - 9 if narrow else top + tall / 2 - 6.5 * (len(labels[index]) - 1)
            names.append(frame.letter(-left, label_y, labels[index], colour["ink"]))
            for rank, share in enumerate(row["shares"]):
                x = rank * cell
                cells.append(frame.stretch(x, top, x + cell, top + tall, colour[share_token(share)]))
                written = share_of_draws(share, locale) if share else ""
                written = written.rstrip("%").rstrip() if narrow else written
                figures.append(frame.letter(x + cell / 2, top + tall / 2, written, colour["ink"]))
        heads = [frame.letter((r + 0.5) * cell, -10, str(r + 1), colour["ink3"]) for r in range(ranks)]
        title = _("Rank, % of draws") if narrow else _("Rank")
        layers = [
            frame.boxes(cells, stroke=colour["surface"], strokeWidth=2),
            frame.texts(figures, align="center", fontSize=frame.SMALL),
            frame.texts(names[:1], fontWeight=600, lineHeight=13),
            frame.texts(names[1:], lineHeight=13),
            frame.texts(heads, align="center", fontSize=frame.SMALL),
            frame.texts([frame.letter(0, -26, title, colour["ink3"])], fontSize=frame.SMALL),
        ]
        return frame.chart(
            layers,
            description=describe(data, locale=locale),
            width=width,
            height=step * len(rows) + 38,
            theme=theme,
            margin=(36.0, 0.0, 2.0, left),
        )


def describe(data: AcceptData, *, locale: str = "en") -> str:
    """The finding in one full sentence."""
    with override(locale):
        rows = [row for row in data["rows"] if row["shares"]]
        if not rows:
            return _("No alternative is ranked.")
        first = max(rows, key=lambda row: row["shares"][0])
        share = share_of_draws(first["shares"][0], locale)
        if len(rows) == 1:
            return _("%(first)s is the only ranked alternative.") % {"first": first["label"]}
        rest = sorted(rows, key=lambda row: -row["shares"][0])
        values = {
            "first": first["label"],
            "share": share,
            "second": rest[1]["label"],
            "next": share_of_draws(rest[1]["shares"][0], locale),
        }
        return _("%(first)s comes first in %(share)s of draws, %(second)s in %(next)s.") % values

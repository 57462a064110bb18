"""The frame all charts share: size in px, typeface, and layers that are placed in px or on the score axis."""

from typing import Any

from reports.palette import THEMES, Theme

Spec = dict[str, Any]
Record = dict[str, Any]

FONT = "IBM Plex Sans"
NARROW = 420
SIZE = 12
SMALL = 11


def colours(theme: Theme) -> dict[str, str]:
    """The token values of a theme."""
    return THEMES[theme]


def chart(
    layers: list[Spec],
    *,
    description: str,
    width: float,
    height: float,
    theme: Theme,
    margin: tuple[float, float, float, float] = (0, 0, 0, 0),
    **more: Any,
) -> Spec:
    """A Vega-Lite specification that is exactly `width` x `height` px with its margins (top, right, bottom, left).

    Nothing is fitted at run time: the same data take the same place in any renderer.
    """
    top, right, bottom, left = (round(side, 1) for side in margin)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        "width": round(width - left - right, 1),
        "height": round(height - top - bottom, 1),
        "padding": {"top": top, "right": right, "bottom": bottom, "left": left},
        "autosize": {"type": "none"},
        "background": None,
        "config": _config(theme),
        "layer": layers,
        **more,
    }


def _config(theme: Theme) -> Spec:
    colour = colours(theme)
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelColor": colour["ink3"],
            "titleColor": colour["ink3"],
            "labelFontSize": SMALL,
            "titleFontSize": SMALL,
            "titleFontWeight": 400,
            "domain": False,
            "ticks": False,
            "gridColor": colour["grid"],
            "labelFlush": False,
            "labelPadding": 6,
            "titlePadding": 6,
        },
        "text": {"color": colour["ink"], "fontSize": SIZE},
    }


def pixel(field: str) -> Spec:
    """An encoding channel whose value is a place in px."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def literal(field: str) -> Spec:
    """An encoding channel whose value is the colour or text itself."""
    return {"field": field, "type": "nominal", "scale": None}


def on_scale(field: str, domain: tuple[float, float], axis: Spec | None = None) -> Spec:
    """An encoding channel on the chart's score axis."""
    scale = {"domain": list(domain), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def letter(x: float, y: float, text: str | list[str], colour: str) -> Record:
    """A record for `texts`."""
    return {"x": round(x, 1), "y": round(y, 1), "text": text, "colour": colour}


def stretch(x: float, y: float, x2: float, y2: float, colour: str) -> Record:
    """A record for `rules` and `boxes`: from one corner to the other."""
    return {"x": round(x, 1), "y": round(y, 1), "x2": round(x2, 1), "y2": round(y2, 1), "colour": colour}


def texts(items: list[Record], **style: Any) -> Spec:
    """A layer of texts: records with `x`, `y` in px, `text` and `colour`."""
    mark = {"type": "text", "fontSize": SIZE, "align": "left", "baseline": "middle", **style}
    return {
        "data": {"values": items},
        "mark": mark,
        "encoding": {
            "x": pixel("x"),
            "y": pixel("y"),
            "text": {"field": "text", "type": "nominal"},
            "color": literal("colour"),
        },
    }


def halo(items: list[Record], colour: str, **style: Any) -> list[Spec]:
    """Texts on a ground that is not plain: a soft edge in `colour` first, then the letters."""
    edge = {"stroke": colour, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.9}
    return [texts(items, **style, **edge), texts(items, **style)]


def rules(items: list[Record], **style: Any) -> Spec:
    """A layer of straight lines: records with `x`, `y`, `x2`, `y2` in px and `colour`."""
    return {
        "data": {"values": items},
        "mark": {"type": "rule", **style},
        "encoding": {
            "x": pixel("x"),
            "y": pixel("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "color": literal("colour"),
        },
    }


def boxes(items: list[Record], **style: Any) -> Spec:
    """A layer of filled rectangles: records with `x`, `y`, `x2`, `y2` in px and `colour`."""
    layer = rules(items)
    return {**layer, "mark": {"type": "rect", **style}}


def dots(items: list[Record], **style: Any) -> Spec:
    """A layer of filled circles: records with `x`, `y` in px, `size` (area in px²) and `colour`."""
    return {
        "data": {"values": items},
        "mark": {"type": "circle", "opacity": 1, **style},
        "encoding": {
            "x": pixel("x"),
            "y": pixel("y"),
            "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
            "color": literal("colour"),
        },
    }


def axis(title: str, *, count: int = 5) -> Spec:
    """The score axis at the bottom, with hairlines upwards."""
    return {"title": title, "tickCount": count, "grid": True}

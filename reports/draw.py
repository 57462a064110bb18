"""The child that turns chart specifications into SVG. It alone loads the renderer: a fork after that hangs."""

import json
from typing import Any, Literal

import vl_convert

from reports import fonts, svg
from reports.watched import limit_self

VEGA_LITE = "6.4"
_LOCALES: dict[str, Literal["en-US", "fr-FR"]] = {"en": "en-US", "fr": "fr-FR"}


def answer(job: dict[str, Any]) -> tuple[int, bytes]:
    """Exit code and output for a job {"charts": [{"id", "spec", "locale"}]}: the SVGs by id, or the one that failed."""
    limit_self(cpu_seconds=60)
    vl_convert.register_font_directory(fonts.folders()[0])
    pictures = {}
    for chart in job["charts"]:
        try:
            pictures[chart["id"]] = _picture(chart)
        except ValueError as error:
            return 3, json.dumps({"node": chart["id"], "message": _reason(error)}).encode()
    return 0, json.dumps(pictures, ensure_ascii=False).encode()


def _reason(error: ValueError) -> str:
    """The renderer's message without the trace of its script."""
    return str(error).split("\n    at ")[0].replace("\n", " ")[:500]


def _picture(chart: dict[str, Any]) -> str:
    locale = _LOCALES.get(chart["locale"], _LOCALES["en"])
    drawn = vl_convert.vegalite_to_svg(
        chart["spec"],
        vl_version=VEGA_LITE,
        allowed_base_urls=[],
        format_locale=locale,
        time_format_locale=locale,
    )
    return svg.tidy(drawn, figure=chart["id"], description=chart["spec"]["description"])

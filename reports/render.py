"""Charts and briefs from data, each in a short child process: `python -m reports.render charts|brief`.

The child reads one JSON job on its input and writes one answer: exit code 0 with the result, 3 with a JSON object
that says which node failed. Neither the chart renderer nor the typesetter is ever loaded in the parent.
"""

import json
import sys
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from typing import Any

from django.utils.translation import gettext as _

from reports import fonts, svg, watched

WALL_SECONDS = 60.0
CHART_MEMORY = 700 << 20
BRIEF_MEMORY = 1 << 30
_FAILED = 3
_CHILDREN = {"charts": "reports.draw", "brief": "reports.typeset"}


class RenderError(Exception):
    """A chart or a brief could not be made: a sentence for the user, and the node that failed if it is known."""

    def __init__(self, message: str, *, node: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.node = node


class MissingGlyph(RenderError):
    """Characters that no installed typeface can write; without them the brief would not be accessible."""

    def __init__(self, message: str, *, node: str, characters: list[str]) -> None:
        super().__init__(message, node=node)
        self.characters = characters


def render_charts(specs: Mapping[str, Mapping[str, Any]], *, locale: str = "en") -> dict[str, str]:
    """The SVG of each Vega-Lite specification by its id. Same specifications, same bytes. Raises RenderError."""
    charts = [{"id": key, "spec": specs[key], "locale": locale} for key in sorted(specs)]
    out = _ask("charts", {"charts": charts}, memory_bytes=CHART_MEMORY)
    pictures: dict[str, str] = json.loads(out)
    return pictures


def render_brief(
    tree: Mapping[str, Any],
    svgs: Mapping[str, str],
    sources: Mapping[str, Any],
    timestamp: datetime,
    *,
    accessible: bool = True,
) -> bytes:
    """The PDF of a content tree (`reports.content`), tagged as PDF/UA-1 and PDF/A-2a, dated `timestamp`.

    `svgs` by figure id, `sources` as Hayagriva entries by key. Same input, same bytes. Raises MissingGlyph where a
    character cannot be written: with `accessible=False` the brief is then made without the standards and says so
    on each page. Raises RenderError with the node for anything else.
    """
    if timestamp.tzinfo is None:
        raise ValueError("The time of a brief needs a time zone.")
    if accessible:
        _check_glyphs(tree, svgs, sources)
    job = {
        "tree": tree,
        "svgs": svgs,
        "sources": sources,
        "timestamp": timestamp.isoformat(),
        "accessible": accessible,
    }
    return _ask("brief", job, memory_bytes=BRIEF_MEMORY)


def _ask(child: str, job: Mapping[str, Any], *, memory_bytes: int) -> bytes:
    payload = json.dumps(job, ensure_ascii=False, sort_keys=True, allow_nan=False).encode()
    command = [sys.executable, "-m", "reports.render", child]
    try:
        done = watched.run(command, payload, wall_seconds=WALL_SECONDS, memory_bytes=memory_bytes)
    except watched.OverLimit as error:
        raise RenderError(_limit_sentence(child, error.limit)) from error
    if done.code == 0:
        return done.out
    if done.code == _FAILED:
        failure = json.loads(done.out)
        raise RenderError(_failure_sentence(child, failure), node=failure["node"])
    raise RenderError(_end_sentence(child, done))


def _limit_sentence(child: str, limit: str) -> str:
    sentences = {
        ("charts", "time"): _("The charts could not be made: they took too long."),
        ("charts", "memory"): _("The charts could not be made: they needed too much memory."),
        ("brief", "time"): _("The brief could not be made: it took too long."),
        ("brief", "memory"): _("The brief could not be made: it needed too much memory."),
    }
    return sentences[child, limit]


def _failure_sentence(child: str, failure: dict[str, Any]) -> str:
    if child == "charts":
        return _("The chart “%(node)s” could not be drawn: %(message)s") % failure
    if failure["node"]:
        return _("The brief could not be made; %(node)s failed: %(message)s") % failure
    return _("The brief could not be made: %(message)s") % failure


def _end_sentence(child: str, done: watched.Answer) -> str:
    last = (done.err.strip().splitlines() or [""])[-1][:300]
    values = {"code": done.code, "message": last}
    if child == "charts":
        return _("The charts could not be made: the renderer ended with code %(code)s. %(message)s") % values
    return _("The brief could not be made: the typesetter ended with code %(code)s. %(message)s") % values


def _check_glyphs(tree: Mapping[str, Any], svgs: Mapping[str, str], sources: Mapping[str, Any]) -> None:
    named = [(f"body[{index}]", json.dumps(node, ensure_ascii=False)) for index, node in enumerate(tree["body"])]
    frame = {key: value for key, value in tree.items() if key != "body"}
    named += [("frame", json.dumps(frame, ensure_ascii=False)), ("sources", json.dumps(sources, ensure_ascii=False))]
    named += [(f"figure {key}", svg.texts(picture)) for key, picture in sorted(svgs.items())]
    for node, text in named:
        characters = fonts.missing(text)
        if characters:
            raise MissingGlyph(_glyph_sentence(node, characters), node=node, characters=characters)


def _glyph_sentence(node: str, characters: list[str]) -> str:
    names = ", ".join(f"U+{ord(char):04X}" for char in characters[:8])
    return _("No typeface can write these characters in %(node)s: %(names)s.") % {"node": node, "names": names}


def main() -> int:
    """Do one job of the kind named on the command line."""
    child = import_module(_CHILDREN[sys.argv[1]])
    code, out = child.answer(json.load(sys.stdin.buffer))
    sys.stdout.buffer.write(out)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())

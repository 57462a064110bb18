"""The content tree of a brief: typed nodes that validate themselves, and the tree's JSON form.

An editor stores these nodes, `reports.document` composes them, the Typst template walks them. A text is always a
plain string value: never markup, never a template. Three forms are kept apart:

* `BriefContext` (`reports.context`): what was found. Frozen when a brief is requested; results of the runs with their
  labels, the map, the sources, the dates. Filled from run results by `reports.brief`.
* the content tree (this module): what is said. `{"schema", "language", "meta", "words", "cover", "glance", "body",
  "closing"}`; `body` is a list of nodes, each `{"kind": ..., ...}`.
* the figures: Vega-Lite specifications by figure id (`reports.charts`).

`reports.document.compose(context)` makes the second and the third from the first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from core.text import clean

_OUTER = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_MARKS = {"text": str, "strong": str, "emphasis": str, "code": str, "note": str, "cite": list}


class ContentError(ValueError):
    """A node that cannot be printed: a sentence and the path of the node."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


Inline = dict[str, Any]
Inlines = list[Inline]


def plain(text: str) -> Inline:
    return {"text": text}


def strong(text: str) -> Inline:
    return {"strong": text}


def code(text: str) -> Inline:
    return {"code": text}


def cite(*keys: str) -> Inline:
    return {"cite": list(keys)}


@dataclass(frozen=True)
class Node:
    """A block of a brief. `to_json` is its only form outside Python."""

    kind: ClassVar[str]

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True)
class Heading(Node):
    """A numbered heading of level 1 (a chapter, new thought) or 2."""

    kind = "heading"
    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2):
            raise ContentError("a heading has level 1 or 2", "heading.level")


@dataclass(frozen=True)
class Paragraph(Node):
    """Running text: inline nodes {"text"}, {"strong"}, {"emphasis"}, {"code"}, {"note"} (footnote), {"cite": [keys]}."""

    kind = "paragraph"
    text: Inlines


@dataclass(frozen=True)
class Key(Node):
    """The key judgement of a chapter, one or two sentences."""

    kind = "key"
    text: str


@dataclass(frozen=True)
class Side(Node):
    """A note in the margin, beside the next paragraph."""

    kind = "side"
    title: str
    text: str


@dataclass(frozen=True)
class Bullets(Node):
    """A list of short points."""

    kind = "bullets"
    items: list[Inlines]


@dataclass(frozen=True)
class Figure(Node):
    """A chart by its id. `title` is the finding, `subtitle` the units, `alt` what a reader who cannot see needs."""

    kind = "figure"
    id: str
    title: str
    subtitle: str
    alt: str
    source: str
    legend: bool = False
    wide: bool = False

    def __post_init__(self) -> None:
        for name in ("id", "title", "alt"):
            if not getattr(self, name).strip():
                raise ContentError(f"a figure needs its {name}", f"figure {self.id}")


@dataclass(frozen=True)
class Column:
    """A table's column: `share` is its part of the width, `align` is left or right."""

    title: str
    share: float = 1.0
    align: str = "left"


@dataclass(frozen=True)
class Table(Node):
    """Rows of texts or inline nodes, a cell for each column; a `breakable` table may run over pages."""

    kind = "table"
    title: str
    columns: list[Column]
    rows: list[list[str | Inlines]]
    note: str = ""
    breakable: bool = False

    def __post_init__(self) -> None:
        for index, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ContentError("a row has as many cells as the table has columns", f"table row {index}")


@dataclass(frozen=True)
class Panel(Node):
    """A box for what must not be overlooked: a contested claim, a failed veto, an alternative set aside."""

    kind = "panel"
    tone: str
    title: str
    text: Inlines
    items: list[Inlines] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.tone not in ("claim", "veto", "aside", "note"):
            raise ContentError("a panel is about a claim, a veto, something set aside, or a note", "panel.tone")


@dataclass(frozen=True)
class Summary(Node):
    """A summary in another language, set with that language's rules."""

    kind = "summary"
    language: str
    title: str
    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z]{2,3}", self.language):
            raise ContentError("a language is named by two or three letters", "summary.language")


@dataclass(frozen=True)
class References(Node):
    """The place where the cited sources are listed."""

    kind = "references"


@dataclass(frozen=True)
class PageBreak(Node):
    """The next node starts a page."""

    kind = "page_break"


KINDS: dict[str, type[Node]] = {
    node.kind: node
    for node in (
        Heading,
        Paragraph,
        Key,
        Side,
        Bullets,
        Figure,
        Table,
        Panel,
        Summary,
        References,
        PageBreak,
    )
}


def parse(data: Mapping[str, Any], path: str = "body") -> Node:
    """The node of its JSON form, cleaned. Raises ContentError for an unknown kind, field or inline node."""
    kind = data.get("kind")
    if kind not in KINDS:
        raise ContentError(f"there is no node of kind {kind!r}", path)
    values = {name: cleaned(value) for name, value in data.items() if name != "kind"}
    for name in ("text", "items"):
        if name in values and not isinstance(values[name], str):
            _check_inlines(values[name], f"{path}.{name}")
    if "columns" in values:
        values["columns"] = [Column(**column) for column in values["columns"]]
    try:
        return KINDS[kind](**values)
    except TypeError as error:
        raise ContentError(str(error), path) from error


def _check_inlines(value: Any, path: str) -> None:
    if isinstance(value, list):
        for index, item in enumerate(value):
            _check_inlines(item, f"{path}[{index}]")
        return
    if not isinstance(value, dict) or len(value) != 1:
        raise ContentError("an inline node has exactly one mark", path)
    ((mark, content),) = value.items()
    if mark not in _MARKS or not isinstance(content, _MARKS[mark]):
        raise ContentError(f"there is no inline node {mark!r} with such a content", path)


def cleaned(value: Any) -> Any:
    """`value` with every text in NFC, without control characters and bidi overrides; spaces at its ends are kept."""
    if isinstance(value, str):
        match = _OUTER.match(value)
        return match[1] + clean(match[2]) + match[3] if match else value
    if isinstance(value, Mapping):
        return {key: cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    return value


def cited(value: Any) -> Iterator[str]:
    """The keys of all citations in a tree, in order, with repeats."""
    if isinstance(value, Mapping):
        yield from value.get("cite", []) if set(value) == {"cite"} else ()
        for item in value.values():
            yield from cited(item)
    elif isinstance(value, list):
        for item in value:
            yield from cited(item)


def figures(body: list[dict[str, Any]]) -> list[str]:
    """The ids of all figures of a body."""
    return [node["id"] for node in body if node["kind"] == "figure"]

"""What a brief says, as a page shows it: the very document that the typesetter gets, with numbers and anchors."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import mark_safe

from reports import pictures
from reports.document import Document, compose

Json = dict[str, Any]
TONES = {"note": "", "claim": "warn", "veto": "bad", "aside": "warn"}


@dataclass
class Paper:
    """Blocks in order, the headings among them, and whether all pictures are there."""

    context: Json
    glance: Json
    lines: list[str]
    blocks: list[Json] = field(default_factory=list)
    complete: bool = True

    @property
    def outline(self) -> list[Json]:
        return [block for block in self.blocks if block["kind"] == "heading"]

    @property
    def figures(self) -> int:
        return sum(block["kind"] == "figure" for block in self.blocks)

    @property
    def tables(self) -> int:
        return sum(block["kind"] == "table" for block in self.blocks)


def document_of(context: Any) -> tuple[Document, Json]:
    """The composed document, and the specifications of the figures inside the text (the cover's is not shown)."""
    document = compose(context)
    return document, {name: spec for name, spec in document.figures.items() if name != "cover"}


def paper_of(context: Any, *, draw: bool = False) -> Paper:
    """The paper of a frozen context; with `draw`, missing pictures are made first. Raises RenderError only then."""
    document, specs = document_of(context)
    look = pictures.drawn if draw else pictures.found
    found = look(specs, locale=context["locale"])
    paper = Paper(context, document.tree["glance"], document.tree["cover"]["lines"], complete=len(found) == len(specs))
    counts = {"figure": 0, "table": 0}
    for number, node in enumerate(document.tree["body"], start=1):
        if node["kind"] != "page_break":
            paper.blocks.append(_block(node, f"b{number}", counts, found))
    return paper


def _block(node: Json, anchor: str, counts: dict[str, int], found: dict[str, str]) -> Json:
    kind = node["kind"]
    block = {**node, "anchor": anchor}
    if kind in counts:
        counts[kind] += 1
        block["number"] = counts[kind]
    if kind == "figure":
        # Our own renderer wrote it from our own specification, every text as text.
        block["svg"] = mark_safe(found[node["id"]]) if node["id"] in found else ""  # noqa: S308
    if kind == "table":
        block["rows"] = [
            [{"inlines": _inlines(cell), "column": column} for cell, column in zip(row, node["columns"], strict=True)]
            for row in node["rows"]
        ]
    if kind == "panel":
        block["tone"] = TONES[node["tone"]]
    return block


def _inlines(cell: Any) -> list[Json]:
    return [{"text": cell}] if isinstance(cell, str) else cell

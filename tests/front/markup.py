"""Reads a template as a browser would and says what breaks the strict page policy or escapes translation."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"

SPOKEN_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "label"}
SPOKEN_DATA = {"data-label", "data-copied", "data-announce", "data-same", "data-changed", "hx-confirm", "hx-prompt"}
SPOKEN_ARGUMENTS = {"title", "subtitle", "label", "text", "heading", "help", "action", "action2", "submit", "unit"}
SPOKEN_ARGUMENTS |= {"note", "placeholder", "count", "badge", "source", "stage", "words", "series_label", "lede"}
SPEAKING_TAGS = {"badge", "missing", "firstof"}
VERBATIM = {"code", "kbd", "samp", "script", "style"}
# A name is the same in every language.
PRODUCT = "Scenario Workbench"
LETTER = re.compile(r"[^\W\d_]")


def templates() -> list[str]:
    """The names of all our templates."""
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())


def faults(source: str) -> list[str]:
    """What is wrong with a template, in words with the line; empty when all is well."""
    reader = _Reader()
    found = []
    for line, kind, content in _visible(source):
        if kind is TokenType.TEXT:
            reader.line = line
            reader.feed(content)
        elif kind is TokenType.BLOCK:
            # A tag may stand inside an attribute, where it must leave something behind to be quoted.
            found += [f"line {line}: {fault}" for fault in _argument_faults(content)]
    reader.close()
    return found + reader.faults


def _visible(source: str) -> Iterator[tuple[int, TokenType, str]]:
    closing = ""
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.token_type is TokenType.BLOCK and token.contents else ""
        if closing:
            closing = "" if name == closing else closing
        elif name in ("comment", "blocktranslate", "blocktrans", "verbatim"):
            closing = f"end{name}"
        else:
            yield token.lineno, token.token_type, token.contents


def _argument_faults(content: str) -> Iterator[str]:
    name, _space, rest = content.partition(" ")
    for argument, text in re.findall(r"""(\w+)=["']([^"']*)["']""", rest):
        if argument in SPOKEN_ARGUMENTS and LETTER.search(text):
            yield f"bare words in {argument}= of {name}: {text!r}"
    if name in SPEAKING_TAGS:
        for text in re.findall(r"""(?:^|\s)["']([^"']*)["']""", rest):
            if LETTER.search(text) and text not in ("good", "warn", "bad", "brand", "what-if-data"):
                yield f"bare words in {name}: {text!r}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.line = 1
        self.faults: list[str] = []
        self._open: list[str] = []

    def say(self, text: str) -> None:
        self.faults.append(f"line {self.line}: {text}")

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in VERBATIM:
            self._open.append(tag)
        given = {name: value or "" for name, value in attributes}
        if tag == "style":
            self.say("a style block")
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.say("an inline script")
        for name, value in given.items():
            self._attribute(tag, name, value, given)

    def _attribute(self, tag: str, name: str, value: str, given: dict[str, str]) -> None:
        if name == "style":
            self.say("a style attribute")
        if name.startswith(("on", "hx-on", "data-hx-on")):
            self.say(f"a handler: {name}")
        if value.strip().lower().startswith(("javascript:", "js:")):
            self.say(f"a script in {name}")
        if name in ("hx-trigger", "data-hx-trigger") and "[" in value:
            self.say("a trigger filter, which htmx evaluates as script")
        foreign = re.match(r"\s*(https?:)?//", value)
        if foreign and (
            name in ("src", "srcset", "data", "poster") or (name == "href" and tag in ("link", "use", "image"))
        ):
            self.say(f"an asset of another host: {value}")
        spoken = (
            name in SPOKEN_ATTRIBUTES
            or name in SPOKEN_DATA
            or (tag == "input" and name == "value" and given.get("type") in ("submit", "button"))
        )
        if spoken and LETTER.search(value):
            self.say(f"bare words in {name}: {value!r}")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open and LETTER.search(data.replace(PRODUCT, "")):
            self.say(f"bare words: {' '.join(data.split())!r}")

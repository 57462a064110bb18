"""A brief's content tree, figures and references, composed from its frozen context."""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from reports import content
from reports.content import ContentError, Heading, Node, PageBreak, cleaned, parse
from reports.context import BriefContext, ScenarioResult, check
from reports.document import annex
from reports.document.figures import Drawn, cover
from reports.document.glance import glance
from reports.document.section import section
from reports.document.words import statuses, words, written_date, written_month

SCHEMA = "scenario-workbench/brief-tree/1"
_DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


@dataclass(frozen=True)
class Document:
    """What the typesetter needs: the tree, Vega-Lite specifications by figure id, Hayagriva sources by key."""

    tree: dict[str, Any]
    figures: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]


def compose(context: BriefContext) -> Document:
    """The document of a context. The same context gives the same document. Raises ShapeError or ContentError."""
    check(context)
    context = cleaned(context)
    with override(context["locale"]):
        blocks = list(_blocks(context))
        figures = {block.node.id: block.spec for block in blocks if isinstance(block, Drawn)}
        if context["map"] is not None:
            figures["cover"] = cover(context["map"], context["locale"])
        body = [(block.node if isinstance(block, Drawn) else block).to_json() for block in blocks]
        tree = {
            "schema": SCHEMA,
            "language": context["locale"].split("-")[0],
            "meta": _meta(context),
            "words": words(),
            "cover": _cover(context),
            "glance": glance(context),
            "body": body,
        }
    _check_sources(context, body)
    return Document(tree, figures, {item["key"]: _reference(item) for item in context["sources"]})


def _blocks(context: BriefContext) -> "list[Node | Drawn]":
    blocks: list[Node | Drawn] = []
    if context["introduction"]:
        blocks.append(Heading(_("The situation")))
        blocks += [parse(node, f"introduction[{index}]") for index, node in enumerate(context["introduction"])]
    for index, scenario in enumerate(context["scenarios"]):
        if index:
            blocks.append(PageBreak())
        geography = context["map"] if scenario["key"] == context["map_scenario"] else None
        source = _source_line(context, scenario)
        blocks += section(scenario, source, context["locale"], geography, context["map_note"])
    for part in (annex.missing, annex.method, annex.sources, annex.runs):
        blocks += part(context)
    return blocks


def _source_line(context: BriefContext, scenario: ScenarioResult) -> str:
    values = {
        "team": context["meta"]["team"],
        "version": scenario["run"]["version"],
        "inputs": scenario["run"]["inputs_sha256"][: annex.HASH_DIGITS],
        "data": written_month(context["time"]["data_to"], context["locale"]),
    }
    return _("Source: %(team)s, version %(version)s, inputs %(inputs)s, data to %(data)s.") % values


def _meta(context: BriefContext) -> dict[str, Any]:
    meta = context["meta"]
    return {
        "title": meta["title"],
        "subtitle": meta["subtitle"],
        "number": meta["number"],
        "date": meta["date"],
        "authors": meta["authors"],
        "marking": meta["marking"],
        "keywords": [scenario["name"] for scenario in context["scenarios"]],
    }


def _cover(context: BriefContext) -> dict[str, Any]:
    meta, time, locale = context["meta"], context["time"], context["locale"]
    values = {"at": written_date(time["at"], locale), "cutoff": written_date(time["cutoff"], locale)}
    lines = [statuses()[meta["status"]]]
    if meta["reviewers"]:
        lines.append(_("Reviewed by %(names)s") % {"names": ", ".join(meta["reviewers"])})
    lines.append(_("Scores at %(at)s, information cut-off %(cutoff)s") % values)
    notes = {"reconstructed": _("Reconstructed replay"), "hindsight": _("Made with hindsight")}
    if note := notes.get(time["replay"]):
        lines.append(note)
    return {"figure": "cover" if context["map"] is not None else None, "team": meta["team"], "lines": lines}


def _reference(source: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": source["kind"], "title": source["title"], "date": source["date"]}
    if source["author"]:
        entry["author"] = {"name": source["author"]}
    if source.get("url"):
        entry["url"] = source["url"]
    return {name: value for name, value in entry.items() if value}


def _check_sources(context: BriefContext, body: list[dict[str, Any]]) -> None:
    """What the bibliography would refuse is refused here, with the source's key."""
    for item in context["sources"]:
        if not item["key"] or not _DATE.fullmatch(item["date"]):
            raise ContentError("a source needs a key and a date such as 2024, 2024-01 or 2024-01-31", item["key"])
        if item.get("url") and not item["url"].startswith(("https://", "http://")):
            raise ContentError("an address of a source starts with https:// or http://", item["key"])
    known = {item["key"] for item in context["sources"]}
    for index, node in enumerate(body):
        for key in content.cited(node):
            if key not in known:
                raise ContentError(f"the source {key!r} is not in the list of sources", f"body[{index}]")

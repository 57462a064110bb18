"""The results of a run as a page shows them: everything is read from what was frozen and what the engine returned."""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from scenarios.models import Run
from scenarios.selectors import names_of
from scenarios.texts import localised
from scenarios.views.inputs import data_to
from scenarios.views.origins import Origins
from scenarios.views.pictures import Axis
from scenarios.views.what_if import what_if_of
from scenarios.views.words import unit_words, verdict_words, veto_words, warning_words

Json = dict[str, Any]


class Results:
    """One finished run. `asked` is the alternative that is opened, else the leader."""

    def __init__(self, run: Run, *, viewer: User, asked: str = ""):
        self.run, self.result, self.inputs = run, run.result.result, run.inputs
        self.names = names_of(run.version)
        self.leaves = {row.key: row for row in run.version.indicators.all()}
        self.leaf_names = {key: localised(row.name) for key, row in self.leaves.items()}
        self.nodes = {row.pk: row for row in run.version.nodes.order_by("order", "pk")}
        self.node_names = {row.key: localised(row.name) for row in self.nodes.values()}
        rows = sorted(self.result["alternatives"], key=lambda row: (row["rank"] or 0, row["key"].encode()))
        self.ranked = [self._named(row) for row in rows if row["ranked"]]
        self.references = [self._named(row) for row in rows if row["reference"]]
        self.failing = [self._failing(row) for row in rows if row["fails"] and not row["reference"]]
        self.aside = [self._named(row) for row in rows if row["set_aside"]]
        self.origins = Origins(run, viewer)
        self.asked = asked
        self._draw()

    def _named(self, row: Json) -> Json:
        return {**row, "name": self.names.get(row["key"], row["key"])}

    def _failing(self, row: Json) -> Json:
        vetoes = [veto for veto in self.inputs["vetoes"] if veto["indicator"] in row["fails"]]
        return {**self._named(row), "why": [veto_words(veto, self.leaf_names) for veto in vetoes]}

    def _draw(self) -> None:
        scored = [row for row in (*self.ranked, *self.references) if row["score"] is not None]
        values = [row["score"] for row in scored]
        values += [row["interval"][name] for row in scored if row["interval"] for name in ("q05", "q95")]
        self.axis = Axis.over(values)
        for row in scored:
            row["marks"] = self.axis.marks(row["score"], row["interval"])

    @property
    def lines(self) -> list[Json]:
        """The reference rows that have a score: a dashed line through the chart."""
        return [row for row in self.references if row.get("marks")]

    @property
    def verdict(self) -> str:
        return verdict_words(self.run.result.verdict, self.names)

    @property
    def leader(self) -> Json | None:
        return self.ranked[0] if self.ranked else None

    @property
    def leader_changes(self) -> float | None:
        share = self.leader["first_share"] if self.leader else None
        return None if share is None else 1 - share

    @property
    def data_to(self) -> str:
        return data_to(self.run)

    @property
    def worse(self) -> bool:
        return bool(self.inputs["higher_is"] == "worse")

    @property
    def warnings(self) -> list[str]:
        return [warning_words(row, self.names, self.leaf_names) for row in self.result["warnings"]]

    @property
    def left_out(self) -> list[Json]:
        rows = []
        for row in self.result["left_out"]:
            why = [{**item, "name": self.names.get(item["alternative"], item["alternative"])} for item in row["why"]]
            rows.append({**row, "name": self.leaf_names.get(row["indicator"], ""), "why": why})
        return rows

    @property
    def common(self) -> list[Json]:
        return [{"key": key, "name": self.leaf_names.get(key, key)} for key in self.result["common_set"]]

    @property
    def claims(self) -> list[Json]:
        """Claims on which scores rest, each as two numbers per alternative that they move."""
        grades = {row["key"]: row for row in self.run.provenance.get("claims", [])}
        return [self._claim(row, grades.get(row["key"], {})) for row in self.result["claims"]]

    def _claim(self, row: Json, graded: Json) -> Json:
        true, false = row["if_true"] or {}, row["if_false"] or {}
        touched = {cell["alternative"] for cell in row["cells"]}
        rows = [
            {"name": self.names.get(key, key), "true": true[key], "false": false.get(key)}
            for key in true
            if key in touched
        ]
        mark = graded.get("grade", "")
        return {**row, "graded": graded, "reliability": mark[:1], "credibility": mark[1:], "rows": rows}

    @property
    def dimensions(self) -> list[Json]:
        """The children of the headline, in their order, with the weight that was scored."""
        rows = [row for row in self.result["weights"] if row["node"] == self.result["headline"]]
        names = self.node_names | self.leaf_names
        return [{**row, "key": row["child"], "name": names.get(row["child"], row["child"])} for row in rows]

    @property
    def by_dimension(self) -> list[Json]:
        """Each scored alternative with the points that each dimension gives it."""
        top = self._top()
        rows = []
        for row in [*self.ranked, *self.lines, *self.failing]:
            points: dict[str, float] = {}
            for part in row["contributions"]:
                place = top.get(part["node"], part["indicator"])
                points[place] = points.get(place, 0.0) + part["points"]
            rows.append({**row, "points": [points.get(child["key"]) for child in self.dimensions]})
        most = max((value or 0 for row in rows for value in row["points"]), default=0) or 1
        return [{**row, "most": most} for row in rows]

    def _top(self) -> dict[str, str]:
        """For each dimension below the headline, the headline's child that it lies in."""
        found = {}
        for node in self.nodes.values():
            place = node
            while place.parent_id is not None and self.nodes[place.parent_id].key != self.result["headline"]:
                place = self.nodes[place.parent_id]
            if place.parent_id is not None:
                found[node.key] = place.key
        return found

    @property
    def opened(self) -> Json | None:
        """The alternative whose score is taken apart down to its leaves."""
        rows = [*self.ranked, *self.references, *self.failing, *self.aside]
        return next((row for row in rows if row["key"] == self.asked), rows[0] if rows else None)

    @property
    def leaf_rows(self) -> list[Json]:
        """The leaves of the opened alternative: raw value, value from 0 to 100, weight, points, and their origin."""
        if self.opened is None:
            return []
        return [self._leaf(part) for part in self.opened["contributions"]]

    def _leaf(self, part: Json) -> Json:
        leaf = self.leaves.get(part["indicator"])
        return {
            **part,
            "name": self.leaf_names.get(part["indicator"], part["indicator"]),
            "dimension": self.node_names.get(part["node"], part["node"]),
            "unit": unit_words(leaf.unit) if leaf else "",
            "origin": self.origins.of(self.opened["key"], part["indicator"]) if self.opened else None,
        }

    @property
    def unscored(self) -> list[Json]:
        """The cells of the opened alternative that carry no points, with their reason or because others lack them."""
        if self.opened is None:
            return []
        used = {part["indicator"] for part in self.opened["contributions"]}
        common = set(self.result["common_set"]) if used else set()
        return [
            {
                "key": cell["indicator"],
                "name": self.leaf_names.get(cell["indicator"], ""),
                "beside": cell["indicator"] in common,
                **cell,
            }
            for cell in self.inputs["cells"]
            if cell["alternative"] == self.opened["key"] and cell["indicator"] not in used
        ]

    @property
    def beside(self) -> list[str]:
        """The nodes shown beside the headline: the root above it, and its siblings."""
        nodes = list(self.nodes.values())
        root = next(node for node in nodes if node.parent_id is None)
        if root.key == self.result["headline"]:
            return []
        return [*(node.key for node in nodes if node.parent_id == root.pk), root.key]

    @property
    def node_columns(self) -> list[Json]:
        aggregation = self.result["method"]["aggregation"]
        return [
            {"key": key, "name": self.node_names.get(key, key), "mean": aggregation.get(key)}
            for key in self.beside
            if key != self.result["headline"]
        ]

    @property
    def node_rows(self) -> list[Json]:
        """Each scored alternative with the headline by both means and the other nodes with their intervals."""
        empty: Mapping[str, Any] = {}
        return [
            {**row, "cells": [row["nodes"].get(column["key"], empty) for column in self.node_columns]}
            for row in [*self.ranked, *self.lines]
        ]

    @property
    def geometric(self) -> bool:
        """Is the headline a geometric mean?"""
        return bool(self.result["method"]["aggregation"].get(self.result["headline"]) == "geometric")

    @property
    def headline_name(self) -> str:
        return self.node_names.get(self.result["headline"], self.result["headline"])

    @property
    def what_if(self) -> Json | None:
        return what_if_of(self)


def results_of(run: Run, *, viewer: User, asked: str) -> Results:
    """The results tab."""
    return Results(run, viewer=viewer, asked=asked)

"""What a run is given: the facts and judgements known by the cut-off, as the engine's input with natural keys only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import engine
from accounts.models import User
from core.errors import DomainError
from engine.parsing import parse
from scenarios.indicators.cells import Found, Json
from scenarios.indicators.facts import Facts
from scenarios.indicators.grading import beta_of
from scenarios.indicators.measures import Measures
from scenarios.models import Alternative, Indicator, Node, Version
from scenarios.selectors import weights_by_key

SCHEMA = "scenario-workbench/score-input/1"


@dataclass(frozen=True)
class Frozen:
    """An input ready to be stored: `inputs` (hashed), `provenance` beside it, and what the run inherits from it."""

    inputs: Json
    sha256: str
    provenance: Json
    hindsight_used: bool
    reconstructed: bool
    handling: str
    contains_personal_data: bool
    named: set[Any] | None


def freeze(*, version: Version, at: date, cutoff: date, viewer: User, allow_hindsight: bool = False) -> Frozen:
    """Everything that a run of this version about `at` may use, as it was known on `cutoff` to this person.

    The same facts give the same bytes, whatever the order in which they were written: natural keys only, lists sorted
    by key as bytes. Raises DomainError where the version cannot be scored as it stands.
    """
    facts = Facts(version=version, at=at, cutoff=cutoff, viewer=viewer, allow_hindsight=allow_hindsight)
    indicators = sorted(version.indicators.filter(active=True), key=lambda row: row.key.encode())
    alternatives = sorted(
        version.alternatives.filter(active=True).prefetch_related("members"), key=lambda row: row.key.encode()
    )
    cells = _cells(facts, alternatives, indicators)
    inputs = {
        "schema": SCHEMA,
        "template": version.scenario.template,
        "at": at.isoformat(),
        "cutoff": cutoff.isoformat(),
        "higher_is": version.scenario.higher_is,
        "headline": version.setting("headline"),
        "alternatives": [{"key": row.key, "reference": row.reference} for row in alternatives],
        "tree": _tree(version, indicators),
        "indicators": [_indicator(row) for row in indicators],
        "cells": [found.as_json(*names) for names, found in sorted(cells.items(), key=_cell_order)],
        "claims": _claims(facts, cells),
        "uncertainty": version.setting("uncertainty"),
        "vetoes": _vetoes(version, alternatives, indicators),
        "min_weight": version.setting("min_weight"),
        "geometric_floor": version.setting("geometric_floor"),
    }
    _check(inputs)
    return Frozen(
        inputs=inputs,
        sha256=engine.freeze_hash(inputs),
        provenance=_provenance(facts, cells),
        hindsight_used=any(found.origin.get("hindsight") for found in cells.values()),
        reconstructed=any(facts.datasets[code].reconstructed for code in facts.used_datasets),
        handling=facts.handling.level,
        contains_personal_data=facts.handling.personal,
        named=facts.handling.named,
    )


def _check(inputs: Json) -> None:
    try:
        parse(inputs)
    except engine.ModelError as error:
        raise DomainError(f"This version cannot be scored as it stands: {error}", code="input_refused") from error


def _cells(facts: Facts, alternatives: list[Alternative], indicators: list[Indicator]) -> dict[tuple[str, str], Found]:
    measures = Measures(facts)
    return {
        (alternative.key, indicator.key): measures.cell(alternative, indicator)
        for alternative in alternatives
        for indicator in indicators
    }


def _cell_order(item: tuple[tuple[str, str], Found]) -> tuple[bytes, bytes]:
    return item[0][0].encode(), item[0][1].encode()


def _tree(version: Version, indicators: list[Indicator]) -> Json:
    """The tree in its declared order, without inactive leaves and without dimensions that have none left."""
    weights = {key: row.value for key, row in weights_by_key(version).items()}
    nodes: dict[int | None, list[Node]] = {}
    for node in version.nodes.order_by("order", "key"):
        nodes.setdefault(node.parent_id, []).append(node)
    leaves: dict[int, list[Indicator]] = {}
    for indicator in sorted(indicators, key=lambda row: (row.order, row.key)):
        leaves.setdefault(indicator.node_id, []).append(indicator)

    def build(node: Node) -> Json | None:
        children = [built for child in nodes.get(node.pk, []) if (built := build(child))]
        children += [{"indicator": leaf.key, "weight": weights[leaf.key]} for leaf in leaves.get(node.pk, [])]
        if not children:
            return None
        weight = weights.get(node.key, 100.0)
        return {"key": node.key, "aggregation": node.aggregation, "weight": weight, "children": children}

    root = build(nodes[None][0])
    if root is None:
        raise DomainError("This version has no active indicator.", code="nothing_active")
    return root


def _indicator(row: Indicator) -> Json:
    return {"key": row.key, "unit": row.unit, "direction": row.direction, "value_function": row.value_function}


def _claims(facts: Facts, cells: dict[tuple[str, str], Found]) -> list[Json]:
    rows = []
    for key in sorted({found.claim[0] for found in cells.values() if found.claim}, key=str.encode):
        claim = facts.claims[key]
        facts.use_claim(key)
        alpha, beta = beta_of(claim.reliability, claim.credibility)
        rows.append({"key": key, "alpha": alpha, "beta": beta})
    return rows


def _vetoes(version: Version, alternatives: list[Alternative], indicators: list[Indicator]) -> list[Json]:
    """The version's vetoes on indicators that are scored, by the engine's form."""
    scored, compared = {row.key for row in indicators}, {row.key for row in alternatives}
    rows = []
    for veto in version.setting("vetoes", []):
        if veto["indicator"] in scored:
            row = {name: veto[name] for name in ("indicator", "at_most", "at_least") if veto.get(name) is not None}
            rows.append(row | {"except": sorted(compared & set(veto.get("except", [])), key=str.encode)})
    return sorted(rows, key=lambda row: str(row["indicator"]).encode())


def _provenance(facts: Facts, cells: dict[tuple[str, str], Found]) -> Json:
    """Where each cell came from, for links; the terms of each dataset; the grade of each claim. Not hashed."""
    return {
        "version": {"number": facts.version.number, "state": facts.version.state},
        "cells": [
            {"alternative": names[0], "indicator": names[1], **found.origin}
            for names, found in sorted(cells.items(), key=_cell_order)
            if found.origin
        ],
        "datasets": [_terms(facts, code) for code in sorted(facts.used_datasets)],
        "claims": [_grade(facts, key) for key in sorted(facts.used_claims)],
    }


def _terms(facts: Facts, code: str) -> Json:
    row = facts.datasets[code]
    names = ("code", "name", "licence", "attribution", "knowledge_rule", "reconstructed")
    return {name: getattr(row, name) for name in names}


def _grade(facts: Facts, key: str) -> Json:
    row = facts.claims[key]
    return {"key": key, "id": str(row.pk), "grade": row.grade, "statement": row.statement, "contrary": row.contrary}

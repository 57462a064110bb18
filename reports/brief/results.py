"""One run in the words and numbers of a brief."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios.models import AlternativeMember, Node, Run, Version
from scenarios.texts import localised
from scenarios.verdict import sentence
from world.models import Claim

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Json = dict[str, Any]

QUARTILES = ("q05", "q25", "median", "q75", "q95")
UNITS = {
    "area": gettext_lazy("Index, 0–100"),
    "coalition": gettext_lazy("Strength, 0–100"),
    "option": gettext_lazy("Weighted score, 0–100"),
}


def scenario_result(run: Run, sources_by_claim: Mapping[str, str]) -> Json:
    """What one run found, by the keys of `reports.context.ScenarioResult`."""
    version, result = run.version, run.result.result
    scenario = version.scenario
    nodes = {node.key: node for node in version.nodes.select_related("parent").order_by("order", "pk")}
    names = {row.key: localised(row.name) for row in version.alternatives.order_by("order", "pk")}
    headline = result["headline"]
    verdict = run.result.verdict
    return {
        "key": scenario.slug,
        "name": localised(scenario.name),
        "question": localised(scenario.question),
        "kind": scenario.alternatives_kind,
        "higher_is": scenario.higher_is,
        "unit": str(UNITS[scenario.alternatives_kind]),
        "verdict": sentence(verdict, names),
        "contested": verdict.get("code") in ("contested", "tied"),
        "dimensions": [{"key": key, "name": localised(nodes[key].name)} for key in _dimensions(nodes, headline)],
        "weights": _weights(version, nodes, headline),
        "alternatives": [_alternative(row, names, nodes, headline) for row in result["alternatives"]],
        "claims": _claims(run, sources_by_claim),
        "missing": _missing(version, result, names),
        "vetoes": _vetoes(version, names),
        "run": _run(run),
        "text": [],
    }


def _dimensions(nodes: Mapping[str, Node], headline: str) -> list[str]:
    """The children of the headline node."""
    return [key for key, node in nodes.items() if node.parent is not None and node.parent.key == headline]


def _under(node: Node | None, nodes: Mapping[str, Node], tops: set[str]) -> str | None:
    """The one of `tops` that a node is or lies under."""
    while node is not None:
        if node.key in tops:
            return node.key
        node = nodes[node.parent.key] if node.parent else None
    return None


def _weights(version: Version, nodes: Mapping[str, Node], headline: str) -> list[Json]:
    """Each dimension with the sum of its active leaves' declared weights."""
    leaves = {weight.indicator_id: weight.value for weight in version.weights.filter(indicator__active=True)}
    inside = set(_dimensions(nodes, headline))
    tops = {key for key, node in nodes.items() if node.indicators.filter(active=True).exists()}
    sums: dict[str, float] = defaultdict(float)
    for indicator in version.indicators.filter(active=True).select_related("node"):
        sums[indicator.node.key] += leaves.get(indicator.pk, 0.0)
    return [
        {
            "name": localised(nodes[key].name),
            "weight": sums[key],
            "aggregation": nodes[key].get_aggregation_display(),
            "in_headline": _under(nodes[key], nodes, inside) is not None,
        }
        for key in nodes
        if key in tops
    ]


def _alternative(row: Mapping[str, Any], names: Mapping[str, str], nodes: Mapping[str, Node], headline: str) -> Json:
    tops = set(_dimensions(nodes, headline))
    points: dict[str, float] = defaultdict(float)
    for part in row["contributions"]:
        points[_under(nodes.get(part["node"]), nodes, tops) or part["node"]] += part["points"]
    interval = row["interval"]
    return {
        "key": row["key"],
        "label": names.get(row["key"], row["key"]),
        "reference": row["reference"],
        "rank": row["rank"],
        "score": row["score"],
        "interval": {name: interval[name] for name in QUARTILES} if interval else None,
        "first_share": row["first_share"],
        "rank_acceptability": row["rank_acceptability"],
        "points": dict(points) if row["score"] is not None else {},
        "coverage": row["coverage"]["weight_share"],
        "fails": row["fails"],
        "set_aside": row["set_aside"],
    }


def _claims(run: Run, sources_by_claim: Mapping[str, str]) -> list[Json]:
    """Claims that are neither nearly certain nor nearly excluded: their results are shown as two numbers."""
    rows = [row for row in run.result.result["claims"] if row["split"]]
    known = {claim.key: claim for claim in Claim.objects.filter(team_id=run.team_id, key__in=[r["key"] for r in rows])}
    return [
        {
            "key": row["key"],
            "text": known[row["key"]].statement,
            "grade": known[row["key"]].grade,
            "cites": [sources_by_claim[row["key"]]] if row["key"] in sources_by_claim else [],
            **{name: row[name] for name in ("p_mean", "p_low", "p_high", "split", "if_true", "if_false")},
        }
        for row in rows
    ]


def _missing(version: Version, result: Mapping[str, Any], names: Mapping[str, str]) -> list[Json]:
    indicators = {row.key: localised(row.name) for row in version.indicators.all()}
    members = AlternativeMember.objects.filter(alternative__version=version).select_related("actor")
    actors = {member.actor.slug: str(member.actor) for member in members}
    return [
        {
            "key": leaf["indicator"],
            "name": indicators.get(leaf["indicator"], leaf["indicator"]),
            "weight_share": leaf["weight_share"],
            "why": _named(_why(leaf["why"], names), actors),
        }
        for leaf in result["left_out"]
    ]


def _named(text: str, actors: Mapping[str, str]) -> str:
    """Reasons name actors by their natural keys; a reader gets their names."""
    return _SLUG.sub(lambda found: actors.get(found[0], found[0]), text)


def _why(reasons: list[Mapping[str, str]], names: Mapping[str, str]) -> str:
    """The reasons, the commonest first, each with where it holds if it does not hold everywhere."""
    counted = Counter(reason["reason"] for reason in reasons).most_common()
    if len(counted) == 1 and len(reasons) > 3:
        return counted[0][0]
    parts = []
    for text, _count in counted[:3]:
        places = [names.get(row["alternative"], row["alternative"]) for row in reasons if row["reason"] == text]
        parts.append(f"{', '.join(places[:3])}{' …' if len(places) > 3 else ''}: {text}")
    return " ".join(parts)


def _vetoes(version: Version, names: Mapping[str, str]) -> list[str]:
    indicators = {row.key: localised(row.name) for row in version.indicators.all()}
    found = []
    for veto in version.setting("vetoes", []):
        name = f"{indicators.get(veto['indicator'], veto['indicator'])} ({veto['indicator']})"
        if "at_most" in veto:
            text = _("%(name)s must be above %(limit)g.") % {"name": name, "limit": veto["at_most"]}
        else:
            text = _("%(name)s must be below %(limit)g.") % {"name": name, "limit": veto["at_least"]}
        if spared := [names.get(key, key) for key in veto.get("except", [])]:
            text = _("%(rule)s It does not apply to: %(names)s.") % {"rule": text, "names": ", ".join(spared)}
        found.append(text)
    return found


def _run(run: Run) -> dict[str, Any]:
    result = run.result.result
    return {
        "scenario": run.version.scenario.slug,
        "version": str(run.version.number),
        "seed": run.seed,
        "draws": run.draws,
        "engine_version": result["engine_version"],
        "inputs_sha256": run.inputs_sha256,
        "result_sha256": run.result.result_sha256,
        "warnings": [warning["message"] for warning in result["warnings"]],
    }

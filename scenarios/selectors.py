"""Reading that joins several nouns: every function takes the viewer and shows only what they may see."""

from datetime import date
from typing import Any

from accounts.models import Team, User
from scenarios.models import Alternative, Indicator, Judgement, Node, Run, Scenario, Version, Weight
from scenarios.texts import localised
from scenarios.verdict import sentence
from world.contributions import last_of
from world.selectors.coverage import last_complete_month


def weights_by_key(version: Version) -> dict[str, Weight]:
    """The declared weights of a version by the key of the child they are for."""
    rows = Weight.objects.filter(version=version).select_related("node", "indicator")
    return {(row.node or row.indicator).key: row for row in rows}  # type: ignore[union-attr]  # one of both is set


def scenarios_of(team: Team, *, situation: Any = None) -> Any:
    """The scenarios of a team, of one situation if given, by slug."""
    rows = Scenario.objects.filter(team=team).select_related("situation")
    if situation is not None:
        rows = rows.filter(situation=situation)
    return rows.order_by("slug")


def find_scenario(team: Team, slug: str) -> Scenario | None:
    return Scenario.objects.filter(team=team, slug=slug).select_related("situation").first()


def current_version(scenario: Scenario) -> Version | None:
    """The latest published version, else the draft."""
    return scenario.versions.published().order_by("-number").first() or scenario.versions.order_by("-number").first()


def tree_of(version: Version) -> list[dict[str, Any]]:
    """The tree in its declared order, parents first: rows with `depth`, `node` or `indicator`, and `weight`."""
    weights = weights_by_key(version)
    nodes: dict[int | None, list[Node]] = {}
    for node in version.nodes.order_by("order", "pk"):
        nodes.setdefault(node.parent_id, []).append(node)
    leaves: dict[int, list[Indicator]] = {}
    for indicator in version.indicators.order_by("order", "pk"):
        leaves.setdefault(indicator.node_id, []).append(indicator)
    rows: list[dict[str, Any]] = []

    def walk(node: Node, depth: int) -> None:
        rows.append({"depth": depth, "node": node, "indicator": None, "weight": weights.get(node.key)})
        for child in nodes.get(node.pk, []):
            walk(child, depth + 1)
        for leaf in leaves.get(node.pk, []):
            rows.append({"depth": depth + 1, "node": None, "indicator": leaf, "weight": weights[leaf.key]})

    for root in nodes.get(None, []):
        walk(root, 0)
    return rows


def alternatives_of(version: Version, *, active_only: bool = False) -> list[Alternative]:
    """The alternatives in their declared order, with area and members."""
    rows = version.alternatives.select_related("area").prefetch_related("members__actor").order_by("order", "pk")
    return list(rows.filter(active=True) if active_only else rows)


def judgements_of(scenario: Scenario, *, viewer: User) -> Any:
    """The judgements that this person may see, the latest first."""
    return (
        Judgement.objects.visible_to(viewer)
        .filter(scenario=scenario)
        .select_related("by")
        .prefetch_related("sources__document")
        .order_by("-about", "-made_on", "-pk")
    )


def runs_of(team: Team, *, viewer: User, situation: Any = None, scenario: Scenario | None = None) -> Any:
    """The runs that this person may see, the latest first. Inputs are left out: they are large."""
    rows = Run.objects.visible_to(viewer).filter(team=team)
    if situation is not None:
        rows = rows.filter(version__scenario__situation=situation)
    if scenario is not None:
        rows = rows.filter(version__scenario=scenario)
    return (
        rows.select_related("version__scenario__situation", "created_by", "result")
        .defer("inputs", "provenance", "result__result")
        .order_by("-pk")
    )


def find_run(team: Team, run_id: Any, *, viewer: User) -> Run | None:
    """One run with its result, if this person may see it."""
    rows: Any = Run.objects.visible_to(viewer).filter(team=team, pk=run_id)
    found: Run | None = rows.select_related("version__scenario__situation", "created_by", "result").first()
    return found


def latest_runs(team: Team, *, viewer: User, situation: Any) -> dict[str, Run]:
    """The last finished run of each scenario of a situation, by the scenario's slug."""
    rows: Any = (
        Run.objects.visible_to(viewer)
        .filter(team=team, version__scenario__situation=situation, state=Run.State.DONE)
        .order_by("version__scenario_id", "-pk")
        .distinct("version__scenario_id")
        .select_related("version__scenario", "result")
    )
    return {run.version.scenario.slug: run for run in rows}


def names_of(version: Version) -> dict[str, str]:
    """The alternatives' names by key, in the active language."""
    return {row.key: localised(row.name) or row.key for row in version.alternatives.all()}


def verdict_of(run: Run) -> str:
    """The sentence about a finished run, in the active language."""
    return sentence(run.result.verdict, names_of(run.version))


def reference_dates(scenario: Scenario, *, today: date) -> tuple[date, date]:
    """The dates that a run takes when none are given.

    The situation's own; else the last day of the last complete month of its primary dataset, and today.
    """
    situation = scenario.situation
    cutoff = situation.default_cutoff or today
    if situation.default_at:
        return situation.default_at, cutoff
    dataset = situation.primary_dataset
    month = last_complete_month(situation.team_id, dataset.code, at=cutoff, cutoff=cutoff) if dataset else None
    return (last_of(month) if month else cutoff), cutoff

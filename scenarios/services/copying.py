"""From a template to the rows of a first version, and from one version to the next."""

from collections.abc import Callable
from typing import Any

from accounts.models import User
from scenarios import templates
from scenarios.models import Alternative, AlternativeMember, Indicator, Node, Scenario, Version, Weight

DEFAULT_UNCERTAINTY = {
    "weights": {"distribution": "dirichlet", "concentration": 50},
    "values": True,
    "claims": True,
}
MIN_WEIGHT = 0.6
GEOMETRIC_FLOOR = 1.0


def settings_of(template: dict[str, Any], level: str) -> dict[str, Any]:
    """A version's settings as the template proposes them."""
    measures = [indicator["measure"] for indicator in template["indicators"]]
    guardians = sorted({key for measure in measures for key in measure.get("guardians", [])})
    dates = sorted({measure["baseline_date"] for measure in measures if "baseline_date" in measure})
    return {
        "headline": template["headline"],
        "uncertainty": DEFAULT_UNCERTAINTY,
        "vetoes": template.get("vetoes", []),
        "guardians": guardians,
        "baseline_date": dates[0] if dates else None,
        "min_weight": MIN_WEIGHT,
        "geometric_floor": GEOMETRIC_FLOOR,
        "level": level,
    }


def copy_tree(template: dict[str, Any], version: Version, *, level: str, core_only: bool, by: User) -> None:
    """Write the template's dimensions, indicators and weights below a new version."""
    owned: dict[str, Any] = {"team_id": version.team_id, "version": version, "created_by": by, "updated_by": by}
    nodes: dict[str, Node] = {}
    weights: list[Weight] = []
    sums = _sums_of_leaves(template, core_only)
    for item in template["nodes"]:
        parent = nodes[item["parent"]] if item["parent"] else None
        node = Node.objects.create(
            **owned,
            parent=parent,
            key=item["key"],
            name=item["name"],
            aggregation=item["aggregation"],
            order=item["order"],
        )
        nodes[node.key] = node
        if parent is not None:
            weights.append(Weight(**owned, node=node, value=sums[node.key]))
    indicators = Indicator.objects.bulk_create(
        Indicator(**owned, node=nodes[item["node"]], **_indicator_fields(item, place, level, core_only))
        for place, item in enumerate(template["indicators"])
    )
    for indicator, item in zip(indicators, template["indicators"], strict=True):
        weights.append(Weight(**owned, indicator=indicator, value=_weight(item, core_only)))
    Weight.objects.bulk_create(weights)


def _indicator_fields(item: dict[str, Any], place: int, level: str, core_only: bool) -> dict[str, Any]:
    same = ("key", "name", "direction", "unit", "mark", "reason", "formula", "source", "measure", "core")
    return {
        **{name: item[name] for name in same},
        "value_function": templates.value_function(item, level),
        "active": item["core"] or not core_only,
        "order": place,
    }


def _sums_of_leaves(template: dict[str, Any], core_only: bool) -> dict[str, float]:
    """A dimension weighs what its scored leaves weigh together, so that each leaf keeps its share of the whole.

    With the full tree's own figures one scored leaf alone in its dimension would take the weight of all that are not.
    """
    parents = {node["key"]: node["parent"] for node in template["nodes"]}
    sums = dict.fromkeys(parents, 0.0)
    for item in template["indicators"]:
        key = item["node"] if item["core"] or not core_only else None
        while key is not None:
            sums[key] += _weight(item, core_only)
            key = parents[key]
    return sums


def _weight(item: dict[str, Any], core_only: bool) -> float:
    core = item["core_weight"]
    return float(core if core_only and core is not None else item["weight"])


def copy_options(template: dict[str, Any], version: Version, *, core_only: bool, by: User) -> None:
    """Write the template's options, each with its dated facts; those outside the core profile are inactive."""
    Alternative.objects.bulk_create(
        Alternative(
            team_id=version.team_id,
            version=version,
            created_by=by,
            updated_by=by,
            key=option["key"],
            kind=version.scenario.alternatives_kind,
            name=option["name"],
            summary=option["summary"],
            facts=option["facts"],
            reference=option["reference"],
            active=not core_only or templates.is_core_option(template["key"], option["key"]),
            order=place,
        )
        for place, option in enumerate(template["options"])
    )


def copy_version(source: Version, *, number: int, by: User) -> Version:
    """A draft with the same tree, weights, settings and alternatives as `source`."""
    draft = Version.objects.create(
        team_id=source.team_id,
        scenario=source.scenario,
        number=number,
        settings=source.settings,
        created_by=by,
        updated_by=by,
    )
    nodes = _copy_nodes(source, draft, by)
    indicators = _copy_rows(Indicator, source.indicators.order_by("pk"), draft, by, node=_lookup(nodes, "node_id"))
    _copy_rows(
        Weight,
        source.weights.order_by("pk"),
        draft,
        by,
        node=_lookup(nodes, "node_id"),
        indicator=_lookup(indicators, "indicator_id"),
    )
    alternatives = _copy_rows(Alternative, source.alternatives.order_by("pk"), draft, by)
    AlternativeMember.objects.bulk_create(
        AlternativeMember(
            team_id=draft.team_id,
            alternative=alternatives[member.alternative_id],
            actor_id=member.actor_id,
            order=member.order,
            created_by=by,
            updated_by=by,
        )
        for member in AlternativeMember.objects.filter(alternative__version=source).order_by("pk")
    )
    return draft


def _copy_nodes(source: Version, draft: Version, by: User) -> dict[int, Node]:
    """Parents first: a child needs its parent's new row."""
    waiting = list(source.nodes.order_by("pk"))
    copies: dict[int, Node] = {}
    while waiting:
        ready = [node for node in waiting if node.parent_id is None or node.parent_id in copies]
        copies |= _copy_rows(Node, ready, draft, by, parent=_lookup(copies, "parent_id"))
        waiting = [node for node in waiting if node.pk not in copies]
    return copies


def _lookup(copies: dict[int, Any], link: str) -> Callable[[Any], Any]:
    return lambda row: copies.get(getattr(row, link))


def _copy_rows(model: type[Any], rows: Any, draft: Version, by: User, **links: Any) -> dict[int, Any]:
    """Copies of rows below another version, by the old key. `links` give the copies' parents."""
    own = {"id", "version", "created_at", "created_by", "updated_at", "updated_by", *links}
    names = [field.attname for field in model._meta.concrete_fields if field.name not in own]
    old = list(rows)
    new = [
        model(
            **{name: getattr(row, name) for name in names},
            **{name: parent(row) for name, parent in links.items()},
            version=draft,
            created_by=by,
            updated_by=by,
        )
        for row in old
    ]
    made = model.objects.bulk_create(new)
    return {row.pk: copy for row, copy in zip(old, made, strict=True)}


def first_version(scenario: Scenario, template: dict[str, Any], *, level: str, core_only: bool, by: User) -> Version:
    """The draft with which a scenario begins."""
    version = Version.objects.create(
        team_id=scenario.team_id,
        scenario=scenario,
        number=1,
        settings=settings_of(template, level),
        created_by=by,
        updated_by=by,
    )
    copy_tree(template, version, level=level, core_only=core_only, by=by)
    copy_options(template, version, core_only=core_only, by=by)
    return version

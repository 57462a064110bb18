"""The indicator tree as a page shows it: rows with their weight, their share of it, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scenarios.models import Indicator, Node, Version, Weight
from scenarios.selectors import tree_of
from scenarios.views.words import measure_words, why_unmeasured


@dataclass
class Row:
    """One line of the tree. `part` is the share among scored siblings in percent, `effective` of the whole (0-1)."""

    depth: int
    node: Node | None
    indicator: Indicator | None
    weight: Weight | None
    parent: "Row | None" = None
    children: "list[Row]" = field(default_factory=list)
    typed: str | None = None
    part: float = 0.0
    effective: float = 0.0
    whole: "Row | None" = None

    @property
    def thing(self) -> Any:
        return self.node or self.indicator

    @property
    def key(self) -> str:
        return str(self.thing.key)

    @property
    def input_id(self) -> str:
        return f"weight-{self.key}"

    @property
    def input_name(self) -> str:
        return f"w-{self.key}"

    @property
    def group(self) -> str:
        return self.parent.key if self.parent else ""

    @property
    def declared(self) -> float:
        return self.weight.value if self.weight else 0.0

    @property
    def shown(self) -> Any:
        return self.declared if self.typed is None else self.typed

    @cached_property
    def alive(self) -> bool:
        """Is anything of it scored?"""
        if self.indicator is not None:
            return self.indicator.active
        return any(child.alive for child in self.children)

    @property
    def total(self) -> float:
        """What the scored children declare together."""
        return sum(child.declared for child in self.children if child.alive)

    @property
    def measured(self) -> str:
        return measure_words(self.indicator.measure) if self.indicator else ""

    @property
    def unmeasured(self) -> str:
        return why_unmeasured(self.indicator.measure) if self.indicator else ""

    @property
    def balanced(self) -> bool:
        """Can its children's weights be spread? One child alone has nothing to share."""
        return sum(child.alive for child in self.children) > 1


class Tree:
    """The rows of a version. `typed` are weights as a refused form holds them."""

    def __init__(self, version: Version, typed: Mapping[str, str] | None = None):
        self.version = version
        self.rows = [Row(**row) for row in tree_of(version)]
        self._link()
        for row in self.rows:
            row.typed = (typed or {}).get(row.key)
        self._share()

    def _link(self) -> None:
        nodes = {row.node.pk: row for row in self.rows if row.node}
        for row in self.rows:
            above = row.node.parent_id if row.node else row.thing.node_id
            row.parent = nodes.get(above) if above is not None else None
            if row.parent:
                row.parent.children.append(row)

    def _share(self) -> None:
        headline = self.version.setting("headline")
        for row in self.rows:  # parents come first
            total = row.parent.total if row.parent else 0.0
            row.part = 100 * row.declared / total if row.alive and total else 0.0
            if (
                row.parent is None
                or row.key == headline
                or (row.parent.whole is self.root and self.root.key != headline)
            ):
                row.whole, row.effective = row, 1.0
            else:
                row.whole, row.effective = row.parent.whole, row.parent.effective * row.part / 100

    @property
    def root(self) -> Row:
        return self.rows[0]

    @property
    def shown(self) -> list[Row]:
        """All but the root, whose name is the heading."""
        return self.rows[1:]

    @property
    def leaves(self) -> list[Row]:
        return [row for row in self.rows if row.indicator]

    @property
    def scored(self) -> list[Row]:
        return [row for row in self.leaves if row.alive]

    @property
    def editable(self) -> list[str]:
        """The keys whose weight can be changed."""
        return [row.key for row in self.shown if row.alive]

    def leaf(self, key: str) -> Row | None:
        """The leaf of this key, else the first that is scored."""
        found = next((row for row in self.leaves if row.key == key), None)
        return found or next(iter(self.scored or self.leaves), None)

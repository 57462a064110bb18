"""The tree over the common set, ready to be evaluated on arrays, children before parents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.aggregate import mean, other
from engine.arrays import Array, Mask, read_only
from engine.model import Aggregation, Leaf, Node
from engine.panel import Panel
from engine.weights import normalise, over_available


@dataclass(frozen=True)
class Group:
    """One node with the children that carry weight on the common set.

    `slots` point into the list of scores: leaves first (one per indicator), then groups in order.
    `available` (C, N): which alternatives the child applies to; None if it is all of them.
    `complete` (N,): nothing of the common set below this node is missing; `defined` (N,): and something is there.
    """

    key: str
    aggregation: Aggregation
    slots: tuple[int, ...]
    shares: Array
    available: Mask | None
    complete: Mask
    defined: Mask

    def spread(self, drawn: Array) -> list[Array]:
        """One weight array per child from drawn (R or 1, C) sibling weights."""
        if self.available is None:
            return columns([drawn])[0]
        return over_available(drawn, self.available, self.shares)


@dataclass(frozen=True)
class Hierarchy:
    """All active groups, children before parents, over M leaves."""

    leaves: int
    groups: tuple[Group, ...]
    floor: float

    def slot(self, key: str) -> int | None:
        """Slot of the node `key`; None if nothing below it is in the common set."""
        keys = [group.key for group in self.groups]
        return self.leaves + keys.index(key) if key in keys else None

    def group(self, slot: int) -> Group:
        return self.groups[slot - self.leaves]

    def name(self, slot: int, indicators: Sequence[str]) -> str:
        return indicators[slot] if slot < self.leaves else self.group(slot).key

    def scores(self, leaves: Sequence[Array], weights: Sequence[Sequence[Array]]) -> list[Array]:
        """Scores of all slots. `leaves[m]`: (R or 1, N); `weights[g][c]`: broadcasting to it."""
        slots = list(leaves)
        for group, shares in zip(self.groups, weights, strict=True):
            children = [slots[s] for s in group.slots]
            slots.append(mean(group.aggregation, children, shares, self.floor))
        return slots

    def beside(self, slots: Sequence[Array], weights: Sequence[Sequence[Array]]) -> list[Array]:
        """Per group the other mean of the same children."""
        return [
            mean(other(group.aggregation), [slots[s] for s in group.slots], shares, self.floor)
            for group, shares in zip(self.groups, weights, strict=True)
        ]

    def declared(self) -> list[Array]:
        """The version's own shares (1, C) per group."""
        return [group.shares for group in self.groups]

    def spread(self, drawn: Sequence[Array]) -> list[list[Array]]:
        return [group.spread(shares) for group, shares in zip(self.groups, drawn, strict=True)]

    def effective(self, top: int, weights: Sequence[Sequence[Array]]) -> dict[int, Array]:
        """Effective weight within slot `top` of each leaf below it, as products along the path."""
        found: dict[int, Array] = {}
        open_slots: list[tuple[int, Array]] = [(top, np.ones((1, 1)))]
        while open_slots:
            slot, so_far = open_slots.pop()
            if slot < self.leaves:
                found[slot] = so_far
                continue
            place = slot - self.leaves
            for child, share in zip(self.groups[place].slots, weights[place], strict=True):
                open_slots.append((child, np.asarray(so_far * share)))
        return dict(sorted(found.items()))

    def parents(self) -> dict[int, str]:
        """Leaf slot -> key of the node that holds it."""
        return {slot: group.key for group in self.groups for slot in group.slots if slot < self.leaves}


def columns(shares: Sequence[Array]) -> list[list[Array]]:
    """Per group its (R, C) sibling weights as C columns (R, 1), the same for every alternative."""
    return [[drawn[:, c : c + 1] for c in range(drawn.shape[1])] for drawn in shares]


def build_hierarchy(tree: Node, panel: Panel, common: Mask, floor: float) -> Hierarchy:
    """Prunes children without weight or data; children are taken in key order, so their order is no input."""
    places = {key: m for m, key in enumerate(panel.indicators)}
    available = [panel.present[m] for m in range(len(places))]
    complete = [~panel.missing[m] for m in range(len(places))]
    groups: list[Group] = []
    slot_of: dict[str, int] = {key: m for key, m in places.items() if common[m]}
    for node in _children_first(tree):
        kept = [child for child in _sorted(node) if child.weight > 0 and _key(child) in slot_of]
        if not kept:
            continue
        group = _group(node, kept, slot_of, available, complete)
        slot_of[node.key] = len(places) + len(groups)
        groups.append(group)
        available.append(group.defined)
        complete.append(group.complete)
    return Hierarchy(len(places), tuple(groups), floor)


def _group(
    node: Node,
    kept: Sequence[Node | Leaf],
    slot_of: dict[str, int],
    available: Sequence[Mask],
    complete: Sequence[Mask],
) -> Group:
    slots = tuple(slot_of[_key(child)] for child in kept)
    there = np.array([available[s] for s in slots])
    whole = np.logical_and.reduce([complete[s] for s in slots])
    return Group(
        key=node.key,
        aggregation=node.aggregation,
        slots=slots,
        shares=read_only(np.array([normalise([child.weight for child in kept])])),
        available=None if there.all() else read_only(there),
        complete=read_only(whole),
        defined=read_only(np.asarray(whole & there.any(axis=0))),
    )


def _children_first(tree: Node) -> Iterator[Node]:
    for child in _sorted(tree):
        if isinstance(child, Node):
            yield from _children_first(child)
    yield tree


def _sorted(node: Node) -> list[Node | Leaf]:
    return sorted(node.children, key=lambda child: _key(child).encode())


def _key(child: Node | Leaf) -> str:
    return child.indicator if isinstance(child, Leaf) else child.key

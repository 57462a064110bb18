"""How much of a score each leaf carries: points that sum to the score.

A node's score is handed down to its children and from them on to the leaves.
Arithmetic node: a child gets w_c s_c of it, which is exact.
Geometric node: ln(score / floor) = sum w_c ln(s_c / floor), so a child gets the part of the score that its
summand has in the logarithm. A child at or under the floor gets 0 points.
Where nothing is to be shared out (score 0, or all children at the floor) the parts follow the weights.
"""

from collections.abc import Sequence

import numpy as np

from engine.aggregate import arithmetic_mean
from engine.arrays import Array
from engine.hierarchy import Group, Hierarchy


def shares_of_score(
    hierarchy: Hierarchy, top: int, slots: Sequence[Array], weights: Sequence[Sequence[Array]]
) -> dict[int, Array]:
    """Share (1, N) of the score of slot `top` that each leaf carries; the shares sum to 1."""
    found: dict[int, Array] = {}
    open_slots: list[tuple[int, Array]] = [(top, np.ones_like(slots[top]))]
    while open_slots:
        slot, so_far = open_slots.pop()
        if slot < hierarchy.leaves:
            found[slot] = so_far
            continue
        group = hierarchy.group(slot)
        children = [slots[s] for s in group.slots]
        parts = split(group, children, weights[slot - hierarchy.leaves], hierarchy.floor)
        open_slots += [(s, so_far * part) for s, part in zip(group.slots, parts, strict=True)]
    return dict(sorted(found.items()))


def split(group: Group, children: Sequence[Array], weights: Sequence[Array], floor: float) -> list[Array]:
    """Parts (1, N) of a node's score by child; they sum to 1 where the node is defined."""
    measures = list(children)
    if group.aggregation == "geometric":
        measures = [np.log(np.maximum(child, floor) / floor) for child in children]
    total = arithmetic_mean(measures, weights)
    base = np.where(total > 0, total, 1.0)
    return [
        np.where(total > 0, weight * measure / base, np.broadcast_to(weight, total.shape))
        for weight, measure in zip(weights, measures, strict=True)
    ]

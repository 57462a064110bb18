"""Who has enough data to be compared, and on which leaves.

Policy: `common_set`. First each alternative is screened on its own share of known weight, then the compared ones
are scored on the leaves that all of them have. Nothing is imputed; missing is never 0.
Source: OECD/JRC Handbook (2008), steps 3 and 4; COIN Tool's coverage threshold.
"""

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array, Mask
from engine.model import Leaf, Node
from engine.version import WEIGHT_TOLERANCE
from engine.weights import normalise


def find(tree: Node, key: str) -> Node:
    """The node with this key; the tree is known to hold it."""
    return next(node for node in nodes_of(tree) if node.key == key)


def nodes_of(tree: Node) -> list[Node]:
    """All nodes, parents before children, in the declared order."""
    below = [nodes_of(child) for child in tree.children if isinstance(child, Node)]
    return [tree, *(node for group in below for node in group)]


def effective_weights(tree: Node) -> dict[str, float]:
    """Effective weight of each leaf below `tree`: the product of normalised weights on its path; sums to 1."""
    shares = normalise([child.weight for child in tree.children])
    result: dict[str, float] = {}
    for child, share in zip(tree.children, shares, strict=True):
        below = {child.indicator: 1.0} if isinstance(child, Leaf) else effective_weights(child)
        result |= {key: share * part for key, part in below.items()}
    return result


def weight_array(indicators: Sequence[str], tree: Node) -> Array:
    """Effective weights below `tree` in the order of `indicators`, 0 for leaves elsewhere."""
    weights = effective_weights(tree)
    return np.array([weights.get(key, 0.0) for key in indicators], dtype=np.float64)


def known_share(weights: Array, present: Mask, not_applicable: Mask) -> Array:
    """Share (0-1) per alternative of the weight that applies to it and is known; 0 where nothing applies.

    What is not applicable leaves numerator and denominator. `weights`: (M,), masks: (M, N).
    """
    known = (weights[:, None] * present).sum(axis=0)
    applicable = (weights[:, None] * ~not_applicable).sum(axis=0)
    return np.asarray(np.where(applicable > 0, known / np.where(applicable > 0, applicable, 1.0), 0.0))


def common_set(missing: Mask, compared: Mask) -> Mask:
    """Leaves (M,) that no compared alternative misses. `missing`: (M, N), `compared`: (N,)."""
    return np.asarray(~missing[:, compared].any(axis=1), dtype=np.bool_)


def enough(share: Array, needed: float) -> Mask:
    """Where a share of weight reaches what is needed; a share of 0 never does."""
    return np.asarray((share >= needed - WEIGHT_TOLERANCE) & (share > 0), dtype=np.bool_)

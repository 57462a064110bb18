"""Weights: one definition, normalised in one place.

A declared weight says how much the move from worst to best of a child matters beside its siblings (a swing
weight). Only ratios between siblings count. The effective weight of a leaf is the product of the normalised
weights along its path.
"""

import math
from collections.abc import Sequence

import numpy as np

from engine.arrays import Array, Mask
from engine.errors import ModelError


def normalise(raw: Sequence[float]) -> tuple[float, ...]:
    """Siblings' weights as shares that sum to 1.

    Raises ModelError (`[i]: ...`) for a negative or non-finite weight, and if they sum to 0.
    """
    for i, weight in enumerate(raw):
        if not math.isfinite(weight):
            raise ModelError(f"[{i}]", "a weight must be a finite number")
        if weight < 0:
            raise ModelError(f"[{i}]", f"a weight cannot be negative ({weight:g})")
    total = math.fsum(raw)
    if total <= 0:
        raise ModelError("", "the weights of one group sum to 0")
    return tuple(weight / total for weight in raw)


def dirichlet_shapes(shares: Array, concentration: float) -> Array:
    """Gamma shapes (C,) whose normalised draws are Dirichlet(concentration * shares)."""
    return shares * concentration


def dirichlet_from_gammas(gammas: Array) -> Array:
    """Rows of gamma draws (R, C) with shapes `concentration * share` become Dirichlet rows that sum to 1."""
    return np.asarray(gammas / gammas.sum(axis=1, keepdims=True), dtype=np.float64)


def over_available(drawn: Array, available: Mask, declared: Array) -> list[Array]:
    """Weights per child, renormalised over each alternative's own available children.

    `drawn`: (R or 1, C); `available`: (C, N); `declared`: (1, C), used in the rows where everything that an
    alternative has was drawn as 0. Returns C arrays (R or 1, N); 0 where a child, or all of them, are absent.
    Who has all children keeps the drawn weights to the last bit, so that nobody's gap moves another's score.
    """
    whole = available.all(axis=0)
    kept = [drawn[:, c : c + 1] * available[c] for c in range(len(available))]
    total = np.where(whole, 1.0, np.sum(kept, axis=0))
    stood_in = [declared[:, c : c + 1] * available[c] for c in range(len(available))]
    stood_in_total = np.sum(stood_in, axis=0)
    empty = total <= 0
    base = np.where(empty, stood_in_total, total)
    base = np.where(base <= 0, 1.0, base)
    return [np.where(empty, s, k) / base for s, k in zip(stood_in, kept, strict=True)]

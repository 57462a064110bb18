"""Draws come in blocks of 256; block b has its own generator. A chunk is a range of whole blocks.

Within a block the stream is used in this order: one uniform per dataset and draw (datasets sorted by name); the
claims' probabilities, then their uniforms; gammas of all sibling groups; betas of the judged cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, Mask
from engine.version import BLOCK, MAX_DRAWS, MAX_SEED
from engine.weights import dirichlet_from_gammas


@dataclass(frozen=True)
class Recipe:
    """What one block draws. Empty arrays draw nothing."""

    datasets: int
    claim_alpha: Array
    claim_beta: Array
    gamma_shapes: tuple[Array, ...]
    judged_alpha: Array
    judged_beta: Array


@dataclass(frozen=True)
class Draw:
    """Random inputs of R draws, or the point (R = 1).

    `shift` (R, D) in -1..1: how far each dataset's events lie below (-) or above (+) their best value;
    `truth` (R or 1, claims); `shares` per group (R or 1, C); `judged` (R, J) betas in 0..1, None at the point.
    """

    shift: Array
    truth: Mask
    shares: Sequence[Array]
    judged: Array | None


def block_range(draws: int) -> range:
    """The blocks that hold `draws` draws."""
    return range(-(-draws // BLOCK))


def rows_of(block: int, draws: int) -> int:
    """How many rows of this block are used: all but the last are whole."""
    return min(BLOCK, draws - block * BLOCK)


def check_draws(draws: int) -> None:
    if isinstance(draws, bool) or not isinstance(draws, int) or not 0 <= draws <= MAX_DRAWS:
        raise ValueError(f"draws: {draws!r} is not a whole number from 0 to {MAX_DRAWS}")


def check_seed(seed: int) -> None:
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= MAX_SEED:
        raise ValueError(f"seed: {seed!r} is not a whole number from 0 to {MAX_SEED}")


def generator(seed: int, block: int) -> np.random.Generator:
    """The block's own generator; 0 is a seed like any other."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(block,))))


def draw_block(recipe: Recipe, point: Draw, seed: int, block: int, rows: int) -> Draw:
    """The first `rows` draws of one block, which is always generated whole."""
    rng = generator(seed, block)
    uniforms = rng.random((BLOCK, recipe.datasets))
    claims = (BLOCK, len(recipe.claim_alpha))
    probability = rng.beta(recipe.claim_alpha, recipe.claim_beta, claims)
    truth = rng.random(claims) < probability
    shapes = np.concatenate([np.zeros(0), *recipe.gamma_shapes])
    gammas = rng.standard_gamma(shapes, (BLOCK, len(shapes)))
    judged = rng.beta(recipe.judged_alpha, recipe.judged_beta, (BLOCK, len(recipe.judged_alpha)))
    return Draw(
        shift=(2.0 * uniforms - 1.0)[:rows] if recipe.datasets else point.shift,
        truth=truth[:rows] if claims[1] else point.truth,
        shares=_split(gammas[:rows], recipe.gamma_shapes) or point.shares,
        judged=judged[:rows] if len(recipe.judged_alpha) else None,
    )


def _split(gammas: Array, shapes: Sequence[Array]) -> list[Array]:
    ends = np.cumsum([len(shape) for shape in shapes])
    return [dirichlet_from_gammas(gammas[:, end - len(shape) : end]) for shape, end in zip(shapes, ends, strict=True)]

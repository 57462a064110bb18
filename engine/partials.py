"""Draws of a range of blocks, and their merge: the same bytes however the blocks were cut into ranges."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.arrays import Array, Counts
from engine.blocks import Draw, block_range, check_draws, check_seed, draw_block, rows_of
from engine.hierarchy import columns
from engine.plan import Plan
from engine.ranks import rank_counts
from engine.version import BLOCK


@dataclass(frozen=True)
class Partial:
    """What a range of whole blocks returns.

    `scores` (groups, N, rows) and `weights` (leaves of the headline, rows) keep each draw's value for the
    quantiles; `rank_counts` (ranked, ranked) and `fail_counts` (N,) are integers; `sums` (blocks, N) are the
    headline's sums per block.
    """

    blocks: range
    scores: Array
    weights: Array
    rank_counts: Counts
    fail_counts: Counts
    sums: Array


def run_blocks(plan: Plan, blocks: range, *, seed: int, draws: int) -> Partial:
    """Draws the given blocks of a run of `draws` draws; the run's last block is cut to its share."""
    check_draws(draws)
    check_seed(seed)
    if blocks.step != 1 or blocks.start < 0 or blocks.stop > len(block_range(draws)):
        raise ValueError(f"blocks: {blocks} is not within the {len(block_range(draws))} blocks of {draws} draws")
    partial = _empty(plan, blocks, sum(rows_of(b, draws) for b in blocks))
    for i, block in enumerate(blocks):
        _fill(plan, partial, i, draw_block(plan.recipe, plan.point, seed, block, rows_of(block, draws)))
    return partial


def merge(partials: Iterable[Partial]) -> Partial:
    """One partial of adjoining ones, in block order whatever the order given."""
    ordered = sorted((p for p in partials if len(p.blocks)), key=lambda p: p.blocks.start)
    if not ordered:
        raise ValueError("there are no draws to merge")
    for before, after in pairwise(ordered):
        if before.blocks.stop != after.blocks.start:
            raise ValueError(f"blocks: {before.blocks} and {after.blocks} do not adjoin")
    if len(ordered) == 1:
        return ordered[0]
    return Partial(
        blocks=range(ordered[0].blocks.start, ordered[-1].blocks.stop),
        scores=np.concatenate([p.scores for p in ordered], axis=2),
        weights=np.concatenate([p.weights for p in ordered], axis=1),
        rank_counts=np.sum([p.rank_counts for p in ordered], axis=0, dtype=np.int64),
        fail_counts=np.sum([p.fail_counts for p in ordered], axis=0, dtype=np.int64),
        sums=np.concatenate([p.sums for p in ordered], axis=0),
    )


def means(partial: Partial) -> list[float]:
    """Mean headline score per alternative over all draws, block sums added exactly."""
    rows = partial.scores.shape[2]
    return [math.fsum(column) / rows for column in partial.sums.T]


def _empty(plan: Plan, blocks: range, rows: int) -> Partial:
    size = len(plan.panel.alternatives)
    leaves = len(plan.headline_leaves())
    return Partial(
        blocks=blocks,
        scores=np.empty((len(plan.hierarchy.groups), size, rows)),
        weights=np.empty((leaves, rows)),
        rank_counts=np.zeros((len(plan.ranked), len(plan.ranked)), dtype=np.int64),
        fail_counts=np.zeros(size, dtype=np.int64),
        sums=np.zeros((len(blocks), size)),
    )


def _fill(plan: Plan, partial: Partial, place: int, draw: Draw) -> None:
    """Evaluates one block and writes it to its rows of `partial`; nothing larger than a block is held."""
    seen = plan.evaluate(draw)
    start = place * BLOCK
    rows = slice(start, min(start + BLOCK, partial.scores.shape[2]))
    for g in range(len(plan.hierarchy.groups)):
        partial.scores[g, :, rows] = seen.slots[plan.hierarchy.leaves + g].T
    if plan.headline is None:
        return
    for i, weight in enumerate(plan.hierarchy.effective(plan.headline, columns(draw.shares)).values()):
        partial.weights[i, rows] = weight[:, 0]
    size = rows.stop - rows.start
    headline = np.broadcast_to(seen.slots[plan.headline], (size, len(plan.panel.alternatives)))
    failed = np.broadcast_to(plan.vetoed(seen.raw), headline.shape)
    partial.sums[place] = headline.sum(axis=0)
    partial.fail_counts[:] += failed.sum(axis=0)
    competing = np.where(failed[:, plan.ranked], -np.inf, headline[:, plan.ranked])
    partial.rank_counts[:] += rank_counts(competing)

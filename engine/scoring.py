"""The engine's door: a model in its JSON form goes in, a result that JSON can hold comes out."""

from collections.abc import Iterable, Mapping

from engine import canonical
from engine.blocks import block_range, check_draws, check_seed
from engine.parsing import parse
from engine.partials import Partial, run_blocks
from engine.partials import merge as merge_partials
from engine.plan import build_plan
from engine.result import build_result, with_hash


def freeze_hash(model: Mapping[str, object]) -> str:
    """SHA-256 of the input's canonical JSON; seed and draws are not part of it."""
    return canonical.sha256(model)


def default_seed(inputs_sha256: str) -> int:
    """The seed of a run that names none: the first 6 bytes of the input's hash, big-endian."""
    return int(inputs_sha256[:12], 16)


def score(model: Mapping[str, object], *, draws: int, seed: int | None) -> dict[str, object]:
    """Scores, ranks, intervals, contributions and coverage of `model` (form: `engine.schema`).

    `draws` 0 to 100,000 (0: the point score alone, intervals are null); `seed` 0 to 2**53 - 1, None for
    `default_seed`. Scores are 0-100, shares and probabilities 0-1. Raises ModelError with the path of the
    first fault in the model, ValueError for draws or seed out of range.
    """
    check_draws(draws)
    plan = build_plan(parse(model))
    inputs_sha256 = freeze_hash(model)
    seed = default_seed(inputs_sha256) if seed is None else seed
    check_seed(seed)
    drawn = run_blocks(plan, block_range(draws), seed=seed, draws=draws) if draws else None
    return with_hash(build_result(plan, drawn, inputs_sha256, draws, seed))


def partial(model: Mapping[str, object], blocks: range, seed: int, *, draws: int) -> Partial:
    """The draws of whole blocks `blocks` of a run of `draws` draws; see `engine.blocks.block_range`."""
    return run_blocks(build_plan(parse(model)), blocks, seed=seed, draws=draws)


def merge(partials: Iterable[Partial]) -> Partial:
    """One partial of adjoining ones, whatever their order."""
    return merge_partials(partials)


def score_partials(
    model: Mapping[str, object], partials: Iterable[Partial], *, draws: int, seed: int
) -> dict[str, object]:
    """The same bytes as `score`, from partials that together cover all blocks of the run; none if draws is 0."""
    check_draws(draws)
    check_seed(seed)
    merged = merge_partials(partials) if draws else None
    if merged is not None and merged.blocks != block_range(draws):
        raise ValueError(f"blocks: {merged.blocks} are not all of {block_range(draws)}")
    return with_hash(build_result(build_plan(parse(model)), merged, freeze_hash(model), draws, seed))

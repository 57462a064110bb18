"""The scoring engine: values in, values out. See `engine.scoring.score` and `python -m engine --help`."""

from engine.errors import ModelError
from engine.scoring import default_seed, freeze_hash, merge, partial, score, score_partials
from engine.version import BLOCK, ENGINE_VERSION

__all__ = [
    "BLOCK",
    "ENGINE_VERSION",
    "ModelError",
    "default_seed",
    "freeze_hash",
    "merge",
    "partial",
    "score",
    "score_partials",
]

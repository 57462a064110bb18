"""Direction: the one place where "less is more" turns a normalised value round."""

from typing import Literal

from engine.arrays import Array

Direction = Literal[1, -1]


def orient(normalised: Array, direction: Direction) -> Array:
    """0-100 values as they are for direction 1, 100 minus them for direction -1."""
    return normalised if direction == 1 else 100.0 - normalised

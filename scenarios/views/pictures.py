"""Places on a chart's axis, in percent of its width. The marks themselves are drawn by the templates."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

STEP = 10


@dataclass(frozen=True)
class Axis:
    """A stretch of the index that holds all intervals, from ten to ten."""

    start: float
    end: float

    @classmethod
    def over(cls, values: Iterable[float]) -> "Axis":
        found = list(values) or [0.0, 100.0]
        start = max(0, math.floor(min(found) / STEP) * STEP)
        end = min(100, math.ceil(max(found) / STEP) * STEP)
        return cls(start, end if end > start else start + STEP)

    def place(self, value: float) -> float:
        return round(100 * min(max((value - self.start) / (self.end - self.start), 0), 1), 2)

    @property
    def ticks(self) -> list[dict[str, Any]]:
        """The lines of the grid; at most six carry a number."""
        wide = (self.end - self.start) / STEP > 6
        step = 2 * STEP if wide else STEP
        first = math.ceil(self.start / step) * step
        return [{"value": value, "at": self.place(value)} for value in range(first, int(self.end) + 1, step)]

    def marks(self, score: float, interval: Mapping[str, float] | None) -> dict[str, Any]:
        """Where the point, the 50 % and the 90 % interval of one row lie."""
        found: dict[str, Any] = {"at": self.place(score)}
        if interval:
            for name, low, high in (("wide", "q05", "q95"), ("thick", "q25", "q75")):
                start, end = self.place(interval[low]), self.place(interval[high])
                found |= {f"{name}_at": start, f"{name}_long": round(end - start, 2)}
        return found

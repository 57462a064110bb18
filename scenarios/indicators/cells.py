"""A cell on its way into the frozen input, with where it came from beside it."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What was found for one cell. `origin` is provenance for links (row ids, notes): it is not hashed.

    `value`, `low` and `high` are in the indicator's unit; `dataset` marks low and high as counts of its events,
    `judged` as a judge's 5th and 95th percentile; `claim` is (natural key, value if the claim is false).
    """

    state: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str | None = None
    dataset: str | None = None
    judged: bool = False
    claim: tuple[str, float] | None = None
    inherited: bool = False
    origin: Json = field(default_factory=dict)

    @property
    def is_value(self) -> bool:
        return self.state == "value"

    def as_json(self, alternative: str, indicator: str) -> Json:
        """The cell by the engine's input form, without what does not apply."""
        cell: Json = {"alternative": alternative, "indicator": indicator, "state": self.state}
        if not self.is_value:
            return {**cell, "reason": self.reason}
        cell |= {"value": self.value, "inherited": self.inherited}
        if self.judged or self.dataset:
            spread = {"kind": "judged"} if self.judged else {"kind": "events", "dataset": self.dataset}
            cell |= {"low": self.low, "high": self.high, "spread": spread}
        if self.claim:
            cell["claim"] = {"key": self.claim[0], "otherwise": self.claim[1]}
        return cell


def value(number: float, **details: Any) -> Found:
    return Found("value", value=float(number), **details)


def missing(reason: str, **origin: Any) -> Found:
    return Found("missing", reason=reason, origin=origin)


def not_applicable(reason: str, **origin: Any) -> Found:
    return Found("not_applicable", reason=reason, origin=origin)

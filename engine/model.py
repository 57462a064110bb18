"""The input of a score as frozen values. Each class checks itself; `engine.parsing` adds the path to errors."""

from dataclasses import dataclass
from typing import Literal

from engine.errors import ModelError
from engine.orient import Direction
from engine.value_functions import ValueFunction
from engine.weights import normalise

Aggregation = Literal["arithmetic", "geometric"]
State = Literal["value", "missing", "not_applicable"]


@dataclass(frozen=True)
class Alternative:
    """What is scored. A reference is scored beside the others and never ranked."""

    key: str
    reference: bool = False


@dataclass(frozen=True)
class Leaf:
    indicator: str
    weight: float


@dataclass(frozen=True)
class Node:
    """A dimension: children, their declared weights, and how they become one number."""

    key: str
    aggregation: Aggregation
    weight: float
    children: "tuple[Node | Leaf, ...]"

    def __post_init__(self) -> None:
        if not self.children:
            raise ModelError("children", f"the node {self.key} has none")
        try:
            normalise([child.weight for child in self.children])
        except ModelError as error:
            path = f"children{error.path}.weight" if error.path else "children"
            raise ModelError(path, error.message) from None

    def declared_weights(self) -> list[tuple[str, float, float]]:
        """Key, declared weight and share of each child, in the declared order."""
        keys = [c.indicator if isinstance(c, Leaf) else c.key for c in self.children]
        raw = [child.weight for child in self.children]
        return list(zip(keys, raw, normalise(raw), strict=True))


@dataclass(frozen=True)
class Indicator:
    key: str
    unit: str
    direction: Direction
    value_function: ValueFunction


@dataclass(frozen=True)
class Events:
    """Low and high are counts of one dataset: its cells move together."""

    dataset: str


@dataclass(frozen=True)
class Judged:
    """Low and high are a judge's 5th and 95th percentiles around the mode."""


@dataclass(frozen=True)
class ClaimRef:
    """The cell rests on a claim; if the claim is false the raw value is `otherwise`."""

    key: str
    otherwise: float


@dataclass(frozen=True)
class Cell:
    """One alternative on one indicator: a raw value in the indicator's unit, or the reason why there is none."""

    alternative: str
    indicator: str
    state: State
    reason: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    spread: Events | Judged | None = None
    claim: ClaimRef | None = None
    inherited: bool = False

    def __post_init__(self) -> None:
        if self.state == "value":
            self._check_value()
        else:
            self._check_absence()

    def _check_absence(self) -> None:
        if not self.reason:
            raise ModelError("reason", f"a cell that is {self.state} needs one")
        for name in ("value", "low", "high", "spread", "claim"):
            if getattr(self, name) is not None:
                raise ModelError(name, f"a cell that is {self.state} cannot have one")

    def _check_value(self) -> None:
        if self.value is None:
            raise ModelError("value", "a cell in state value needs one")
        if self.spread is None:
            for name in ("low", "high"):
                if getattr(self, name) is not None:
                    raise ModelError(name, "would be skipped: the cell has no spread")
            return
        for name in ("low", "high"):
            if getattr(self, name) is None:
                raise ModelError(name, "a spread needs both low and high")
        if isinstance(self.spread, Judged):
            self._check_order(self.value, self.low or 0.0, self.high or 0.0)

    @staticmethod
    def _check_order(value: float, low: float, high: float) -> None:
        if low > value:
            raise ModelError("low", f"{low:g} is above value {value:g}")
        if high < value:
            raise ModelError("high", f"{high:g} is below value {value:g}")


@dataclass(frozen=True)
class Claim:
    """True with probability p ~ Beta(alpha, beta); one truth per draw for all cells that rest on it."""

    key: str
    alpha: float
    beta: float

    def __post_init__(self) -> None:
        for name, shape in (("alpha", self.alpha), ("beta", self.beta)):
            if shape <= 0:
                raise ModelError(name, f"{shape:g} is not above 0")

    @property
    def p_mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)


@dataclass(frozen=True)
class Uncertainty:
    """What varies in the draws. `concentration` None means the version's weights stand."""

    concentration: float | None
    values: bool
    claims: bool

    def __post_init__(self) -> None:
        if self.concentration is not None and self.concentration < 1:
            raise ModelError("weights.concentration", f"{self.concentration:g} is under 1")


@dataclass(frozen=True)
class Veto:
    """Fails an alternative whose raw value is at most, or at least, the limit; `spared` ones are not asked."""

    indicator: str
    at_most: float | None
    at_least: float | None
    spared: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if (self.at_most is None) == (self.at_least is None):
            raise ModelError("", "a veto needs exactly one of at_most and at_least")


@dataclass(frozen=True)
class Model:
    """A whole input. Alternatives, indicators, claims and cells are sorted by key, whatever the order given."""

    headline: str
    alternatives: tuple[Alternative, ...]
    tree: Node
    indicators: tuple[Indicator, ...]
    cells: tuple[Cell, ...]
    claims: tuple[Claim, ...]
    uncertainty: Uncertainty
    vetoes: tuple[Veto, ...]
    min_weight: float
    geometric_floor: float

    def __post_init__(self) -> None:
        if not 0 <= self.min_weight <= 1:
            raise ModelError("min_weight", f"{self.min_weight:g} is outside 0 to 1")
        if not 0 < self.geometric_floor < 100:
            raise ModelError("geometric_floor", f"{self.geometric_floor:g} is not between 0 and 100")

"""What two actors have agreed and for how long: formality (C1) and age (C3) of their present tie."""

from collections.abc import Callable, Sequence
from datetime import date

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.facts import Facts, Tie, between

DAYS_PER_MONTH = 365.25 / 12

Measured = Callable[[Sequence[Tie]], float | None]


def tie_cell(facts: Facts, first: str, second: str, measure: Json) -> Found:
    """An attribute or the age of the tie between two actors at the reference date; no tie is `absent_value`."""
    ties = list(between(facts, first, second, measure["relation_types"]))
    if measure["measure"] == "age_months":
        return _found(facts, ties, lambda rows: _age(rows, facts.at), measure)
    return _found(facts, ties, lambda rows: _attribute(rows, facts.at, measure), measure)


def _found(facts: Facts, ties: list[Tie], measured: Measured, measure: Json) -> Found:
    absent = float(measure["absent_value"])
    here = facts.use([tie for tie in ties if tie.open_on(facts.at)])
    if not here:
        return value(absent, origin={"relations": []})
    number = measured(ties)
    if number is None:
        return missing(f"The {measure['attribute']} of the tie is not recorded.")
    origin: Json = {"relations": [tie.id for tie in here]}
    keys = sorted({tie.claim for tie in here if tie.claim}, key=str.encode)
    if not keys:
        return value(number, origin=origin)
    others = [tie for tie in ties if tie.claim != keys[0]]
    without = measured(others) if any(tie.open_on(facts.at) for tie in others) else absent
    return value(number, claim=(keys[0], absent if without is None else without), origin=origin)


def _attribute(ties: Sequence[Tie], at: date, measure: Json) -> float | None:
    """The highest value among the ties that are open."""
    known = [tie.attributes.get(measure["attribute"]) for tie in ties if tie.open_on(at)]
    numbers = [float(number) for number in known if number is not None]
    return max(numbers) if numbers else None


def _age(ties: Sequence[Tie], at: date) -> float | None:
    """Months since the tie began that has not been broken since: adjoining relations are one tie."""
    starts = [tie.start for tie in ties if tie.open_on(at) and tie.start]
    if not starts:
        return None
    start = min(starts)
    for tie in sorted(ties, key=lambda tie: tie.start or date.min, reverse=True):
        if tie.start and tie.start < start and (tie.end is None or tie.end >= start):
            start = tie.start
    return (at - start).days / DAYS_PER_MONTH

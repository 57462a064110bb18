"""What one state of an event adds to the two roll-ups. The roll-ups and the panels count by these rules."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

from world.models import EventStatus

CIVILIAN_TYPES = frozenset({"VIOL.CIV_ATTACK", "VIOL.SEXUAL", "VIOL.ABDUCT"})
SEVERAL = ", "
AREA_SUMS = ("n", "n_deadly", "best", "low", "high", "deaths_civilians")
PAIR_SUMS = ("n", "best", "low", "high", "deaths_civilians")
STATE = (
    "type",
    "area",
    "grid_cell",
    "date_start",
    "date_end",
    "deaths_best",
    "deaths_low",
    "deaths_high",
    "deaths_civilians",
    "status",
    "count_in_aggregates",
    "duplicate_of",
    "participants",
)

State = Mapping[str, Any]


def first_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """The first day of the month `count` months after the one that begins on `month`."""
    years, index = divmod(month.year * 12 + month.month - 1 + count, 12)
    return date(years, index + 1, 1)


def last_of(month: date) -> date:
    """The last day of the month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def spread(start: date, end: date) -> Iterator[tuple[date, float]]:
    """(month, share of the days from `start` to `end`, both counted, that fall into it)."""
    days = (end - start).days + 1
    month = first_of(start)
    while month <= end:
        last = last_of(month)
        yield month, ((min(last, end) - max(month, start)).days + 1) / days
        month = last + timedelta(days=1)


def counts(state: State) -> bool:
    """Does an event in this state count in sums at all?"""
    return bool(
        state["status"] == EventStatus.ACCEPTED
        and state["count_in_aggregates"]
        and not state["duplicate_of"]
        and state["area"]
    )


def toll(state: State) -> tuple[int, int, int, int]:
    """Deaths (best, low, high, civilians), low and high widened to hold best."""
    best = state["deaths_best"] or 0
    low = best if state["deaths_low"] is None else min(state["deaths_low"], best)
    high = best if state["deaths_high"] is None else max(state["deaths_high"], best)
    return best, low, high, state["deaths_civilians"] or 0


def harms_civilians(state: State, code: str) -> bool:
    """Is it harm to civilians: by its type, or because civilians died?"""
    return code in CIVILIAN_TYPES or (state["deaths_civilians"] or 0) > 0


def area_sums(state: State) -> tuple[float, ...]:
    """The sums of AREA_SUMS for the whole event."""
    best, low, high, civilians = toll(state)
    return 1, int(best > 0), best, low, high, civilians


def pair_sums(state: State) -> tuple[float, ...]:
    """The sums of PAIR_SUMS for the whole event."""
    return 1, *toll(state)


def pairs_of(
    participants: Iterable[Mapping[str, Any]], known_names: Mapping[str, UUID]
) -> list[tuple[UUID, UUID, bool]]:
    """(actor, other actor, same side) of an event, ends ordered; only actors that stand on a side.

    Sources book several groups as one actor, "GATIA, MSA". That actor opposes the other side; together on one side
    are the groups that it names, where each is known by its own name.
    """
    sided = [part for part in participants if part["side"]]
    faced: dict[str, set[UUID]] = {"a": set(), "b": set()}
    together: dict[str, set[UUID]] = {"a": set(), "b": set()}
    for part in sided:
        actor = UUID(part["actor"]) if part["actor"] else None
        if actor:
            faced[part["side"]].add(actor)
        if SEVERAL in part["raw_label"]:
            named = part["raw_label"].split(SEVERAL)
            together[part["side"]] |= {known_names[name] for name in named if name in known_names}
        elif actor:
            together[part["side"]].add(actor)
    found = {(min(one, other), max(one, other), False) for one in faced["a"] for other in faced["b"] if one != other}
    for side in together.values():
        found |= {(one, other, True) for one, other in combinations(sorted(side), 2)}
    return sorted(found)


def books_several(participants: Iterable[Mapping[str, Any]]) -> bool:
    """Does one of them stand for several groups?"""
    return any(SEVERAL in part["raw_label"] for part in participants)

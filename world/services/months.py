"""Events spread over the months that they last."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta


def first_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return first_of(first_of(month) + timedelta(days=31))


def spread(start: date, end: date) -> Iterator[tuple[date, float]]:
    """(month, share of the days from `start` to `end`, both counted, that fall into it)."""
    days = (end - start).days + 1
    month = first_of(start)
    while month <= end:
        last = month.replace(day=monthrange(month.year, month.month)[1])
        yield month, ((min(last, end) - max(month, start)).days + 1) / days
        month = last + timedelta(days=1)

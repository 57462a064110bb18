"""Windows are whole months: N(F; a, b) counts the months (e-b, e-a], e being the last complete observed month."""

import calendar
from dataclasses import dataclass
from datetime import date

STALE_AFTER_MONTHS = 3


def month_of(day: date) -> date:
    """The first day of a date's month, which stands for the month."""
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """The month `count` months later (earlier, if negative)."""
    place = month.year * 12 + month.month - 1 + count
    return date(place // 12, place % 12 + 1, 1)


def last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def last_complete(day: date) -> date:
    """The last month that has ended by the end of `day`."""
    month = month_of(day)
    return month if day == last_day(month) else add_months(month, -1)


def months_between(earlier: date, later: date) -> int:
    """How many months lie from one month to a later one."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


@dataclass(frozen=True)
class Observed:
    """Which months of a dataset count at a reference date: all from `first` to `end`."""

    first: date
    end: date

    def window(self, start: int, stop: int) -> tuple[date, date]:
        """First and last month of the window (e-stop, e-start]."""
        return add_months(self.end, 1 - stop), add_months(self.end, -start)

    def covers(self, stop: int) -> bool:
        """Does a window of `stop` months back begin within the dataset?"""
        return self.window(0, stop)[0] >= self.first


def observed(*, at: date, first: date, until: date) -> tuple[Observed | None, str]:
    """The months that count for `at`, or None and the reason.

    `first` and `until`: first day and last day that the dataset covers, as known at the cut-off.
    """
    end = min(last_complete(at), last_complete(until))
    if month_of(first) > end:
        return None, f"The data begin after {at.isoformat()}."
    if at > last_day(add_months(end, STALE_AFTER_MONTHS)):
        return None, f"The data end with {end:%Y-%m}, more than {STALE_AFTER_MONTHS} months before {at.isoformat()}."
    return Observed(first=month_of(first), end=end), ""

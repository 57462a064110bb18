"""When a team could have known a fact, by the release calendar of its publisher."""

import re
from datetime import date

from django.utils.translation import gettext as _

from core.errors import DomainError

UCDP_MONTHLY_SINCE = date(2018, 1, 1)
UCDP_MONTHLY_DAY = 20
UCDP_YEARLY_MONTH = 6

_YEARLY = re.compile(r"(\d{2})\.1", re.ASCII)
_CANDIDATE = re.compile(r"(\d{2})\.0\.(\d{1,2})", re.ASCII)


def next_month(year: int, month: int, day: int) -> date:
    """A day of the month after the given one."""
    return date(year + month // 12, month % 12 + 1, day)


def ucdp_known_from(end: date) -> date:
    """The day from which a UCDP event that ended on `end` is known.

    Monthly candidate releases cover events since 2018: the 20th of the next month. Before that only the yearly
    release did: June of the next year.
    """
    if end < UCDP_MONTHLY_SINCE:
        return date(end.year + 1, UCDP_YEARLY_MONTH, 1)
    return next_month(end.year, end.month, UCDP_MONTHLY_DAY)


def ucdp_released(vintage: str) -> date:
    """The release day of a UCDP vintage: 26.1 (June 2026), 26.0.8 (20 September 2026), or a day as YYYY-MM-DD."""
    yearly, candidate = _YEARLY.fullmatch(vintage), _CANDIDATE.fullmatch(vintage)
    try:
        if yearly:
            return date(2000 + int(yearly[1]), UCDP_YEARLY_MONTH, 1)
        if candidate and 1 <= int(candidate[2]) <= 12:
            return next_month(2000 + int(candidate[1]), int(candidate[2]), UCDP_MONTHLY_DAY)
        return date.fromisoformat(vintage)
    except ValueError:
        raise DomainError(
            _("“%(vintage)s” is no vintage of UCDP GED. Write 26.1, 26.0.8, or the day of release as YYYY-MM-DD.")
            % {"vintage": vintage[:40]},
            code="unknown_vintage",
            field="vintage",
        ) from None

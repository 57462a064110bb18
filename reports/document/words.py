"""The fixed words of a brief in its language; the template itself holds none."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext as _

from reports.palette import LEVELS


def words() -> dict[str, str]:
    """Every word that the template prints, by its key; call it inside `translation.override`."""
    return {
        "series": _("Scenario brief"),
        "figure": _("Figure"),
        "table": _("Table"),
        "at_a_glance": _("At a glance"),
        "contents": _("Contents"),
        "references": _("References"),
        "rank": _("Rank"),
        "score": _("Score"),
        "interval": _("90% interval"),
        "first_in": _("First in"),
        "of_hundred": _("of 100"),
        "not_accessible": _("Not accessible: some characters could not be written"),
        "read_with_care": _("Read with care"),
    } | {f"level_{band.key}": str(band.name) for band in LEVELS}


def statuses() -> dict[str, str]:
    """The states of a brief as they are printed."""
    return {
        "draft": _("Draft, not approved"),
        "in_review": _("In review, not approved"),
        "approved": _("Approved"),
        "published": _("Published"),
    }


def written_date(day: str, locale: str) -> str:
    """An ISO date in words: 31 January 2024."""
    return format_date(date.fromisoformat(day), format="d MMMM y", locale=locale)


def written_month(month: str, locale: str) -> str:
    """A month given as YYYY-MM in words: December 2023."""
    return format_date(date.fromisoformat(month + "-01"), format="LLLL y", locale=locale)


def listed(names: list[str]) -> str:
    """Names in a row: A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}

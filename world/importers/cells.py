"""Reading one cell of a table into a typed value, with a reason when it is none."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.text import clean

MAX_DIGITS = 12
EARLIEST = 1946
LATEST = 2100
ADMIN_WORDS = (" region", " department", " province", " cercle", " state", " district")

# What spreadsheets make of a whole number: 3 becomes 03/01/1900, 14668 becomes 14668,0 or 1.4668E+04.
_AS_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?: \d{1,2}:\d{2}(?::\d{2})?)?", re.ASCII)
_DECIMAL = re.compile(r"[-+]?\d{1,4}(?:\.\d{0,20})?(?:[eE][-+]?\d{1,3})?", re.ASCII)
_AS_DECIMAL = re.compile(r"-?\d{1,12}[.,]\d{1,12}(?:[eE][+-]?\d{1,3})?", re.ASCII)

Reader = Callable[[str], Any]


class BadCell(ValueError):
    """The cell is not what its column holds."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message


def _shown(text: str) -> str:
    shown = clean(text[:200])
    return shown if len(shown) <= 40 else shown[:39] + "…"


def not_whole(text: str) -> BadCell:
    """Why a text is no whole number; damage by a spreadsheet is called by its name."""
    if _AS_DATE.fullmatch(text) or _AS_DECIMAL.fullmatch(text):
        return BadCell(
            "spreadsheet_damage",
            _("“%(text)s” was a whole number until a spreadsheet changed it. Import the file as downloaded.")
            % {"text": _shown(text)},
        )
    if not text:
        return BadCell("empty", _("The cell is empty."))
    return BadCell("not_a_number", _("“%(text)s” is not a whole number.") % {"text": _shown(text)})


def whole(text: str) -> int:
    """A whole number from 0 up."""
    if text.isdecimal() and text.isascii() and len(text) <= MAX_DIGITS:
        return int(text)
    if text.endswith(".0") and text[:-2].isdecimal():  # as data frames write whole numbers
        return whole(text[:-2])
    raise not_whole(text)


def positive(text: str) -> int:
    """A whole number from 1 up."""
    value = whole(text)
    if not value:
        raise BadCell("out_of_range", _("0 is no number that is given to anything."))
    return value


def between(least: int, most: int) -> Reader:
    """A reader of whole numbers in a closed range."""

    def read(text: str) -> int:
        value = whole(text)
        if not least <= value <= most:
            raise BadCell(
                "out_of_range",
                _("%(value)d is not between %(least)d and %(most)d.") % {"value": value, "least": least, "most": most},
            )
        return value

    return read


def or_empty(reader: Reader) -> Reader:
    """The same reader, with None for an empty cell."""

    def read(text: str) -> Any:
        return reader(text) if text else None

    return read


def decimal(least: float, most: float) -> Reader:
    """A reader of decimal numbers in a closed range."""

    def read(text: str) -> float:
        if not _DECIMAL.fullmatch(text):
            raise BadCell("not_a_number", _("“%(text)s” is not a number.") % {"text": _shown(text)})
        value = float(text)
        if not least <= value <= most:
            raise BadCell(
                "out_of_range",
                _("%(value)s is not between %(least)s and %(most)s.")
                % {"value": _shown(text), "least": least, "most": most},
            )
        return value

    return read


def iso_day(text: str) -> str:
    """YYYY-MM-DD of the three ways in which UCDP writes a day; any other text unchanged.

    2023-08-22, 2023-08-22 00:00:00.000 (yearly file) and 08/22/2023 00:00:00 (country page, month first).
    """
    if len(text) == 10:
        return text
    if len(text) == 19 and text[2] == text[5] == "/" and text.endswith(" 00:00:00"):
        return f"{text[6:10]}-{text[0:2]}-{text[3:5]}"
    if len(text) in (19, 23) and text[10:] in (" 00:00:00", " 00:00:00.000", "T00:00:00", "T00:00:00.000"):
        return text[:10]
    return text


def day(text: str) -> date:
    """A calendar day. A date that a spreadsheet saved again is refused: day and month may be swapped."""
    plain = iso_day(text)
    if len(plain) == 10 and plain[4] == plain[7] == "-":
        try:
            value = date.fromisoformat(plain)
        except ValueError:
            raise BadCell("bad_date", _("“%(text)s” is no day of the calendar.") % {"text": _shown(text)}) from None
        if EARLIEST <= value.year <= LATEST:
            return value
        raise BadCell("bad_date", _("The year of “%(text)s” cannot be right.") % {"text": _shown(text)})
    if not text:
        raise BadCell("empty", _("The cell is empty."))
    if _AS_DATE.fullmatch(text):
        raise BadCell(
            "spreadsheet_damage",
            _(
                "“%(text)s” was written by a spreadsheet: which number is the day and which the month is lost. "
                "Import the file as downloaded."
            )
            % {"text": _shown(text)},
        )
    raise BadCell("bad_date", _("“%(text)s” is not a date.") % {"text": _shown(text)})


def bare_admin(name: str) -> str:
    """The name of an area without the kind of area: “Kidal region” is Kidal."""
    for word in ADMIN_WORDS:
        if name.lower().endswith(word):
            return name[: -len(word)]
    return name

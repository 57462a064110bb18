"""How much room a text takes, how it breaks, and how numbers are written in a reader's language."""

from babel.numbers import format_decimal, format_percent

# Widths of IBM Plex Sans in em, rounded up by group of characters: room is kept before anything is drawn.
_GROUPS = {
    "ilj.,:;'|!()[]·ïî ": 0.32,
    "tfrI-": 0.40,
    "0123456789–": 0.60,
    "mwMW": 0.89,
    "ÆŒ@%—": 0.97,
}
_EM = {char: em for chars, em in _GROUPS.items() for char in chars}
_CAPITAL, _OTHER = 0.67, 0.565


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The room in px that `text` needs at `size` px; never less than what it takes in IBM Plex Sans."""
    em = sum(_EM.get(char, _CAPITAL if char.isupper() else _OTHER) for char in text)
    return em * size * (1.06 if bold else 1.0)


def wrap(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """`text` in at most `lines` lines of `room` px; what does not fit ends in an ellipsis."""
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(longer, size, bold=bold) <= room:
            rows[-1] = longer
        else:
            rows.append(word)
    kept = rows[:lines]
    if len(rows) > lines:
        kept[-1] = " ".join(rows[lines - 1 :])
    return [_cut(row, room, size, bold=bold) for row in kept] or [""]


def _cut(row: str, room: float, size: float, *, bold: bool) -> str:
    if text_width(row, size, bold=bold) <= room:
        return row
    while row and text_width(row + "…", size, bold=bold) > room:
        row = row[:-1]
    return row.rstrip(" ,;–-") + "…"


def number(value: float, locale: str, digits: int = 1) -> str:
    """`value` with `digits` decimals in the reader's language, with a true minus sign."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    written = format_decimal(value, format=pattern, locale=locale)
    return written.replace("-", "−")


def percent(share: float, locale: str) -> str:
    """A share (0-1) in whole percent, as the reader's language writes it."""
    return str(format_percent(share, locale=locale))


def share_of_draws(share: float, locale: str) -> str:
    """A share of draws: under one percent is never written as zero, nor almost all as all."""
    if share < 0.01:
        return "<" + percent(0.01, locale)
    if share > 0.99:
        return ">" + percent(0.99, locale)
    return percent(share, locale)

"""Numbers as text and as small pictures: never a bare rank, never 0 % for a small share, never a silent gap."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

register = template.Library()

NONE = "–"
# Upper ends of the five levels of an index that runs from 0 to 100; the same steps as on charts and in briefs.
LEVELS = (
    (25, gettext_lazy("Low")),
    (40, gettext_lazy("Guarded")),
    (55, gettext_lazy("Elevated")),
    (70, gettext_lazy("High")),
    (100, gettext_lazy("Critical")),
)
RELIABILITY = {
    "A": gettext_lazy("completely reliable"),
    "B": gettext_lazy("usually reliable"),
    "C": gettext_lazy("fairly reliable"),
    "D": gettext_lazy("not usually reliable"),
    "E": gettext_lazy("unreliable"),
    "F": gettext_lazy("reliability cannot be judged"),
}
CREDIBILITY = {
    "1": gettext_lazy("confirmed"),
    "2": gettext_lazy("probably true"),
    "3": gettext_lazy("possibly true"),
    "4": gettext_lazy("doubtful"),
    "5": gettext_lazy("improbable"),
    "6": gettext_lazy("truth cannot be judged"),
}
FIRMNESS = {"A": "firm", "B": "firm", "C": "fair", "D": "weak", "E": "weak", "F": "open"}
FIRMNESS |= {"1": "firm", "2": "firm", "3": "fair", "4": "weak", "5": "weak", "6": "open"}
STATUSES = {
    "draft": ("warn", gettext_lazy("Draft")),
    "published": ("good", gettext_lazy("Published")),
    "queued": ("", gettext_lazy("Waiting")),
    "running": ("brand", gettext_lazy("Running")),
    "done": ("good", gettext_lazy("Finished")),
    "failed": ("bad", gettext_lazy("Failed")),
    "cancelled": ("", gettext_lazy("Cancelled")),
    "in_review": ("warn", gettext_lazy("In review")),
    "approved": ("good", gettext_lazy("Approved")),
    "accepted": ("good", gettext_lazy("Accepted")),
    "rejected": ("bad", gettext_lazy("Rejected")),
    "retracted": ("bad", gettext_lazy("Retracted")),
    "confirmed": ("good", gettext_lazy("Confirmed")),
    "partial": ("warn", gettext_lazy("Partly confirmed")),
    "contested": ("warn", gettext_lazy("Contested")),
    "single_source": ("warn", gettext_lazy("Single source")),
    "active": ("good", gettext_lazy("Active")),
    "closed": ("", gettext_lazy("Closed")),
    "stale": ("warn", gettext_lazy("Out of date")),
    "set_aside": ("warn", gettext_lazy("Set aside")),
}


def _text(value: float, places: int) -> str:
    # Django cuts digits off where a reader expects them rounded.
    text = number_format(Decimal(f"{value:.{places}f}"), places, use_l10n=True, force_grouping=True)
    zero = not text.strip("-0.,")
    return text.lstrip("-") if zero else text.replace("-", "−")


@register.filter
def num(value: Any, places: int = 0) -> str:
    """`{{ 1482|num }}` 1,482; `{{ score|num:1 }}` 60.6; nothing gives a dash."""
    return NONE if value is None or value == "" else _text(float(value), int(places))


@register.filter
def plain(value: Any) -> str:
    """A number as fields and scripts read it: a point, no groups, no needless zeros."""
    return "" if value is None or value == "" else f"{float(value):.10g}"


@register.filter
def signed(value: Any, places: int = 0) -> str:
    """A change with its sign: +9, −3, 0."""
    if value is None or value == "":
        return NONE
    text = _text(float(value), int(places))
    return f"+{text}" if float(value) > 0 and text.strip("0.,") else text


@register.filter
def share(value: Any) -> str:
    """A share of 1 in whole percent; small ones are `<1%`, never 0%; nearly all is `>99%`."""
    if value is None or value == "":
        return NONE
    part = float(value)
    if 0 < part < 0.01:
        return "<1%"
    if 0.99 < part < 1:
        return ">99%"
    return f"{_text(part * 100, 0)}%"


@register.simple_tag
def between(low: Any, high: Any, places: int = 0) -> str:
    """An interval in words: `{% between q.q05 q.q95 %}` 64 to 77."""
    if low is None or high is None:
        return NONE
    return _("%(low)s to %(high)s") % {"low": num(low, places), "high": num(high, places)}


@register.filter
def dated(value: dt.date | None, precision: str = "day") -> str:
    """A date as precisely as it is known: 31 January 2024, January 2024, 2024."""
    if value is None:
        return NONE
    return date_format(value, {"month": "F Y", "year": "Y"}.get(precision, "j F Y"))


@register.filter
def moment(value: dt.datetime | None) -> SafeString | str:
    """A point in time as a <time> element: 31 January 2024, 09:00."""
    if value is None:
        return NONE
    local = timezone.localtime(value)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(local, "j F Y, H:i"))


def level_of(score: float) -> int:
    """The number of the level, 0 (low) to 4 (critical), of an index from 0 to 100."""
    return next((number for number, (end, _name) in enumerate(LEVELS) if score < end), len(LEVELS) - 1)


@register.simple_tag
def level(score: Any) -> SafeString | str:
    """The named level of an index as a chip with its colour."""
    if score is None or score == "":
        return NONE
    number = level_of(float(score))
    return format_html('<span class="level level-{}">{}</span>', number, LEVELS[number][1])


@register.simple_tag
def level_key() -> SafeString:
    """The levels with their bounds, as chips in a row."""
    ends = [0, *(end for end, _name in LEVELS)]
    return format_html_join(
        "",
        '<span class="level level-{}">{} <span class="dim">{}–{}</span></span>',
        ((number, name, ends[number], end) for number, (end, name) in enumerate(LEVELS)),
    )


@register.simple_tag
def grade(reliability: str = "", credibility: Any = "") -> SafeString:
    """The Admiralty grade of a source (A-F) and of what it says (1-6); one of the two may be empty."""
    parts = [(str(reliability or ""), RELIABILITY), (str(credibility or ""), CREDIBILITY)]
    known = [(mark, words[mark]) for mark, words in parts if mark in words]
    if not known:
        return format_html('<span class="badge">{}</span>', pgettext("grade of a source", "Not graded"))
    title = "; ".join(str(words) for _mark, words in known)
    marks = format_html_join("", '<span class="grade-{}">{}</span>', ((FIRMNESS[mark], mark) for mark, _w in known))
    return format_html(
        '<span class="grade" title="{0}"><span class="sr">{1}</span>{2}</span>', title, f"{title}: ", marks
    )


@register.simple_tag
def status(value: Any, label: Any = "") -> SafeString:
    """The badge of a state; `label` replaces its usual words, or gives them to a state unknown here."""
    tone, words = STATUSES.get(str(value).lower(), ("", str(value)))
    return badge(label or words, tone)


@register.simple_tag
def badge(text: Any, tone: str = "") -> SafeString:
    """A small word in a box; tone is empty, good, warn, bad or brand."""
    return format_html('<span class="badge{}">{}</span>', f" badge-{tone}" if tone else "", text)


@register.simple_tag
def missing(reason: Any = "") -> SafeString:
    """A cell without a value: it says so, and why. Never 0, never blank."""
    words = _("missing")
    if not reason:
        return format_html('<span class="missing"><span>{}</span></span>', words)
    return format_html(
        '<span class="missing" title="{0}"><span>{1}</span><span class="sr">: {0}</span></span>', reason, words
    )


def _part(value: float, low: float, high: float) -> float:
    return round(min(max((value - low) / ((high - low) or 1), 0), 1) * 100, 2)


def _speech(label: Any) -> SafeString:
    if label:
        return format_html('role="img" aria-label="{}"', label)
    return mark_safe('aria-hidden="true"')


@register.simple_tag
def bar(
    value: Any, top: float = 100, low: Any = None, high: Any = None, tone: str = "", label: Any = "", name: str = ""
) -> SafeString:
    """A bar from 0 to `top`; `low` and `high` draw a whisker; tone is soft, pos, neg, level (by value) or empty.

    `name` lets a script find the fill: it becomes data-bar on the SVG.
    """
    css = f"level-{level_of(float(value or 0))}" if tone == "level" else tone
    whisker: SafeString | str = ""
    if low is not None and high is not None:
        start, end = _part(float(low), 0, top), _part(float(high), 0, top)
        whisker = format_html(
            '<rect class="whisker" x="{}%" y="3" width="{}%" height="2"/>', start, round(end - start, 2)
        )
    return format_html(
        '<svg class="bar {}" height="8" {}{}><rect class="track" width="100%" height="8" rx="2"/>'
        '<rect class="fill" width="{}%" height="8" rx="2"/>{}</svg>',
        css,
        _speech(label),
        format_html(' data-bar="{}"', name) if name else "",
        _part(float(value or 0), 0, top),
        whisker,
    )


@register.simple_tag
def interval(
    value: Any,
    low: Any = None,
    high: Any = None,
    start: float = 0,
    end: float = 100,
    levels: bool = False,
    label: Any = "",
) -> SafeString:
    """A track from `start` to `end` with a tick at the value and a box from low to high; `levels` colours the steps."""
    tick = _part(float(value or 0), start, end)
    box: SafeString | str = ""
    if low is not None and high is not None:
        left, right = _part(float(low), start, end), _part(float(high), start, end)
        box = format_html(
            '<rect class="range" x="{}%" y="2" width="{}%" height="14" rx="3"/>', left, round(right - left, 2)
        )
    return format_html(
        '<svg class="interval{}" height="18" {}>{}{}<line class="tick" x1="{}%" x2="{}%" y1="1.5" y2="16.5"/></svg>',
        " levels" if levels else "",
        _speech(label),
        _steps() if levels else mark_safe('<rect class="track" y="5" width="100%" height="8" rx="4"/>'),
        box,
        tick,
        tick,
    )


def _steps() -> SafeString:
    starts = [0, *(end for end, _name in LEVELS[:-1])]
    return format_html_join(
        "",
        '<rect class="step-{}" x="{}%" y="5" width="{}%" height="8"/>',
        ((number, begin, LEVELS[number][0] - begin) for number, begin in enumerate(starts)),
    )


@register.simple_tag
def sparkline(values: Sequence[float | None], label: Any = "", tone: str = "") -> SafeString | str:
    """The course of a series in 124 by 34 points with a dot on the last; tone is empty or hot. Gaps are skipped."""
    known = [(index, float(value)) for index, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(value for _i, value in known), max(value for _i, value in known)
    last, span = known[-1][0], (high - low) or 1
    points = [(round(4 + 114 * index / last, 1), round(29 - 24 * (value - low) / span, 1)) for index, value in known]
    return format_html(
        '<svg class="spark{}" width="124" height="34" viewBox="0 0 124 34" {}><polyline points="{}"/>'
        '<circle cx="{}" cy="{}" r="3.2"/></svg>',
        f" {tone}" if tone else "",
        _speech(label),
        " ".join(f"{x},{y}" for x, y in points),
        *points[-1],
    )

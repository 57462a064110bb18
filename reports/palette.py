"""The colours of charts and briefs: one finite list of tokens, so that one SVG serves light, dark and print.

Every colour of a chart is a token's light value; `css_rules` maps these values back to the page's custom
properties, which the theme then sets. The token names and values are those of the page's style sheet.
"""

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

Theme = Literal["light", "dark", "print", "cover"]

LIGHT: dict[str, str] = {
    "surface": "#ffffff",
    # One step off white: the home country needs a colour that the style sheet can tell from a surface.
    "home": "#fefefe",
    "ink": "#16232d",
    "ink2": "#46565f",
    "ink3": "#5f6f79",
    "line": "#d8dfe3",
    "line2": "#b9c4cb",
    "grid": "#e9eef0",
    "brand": "#0e5a73",
    "brand2": "#6ea9ba",
    "soft": "#e4eff3",
    "pos": "#2d7d5a",
    "neg": "#b3472b",
    "s0": "#f8ead3",
    "s1": "#f1c98f",
    "s2": "#e2964f",
    "s3": "#c45c2e",
    "s4": "#8a2c1f",
    "b0": "#f3f7f8",
    "b1": "#d9e9ee",
    "b2": "#b6d6df",
    "b3": "#8dc0ce",
    "b4": "#5fa6bb",
    "land": "#eef1f0",
    "water": "#dfeaf0",
    "river": "#9cc3d5",
    "c1": "#d2702b",
    "c2": "#6c5ba7",
    "c3": "#4a8c5c",
    "c4": "#b8487a",
}

DARK: dict[str, str] = LIGHT | {
    "surface": "#16212a",
    "home": "#2b3b46",
    "ink": "#e6edf1",
    "ink2": "#b4c2ca",
    "ink3": "#8d9fa9",
    "line": "#2a3943",
    "line2": "#415461",
    "grid": "#22313a",
    "brand": "#63b9d2",
    "brand2": "#3b7f93",
    "soft": "#173844",
    "pos": "#5cb98c",
    "neg": "#e8835f",
    "s0": "#3a2d22",
    "s1": "#6b4526",
    "s2": "#a8622e",
    "s3": "#d98645",
    "s4": "#f6c48a",
    "b0": "#1d2b34",
    "b1": "#1f3f4e",
    "b2": "#24566a",
    "b3": "#266179",
    "b4": "#28697f",
    "land": "#1d2930",
    "water": "#10202a",
    "river": "#2f5a70",
    "c1": "#e9955a",
    "c2": "#a596dc",
    "c3": "#7bbf8e",
    "c4": "#e087b0",
}

# The cover of a brief is printed on the petrol of the page's rail, whatever the reader's theme is.
COVER: dict[str, str] = DARK | {
    "surface": "#0b2733",
    "home": "#17495c",
    "ink": "#ffffff",
    "ink2": "#c4d6de",
    "ink3": "#7fa5b4",
    "line2": "#5d93a6",
    "land": "#113644",
    "water": "#0b2733",
    "river": "#23586c",
}

THEMES: dict[Theme, dict[str, str]] = {"light": LIGHT, "dark": DARK, "print": LIGHT, "cover": COVER}

CATEGORIES = ("brand", "c1", "c2", "c3", "c4", "ink3", "brand2")
SHARES = ("b0", "b1", "b2", "b3", "b4")


@dataclass(frozen=True)
class Level:
    """A named band of an index on 0-100 where higher is worse: `low` <= score < `high`."""

    key: str
    low: float
    high: float
    token: str
    name: Any


LEVELS = (
    Level("low", 0, 25, "s0", _("Low")),
    Level("guarded", 25, 40, "s1", _("Guarded")),
    Level("elevated", 40, 55, "s2", _("Elevated")),
    Level("high", 55, 70, "s3", _("High")),
    Level("critical", 70, 100, "s4", _("Critical")),
)


def level(score: float) -> Level:
    """The named level of an index score; 100 belongs to the highest one."""
    return next((band for band in LEVELS if score < band.high), LEVELS[-1])


def share_token(share: float, full: float = 0.5) -> str:
    """The token of a cell that shows a share (0-1); `full` and more take the strongest colour."""
    step = int(len(SHARES) * share / full)
    return SHARES[min(max(step, 0), len(SHARES) - 1)]


def css_rules() -> str:
    """Style rules that hand every colour of a light chart over to the page's custom properties."""
    return "".join(
        f'.chart [{paint}="{value}"]{{{paint}:var(--{token})}}\n'
        for token, value in LIGHT.items()
        for paint in ("fill", "stroke")
    )

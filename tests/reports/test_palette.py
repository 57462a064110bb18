"""The finite palette: what it maps, and that every colour of the template is in it."""

import re
from pathlib import Path

import pytest

from reports import palette
from reports.palette import COVER, DARK, LEVELS, LIGHT, css_rules, level, share_token

TEMPLATE = Path(palette.__file__).parent / "typst"


def luminance(value: str) -> float:
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_each_light_colour_names_one_token_so_that_a_picture_can_be_recoloured():
    assert len(set(LIGHT.values())) == len(LIGHT)
    assert set(LIGHT) == set(DARK) == set(COVER)


def test_the_rules_hand_each_colour_to_its_custom_property():
    rules = css_rules()
    assert '.chart [fill="#0e5a73"]{fill:var(--brand)}' in rules
    assert '.chart [stroke="#0e5a73"]{stroke:var(--brand)}' in rules
    assert rules.count("\n") == 2 * len(LIGHT)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_ink_on_shaded_cells_keeps_its_contrast(tokens):
    assert all(contrast(tokens["ink"], tokens[name]) >= 4.5 for name in palette.SHARES)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_small_text_keeps_its_contrast_on_the_surface(tokens):
    assert all(contrast(tokens[name], tokens["surface"]) >= 4.5 for name in ("ink", "ink2", "ink3", "neg"))


@pytest.mark.parametrize(
    ("score", "key"), [(0, "low"), (24.9, "low"), (25, "guarded"), (54.9, "elevated"), (55, "high"), (100, "critical")]
)
def test_a_score_has_the_level_of_its_band(score, key):
    assert level(score).key == key


def test_levels_leave_no_gap():
    assert [band.high for band in LEVELS[:-1]] == [band.low for band in LEVELS[1:]]


@pytest.mark.parametrize(("share", "token"), [(0, "b0"), (0.19, "b1"), (0.49, "b4"), (1, "b4")])
def test_a_larger_share_is_a_stronger_colour(share, token):
    assert share_token(share) == token


def test_every_colour_of_the_template_is_in_the_palette():
    used = {value for path in TEMPLATE.glob("*.typ") for value in re.findall(r"#[0-9a-f]{6}", path.read_text())}
    assert used
    assert used <= set(LIGHT.values()) | set(DARK.values()) | set(COVER.values())

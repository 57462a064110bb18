"""Text metrics against the typeface itself, wrapping, and numbers."""

import string
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reports.charts.lettering import number, percent, share_of_draws, text_width, wrap

TEXTS = ["Unarmed civilian protection and mediation", "AES: Mali, Burkina Faso and Niger", "2,115 (90%)", "Ménaka"]


@pytest.fixture(scope="module")
def font() -> Iterator[TTFont]:
    spec = find_spec("fontpkg_ibm_plex_sans")
    assert spec
    assert spec.origin
    with TTFont(Path(spec.origin).parent / "files" / "IBMPlexSans[wdth,wght].ttf", lazy=True) as opened:
        yield opened


def measured(font: TTFont, text: str, size: float) -> float:
    names, metrics = font.getBestCmap(), font["hmtx"]
    return sum(metrics[names[ord(char)]][0] for char in text) * size / font["head"].unitsPerEm


@pytest.mark.parametrize("text", TEXTS)
def test_the_room_kept_is_never_less_than_the_text_needs_and_not_much_more(font, text):
    needed = measured(font, text, 12)
    assert needed <= text_width(text, 12) <= needed * 1.2


def test_words_break_over_lines_and_the_rest_is_cut_with_an_ellipsis():
    assert wrap("No successor", 200, 12) == ["No successor"]
    assert wrap("Unarmed civilian protection and mediation", 160, 12) == [
        "Unarmed civilian protection",
        "and mediation",
    ]
    lines = wrap(" ".join(["protection"] * 9), 160, 12)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line, 12) <= 160 for line in lines)


def test_a_word_longer_than_the_line_is_cut():
    (line,) = wrap(string.ascii_lowercase * 4, 100, 12)
    assert line.endswith("…")
    assert text_width(line, 12) <= 100


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 100, 12) == [""]


def test_numbers_have_the_decimals_and_the_sign_of_the_language():
    assert number(-1234.56, "en") == "−1,234.6"
    assert number(54.34, "fr") == "54,3"
    assert number(10000, "en", 0) == "10,000"


@pytest.mark.parametrize(
    ("share", "written"), [(0.0, "<1%"), (0.004, "<1%"), (0.01, "1%"), (0.495, "50%"), (0.996, ">99%"), (1.0, ">99%")]
)
def test_shares_of_draws_are_never_written_as_none_or_all(share, written):
    assert share_of_draws(share, "en") == written


def test_other_shares_may_be_none_or_all():
    assert [percent(share, "en") for share in (0, 0.25, 1)] == ["0%", "25%", "100%"]

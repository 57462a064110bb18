"""What is stored and what is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean, norm


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("Ménaka", "menaka"),
        ("Jama'at Nusrat al-Islam", "jama at nusrat al islam"),
        ("  GATIA ", "gatia"),
        ("I-n-Ates", "i n ates"),
        ("", ""),
    ],
)
def test_names_compare_without_accents_case_and_punctuation(given_text, wanted):
    assert norm(given_text) == wanted


def test_control_characters_and_bidi_overrides_are_dropped_on_the_way_in():
    assert clean("a\x00b\x07c\u202ed\u2066e\ud800f") == "abcdef"


def test_lines_and_tabs_stay():
    assert clean("a\n\tb") == "a\n\tb"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_cleaned_text_can_be_encoded(text):
    clean(text).encode("utf-8")

"""Icons, texts and figures: what the tags and filters say."""

import datetime as dt

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from core.templatetags import figures, ui
from reports import palette


def _render(source: str, **context: object) -> str:
    return Template("{% load figures i18n ui %}" + source).render(Context(context))


def test_an_icon_is_inlined_and_silent_unless_it_is_named() -> None:
    assert 'aria-hidden="true"' in ui.icon("map")
    named = ui.icon("map", label="Map <of> Mali")
    assert 'role="img" aria-label="Map &lt;of&gt; Mali"' in named
    assert "<path" in named
    assert "xmlns" not in named


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="no-such-icon"):
        _render('{% icon "no-such-icon" %}')


def test_the_drawing_of_an_icon_is_read_once() -> None:
    ui.drawing("anchor")
    before = ui.drawing.cache_info().misses
    ui.drawing("anchor")
    assert ui.drawing.cache_info().misses == before


def test_a_route_that_is_not_there_gives_nothing() -> None:
    assert ui.route("world:no-such-page", "demo") == ""
    assert ui.route("accounts:team", "demo") == "/t/demo/team/"


def test_captured_markup_reaches_a_card_unescaped_but_words_do_not() -> None:
    html = _render(
        '{% capture as more %}<a href="/x">x</a>{% endcapture %}{% card title=t actions=more %}{{ t }}{% endcard %}',
        t="<b>",
    )
    assert '<a href="/x">x</a>' in html
    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == 2


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ({"en": "Kidal", "fr": "Kidal (fr)"}, "fr", "Kidal (fr)"),
        ({"en": "Kidal"}, "fr", "Kidal"),
        ({"ar": "x"}, "fr", "x"),
        ({}, "en", ""),
        (None, "en", ""),
        ("plain", "fr", "plain"),
    ],
)
def test_a_data_text_falls_back_to_english(value: object, language: str, expected: str) -> None:
    assert ui.localized(value, language) == expected


@pytest.mark.parametrize(("name", "expected"), [("Lead", "L"), ("Ana de Sá", "AS"), ("lead@demo.test", "L"), ("", "")])
def test_initials_come_from_the_first_and_last_word(name: str, expected: str) -> None:
    assert ui.initials(name) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1482, 0, "1,482"),
        (60.56, 1, "60.6"),
        (0, 0, "0"),
        (-3, 0, "−3"),
        (-0.04, 1, "0.0"),
        (None, 1, "–"),
        ("", 0, "–"),
    ],
)
def test_numbers_have_groups_a_true_minus_and_a_dash_for_nothing(value: object, places: int, expected: str) -> None:
    assert figures.num(value, places) == expected


def test_numbers_follow_the_reader_s_language_but_scripts_read_a_point() -> None:
    with translation.override("fr"):
        assert figures.num(60.5, 1) == "60,5"
        assert figures.plain(60.5) == "60.5"


@pytest.mark.parametrize(("value", "expected"), [(9, "+9"), (-3, "−3"), (0, "0"), (0.2, "0"), (None, "–")])
def test_a_change_carries_its_sign(value: object, expected: str) -> None:
    assert figures.signed(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.49, "49%"), (0.004, "<1%"), (0, "0%"), (0.996, ">99%"), (1, "100%"), (0.01, "1%"), (None, "–")],
)
def test_a_small_share_is_never_nothing(value: object, expected: str) -> None:
    assert figures.share(value) == expected


def test_an_interval_is_said_in_words_or_not_at_all() -> None:
    assert figures.between(64.2, 77.4) == "64 to 77"
    assert figures.between(None, 77) == "–"


@pytest.mark.parametrize(
    ("precision", "expected"), [("day", "31 January 2024"), ("month", "January 2024"), ("year", "2024")]
)
def test_a_date_is_as_precise_as_it_is_known(precision: str, expected: str) -> None:
    assert figures.dated(dt.date(2024, 1, 31), precision) == expected


@pytest.mark.parametrize(
    ("score", "name"),
    [(0, "Low"), (24.99, "Low"), (25, "Guarded"), (69.9, "High"), (70, "Critical"), (100, "Critical")],
)
def test_levels_begin_at_their_lower_end(score: float, name: str) -> None:
    assert name in figures.level(score)


def test_pages_and_charts_name_the_same_levels() -> None:
    assert [(end, str(name)) for end, name in figures.LEVELS] == [
        (band.high, str(band.name)) for band in palette.LEVELS
    ]


def test_a_grade_says_both_marks_in_words() -> None:
    html = figures.grade("B", 2)
    assert 'title="usually reliable; probably true"' in html
    assert '<span class="grade-firm">B</span>' in html
    assert "Not graded" in figures.grade("", "")


def test_a_state_unknown_here_keeps_its_own_words_escaped() -> None:
    assert "&lt;x&gt;" in figures.status("<x>")
    assert "badge-good" in figures.status("published")


def test_a_missing_value_says_why() -> None:
    html = figures.missing("no data after 2023-12")
    assert "missing" in html
    assert "no data after 2023-12" in html


def test_a_bar_stays_inside_its_track_and_takes_no_style() -> None:
    html = figures.bar(140, low=-5, high=120, tone="level")
    assert 'class="fill" width="100%"' in html
    assert 'x="0%"' in html
    assert "style" not in html


def test_an_interval_without_bounds_draws_the_value_alone() -> None:
    html = figures.interval(43)
    assert 'class="tick" x1="43.0%"' in html
    assert 'class="range"' not in html


def test_a_line_skips_gaps_and_needs_two_values() -> None:
    assert figures.sparkline([None, 4]) == ""
    assert figures.sparkline([1, None, 3]).count(",") == 2


def test_a_flat_line_does_not_divide_by_nothing() -> None:
    assert "polyline" in figures.sparkline([5, 5, 5])

"""One sentence from numbers: who leads, by how much, how often."""

import pytest

from scenarios.verdict import build_verdict, percent, sentence

NAMES = {"a": "Gao", "b": "Kidal"}


def row(key, rank, score, first_share, ranked=True):
    return {"key": key, "rank": rank, "score": score, "first_share": first_share, "ranked": ranked}


def said(*rows, higher_is="better"):
    verdict = build_verdict({"alternatives": rows, "headline": "root"}, {"higher_is": higher_is})
    return verdict["code"], sentence(verdict, NAMES)


def test_a_clear_leader_is_named_with_gap_and_share():
    code, text = said(row("b", 2, 60.0, 0.2), row("a", 1, 70.0, 0.8))
    assert code == "clear"
    assert text == "Gao comes first with 70 of 100, 10.0 points ahead of Kidal, and does so in 80 % of the draws."


def test_where_higher_is_worse_the_first_is_worst_off():
    assert said(row("a", 1, 70.0, 0.8), row("b", 2, 60.0, 0.2), higher_is="worse")[1].startswith("Gao is worst off")


@pytest.mark.parametrize(("share", "code"), [(0.599, "contested"), (0.6, "clear")])
def test_under_sixty_percent_of_first_places_is_contested(share, code):
    found, text = said(row("a", 1, 70.0, share), row("b", 2, 60.0, 1 - share))
    assert found == code
    assert text.startswith("Contested") == (code == "contested")


def test_who_comes_first_more_often_than_the_leader_is_named():
    text = said(row("a", 1, 70.0, 0.4), row("b", 2, 69.0, 0.6))[1]
    assert text.endswith("but in only 40 % of the draws; Kidal comes first more often, in 60 %.")


def test_a_tie_is_a_tie():
    code, text = said(row("a", 1, 70.0, 0.5), row("b", 1, 70.0, 0.5))
    assert code == "tied"
    assert text == "Gao and Kidal share the first place at 70 of 100."


def test_without_a_ranking_it_says_so():
    code, text = said(row("a", None, None, None, ranked=False))
    assert code == "refused"
    assert text.startswith("No ranking")


def test_a_single_one_leads_nobody():
    assert said(row("a", 1, 70.0, 1.0))[1] == "Only Gao could be scored: 70 of 100."


def test_without_draws_no_share_is_claimed():
    text = said(row("a", 1, 70.0, None), row("b", 2, 60.0, None))[1]
    assert text == "Gao comes first with 70 of 100, 10.0 points ahead of Kidal."


def test_an_alternative_without_a_name_is_called_by_its_key():
    assert "zz" in said(row("zz", 1, 70.0, 0.9), row("b", 2, 60.0, 0.1))[1]


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0 %"), (0.0004, "<1 %"), (0.01, "1 %"), (0.5, "50 %"), (0.9999, ">99 %"), (1.0, "100 %")]
)
def test_a_small_share_is_never_printed_as_nothing(share, text):
    assert percent(share) == text

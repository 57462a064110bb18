"""The roll-ups follow their stated rules, and the committed tables are those of the real file."""

import csv
from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from scripts.make_rollups import SOURCE_FILE, known_from, rollups, shares_by_month, shortest
from tests.demo_data.files import areas, table

AREAS = {("Mali", "Gao region"): "ML07"}


def _row(**changes: str) -> dict[str, str]:
    return {
        "type_of_violence": "1",
        "side_a": "Government of Mali",
        "side_a_new_id": "72",
        "side_b": "JNIM",
        "side_b_new_id": "6716",
        "country": "Mali",
        "adm_1": "Gao region",
        "priogrid_gid": "152280",
        "date_start": "2023-03-05",
        "date_end": "2023-03-05",
        "best": "4",
        "low": "3",
        "high": "9",
        "deaths_civilians": "0",
    } | changes


@pytest.mark.parametrize(
    ("end", "known"),
    [
        (date(2023, 12, 31), date(2024, 1, 20)),
        (date(2023, 11, 1), date(2023, 12, 20)),
        (date(2018, 1, 1), date(2018, 2, 20)),
        (date(2017, 12, 31), date(2018, 6, 1)),
        (date(1989, 9, 19), date(1990, 6, 1)),
    ],
)
def test_an_event_is_known_by_the_release_calendar(end: date, known: date) -> None:
    assert known_from(end) == known


@pytest.mark.parametrize(
    ("start", "end", "shares"),
    [
        (date(2023, 3, 5), date(2023, 3, 5), {date(2023, 3, 1): 1}),
        (date(2020, 1, 31), date(2020, 2, 1), {date(2020, 1, 1): Fraction(1, 2), date(2020, 2, 1): Fraction(1, 2)}),
        (
            date(2020, 1, 13),
            date(2020, 2, 20),
            {date(2020, 1, 1): Fraction(19, 39), date(2020, 2, 1): Fraction(20, 39)},
        ),
        (
            date(2022, 12, 31),
            date(2023, 2, 1),
            {date(2022, 12, 1): Fraction(1, 33), date(2023, 1, 1): Fraction(31, 33), date(2023, 2, 1): Fraction(1, 33)},
        ),
    ],
)
def test_a_long_event_is_spread_evenly_over_its_days(start: date, end: date, shares: dict[date, Fraction]) -> None:
    assert shares_by_month(start, end) == shares
    assert sum(shares_by_month(start, end).values()) == 1


def test_an_event_spread_over_two_months_is_known_by_its_last_day_in_both() -> None:
    cell_area, _ = rollups([_row(date_start="2023-03-31", date_end="2023-04-01")], AREAS)
    assert [(c["month"], c["known_month"], c["n"], c["best"]) for c in cell_area] == [
        ("2023-03-01", "2023-05-01", 0.5, 2.0),
        ("2023-04-01", "2023-05-01", 0.5, 2.0),
    ]


def test_events_with_the_same_key_add_up() -> None:
    cell_area, cell_pair = rollups([_row(), _row(best="0", low="0", high="1")], AREAS)
    (cell,) = cell_area
    assert (cell["n"], cell["n_deadly"], cell["best"], cell["low"], cell["high"]) == (2, 1, 4, 3, 10)
    assert [pair["n"] for pair in cell_pair] == [2]


def test_a_range_that_leaves_out_its_best_estimate_is_widened() -> None:
    cell_area, _ = rollups([_row(best="5", low="7", high="4")], AREAS)
    assert [(c["low"], c["best"], c["high"]) for c in cell_area] == [(5, 5, 5)]


@pytest.mark.parametrize(
    ("changes", "event_type", "harm"),
    [
        ({}, "VIOL.CLASH", "false"),
        ({"deaths_civilians": "1"}, "VIOL.CLASH", "true"),
        ({"type_of_violence": "2"}, "VIOL.CLASH", "false"),
        ({"type_of_violence": "3", "side_b": "Civilians", "side_b_new_id": "1"}, "VIOL.CIV_ATTACK", "true"),
    ],
)
def test_civilian_harm_is_one_sided_violence_or_civilian_deaths(
    changes: dict[str, str], event_type: str, harm: str
) -> None:
    (cell,), _ = rollups([_row(**changes)], AREAS)
    assert (cell["event_type"], cell["civilian_harm"]) == (event_type, harm)


def test_a_row_without_an_admin_1_area_counts_for_the_country_only() -> None:
    (cell,), (pair,) = rollups([_row(adm_1="")], AREAS)
    assert (cell["area"], pair["area"]) == ("ML", "ML")


def test_an_unknown_area_name_is_an_error_and_not_a_country_row() -> None:
    with pytest.raises(KeyError, match="Atlantis region"):
        rollups([_row(adm_1="Atlantis region")], AREAS)


def test_a_pair_is_stored_once_whichever_side_comes_first() -> None:
    swapped = _row(side_a="JNIM", side_a_new_id="6716", side_b="Government of Mali", side_b_new_id="72")
    _, cell_pair = rollups([_row(), swapped], AREAS)
    assert [(p["actor"], p["other_actor"], p["same_side"], p["n"]) for p in cell_pair] == [
        ("ucdp:6716", "ucdp:72", "false", 2)
    ]


def test_groups_named_together_are_partners_where_each_has_an_id() -> None:
    rows = [
        _row(side_a="GATIA", side_a_new_id="5880"),
        _row(side_a="MSA", side_a_new_id="6836"),
        _row(side_a="CM-FPR, GATIA, MSA", side_a_new_id="6349"),
    ]
    _, cell_pair = rollups(rows, AREAS)
    partners = [(p["actor"], p["other_actor"], p["n"]) for p in cell_pair if p["same_side"] == "true"]
    assert partners == [("ucdp:5880", "ucdp:6836", 1)]
    assert ("ucdp:6349", "ucdp:6716") in {(p["actor"], p["other_actor"]) for p in cell_pair}


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [_row(date_end=f"2023-0{month}-17", best=str(month)) for month in range(4, 10)]
    assert rollups(rows, AREAS) == rollups(rows[::-1], AREAS)


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (0.5, "0.5"), (1 / 3, "0.3333333333333333"), ("ML", "ML")])
def test_numbers_are_written_in_their_shortest_form(value: float | str, text: str) -> None:
    assert shortest(value) == text


@pytest.mark.parametrize("name", ["cell_area.csv", "cell_pair.csv"])
def test_committed_rows_have_unique_sorted_keys_and_known_areas(name: str) -> None:
    sums = {"n", "n_deadly", "best", "low", "high", "deaths_civilians"}
    keys = [tuple(value for column, value in row.items() if column not in sums) for row in table(name)]
    assert keys == sorted(set(keys))
    assert {row["area"] for row in table(name)} <= areas()
    for row in table(name):
        assert row["known_month"] > row["month"]
        assert float(row["low"]) <= float(row["best"]) <= float(row["high"])


@pytest.mark.parametrize(("country", "n", "best"), [("ML", 2120, 15_742), ("BF", 1504, 12_864), ("NE", 588, 5_881)])
def test_country_totals_are_the_golden_numbers(country: str, n: int, best: int) -> None:
    rows = [row for row in table("cell_area.csv") if row["area"].startswith(country)]
    assert sum(float(row["n"]) for row in rows) == pytest.approx(n, abs=1e-6)
    assert sum(float(row["best"]) for row in rows) == pytest.approx(best, abs=1e-6)


def test_civilian_deaths_and_events_without_an_area_are_the_golden_numbers() -> None:
    civilians: dict[str, float] = defaultdict(float)
    for row in table("cell_area.csv"):
        civilians[row["event_type"]] += float(row["deaths_civilians"])
    assert civilians["VIOL.CLASH"] == pytest.approx(1_818 + 125)
    assert civilians["VIOL.CIV_ATTACK"] == pytest.approx(10_552)
    unallocated = [float(row["n"]) for row in table("cell_area.csv") if len(row["area"]) == 2]
    assert sum(unallocated) == pytest.approx(139)


def test_the_largest_dyads_are_the_golden_numbers() -> None:
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    since_2019_07 = 0.0
    for row in table("cell_pair.csv"):
        if row["same_side"] == "false":
            pairs[row["actor"], row["other_actor"]] += float(row["n"])
            if (row["actor"], row["other_actor"]) == ("ucdp:234", "ucdp:6716") and row["month"] >= "2019-07-01":
                since_2019_07 += float(row["n"])
    assert len(pairs) == 68
    assert pairs["ucdp:6716", "ucdp:72"] == pytest.approx(787)
    assert pairs["ucdp:6716", "ucdp:78"] == pytest.approx(753)
    assert since_2019_07 == pytest.approx(96)


@pytest.mark.data
def test_the_committed_tables_are_those_of_the_real_file(data_dir: Path) -> None:
    with (data_dir / SOURCE_FILE).open(encoding="utf-8-sig", newline="") as file:
        cell_area, cell_pair = rollups(csv.DictReader(file))
    for name, cells in (("cell_area.csv", cell_area), ("cell_pair.csv", cell_pair)):
        assert [{column: shortest(value) for column, value in cell.items()} for cell in cells] == table(name)

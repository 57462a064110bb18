"""Each cell is read into its type or refused with a reason; what the dataset itself breaks is a warning."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DomainError
from tests.world import ged
from world.importers import UCDP_GED
from world.importers.calendars import ucdp_known_from, ucdp_released
from world.importers.profile import Fact

COLUMNS = list(ged.ROW)


def parse(**changes):
    return UCDP_GED.columns(COLUMNS).parse(2, list(ged.row(**changes).values()))


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("id", "", "empty"),
        ("id", "0", "out_of_range"),
        ("id", "-5", "not_a_number"),
        ("id", "1e5", "not_a_number"),
        ("id", "١٢", "not_a_number"),
        ("id", "9" * 13, "not_a_number"),
        ("id", "03/01/1900", "spreadsheet_damage"),
        ("id", "14668,0", "spreadsheet_damage"),
        ("conflict_new_id", "04/05/1937", "spreadsheet_damage"),
        ("dyad_dset_id", "14668,0", "spreadsheet_damage"),
        ("type_of_violence", "4", "out_of_range"),
        ("type_of_violence", "03/01/1900", "spreadsheet_damage"),
        ("side_a_new_id", "YYY1", "not_a_number"),
        ("side_b", " ", "empty"),
        ("where_prec", "8", "out_of_range"),
        ("latitude", "91", "out_of_range"),
        ("longitude", "nan", "not_a_number"),
        ("longitude", "-4,1", "not_a_number"),
        ("country_id", "Mali", "not_a_number"),
        ("date_prec", "0", "out_of_range"),
        ("date_start", "08/08/2023 00:00", "spreadsheet_damage"),
        ("date_start", "2023-02-30", "bad_date"),
        ("date_start", "0025-01-01", "bad_date"),
        ("date_end", "soon", "bad_date"),
        ("date_end", "2022-03-09", "dates_swapped"),
        ("date_end", "2029-03-09", "date_span"),
        ("deaths_a", "-1", "not_a_number"),
        ("best", "6.5", "spreadsheet_damage"),
        ("high", "", "empty"),
        ("event_clarity", "3", "out_of_range"),
    ],
)
def test_a_wrong_cell_rejects_its_row_with_column_and_reason(column, text, code):
    fact, issues = parse(**{column: text})
    assert fact is None
    assert [(issue.row, issue.column, issue.code, issue.severity) for issue in issues] == [(2, column, code, "error")]


def test_every_wrong_cell_of_a_row_is_named():
    _fact, issues = parse(id="", latitude="x", best="?")
    assert [issue.column for issue in issues] == ["id", "latitude", "best"]


def test_half_a_point_rejects_the_row():
    assert parse(longitude="")[1][0].code == "half_a_point"


def test_no_place_at_all_is_accepted():
    fact, issues = parse(latitude="", longitude="", where_prec="", adm_1="", where_coordinates="")
    assert (fact.latitude, fact.where_prec, fact.title, issues) == (None, None, "Government of Mali - JNIM", [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"low": 7}, "range_broken"),
        ({"high": 5}, "range_broken"),
        ({"deaths_a": 5}, "deaths_differ"),
        ({"year": 2020}, "year_differs"),
    ],
)
def test_what_the_dataset_itself_breaks_is_a_warning_and_not_a_rejection(changes, code):
    fact, issues = parse(**changes)
    assert fact.warnings == (code,)
    assert [(issue.code, issue.severity) for issue in issues] == [(code, "warning")]


def test_a_cut_row_and_a_row_that_is_too_long_are_rejected():
    columns, cells = UCDP_GED.columns(COLUMNS), list(ged.row().values())
    assert columns.parse(2, cells[:30])[1][0].code == "cut_row"
    assert columns.parse(2, [*cells, "more"])[1][0].code == "long_row"
    assert columns.parse(2, [*cells, ""])[0] is not None


@pytest.mark.parametrize(
    "text", ["2023-08-22", "2023-08-22 00:00:00.000", "2023-08-22 00:00:00", "08/22/2023 00:00:00"]
)
def test_the_ways_in_which_ucdp_writes_a_day_are_one_day_and_one_content(text):
    changes = {"year": 2023, "date_start": text, "date_end": text}
    plain = ged.row(year=2023, date_start="2023-08-22", date_end="2023-08-22")
    columns = UCDP_GED.columns(COLUMNS)
    assert parse(**changes)[0].start == date(2023, 8, 22)
    assert columns.key(list(ged.row(**changes).values())) == columns.key(list(plain.values()))


def test_legacy_ids_and_spare_columns_make_no_other_content():
    columns = UCDP_GED.columns([*COLUMNS, "source_recovered"])
    one = columns.key([*ged.row().values(), "1"])
    assert one == columns.key([*ged.row(dyad_dset_id="9", geom_wkt="x").values(), "0"])
    assert one != columns.key([*ged.row(source_headline="Another").values(), "1"])


def test_one_sided_violence_has_a_perpetrator_and_civilians_as_target():
    fact, _issues = parse(type_of_violence=3, side_b_new_id=1, side_b="Civilians")
    assert [(side.role, side.side, side.actor) for side in fact.sides] == [
        ("perpetrator", "a", "72"),
        ("target", "b", "1"),
    ]
    assert fact.event_type == "VIOL.CIV_ATTACK"


def test_several_groups_with_one_id_stay_one_side():
    fact, _issues = parse(side_b_new_id=6837, side_b="GATIA, MSA")
    assert [(side.actor, side.label) for side in fact.sides if side.side == "b"] == [("6837", "GATIA, MSA")]


def test_a_provisional_code_is_nobody_and_its_names_are_kept_apart():
    fact, _issues = parse(side_b_new_id="XXX482", side_b="GATIA, MSA, MSA")
    assert [(side.actor, side.label) for side in fact.sides if side.side == "b"] == [(None, "GATIA"), (None, "MSA")]


@pytest.mark.parametrize(
    ("end", "known"),
    [
        (date(2017, 12, 31), date(2018, 6, 1)),
        (date(2018, 1, 1), date(2018, 2, 20)),
        (date(2023, 12, 31), date(2024, 1, 20)),
    ],
)
def test_an_event_is_known_by_the_release_calendar(end, known):
    assert ucdp_known_from(end) == known


@pytest.mark.parametrize(
    ("vintage", "released"),
    [
        ("26.1", date(2026, 6, 1)),
        ("26.0.8", date(2026, 9, 20)),
        ("25.0.12", date(2026, 1, 20)),
        ("2024-07-02", date(2024, 7, 2)),
    ],
)
def test_a_vintage_has_its_day_of_release(vintage, released):
    assert ucdp_released(vintage) == released


@pytest.mark.parametrize("vintage", ["26.2", "26.0.13", "latest", "2024-13-01"])
def test_an_unknown_vintage_is_refused(vintage):
    with pytest.raises(DomainError) as caught:
        ucdp_released(vintage)
    assert caught.value.code == "unknown_vintage"


@given(st.lists(st.text(max_size=30), min_size=0, max_size=60))
def test_any_row_is_a_fact_or_has_an_error(cells):
    columns = UCDP_GED.columns(COLUMNS)
    fact, issues = columns.parse(7, cells)
    columns.key(cells)
    assert (fact is None) == any(issue.severity == "error" for issue in issues)
    assert all(issue.row == 7 and issue.message for issue in issues)


@given(st.sampled_from(COLUMNS), st.one_of(st.text(max_size=40), st.integers().map(str), st.dates().map(str)))
def test_any_text_in_any_one_cell_is_read_or_refused_and_never_breaks_a_fact(column, text):
    fact, issues = parse(**{column: text})
    assert (fact is None) == any(issue.severity == "error" for issue in issues)
    if isinstance(fact, Fact):
        assert fact.start <= fact.end
        assert min(fact.best, fact.low, fact.high, fact.civilians) >= 0
        assert int(fact.external_id) > 0
        assert all(side.label for side in fact.sides)

"""A wrong file is refused with advice, before anything is written and without being inflated."""

import gzip
import io
import tracemalloc
import zipfile

import pytest

from tests.world import ged
from world.importers import UCDP_GED
from world.importers.reading import MAX_LINE, Refused, open_table, survey


def refusal(content: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        examine(content)
    return caught.value


def examine(content: bytes):
    stream = io.BytesIO(content)
    survey(stream)
    table = open_table(stream)
    return table, UCDP_GED.columns(table.header), list(table.rows)


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.csv", b"0" * 50_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf", "not_a_table"),
        (b"hello\n", "not_a_table"),
        (b"%PDF-1.7 ...", "not_csv"),
        (b"<!DOCTYPE html><html>,,</html>", "not_csv"),
        (b'{"events": [1, 2]}', "not_csv"),
        (gzip.compress(ged.file(ged.row())), "archive"),
        (ged.file(ged.row()).replace(b"JNIM", b"JN\0IM"), "nul_bytes"),
        (ged.file(ged.row()).decode().encode("utf-16"), "utf16"),
        (ged.file(ged.row()).decode().encode("utf-16-le"), "utf16"),
        (ged.file(ged.row(where_coordinates="Ménaka town")).decode().encode("latin-1"), "not_utf8"),
        (ged.file(), "no_rows"),
        (ged.file(ged.row()) + b'1002,"never closed\n', "broken_quotes"),
        (b"id,relid\n1,2\n", "missing_columns"),
        (ged.file(ged.row(), columns=(*ged.ROW, "id")), "doubled_columns"),
        (ged.file(ged.row()) + b'"' + b"x" * (MAX_LINE + 2_000_000), "line_too_long"),
        (b",".join(b"c%d" % n for n in range(501)) + b"\n", "not_a_table"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_by_its_kind(content, code):
    assert refusal(content).code == code


def test_a_missing_column_is_named():
    columns = tuple(name for name in ged.ROW if name not in ("best", "country_id"))
    error = refusal(ged.file(ged.row(), columns=columns))
    assert "country_id, best" in error.message


def test_a_zip_bomb_is_refused_without_being_inflated():
    bomb = zip_bomb()
    tracemalloc.start()
    assert refusal(bomb).code == "archive"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_wrong_byte_is_found_by_its_line_beyond_the_first_chunk():
    rows = ged.file(*[ged.row(id=n, source_article="x" * 900) for n in range(1, 2001)])
    error = refusal(rows + "é".encode("latin-1"))
    assert (error.code, error.row) == ("not_utf8", 2002)


def test_a_character_over_a_chunk_border_is_no_error(monkeypatch):
    monkeypatch.setattr("world.importers.reading.CHUNK", 7)
    assert survey(io.BytesIO("a,b\nééééééééééé,1\n".encode())).lines == 2


def test_a_file_above_the_limit_is_refused(settings):
    settings.IMPORT_MAX_BYTES = 1000
    assert refusal(ged.file(ged.row(), ged.row(id=2))).code == "too_large"


def test_a_byte_order_mark_and_a_record_over_several_lines_are_read():
    content = b"\xef\xbb\xbf" + ged.file(ged.row(where_description="one\ntwo, three\r\nfour"), ged.row(id=1002))
    table, _columns, rows = examine(content)
    assert table.header[0] == "id"
    assert [number for number, _cells in rows] == [2, 3]


def test_rows_are_numbered_as_a_spreadsheet_shows_them():
    head, first, second = ged.file(ged.row(), ged.row(id=1002)).splitlines(keepends=True)
    _table, _columns, rows = examine(head + first + b"\n" + second)
    assert [number for number, _cells in rows] == [2, 4]


def test_a_row_of_humanitarian_tags_is_reported_and_is_no_event():
    head, first = ged.file(ged.row()).splitlines(keepends=True)
    tags = ",".join("#geo+lat" if name == "latitude" else "" for name in ged.ROW).encode() + b"\n"
    table, _columns, rows = examine(head + tags + first)
    assert table.hxl == {"latitude": "#geo+lat"}
    assert [number for number, _cells in rows] == [3]


@pytest.mark.parametrize("columns", [ged.YEARLY, ged.COUNTRY_PAGE, (*ged.ROW, "source_recovered")])
def test_each_known_shape_of_the_file_is_accepted_by_column_names(columns):
    _table, found, rows = examine(ged.file(ged.row(), columns=columns))
    fact, issues = found.parse(*rows[0])
    assert (fact.external_id, fact.best, fact.low, fact.high, issues) == ("1001", 6, 4, 9, [])


def test_columns_may_stand_in_any_order():
    _table, found, rows = examine(ged.file(ged.row(), columns=tuple(reversed(ged.ROW))))
    assert found.parse(*rows[0])[0].title == "Government of Mali - JNIM, Mora town"


def test_a_spare_column_is_reported_by_name():
    _table, found, _rows = examine(ged.file(ged.row(), columns=(*ged.ROW, "my_note")))
    assert [(issue.code, issue.column, issue.severity) for issue in found.issues] == [
        ("spare_column", "my_note", "info")
    ]


@pytest.mark.data
@pytest.mark.parametrize("name", ["cleaned_Mali.xlsx", "fusion_all.xlsx"])
def test_spreadsheets_of_the_wild_are_refused(data_dir, name):
    assert refusal((data_dir / "ucdp_ged_uemoa" / "raw" / name).read_bytes()).code == "archive"


@pytest.mark.data
def test_the_file_with_doubled_columns_is_refused(data_dir):
    error = refusal((data_dir / "ucdp_ged_uemoa" / "raw" / "Niger.csv").read_bytes())
    assert error.code in {"doubled_columns", "broken_quotes"}

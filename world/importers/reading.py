"""Opening a table that somebody gives us: refused with advice, or read row by row in constant memory.

Nothing is ever inflated: an archive is known by its first bytes and refused, so a zip bomb stays small.
"""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.utils.translation import gettext as _

from core.errors import DomainError

CHUNK = 1024 * 1024
MAX_LINE = 2 * CHUNK
MAX_FIELD = 131_072
MAX_COLUMNS = 500
DELIMITERS = (",", ";", "\t", "|")

ARCHIVES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"PK\x07\x08", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "Excel 97"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3", "SQLite"),
)
MARKUP: tuple[tuple[bytes, str], ...] = ((b"<", "HTML or XML"), (b"{", "JSON"), (b"[", "JSON"))


class Refused(DomainError):
    """The file as a whole cannot be imported. Its text says why and what to do."""


@dataclass(frozen=True)
class Survey:
    """What one pass over the bytes found out."""

    sha256: str
    size: int
    lines: int


@dataclass(frozen=True)
class Table:
    """An opened table: header, and data rows with their number (the header is row 1)."""

    header: list[str]
    delimiter: str
    hxl: dict[str, str] | None
    rows: Iterator[tuple[int, list[str]]]


def survey(file: BinaryIO) -> Survey:
    """Read the whole file once as bytes and refuse what is no UTF-8 table.

    Takes a seekable binary file; returns its SHA-256, its size in bytes and its number of lines. Memory is constant.
    """
    file.seek(0)
    pass_over = _Pass()
    while chunk := file.read(CHUNK):
        pass_over.take(chunk)
    return pass_over.end()


class _Pass:
    """The state of one pass over the bytes."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.size = self.lines = self.run = 0

    def take(self, chunk: bytes) -> None:
        if not self.size:
            _refuse_by_first_bytes(chunk)
        if self.size + len(chunk) > settings.IMPORT_MAX_BYTES:
            raise too_large()
        if b"\0" in chunk:
            raise _nul_bytes(chunk, self.lines)
        self._decode(chunk)
        self._measure(chunk)
        self.digest.update(chunk)
        self.size += len(chunk)

    def _decode(self, chunk: bytes, *, final: bool = False) -> None:
        try:
            self.decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            line = self.lines + chunk[: error.start].count(b"\n") + 1
            raise Refused(
                _(
                    "The file is not UTF-8: the first wrong byte is in line %(line)d. It looks like Latin-1 or "
                    "Windows-1252. Save it again as “CSV UTF-8”."
                )
                % {"line": line},
                code="not_utf8",
                row=line,
            ) from error

    def _measure(self, chunk: bytes) -> None:
        last = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        self.run = self.run + len(chunk) if last < 0 else len(chunk) - last - 1
        self.lines += chunk.count(b"\n")
        if self.run > MAX_LINE:
            raise Refused(
                _("The file has a line of more than two million characters: it is no table with one row for a line."),
                code="line_too_long",
            )

    def end(self) -> Survey:
        if not self.size:
            raise Refused(_("The file is empty (0 bytes). Download it again."), code="empty_file")
        self._decode(b"", final=True)
        return Survey(self.digest.hexdigest(), self.size, self.lines)


def too_large() -> Refused:
    """The refusal of a file above the size limit."""
    return Refused(
        _("The file is larger than %(limit)d MB, the most that this installation imports. Split it by country or year.")
        % {"limit": settings.IMPORT_MAX_BYTES // CHUNK},
        code="too_large",
    )


def _refuse_by_first_bytes(head: bytes) -> None:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _utf16()
    for magic, name in ARCHIVES:
        if head.startswith(magic):
            raise Refused(
                _(
                    "This is a %(kind)s file (an archive, or a spreadsheet such as XLSX), not a CSV table. "
                    "Unpack it, or save the sheet as “CSV UTF-8”, and give the CSV file."
                )
                % {"kind": name},
                code="archive",
            )
    for magic, name in DOCUMENTS:
        if head.startswith(magic):
            raise _not_csv(name)
    start = head[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, name in MARKUP:
        if start.startswith(magic):
            raise _not_csv(name)


def _not_csv(kind: str) -> Refused:
    return Refused(
        _("This is a %(kind)s file, not a CSV table. Give the CSV file as it was downloaded.") % {"kind": kind},
        code="not_csv",
    )


def _utf16() -> Refused:
    return Refused(_("The file is UTF-16, which some spreadsheets write. Save it again as “CSV UTF-8”."), code="utf16")


def _nul_bytes(chunk: bytes, lines: int) -> Refused:
    at = chunk.index(b"\0")
    around = chunk[max(0, at - 16) : at + 16]
    if around.count(b"\0") * 3 >= len(around):
        return _utf16()
    line = lines + chunk[:at].count(b"\n") + 1
    return Refused(
        _("The file holds NUL bytes (the first in line %(line)d): it is damaged, or no text. Download it again.")
        % {"line": line},
        code="nul_bytes",
        row=line,
    )


def open_table(file: BinaryIO) -> Table:
    """Open a surveyed file as a table. Refuses one column only, no header, no data, too many columns."""
    file.seek(0)
    csv.field_size_limit(MAX_FIELD)
    text = io.TextIOWrapper(cast(Any, _Unclosed(file)), encoding="utf-8-sig", errors="strict", newline="")
    delimiter = _delimiter(text)
    text.seek(0)
    records = _records(csv.reader(text, delimiter=delimiter, strict=True))
    first = next(records, None)
    if first is None:
        raise Refused(_("The file has no header row."), code="not_a_table")
    header = [name.strip() for name in first[1]]
    if len(header) > MAX_COLUMNS:
        raise Refused(_("The file has more than 500 columns."), code="not_a_table")
    return Table(header, delimiter, *_without_hxl(header, records))


class _Unclosed(io.BufferedIOBase):
    """The caller's file, which stays open when the text layer above it is collected."""

    def __init__(self, file: BinaryIO):
        self.file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        return self.file.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self.file.read(CHUNK if size < 0 else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()


def _delimiter(text: io.TextIOBase) -> str:
    head = text.readline(MAX_FIELD)
    found = max(DELIMITERS, key=head.count)
    if not head.count(found):
        raise Refused(
            _("The first line is no header with several columns, so this is not a CSV table."), code="not_a_table"
        )
    return found


def _records(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number; blank lines are no rows. A record over several lines is one row."""
    number = 0
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise Refused(
                _(
                    "Row %(row)d cannot be read: a quotation mark is opened and not closed, or stands in the wrong "
                    "place. The file was cut or saved by another program; download it again."
                )
                % {"row": number},
                code="broken_quotes",
                row=number,
            ) from error
        if row is None:
            return
        if row:
            yield number, row


def _without_hxl(
    header: Sequence[str], records: Iterator[tuple[int, list[str]]]
) -> tuple[dict[str, str] | None, Iterator[tuple[int, list[str]]]]:
    """Take a second header row of humanitarian tags (#date+year, #geo+lat) off the data."""
    first = next(records, None)
    if first is None:
        raise Refused(_("The file has a header and no rows."), code="no_rows")
    cells = [cell.strip() for cell in first[1]]
    if any(cells) and all(cell.startswith("#") for cell in cells if cell):
        return {name: tag for name, tag in zip(header, cells, strict=False) if tag}, records
    return None, _again(first, records)


def _again(first: tuple[int, list[str]], records: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    yield first
    yield from records

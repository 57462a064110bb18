"""From a file into temporary tables: keys first, then only the rows that the diff asks for.

COPY goes into untracked temporary tables only, so that every history row of the writes that follow has a context.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import batched
from typing import Any, BinaryIO
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from core.ids import uuid7
from world.importers.cells import bare_admin
from world.importers.issues import ERROR, INFO, WARNING, Issue, Issues
from world.importers.profile import Columns, Fact, Profile
from world.importers.reading import Refused, Table, open_table

CHUNK_ROWS = 5000
UNUSABLE = 10
PARSE, DOUBLE = 1, 2

TABLES = {
    "import_key": "row integer, external_id text, sha256 text, country text",
    "import_fact": (
        "row integer, event_id uuid, external_id text, sha256 text, payload jsonb, type_code text, title text, "
        "summary text, date_start date, date_end date, date_prec smallint, known_from date, place text, "
        "lat double precision, lon double precision, where_prec smallint, spot integer, reported_adm1 text, "
        "reported_adm2 text, grid_cell integer, deaths_best integer, deaths_low integer, deaths_high integer, "
        "deaths_civilians integer, event_clarity smallint, warnings jsonb"
    ),
    "import_side": "event_id uuid, actor_id uuid, raw_label text, role text, side text",
    "import_spot": "spot integer, area_id bigint",
    "import_change": (
        "event_id uuid, staged_id uuid, record_id bigint, mode text, holder_id bigint, past_from date, past_to date"
    ),
    "import_touched": "event_id uuid",
    "import_spread": (
        "event_id uuid, known_from date, area_id bigint, grid_cell integer, type_id bigint, civilian_harm boolean, "
        "month date, known_month date, share numeric, best integer, low integer, high integer, "
        "deaths_civilians integer"
    ),
    "import_area_delta": (
        "area_id bigint, grid_cell integer, type_id bigint, civilian_harm boolean, month date, known_month date, "
        "n numeric, n_deadly numeric, best numeric, low numeric, high numeric, deaths_civilians numeric"
    ),
    "import_pair_delta": (
        "area_id bigint, actor_id uuid, other_actor_id uuid, same_side boolean, month date, known_month date, "
        "n numeric, best numeric, low numeric, high numeric, deaths_civilians numeric"
    ),
}

Beat = Callable[[str, int], None]
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass
class NewActor:
    """An actor that the file names and the team does not have."""

    id: UUID
    label: str
    fights_a_state: bool = False


@dataclass
class Staged:
    """What the passes over the file found, beside the temporary tables."""

    rows: int = 0
    last_row: int = 0
    parsed: int = 0
    accepted: int = 0
    duplicates: int = 0
    issues: Issues = field(default_factory=Issues)
    spots: dict[tuple[int, str], int] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)
    actors: dict[str, UUID] = field(default_factory=dict)
    new_actors: dict[str, NewActor] = field(default_factory=dict)

    @property
    def rejected(self) -> int:
        return self.parsed - self.accepted + self.duplicates


@contextmanager
def temporary_tables() -> Iterator[None]:
    """The staging tables of one import, gone when it ends."""
    names = ", ".join(TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {', '.join('pg_temp.' + name for name in TABLES)}")
        for name, columns in TABLES.items():
            cursor.execute(f"CREATE TEMPORARY TABLE {name} ({columns})")
    try:
        yield
    finally:
        if connection.connection is not None and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE IF EXISTS {names}")


def open_columns(file: BinaryIO, profile: Profile) -> tuple[Table, Columns]:
    """The table and how its columns serve the profile. Refused where they do not."""
    table = open_table(file)
    return table, profile.columns(table.header)


def stage_keys(file: BinaryIO, profile: Profile, staged: Staged, beat: Beat) -> None:
    """First pass: id, content hash and country of each row."""
    table, columns = open_columns(file, profile)
    _remark_on_file(table, columns, staged.issues)
    for chunk in batched(table.rows, CHUNK_ROWS):
        copy_rows("import_key", ((number, *columns.key(cells)) for number, cells in chunk))
        staged.rows += len(chunk)
        staged.last_row = chunk[-1][0]
        beat("reading", staged.rows)


def copy_rows(table: str, rows: Iterable[Sequence[Any]]) -> None:
    """COPY rows into one of the temporary tables."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _remark_on_file(table: Table, columns: Columns, issues: Issues) -> None:
    issues.extend(list(columns.issues))
    if table.delimiter != ",":
        message = _("Cells are separated by “%(delimiter)s”, not by commas: another program saved this file.")
        issues.add(Issue("delimiter", message % {"delimiter": table.delimiter}, WARNING, 1))
    if table.hxl:
        message = _("Row 2 holds humanitarian tags (HXL) for %(count)d columns; it is no event.")
        issues.add(Issue("hxl_row", message % {"count": len(table.hxl)}, INFO, 2))


def stage_facts(file: BinaryIO, profile: Profile, wanted: bytearray, staged: Staged, beat: Beat) -> None:
    """Second pass: parse the rows that the diff asks for (`wanted[row]` is PARSE) and stage what is accepted."""
    table, columns = open_columns(file, profile)
    for chunk in batched(table.rows, CHUNK_ROWS):
        facts: list[Sequence[Any]] = []
        sides: list[Sequence[Any]] = []
        for number, cells in chunk:
            if wanted[number] == DOUBLE:
                _reject_double(number, cells, columns, staged)
            elif wanted[number] == PARSE:
                _stage_row(facts, sides, columns, staged, number, cells)
        copy_rows("import_fact", facts)
        copy_rows("import_side", sides)
        beat("checking", staged.parsed)
    refuse_unusable(staged)


def _reject_double(number: int, cells: Sequence[str], columns: Columns, staged: Staged) -> None:
    staged.duplicates += 1
    message = _("The id %(id)s stood in the file before. The first of the rows is used.")
    staged.issues.add(Issue("double_id", message % {"id": columns.key(cells)[0]}, ERROR, number, "id"))


def _stage_row(
    facts: list[Sequence[Any]],
    sides: list[Sequence[Any]],
    columns: Columns,
    staged: Staged,
    number: int,
    cells: Sequence[str],
) -> None:
    fact, issues = columns.parse(number, cells)
    staged.parsed += 1
    staged.issues.extend(issues)
    if fact is None:
        return
    staged.accepted += 1
    event_id = uuid7()
    facts.append(_fact_row(fact, event_id, columns.key(cells)[1], staged))
    for side in fact.sides:
        actor = (
            None
            if side.actor is None
            else _actor(side.actor, side.label, fact.state_based and side.side == "b", staged)
        )
        sides.append((event_id, actor, side.label, side.role, side.side))


def _fact_row(fact: Fact, event_id: UUID, sha256: str, staged: Staged) -> Sequence[Any]:
    spot = staged.spots.setdefault((fact.country, fact.admin1), len(staged.spots))
    staged.countries.setdefault(fact.country, fact.country_name)
    return (
        fact.row, event_id, fact.external_id, sha256, _json(fact.payload), fact.event_type,
        fact.title, fact.summary, fact.start, fact.end, fact.date_prec, fact.known_from, fact.place, fact.latitude,
        fact.longitude, fact.where_prec, spot, bare_admin(fact.admin1), bare_admin(fact.admin2), fact.grid_cell, fact.best, fact.low,
        fact.high, fact.civilians, fact.clarity, _json(fact.warnings),
    )  # fmt: skip


def _actor(value: str, label: str, fights_a_state: bool, staged: Staged) -> UUID:
    """The team's actor with this id of the source; one that nobody knows is made later, with its row's key now."""
    if value not in staged.actors:
        staged.actors[value] = uuid7()
        staged.new_actors[value] = NewActor(staged.actors[value], label)
    if fights_a_state and value in staged.new_actors:
        staged.new_actors[value].fights_a_state = True
    return staged.actors[value]


def refuse_unusable(staged: Staged) -> None:
    """A file of which little can be read is not imported in part: what is left of it is not to be trusted either."""
    bad = staged.rejected
    usable = staged.rows - bad
    if not usable or (bad >= UNUSABLE and bad > usable):
        raise Refused(
            _("%(bad)d of %(all)d rows cannot be read, so nothing of the file was imported. The list says why.")
            % {"bad": bad, "all": staged.rows},
            code="unusable_rows",
        )


def stage_former(former: Iterable[tuple[UUID, str]], profile: Profile, staged: Staged) -> None:
    """Stage the former payloads of corrected events, each (event, payload as JSON), for an undo."""
    facts: list[Sequence[Any]] = []
    sides: list[Sequence[Any]] = []
    changes: list[Sequence[Any]] = []
    for number, (event_id, text) in enumerate(former):
        payload: dict[str, str] = json.loads(text)
        columns = profile.columns(list(payload))
        _stage_row(facts, sides, columns, staged, number, list(payload.values()))
        changes.append((event_id, facts[-1][1], "correct"))
    copy_rows("import_fact", facts)
    copy_rows("import_side", sides)
    copy_rows("import_change (event_id, staged_id, mode)", changes)

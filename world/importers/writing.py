"""New rows of a file into facts: INSERT ... SELECT through Django's cursor, so that each history row has its context."""
# ruff: noqa: S608  the statements are made of constants of these files; values are parameters

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from world.models import EventPast, ImportBatch

SOURCE_ROLES = ("side_a", "side_b", "perpetrator", "target")

# What a file says of an event: column of the event -> expression over the staged row. The rest is the team's own.
FACT_COLUMNS: dict[str, str] = {
    "type_id": "type.id",
    "title": "fact.title",
    "summary": "fact.summary",
    "date_start": "fact.date_start",
    "date_end": "fact.date_end",
    "date_prec": "fact.date_prec",
    "place": "fact.place",
    "lat": "fact.lat",
    "lon": "fact.lon",
    "where_prec": "fact.where_prec",
    "area_id": "spot.area_id",
    "reported_adm1": "fact.reported_adm1",
    "reported_adm2": "fact.reported_adm2",
    "grid_cell": "fact.grid_cell",
    "deaths_best": "fact.deaths_best",
    "deaths_low": "fact.deaths_low",
    "deaths_high": "fact.deaths_high",
    "deaths_civilians": "fact.deaths_civilians",
    "event_clarity": "fact.event_clarity",
    "warnings": "fact.warnings",
}
_NOT_STATE = {"id", "team_id", "event_id", "participants", "known_from", "known_to", "batch_id", "made_at"}
STATE_COLUMNS = [str(field.column) for field in EventPast._meta.concrete_fields if field.column not in _NOT_STATE]
OWN_COLUMNS = [column for column in STATE_COLUMNS if column not in FACT_COLUMNS]

FACT_SOURCE = """
import_fact fact
JOIN world_eventtype type ON type.team_id = %(team)s AND type.code = fact.type_code
JOIN import_spot spot ON spot.spot = fact.spot
"""

_NEW = "NOT EXISTS (SELECT FROM import_change change WHERE change.staged_id = fact.event_id)"

# Records and their links in one statement: no plan depends on what the planner believes of tables just filled.
RECORDS = """
WITH made AS (
    INSERT INTO world_sourcerecord
        (team_id, dataset_id, external_id, payload, payload_hash, first_batch_id, last_batch_id)
    SELECT %(team)s, %(dataset)s, fact.external_id, fact.payload, fact.sha256, %(batch)s, %(batch)s
    FROM import_fact fact LEFT JOIN import_change change ON change.staged_id = fact.event_id
    WHERE change.record_id IS NULL
    ORDER BY fact.row
    RETURNING id, external_id
)
INSERT INTO world_eventsourcelink (team_id, record_id, event_id, kind)
SELECT %(team)s, made.id, coalesce(change.event_id, fact.event_id), 'same_as'
FROM made JOIN import_fact fact ON fact.external_id = made.external_id
LEFT JOIN import_change change ON change.staged_id = fact.event_id
"""

EVENTS = f"""
INSERT INTO world_event (id, team_id, created_by_id, updated_by_id, created_at, updated_at, row_version, handling, contains_personal_data,
    dataset_id, external_id, known_from, batch_id, status, count_in_aggregates, attributes, {", ".join(FACT_COLUMNS)})
SELECT fact.event_id, %(team)s, %(by)s, %(by)s, %(written)s, %(written)s, 1, 'open', false, %(dataset)s, fact.external_id, fact.known_from,
    %(batch)s, 'accepted', true, '{{}}', {", ".join(FACT_COLUMNS.values())}
FROM {FACT_SOURCE}
WHERE {_NEW}
ORDER BY fact.row
"""

PARTICIPANTS = f"""
INSERT INTO world_eventparticipant (team_id, event_id, actor_id, raw_label, role, side, attribution)
SELECT %(team)s, side.event_id, side.actor_id, side.raw_label, side.role, side.side, 'confirmed'
FROM import_side side JOIN import_fact fact ON fact.event_id = side.event_id
WHERE {_NEW}
ORDER BY fact.row, side.side
"""

NEW_ARE_TOUCHED = f"INSERT INTO import_touched SELECT fact.event_id FROM import_fact fact WHERE {_NEW}"

_IN_FILE = """
SELECT event.id FROM import_key key
JOIN world_event event ON event.dataset_id = %(dataset)s AND event.external_id = key.external_id COLLATE "C"
"""

SITUATION_EVENTS = f"""
INSERT INTO world_situationevent (team_id, situation_id, event_id)
SELECT %(team)s, %(situation)s, new.id FROM (
    {_IN_FILE} EXCEPT SELECT event_id FROM world_situationevent WHERE situation_id = %(situation)s
) new
ON CONFLICT DO NOTHING
"""

SITUATION_ACTORS = """
INSERT INTO world_situationactor (team_id, situation_id, actor_id)
SELECT DISTINCT %(team)s::uuid, %(situation)s::uuid, side.actor_id FROM import_side side WHERE side.actor_id IS NOT NULL
ON CONFLICT DO NOTHING
"""

SITUATION_AREAS = """
INSERT INTO world_situationarea (team_id, situation_id, area_id)
SELECT DISTINCT %(team)s::uuid, %(situation)s::uuid, spot.area_id FROM import_spot spot WHERE spot.area_id IS NOT NULL
ON CONFLICT DO NOTHING
"""


def names_of(batch: ImportBatch, written: datetime | None = None) -> dict[str, Any]:
    """The named parameters of the statements of one batch. `written` marks what it writes: by it, an undo knows it."""
    return {
        "written": written,
        "team": batch.team_id,
        "dataset": batch.dataset_id,
        "batch": batch.pk,
        "by": batch.created_by_id,
        "situation": batch.situation_id,
        "vintage": batch.vintage,
        "released": batch.known_from,
        "verb": batch.verb,
        "source_roles": list(SOURCE_ROLES),
    }


@contextmanager
def hash_joins(cursor: Any) -> Iterator[None]:
    """Around statements that join a whole file with tables that it has just filled.

    The planner takes those tables for empty until they are analysed, which only their owner may do: its nested loops
    would be quadratic.
    """
    cursor.execute("SET LOCAL enable_nestloop = off")
    yield
    cursor.execute("SET LOCAL enable_nestloop = on")


def insert_new(cursor: Any, names: dict[str, Any]) -> int:
    """Write records and new events with their participants and links; they join `import_touched`. Returns how many."""
    cursor.execute(RECORDS, names)
    cursor.execute(EVENTS, names)
    new = int(cursor.rowcount)
    cursor.execute(PARTICIPANTS, names)
    cursor.execute(NEW_ARE_TOUCHED)
    return new


def link_situation(cursor: Any, names: dict[str, Any]) -> None:
    """Select the file's events, and the actors and areas of those that were read, into the situation."""
    if names["situation"] is None:
        return
    with hash_joins(cursor):
        cursor.execute(SITUATION_EVENTS, names)
    cursor.execute(SITUATION_ACTORS, names)
    cursor.execute(SITUATION_AREAS, names)

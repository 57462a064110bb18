"""Rows of a file that differ from what the dataset holds: corrected, revised, or put into the past.

* An older vintage goes into the past only: it holds until the release of the state that it precedes.
* A newer vintage revises: the old state holds until its release. The same vintage, or the verb `correct`, changes in
  place. A state that a person wrote by hand is never changed in place.
* Where only the payload differs (a headline, a source), the event keeps its state.
"""
# ruff: noqa: S608  the statements are made of constants of these files; values are parameters

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from world.importers.writing import FACT_COLUMNS, FACT_SOURCE, OWN_COLUMNS, STATE_COLUMNS, hash_joins

_SIDES = "SELECT side.actor_id, side.raw_label::text, side.role::text, side.side::text"
_STAGED_SIDES = f"{_SIDES} FROM import_side side WHERE side.event_id = fact.event_id"
_STORED_SIDES = (
    f"{_SIDES} FROM world_eventparticipant side WHERE side.event_id = event.id AND side.role = ANY(%(source_roles)s)"
)

# A state is as old as its stated vintage; without one, as the day from which it is known.
_RELEASED = "CASE WHEN batch.vintage <> '' THEN batch.known_from ELSE {state}.known_from END"

# What an import wrote carries the time that it noted; anything else was written by a person since.
_BY_HAND = "(batch.id IS NULL OR event.updated_at IS DISTINCT FROM (batch.options ->> 'written_at')::timestamptz)"

_SAME_FACTS = f"""
({", ".join(f"event.{column}" for column in FACT_COLUMNS)}) IS NOT DISTINCT FROM ({", ".join(FACT_COLUMNS.values())})
AND NOT EXISTS (({_STAGED_SIDES}) EXCEPT ({_STORED_SIDES}))
AND NOT EXISTS (({_STORED_SIDES}) EXCEPT ({_STAGED_SIDES}))
"""
_CURRENT = _RELEASED.format(state="event")

CLASSIFY = f"""
INSERT INTO import_change (event_id, staged_id, record_id, mode)
SELECT event.id, fact.event_id, record.id, CASE
    WHEN %(released)s < {_CURRENT} THEN CASE WHEN {_SAME_FACTS} THEN 'older_same' ELSE 'older' END
    WHEN {_SAME_FACTS} THEN 'payload'
    WHEN {_BY_HAND} AND %(released)s <= event.known_from THEN 'kept'
    WHEN {_BY_HAND} THEN 'revise'
    WHEN %(released)s <= event.known_from OR %(released)s = {_CURRENT} OR %(verb)s = 'correct' THEN 'correct'
    ELSE 'revise' END
FROM {FACT_SOURCE}
JOIN world_event event ON event.dataset_id = %(dataset)s AND event.external_id = fact.external_id COLLATE "C"
LEFT JOIN world_sourcerecord record ON record.dataset_id = %(dataset)s AND record.external_id = fact.external_id
LEFT JOIN world_importbatch batch ON batch.id = event.batch_id
"""

# The state that held on the day of the older vintage (or the first one), and the time that the vintage takes of it.
PLACE_OLDER = f"""
WITH state AS (
    SELECT past.id AS holder_id, past.event_id, past.known_from, past.known_to,
           {_RELEASED.format(state="past")} AS released
    FROM world_eventpast past JOIN import_change change ON change.event_id = past.event_id AND change.mode = 'older'
    LEFT JOIN world_importbatch batch ON batch.id = past.batch_id
    UNION ALL
    SELECT NULL, event.id, event.known_from, 'infinity', {_RELEASED.format(state="event")}
    FROM world_event event JOIN import_change change ON change.event_id = event.id AND change.mode = 'older'
    LEFT JOIN world_importbatch batch ON batch.id = event.batch_id
), first AS (
    SELECT event_id, greatest(%(released)s, min(known_from)) AS day FROM state GROUP BY event_id
), placed AS (
    SELECT state.*, CASE WHEN released > %(released)s THEN 'older_front' ELSE 'older_tail' END AS mode,
           CASE WHEN released > %(released)s THEN known_from ELSE %(released)s END AS past_from,
           CASE WHEN released > %(released)s THEN released ELSE known_to END AS past_to
    FROM state JOIN first USING (event_id)
    WHERE state.known_from <= first.day AND first.day < state.known_to AND released <> %(released)s
)
UPDATE import_change change
SET mode = placed.mode, holder_id = placed.holder_id, past_from = placed.past_from, past_to = placed.past_to
FROM placed
WHERE placed.event_id = change.event_id AND change.mode = 'older' AND placed.past_from < placed.past_to
  AND CASE placed.mode WHEN 'older_front' THEN placed.past_to < placed.known_to
                       ELSE placed.known_from < placed.past_from END
"""

YIELD_TIME = (
    "UPDATE world_event event SET known_from = change.past_to FROM import_change change "
    "WHERE change.event_id = event.id AND change.mode = 'older_front' AND change.holder_id IS NULL",
    "UPDATE world_eventpast past SET known_from = change.past_to FROM import_change change "
    "WHERE change.holder_id = past.id AND change.mode = 'older_front'",
    "UPDATE world_eventpast past SET known_to = change.past_from FROM import_change change "
    "WHERE change.holder_id = past.id AND change.mode = 'older_tail'",
)

_SIDES_JSON = """
(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'actor', side.actor_id, 'raw_label', side.raw_label, 'role', side.role, 'side', side.side,
    'attribution', 'confirmed'
 ) ORDER BY side.side, side.role, side.raw_label COLLATE "C", side.actor_id), '[]'::jsonb)
 FROM import_side side WHERE side.event_id = fact.event_id)
"""

OLDER_STATES = f"""
INSERT INTO world_eventpast (team_id, event_id, made_at, participants, known_from, known_to, batch_id,
    {", ".join(OWN_COLUMNS)}, {", ".join(FACT_COLUMNS)})
SELECT %(team)s, event.id, %(written)s, {_SIDES_JSON}, change.past_from, change.past_to, %(batch)s,
    {", ".join(f"event.{column}" for column in OWN_COLUMNS)}, {", ".join(FACT_COLUMNS.values())}
FROM {FACT_SOURCE}
JOIN import_change change ON change.staged_id = fact.event_id AND change.mode IN ('older_front', 'older_tail')
JOIN world_event event ON event.id = change.event_id
"""

SUPERSEDED_STATES = f"""
INSERT INTO world_eventpast (team_id, event_id, made_at, participants, known_from, known_to, batch_id,
    {", ".join(STATE_COLUMNS)})
SELECT known.team_id, known.id, %(written)s, known.participants, known.known_from, %(released)s, known.batch_id,
    {", ".join(f"known.{column}" for column in STATE_COLUMNS)}
FROM world_event_known known JOIN import_change change ON change.event_id = known.id AND change.mode = 'revise'
WHERE known.known_to IS NULL
"""

NEW_STATES = f"""
UPDATE world_event event
SET {", ".join(f"{column} = {source}" for column, source in FACT_COLUMNS.items())},
    known_from = CASE change.mode WHEN 'revise' THEN %(released)s ELSE event.known_from END,
    batch_id = %(batch)s, row_version = event.row_version + 1, updated_at = %(written)s, updated_by_id = %(by)s
FROM {FACT_SOURCE}
JOIN import_change change ON change.staged_id = fact.event_id AND change.mode IN ('revise', 'correct')
WHERE event.id = change.event_id
"""

_REWRITTEN = "import_change change WHERE change.mode IN ('revise', 'correct')"

OLD_SIDES = f"""
DELETE FROM world_eventparticipant stored USING {_REWRITTEN}
  AND stored.event_id = change.event_id AND stored.role = ANY(%(source_roles)s)
  AND NOT EXISTS (
    SELECT FROM import_side side WHERE side.event_id = change.staged_id
      AND (side.actor_id, side.raw_label, side.role, side.side)
          IS NOT DISTINCT FROM (stored.actor_id, stored.raw_label, stored.role, stored.side))
"""

NEW_SIDES = f"""
INSERT INTO world_eventparticipant (team_id, event_id, actor_id, raw_label, role, side, attribution)
SELECT %(team)s, change.event_id, side.actor_id, side.raw_label, side.role, side.side, 'confirmed'
FROM import_side side, {_REWRITTEN} AND side.event_id = change.staged_id
  AND NOT EXISTS (
    SELECT FROM world_eventparticipant stored WHERE stored.event_id = change.event_id
      AND (side.actor_id, side.raw_label, side.role)
          IS NOT DISTINCT FROM (stored.actor_id, stored.raw_label, stored.role))
"""

REVISIONS = """
INSERT INTO world_sourcerecordrevision (team_id, record_id, batch_id, replaced_by_id, payload, payload_hash)
SELECT %(team)s, record.id, record.last_batch_id, %(batch)s, record.payload, record.payload_hash
FROM import_change change JOIN world_sourcerecord record ON record.id = change.record_id
WHERE change.mode NOT LIKE 'older%%'
UNION ALL
SELECT %(team)s, record.id, %(batch)s, record.last_batch_id, fact.payload, fact.sha256
FROM import_change change JOIN world_sourcerecord record ON record.id = change.record_id
JOIN import_fact fact ON fact.event_id = change.staged_id
WHERE change.mode LIKE 'older%%'
"""

NEW_PAYLOADS = """
UPDATE world_sourcerecord record
SET payload = fact.payload, payload_hash = fact.sha256, last_batch_id = %(batch)s
FROM import_change change JOIN import_fact fact ON fact.event_id = change.staged_id
WHERE record.id = change.record_id AND change.mode NOT LIKE 'older%%'
"""


def classify(cursor: Any, names: dict[str, Any]) -> bool:
    """Sort the staged rows whose event exists into `import_change`, by what is to be done with them.

    Returns whether the states of any event will change; those are in `import_touched`.
    """
    cursor.execute("ANALYZE import_fact (event_id, external_id, type_code, spot)")
    cursor.execute("CREATE INDEX ON import_side (event_id)")
    cursor.execute("ANALYZE import_side")
    with hash_joins(cursor):
        cursor.execute(CLASSIFY, names)
    cursor.execute(PLACE_OLDER, names)
    cursor.execute(
        "INSERT INTO import_touched SELECT event_id FROM import_change "
        "WHERE mode IN ('correct', 'revise', 'older_front', 'older_tail')"
    )
    touched = int(cursor.rowcount)
    cursor.execute("ANALYZE import_change")
    return touched > 0


@contextmanager
def many_updates(cursor: Any) -> Iterator[None]:
    """Around updates of many tracked rows.

    The history trigger joins old and new rows of the statement. Its plan is kept for the session: one that was made
    for a handful of rows is a nested loop, and takes minutes for thousands.
    """
    cursor.execute("DISCARD PLANS")
    with hash_joins(cursor):
        yield


def write_changes(cursor: Any, names: dict[str, Any]) -> Counter[str]:
    """Write the classified changes. Returns how many rows went which way."""
    cursor.execute(SUPERSEDED_STATES, names)
    with many_updates(cursor):
        for statement in (*YIELD_TIME, NEW_STATES):
            cursor.execute(statement, names)
    for statement in (OLDER_STATES, OLD_SIDES, NEW_SIDES, REVISIONS, NEW_PAYLOADS):
        cursor.execute(statement, names)
    cursor.execute("SELECT mode, count(*) FROM import_change GROUP BY mode")
    return Counter(dict(cursor.fetchall()))

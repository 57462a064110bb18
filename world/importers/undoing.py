"""Taking one import back: its states go, the states that it superseded are reopened.

Its roll-up rows stay and no longer count, since only committed batches do.
"""
# ruff: noqa: S608  the statements are made of constants of these files; values are parameters

from typing import Any

from world.importers.changing import NEW_SIDES, NEW_STATES, OLD_SIDES, many_updates
from world.importers.writing import STATE_COLUMNS

CHANGED_SINCE = """
SELECT count(*) FROM world_event event
LEFT JOIN world_sourcerecord record
    ON record.dataset_id = event.dataset_id AND record.external_id = event.external_id COLLATE "default"
WHERE event.dataset_id = %(dataset)s AND event.updated_at > %(written)s
  AND (%(batch)s IN (record.first_batch_id, record.last_batch_id, event.batch_id)
       OR EXISTS (SELECT FROM world_eventpast past WHERE past.event_id = event.id AND past.batch_id = %(batch)s))
"""

NEW_EVENTS = """
INSERT INTO import_touched
SELECT event.id FROM world_event event
WHERE event.dataset_id = %(dataset)s AND event.batch_id = %(batch)s AND event.created_at = %(written)s
"""

_OF_NEW = "event_id IN (SELECT event_id FROM import_touched)"
DELETE_NEW = (
    f"DELETE FROM world_situationevent WHERE {_OF_NEW}",
    f"DELETE FROM world_eventsourcelink WHERE {_OF_NEW}",
    f"DELETE FROM world_eventpast WHERE {_OF_NEW}",
    f"DELETE FROM world_eventparticipant WHERE {_OF_NEW}",
    "DELETE FROM world_event WHERE id IN (SELECT event_id FROM import_touched)",
)

# Older vintages: the state goes, and the one that had yielded the time takes it back. That is the state before it
# where the vintage had cut off its end, else the one after it.
LATER_PARTS = """
INSERT INTO import_change (event_id, mode, holder_id, past_from, past_to)
SELECT past.event_id, CASE WHEN before.id IS NULL THEN 'older_front' ELSE 'older_tail' END,
       before.id, past.known_from, past.known_to
FROM world_eventpast past
LEFT JOIN world_eventpast before ON before.event_id = past.event_id AND before.known_to = past.known_from
     AND past.known_from = %(released)s
WHERE past.batch_id = %(batch)s AND past.made_at = %(written)s
"""
TAKE_TIME_BACK = (
    "DELETE FROM world_eventpast WHERE batch_id = %(batch)s AND made_at = %(written)s",
    "UPDATE world_eventpast past SET known_to = change.past_to FROM import_change change "
    "WHERE change.holder_id = past.id AND change.mode = 'older_tail'",
    "UPDATE world_eventpast past SET known_from = change.past_from FROM import_change change "
    "WHERE change.event_id = past.event_id AND change.mode = 'older_front' AND past.known_from = change.past_to",
    "UPDATE world_event event SET known_from = change.past_from FROM import_change change "
    "WHERE change.event_id = event.id AND change.mode = 'older_front' AND event.known_from = change.past_to",
)

REVISED = """
INSERT INTO import_change (event_id, mode, holder_id)
SELECT event.id, 'reopen', past.id
FROM world_event event JOIN world_eventpast past ON past.event_id = event.id AND past.known_to = event.known_from
WHERE event.batch_id = %(batch)s AND past.made_at = %(written)s
"""
REOPEN = f"""
UPDATE world_event event
SET {", ".join(f"{column} = past.{column}" for column in STATE_COLUMNS)}, known_from = past.known_from,
    batch_id = past.batch_id, row_version = event.row_version + 1,
    updated_at = coalesce((batch.options ->> 'written_at')::timestamptz, now()), updated_by_id = %(by)s
FROM import_change change
JOIN world_eventpast past ON past.id = change.holder_id
LEFT JOIN world_importbatch batch ON batch.id = past.batch_id
WHERE change.event_id = event.id AND change.mode = 'reopen'
"""
_OLD_PARTS = """
SELECT change.event_id, part.actor, part.raw_label, part.role, part.side, part.attribution
FROM import_change change JOIN world_eventpast past ON past.id = change.holder_id AND change.mode = 'reopen',
     jsonb_to_recordset(past.participants)
         AS part(actor uuid, raw_label text, role text, side text, attribution text)
"""
REOPEN_SIDES = (
    f"""
DELETE FROM world_eventparticipant stored USING import_change change
WHERE change.mode = 'reopen' AND stored.event_id = change.event_id AND NOT EXISTS (
    SELECT FROM ({_OLD_PARTS}) old WHERE old.event_id = stored.event_id
      AND (old.actor, old.raw_label, old.role, old.side, old.attribution) IS NOT DISTINCT FROM
          (stored.actor_id, stored.raw_label::text, stored.role::text, stored.side::text, stored.attribution::text))
""",
    f"""
INSERT INTO world_eventparticipant (team_id, event_id, actor_id, raw_label, role, side, attribution)
SELECT %(team)s, old.event_id, old.actor, old.raw_label, old.role, old.side, old.attribution
FROM ({_OLD_PARTS}) old WHERE NOT EXISTS (
    SELECT FROM world_eventparticipant stored WHERE stored.event_id = old.event_id
      AND (old.actor, old.raw_label, old.role) IS NOT DISTINCT FROM
          (stored.actor_id, stored.raw_label::text, stored.role::text))
""",
    "DELETE FROM world_eventpast past USING import_change change "
    "WHERE past.id = change.holder_id AND change.mode = 'reopen'",
)

CORRECTED = """
SELECT event.id, revision.payload::text
FROM world_event event
JOIN world_sourcerecord record ON record.dataset_id = event.dataset_id AND record.external_id = event.external_id COLLATE "default"
JOIN world_sourcerecordrevision revision ON revision.record_id = record.id AND revision.replaced_by_id = %(batch)s
WHERE event.batch_id = %(batch)s AND record.last_batch_id = %(batch)s
  AND NOT EXISTS (SELECT FROM import_change change WHERE change.event_id = event.id AND change.mode = 'reopen')
"""
CORRECTED_BATCH = """
UPDATE world_event event
SET batch_id = revision.batch_id, updated_at = coalesce((batch.options ->> 'written_at')::timestamptz, now())
FROM import_change change, world_sourcerecord record
JOIN world_sourcerecordrevision revision ON revision.record_id = record.id AND revision.replaced_by_id = %(batch)s
JOIN world_importbatch batch ON batch.id = revision.batch_id
WHERE change.event_id = event.id AND change.mode = 'correct'
  AND record.dataset_id = event.dataset_id AND record.external_id = event.external_id COLLATE "default"
"""

RECORDS = (
    "UPDATE world_sourcerecord record SET payload = revision.payload, payload_hash = revision.payload_hash, "
    "last_batch_id = revision.batch_id FROM world_sourcerecordrevision revision "
    "WHERE revision.record_id = record.id AND revision.replaced_by_id = %(batch)s AND record.last_batch_id = %(batch)s",
    "DELETE FROM world_sourcerecordrevision WHERE replaced_by_id = %(batch)s OR batch_id = %(batch)s",
    "DELETE FROM world_eventsourcelink link USING world_sourcerecord record "
    "WHERE link.record_id = record.id AND record.first_batch_id = %(batch)s",
    "DELETE FROM world_sourcerecord WHERE first_batch_id = %(batch)s",
)


def changed_since(cursor: Any, names: dict[str, Any]) -> int:
    """How many of the batch's events were changed after it."""
    cursor.execute(CHANGED_SINCE, names)
    return int(cursor.fetchone()[0])


def list_new_events(cursor: Any, names: dict[str, Any]) -> None:
    """Put the events that the batch brought into `import_touched`."""
    cursor.execute(NEW_EVENTS, names)


def take_back(cursor: Any, names: dict[str, Any]) -> None:
    """Remove new events, reopen revised ones, give older vintages' time back. Corrected ones are left to the caller."""
    for statement in DELETE_NEW:
        cursor.execute(statement, names)
    cursor.execute(LATER_PARTS, names)
    with many_updates(cursor):
        for statement in (*TAKE_TIME_BACK, REVISED, REOPEN):
            cursor.execute(statement, names)
    for statement in REOPEN_SIDES:
        cursor.execute(statement, names)


def rewrite_corrected(cursor: Any, names: dict[str, Any]) -> None:
    """Write the staged former states of corrected events, under the batches that had brought them."""
    with many_updates(cursor):
        cursor.execute(NEW_STATES, names)
        cursor.execute(CORRECTED_BATCH, names)
    cursor.execute(OLD_SIDES, names)
    cursor.execute(NEW_SIDES, names)


def take_records_back(cursor: Any, names: dict[str, Any]) -> None:
    """Give the records their former content; remove those that the batch brought."""
    for statement in RECORDS:
        cursor.execute(statement, names)

"""What of a file is new, changed, the same or missing: one pass of SQL over the staged keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from world.importers.staging import DOUBLE, PARSE, Staged

# A row is the same if the dataset holds this content now, or held it in this very vintage.
ASKED = """
SELECT key.row, key.nth > 1 AND key.external_id <> ''
FROM (
    SELECT row, external_id, sha256, row_number() OVER (PARTITION BY external_id ORDER BY row) AS nth
    FROM import_key
) key
LEFT JOIN world_sourcerecord record ON record.dataset_id = %(dataset)s AND record.external_id = key.external_id
WHERE (key.nth > 1 AND key.external_id <> '')
   OR record.id IS NULL
   OR record.payload_hash <> key.sha256 AND NOT EXISTS (
        SELECT FROM world_sourcerecordrevision revision
        JOIN world_importbatch batch ON batch.id = revision.batch_id
        WHERE revision.record_id = record.id AND revision.payload_hash = key.sha256
          AND batch.vintage = %(vintage)s AND batch.vintage <> '')
"""

# The scope of a file is its countries: what it does not speak of is not missing from it. EXCEPT hashes both sides
# whatever the planner believes of a table that has just been filled.
MISSING = """
SELECT external_id FROM (
    SELECT record.external_id::text FROM world_sourcerecord record
    WHERE record.dataset_id = %(dataset)s
      AND record.payload ->> 'country_id' IN (SELECT DISTINCT country FROM import_key)
    EXCEPT SELECT external_id FROM import_key
) missing
ORDER BY length(external_id), external_id COLLATE "C"
"""

FETCH = 10_000


@dataclass(frozen=True)
class Diff:
    """Which rows to parse, by row number; and the ids that the file should have and does not."""

    wanted: bytearray
    anything: bool
    missing: Sequence[str]


def compare(*, dataset_id: int, vintage: str, staged: Staged) -> Diff:
    """Compare the staged keys with what the dataset holds."""
    names: dict[str, Any] = {"dataset": dataset_id, "vintage": vintage}
    wanted = bytearray(staged.last_row + 1)
    anything = False
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE import_key")
        cursor.execute(ASKED, names)
        while rows := cursor.fetchmany(FETCH):
            anything = True
            for row, double in rows:
                wanted[row] = DOUBLE if double else PARSE
        cursor.execute(MISSING, names)
        missing = [row[0] for row in cursor.fetchall()]
    return Diff(wanted, anything, missing)

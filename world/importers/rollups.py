"""The two roll-ups, kept by difference: minus what the touched events gave before, plus what they give after.

The rules are those of world/contributions.py, said in SQL for many events at once; a test holds both to one count.

A state of an event counts from the month of its `known_from`, and is taken back in the month of its `known_to`.
Events over several days are spread evenly over their days; the sums are exact (numeric) and rounded once.
"""

from typing import Any

from django.db import connection

from world.contributions import CIVILIAN_TYPES

_SPREAD = """
WITH state AS (
    SELECT known.id, known.known_from, known.known_to, known.area_id, known.grid_cell, known.type_id,
           type.code = ANY(%(civilian)s) OR coalesce(known.deaths_civilians, 0) > 0 AS civilian_harm,
           known.date_start, known.date_end, coalesce(known.deaths_best, 0) AS best,
           least(known.deaths_low, coalesce(known.deaths_best, 0)) AS low,
           greatest(known.deaths_high, coalesce(known.deaths_best, 0)) AS high,
           coalesce(known.deaths_civilians, 0) AS deaths_civilians
    FROM world_event_known known
    JOIN import_touched touched ON touched.event_id = known.id
    JOIN world_eventtype type ON type.id = known.type_id
    WHERE known.status = 'accepted' AND known.count_in_aggregates AND known.duplicate_of_id IS NULL
      AND known.area_id IS NOT NULL AND known.handling <> 'restricted'
), edge AS (
    SELECT state.*, 1 AS sign, date_trunc('month', known_from::timestamp)::date AS known_month FROM state
    UNION ALL
    SELECT state.*, -1, date_trunc('month', known_to::timestamp)::date FROM state WHERE known_to IS NOT NULL
)
INSERT INTO import_spread
SELECT id, known_from, area_id, grid_cell, type_id, civilian_harm, month.first::date, known_month,
       CASE WHEN date_start = date_end THEN (%(sign)s * sign)::numeric ELSE %(sign)s * sign * (
           least(date_end, (month.first + interval '1 month')::date - 1) - greatest(date_start, month.first::date) + 1
       )::numeric(60, 30) / (date_end - date_start + 1) END,
       best, low, high, deaths_civilians
FROM edge, generate_series(
    date_trunc('month', date_start::timestamp), date_end::timestamp, interval '1 month'
) AS month(first)
"""

_AREA = """
INSERT INTO import_area_delta
SELECT area_id, grid_cell, type_id, civilian_harm, month, known_month, sum(share), sum(share * (best > 0)::int),
       sum(share * best), sum(share * low), sum(share * high), sum(share * deaths_civilians)
FROM import_spread GROUP BY 1, 2, 3, 4, 5, 6
"""

# The two sides oppose each other. Groups named together on one side are a pair of that side where each is known by
# its own name; the side as a whole keeps its own id.
_PAIR = """
WITH part AS (
    SELECT event.id, event.known_from, stored.actor_id AS actor, stored.side, stored.raw_label
    FROM import_touched touched JOIN world_event event ON event.id = touched.event_id
    JOIN world_eventparticipant stored ON stored.event_id = event.id
    WHERE stored.side <> ''
    UNION ALL
    SELECT past.event_id, past.known_from, stored.actor, stored.side, stored.raw_label
    FROM import_touched touched JOIN world_eventpast past ON past.event_id = touched.event_id,
         jsonb_to_recordset(past.participants) AS stored(actor uuid, side text, raw_label text)
    WHERE stored.side <> ''
), known_name AS (
    SELECT DISTINCT ON (name.text) name.text, name.actor_id
    FROM world_actorname name
    JOIN world_actorexternalid external ON external.actor_id = name.actor_id AND external.system = %(system)s
    WHERE name.team_id = %(team)s AND name.kind = 'source_label' AND name.source_system = %(system)s
      AND name.text NOT LIKE '%%, %%'
    ORDER BY name.text, length(external.value), external.value COLLATE "C"
), member AS (
    SELECT id, known_from, side, actor FROM part WHERE actor IS NOT NULL AND raw_label NOT LIKE '%%, %%'
    UNION
    SELECT part.id, part.known_from, part.side, known_name.actor_id
    FROM part, regexp_split_to_table(part.raw_label, ', ') AS label
    JOIN known_name ON known_name.text = label
    WHERE part.raw_label LIKE '%%, %%'
), pair AS (
    SELECT DISTINCT a.id, a.known_from, least(a.actor, b.actor) AS one, greatest(a.actor, b.actor) AS other,
           false AS same_side
    FROM part a JOIN part b ON b.id = a.id AND b.known_from = a.known_from AND a.side = 'a' AND b.side = 'b'
    WHERE a.actor <> b.actor
    UNION ALL
    SELECT a.id, a.known_from, a.actor, b.actor, true
    FROM member a JOIN member b
      ON b.id = a.id AND b.known_from = a.known_from AND b.side = a.side AND a.actor < b.actor
)
INSERT INTO import_pair_delta
SELECT area_id, pair.one, pair.other, pair.same_side, month, known_month,
       sum(share), sum(share * best), sum(share * low), sum(share * high), sum(share * deaths_civilians)
FROM import_spread spread JOIN pair ON pair.id = spread.event_id AND pair.known_from = spread.known_from
GROUP BY 1, 2, 3, 4, 5, 6
"""

_STORE_AREA = """
INSERT INTO world_cellarea (team_id, dataset_id, batch_id, area_id, grid_cell, event_type_id, civilian_harm, month,
                            known_month, n, n_deadly, best, low, high, deaths_civilians)
SELECT %(team)s, %(dataset)s, %(batch)s, area_id, grid_cell, type_id, civilian_harm, month, known_month,
       sum(n), sum(n_deadly), sum(best), sum(low), sum(high), sum(deaths_civilians)
FROM import_area_delta GROUP BY area_id, grid_cell, type_id, civilian_harm, month, known_month
HAVING sum(n) <> 0 OR sum(n_deadly) <> 0 OR sum(best) <> 0 OR sum(low) <> 0 OR sum(high) <> 0
    OR sum(deaths_civilians) <> 0
ORDER BY month, area_id
"""

_STORE_PAIR = """
INSERT INTO world_cellpair (team_id, dataset_id, batch_id, area_id, actor_id, other_actor_id, same_side, month,
                            known_month, n, best, low, high, deaths_civilians)
SELECT %(team)s, %(dataset)s, %(batch)s, area_id, actor_id, other_actor_id, same_side, month, known_month,
       sum(n), sum(best), sum(low), sum(high), sum(deaths_civilians)
FROM import_pair_delta GROUP BY area_id, actor_id, other_actor_id, same_side, month, known_month
HAVING sum(n) <> 0 OR sum(best) <> 0 OR sum(low) <> 0 OR sum(high) <> 0 OR sum(deaths_civilians) <> 0
ORDER BY month, area_id
"""


def add_contributions(cursor: Any, *, sign: int, team_id: Any, system: str) -> None:
    """Add what the events in `import_touched` give now to the collected differences, times `sign`."""
    names = {"sign": sign, "civilian": sorted(CIVILIAN_TYPES), "team": team_id, "system": system}
    cursor.execute("ANALYZE import_touched")
    cursor.execute("DELETE FROM import_spread")
    cursor.execute(_SPREAD, names)
    cursor.execute("ANALYZE import_spread")
    cursor.execute(_AREA, names)
    cursor.execute(_PAIR, names)


def store_differences(*, team_id: Any, dataset_id: int, batch_id: Any) -> None:
    """Write the collected differences as the batch's rows of both roll-ups."""
    names = {"team": team_id, "dataset": dataset_id, "batch": batch_id}
    with connection.cursor() as cursor:
        cursor.execute(_STORE_AREA, names)
        cursor.execute(_STORE_PAIR, names)

"""The two roll-ups that scores read, kept in step with edits by hand, and the demo's monthly figures.

Imports keep them in step with set-based SQL of their own; both follow the rules in CellArea and CellPair.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import batched
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.utils.translation import gettext as _

from core.errors import DomainError
from world.contributions import (
    AREA_SUMS,
    PAIR_SUMS,
    area_sums,
    books_several,
    counts,
    first_of,
    harms_civilians,
    pair_sums,
    pairs_of,
    spread,
)
from world.models import (
    Actor,
    ActorExternalId,
    AdminArea,
    CellArea,
    CellPair,
    Event,
    EventType,
    Handling,
    ImportBatch,
)
from world.selectors.identity import names_in_source
from world.services.knowledge import Delta

AREA_KEY = (
    "team_id",
    "dataset_id",
    "area_id",
    "grid_cell",
    "event_type_id",
    "civilian_harm",
    "month",
    "known_month",
    "batch_id",
)
PAIR_KEY = (
    "team_id",
    "dataset_id",
    "area_id",
    "actor_id",
    "other_actor_id",
    "same_side",
    "month",
    "known_month",
    "batch_id",
)

CHUNK = 500

Row = tuple[Any, ...]


def post(event: Event, deltas: Iterable[Delta]) -> None:
    """Add what changed about one event to both roll-ups. A restricted event counts in no sum that others see."""
    if event.handling == Handling.RESTRICTED:
        return
    wanted = [delta for delta in deltas if counts(delta.state)]
    codes = dict(EventType.objects.filter(pk__in={delta.state["type"] for delta in wanted}).values_list("pk", "code"))
    areas = [row for delta in wanted for row in _area_rows(event, delta, codes[delta.state["type"]])]
    names = _known_names(event, wanted)
    pairs = [row for delta in wanted for row in _pair_rows(event, delta, names)]
    _add(CellArea, AREA_KEY, AREA_SUMS, areas)
    _add(CellPair, PAIR_KEY, PAIR_SUMS, pairs)


def _area_rows(event: Event, delta: Delta, code: str) -> Iterator[Row]:
    state = delta.state
    harm = harms_civilians(state, code)
    for month, share in spread(state["date_start"], state["date_end"]):
        weight = delta.sign * share
        yield (
            event.team_id,
            event.dataset_id,
            state["area"],
            state["grid_cell"],
            state["type"],
            harm,
            month,
            first_of(delta.known_from),
            delta.batch_id,
            *(weight * value for value in area_sums(state)),
        )


def _known_names(event: Event, deltas: Iterable[Delta]) -> dict[str, UUID]:
    if not any(books_several(delta.state["participants"]) for delta in deltas):
        return {}
    return names_in_source(event.team_id, event.dataset.code)


def _pair_rows(event: Event, delta: Delta, names: Mapping[str, UUID]) -> Iterator[Row]:
    state = delta.state
    for first, second, same_side in pairs_of(state["participants"], names):
        for month, share in spread(state["date_start"], state["date_end"]):
            yield (
                event.team_id,
                event.dataset_id,
                state["area"],
                first,
                second,
                same_side,
                month,
                first_of(delta.known_from),
                delta.batch_id,
                *(delta.sign * share * value for value in pair_sums(state)),
            )


def _add(model: type[models.Model], key: tuple[str, ...], sums: tuple[str, ...], rows: list[Row]) -> None:
    """Add rows to the table in one statement each chunk. The sign is in the sums."""
    totals: dict[Row, list[float]] = {}
    for row in rows:
        held = totals.setdefault(row[: len(key)], [0.0] * len(sums))
        for place, value in enumerate(row[len(key) :]):
            held[place] += value
    changed = [(*cell, *values) for cell, values in totals.items() if any(values)]
    table = model._meta.db_table
    conflict = ", ".join(name for name in key if name != "team_id")
    update = ", ".join(f"{name} = {table}.{name} + EXCLUDED.{name}" for name in sums)
    holes = f"({', '.join(['%s'] * (len(key) + len(sums)))})"
    for chunk in batched(changed, CHUNK):
        statement = (
            f"INSERT INTO {table} ({', '.join((*key, *sums))}) "  # noqa: S608  names are constants of this file
            f"VALUES {', '.join([holes] * len(chunk))} ON CONFLICT ({conflict}) DO UPDATE SET {update}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [value for row in chunk for value in row])


def write_cells(
    *, batch: ImportBatch, cell_area: Iterable[Mapping[str, str]], cell_pair: Iterable[Mapping[str, str]]
) -> tuple[int, int]:
    """Take monthly figures into the roll-ups under `batch`: rows of text by p-code, type code and system:id.

    Returns how many rows each got. DomainError names the first area, type or actor that the team does not have.
    """
    keys = _Keys(batch)
    areas = CellArea.objects.bulk_create((keys.area_cell(row) for row in cell_area), batch_size=1000)
    pairs = CellPair.objects.bulk_create((keys.pair_cell(row) for row in cell_pair), batch_size=1000)
    return len(areas), len(pairs)


class _Keys:
    """Natural keys of one team as row keys."""

    def __init__(self, batch: ImportBatch):
        team = {"team_id": batch.team_id}
        self.fixed = {**team, "dataset_id": batch.dataset_id, "batch_id": batch.pk}
        self.areas = dict(AdminArea.objects.filter(**team).values_list("pcode", "pk"))
        self.types = dict(EventType.objects.filter(**team).values_list("code", "pk"))
        external = ActorExternalId.objects.filter(**team).values_list("system", "value", "actor_id")
        self.actors = {f"{system}:{value}": actor for system, value, actor in external}
        self.actors |= dict(Actor.objects.filter(**team).values_list("slug", "pk"))

    def area_cell(self, row: Mapping[str, str]) -> CellArea:
        return CellArea(
            **self.fixed,
            area_id=_found(self.areas, row["area"], "area"),
            grid_cell=int(row["grid_cell"]) if row["grid_cell"] else None,
            event_type_id=_found(self.types, row["event_type"], "event_type"),
            civilian_harm=row["civilian_harm"] == "true",
            month=date.fromisoformat(row["month"]),
            known_month=date.fromisoformat(row["known_month"]),
            **{name: float(row[name]) for name in AREA_SUMS},
        )

    def pair_cell(self, row: Mapping[str, str]) -> CellPair:
        ends = sorted(_found(self.actors, row[name], name) for name in ("actor", "other_actor"))
        return CellPair(
            **self.fixed,
            area_id=_found(self.areas, row["area"], "area"),
            actor_id=ends[0],
            other_actor_id=ends[1],
            same_side=row["same_side"] == "true",
            month=date.fromisoformat(row["month"]),
            known_month=date.fromisoformat(row["known_month"]),
            **{name: float(row[name]) for name in PAIR_SUMS},
        )


def _found(keys: Mapping[str, Any], key: str, field: str) -> Any:
    if key not in keys:
        raise DomainError(
            _("The team has no “%(key)s”. Load areas, types and actors first.") % {"key": key},
            code="unknown",
            field=field,
        )
    return keys[key]

"""UCDP GED files of a few rows, and their import in this process."""

import csv
import io
from datetime import date
from typing import Any

from accounts.models import Team
from world.models import EventKnown, ImportBatch, Situation
from world.runner import claim_here, run_here
from world.services.imports import request_import

ROW = {
    "id": "1001", "relid": "MLI-2022-1-1-1", "year": "2022", "active_year": "True", "code_status": "Clear",
    "type_of_violence": "1", "conflict_dset_id": "11", "conflict_new_id": "11", "conflict_name": "Mali: Government",
    "dyad_dset_id": "22", "dyad_new_id": "22", "dyad_name": "Government of Mali - JNIM", "side_a_dset_id": "72",
    "side_a_new_id": "72", "side_a": "Government of Mali", "side_b_dset_id": "6716", "side_b_new_id": "6716",
    "side_b": "JNIM", "number_of_sources": "1", "source_article": "A paper, 2022-03-11", "source_office": "A paper",
    "source_date": "2022-03-11", "source_headline": "A headline", "source_original": "army", "where_prec": "1",
    "where_coordinates": "Mora town", "where_description": "near Mora", "adm_1": "Mopti region",
    "adm_2": "Djenne cercle", "latitude": "14.5", "longitude": "-4.1", "geom_wkt": "POINT (-4.1 14.5)",
    "priogrid_gid": "150000", "country": "Mali", "country_id": "432", "region": "Africa", "event_clarity": "1",
    "date_prec": "1", "date_start": "2022-03-10", "date_end": "2022-03-10", "deaths_a": "1", "deaths_b": "2",
    "deaths_civilians": "3", "deaths_unknown": "0", "best": "6", "high": "9", "low": "4",
}  # fmt: skip
YEARLY = (*ROW, "gwnoa", "gwnob")
COUNTRY_PAGE = tuple({"best": "best_est", "high": "high_est", "low": "low_est"}.get(name, name) for name in ROW)


def row(**changes: object) -> dict[str, str]:
    """One valid row with changes."""
    return {**ROW, **{name: str(value) for name, value in changes.items()}}


def deaths(best: int) -> dict[str, object]:
    """Changes that keep the deaths of a row in step."""
    return {"deaths_a": best, "deaths_b": 0, "deaths_civilians": 0, "best": best, "low": best, "high": best}


def file(*rows: dict[str, str], columns: tuple[str, ...] = tuple(ROW), delimiter: str = ",") -> bytes:
    """A UTF-8 CSV file of rows; columns under their other names are filled too."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for each in rows:
        writer.writerow([each.get(name.removesuffix("_est"), each.get(name, "")) for name in columns])
    return out.getvalue().encode()


def take_in(situation: Situation, content: bytes | dict[str, str], **options: Any) -> ImportBatch:
    """Import a file (or one row) into a situation, as the command does."""
    data = file(content) if isinstance(content, dict) else content
    batch = request_import(
        team=options.pop("team", None) or Team.objects.get(pk=situation.team_id),
        situation=situation,
        by=options.pop("by", None),
        file=io.BytesIO(data),
        file_name="events.csv",
        format="ucdp-ged",
        via="command",
        **options,
    )
    return run_here(claim_here(batch))


def counts(batch: ImportBatch) -> tuple[int, int, int, int, int]:
    """(new, changed, same, missing, rejected)."""
    return batch.new, batch.changed, batch.same, batch.missing, batch.rejected


def known(situation: Situation, cutoff: date | None, external_id: str = "1001") -> int | None:
    """The deaths that the event has in the state known on `cutoff`; None where nothing is known of it."""
    states = EventKnown.objects.filter(team_id=situation.team_id, external_id=external_id).known_at(cutoff)
    return states.values_list("deaths_best", flat=True).first()

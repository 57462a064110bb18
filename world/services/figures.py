"""Monthly figures that come without their events, under a batch of their own (docs/adr/0006)."""

from collections.abc import Iterable, Mapping

from django.db.models.functions import Now

from accounts.models import User
from core.jobs import Job
from world.models import Dataset, ImportBatch, Situation
from world.services.acting import record, writing
from world.services.rollups import write_cells


def load_monthly_figures(
    *,
    dataset: Dataset,
    situation: Situation,
    by: User,
    via: str,
    cell_area: Iterable[Mapping[str, str]],
    cell_pair: Iterable[Mapping[str, str]],
) -> ImportBatch:
    """Take derived figures into the roll-ups; an import of the real file into the same dataset replaces them."""
    with writing(team=dataset.team, by=by, via=via):
        batch = ImportBatch.objects.create(
            team_id=dataset.team_id,
            dataset=dataset,
            situation=situation,
            queue="imports",
            state=Job.State.DONE,
            kind=ImportBatch.Kind.ROLLUP_SEED,
            outcome=ImportBatch.Outcome.COMMITTED,
            profile="monthly-figures",
            covers_from=dataset.covers_from,
            covers_until=dataset.covers_until,
            finished_at=Now(),
            created_by=by,
            updated_by=by,
        )
        areas, pairs = write_cells(batch=batch, cell_area=cell_area, cell_pair=cell_pair)
        batch.new = areas + pairs
        batch.save(update_fields=["new"])
        record(batch, verb="load monthly figures", by=by, via=via, detail={"areas": areas, "pairs": pairs})
    return batch

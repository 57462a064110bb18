"""Up to when a dataset says anything, as far as it was out on a cut-off. Outside of that nothing is zero."""

from datetime import date
from uuid import UUID

from django.db.models import Max, Min

from accounts.models import Team
from world.contributions import add_months, first_of, last_of
from world.models import AdminArea, Dataset, ImportBatch

UCDP_MONTHLY_SINCE = date(2018, 1, 1)
UCDP_MONTHLY_DAY = 20
UCDP_YEARLY_MONTH = 6


def covered(dataset: Dataset) -> tuple[date | None, date | None]:
    """First and last day that the dataset covers: what its committed batches cover, else what is written on it."""
    batches = ImportBatch.objects.filter(dataset=dataset, outcome=ImportBatch.Outcome.COMMITTED)
    spans = batches.aggregate(since=Min("covers_from"), until=Max("covers_until"))
    return spans["since"] or dataset.covers_from, spans["until"] or dataset.covers_until


def released(cutoff: date) -> date:
    """The last day of the last month that UCDP's release calendar has out on `cutoff`."""
    month = add_months(first_of(cutoff), -1 if cutoff.day >= UCDP_MONTHLY_DAY else -2)
    if month >= UCDP_MONTHLY_SINCE:
        return last_of(month)
    years = 1 if cutoff >= date(cutoff.year, UCDP_YEARLY_MONTH, 1) else 2
    return date(cutoff.year - years, 12, 31)


def observed_until(team: Team | UUID, dataset: str, cutoff: date) -> date | None:
    """The last day that the dataset covers, as far as it was out on `cutoff`; None where it covers nothing."""
    row = Dataset.objects.filter(team=team, code=dataset).first()
    if row is None:
        return None
    if row.release_calendar == Dataset.ReleaseCalendar.UCDP:
        until = covered(row)[1]
        return None if until is None else min(until, released(cutoff))
    until = row.complete_until or covered(row)[1]
    return None if until is None else min(until, cutoff)


def last_complete_month(team: Team | UUID, dataset: str, *, at: date, cutoff: date) -> date | None:
    """The first day of the last whole month that is both over by `at` and observed on `cutoff`."""
    until = observed_until(team, dataset, cutoff)
    if until is None:
        return None
    day = min(at, until)
    month = first_of(day)
    return month if last_of(month) <= day else add_months(month, -1)


def without_code(team: Team | UUID, dataset: str) -> set[str]:
    """P-codes of the areas that the dataset has no code for: nothing can be said of them from it."""
    areas = AdminArea.objects.filter(team=team).values_list("pcode", "dataset_names")
    return {pcode for pcode, names in areas if not names.get(dataset)}

"""Counts of event types that the team keeps by hand, such as coups (B4)."""

from datetime import date
from functools import partial

from scenarios.indicators.cells import Found, Json, missing, value
from scenarios.indicators.facts import Facts, people_named
from scenarios.indicators.months import last_day, observed
from world.models import AdminArea, Dataset, EventKnown


def kept_events_cell(facts: Facts, area: AdminArea, measure: Json) -> Found:
    """How many events of some types there were in the window; missing outside what was declared complete."""
    dataset = facts.datasets.get(measure["dataset"])
    if dataset is None:
        return missing(f"The dataset {measure['dataset']} is not loaded.")
    undeclared = sorted(set(measure["event_types"]) - set(dataset.complete_types))
    until = dataset.complete_until
    if undeclared or until is None or dataset.covers_from is None:
        return missing("Nobody has declared the list of these events complete.")
    seen, why = observed(at=facts.at, first=dataset.covers_from, until=min(until, facts.cutoff))
    if seen is None:
        return missing(why)
    if not seen.covers(measure["months"]):
        return missing("The window begins before the data do.")
    first, last = seen.window(0, measure["months"])
    inherited = bool(measure.get("inherit_country")) and area.parent_id is not None
    place = _country(facts, area) if inherited else area
    facts.used_datasets.add(dataset.code)
    rows = list(_events(facts, place, dataset, measure, first, last_day(last)))
    for row in rows:
        facts.handling.take(row.handling, row.contains_personal_data, partial(people_named, event_id=row.pk))
    origin = {"events": [str(row.pk) for row in rows], "data_to": last.isoformat()[:7]}
    return value(len(rows), inherited=inherited, origin=origin)


def _country(facts: Facts, area: AdminArea) -> AdminArea:
    while area.parent_id:
        area = facts.areas[area.parent_id]
    return area


def _events(
    facts: Facts, area: AdminArea, dataset: Dataset, measure: Json, first: date, last: date
) -> list[EventKnown]:
    return list(
        EventKnown.objects.known_at(facts.cutoff)
        .visible_to(facts.viewer)
        .filter(
            team_id=facts.team_id,
            dataset_id=dataset.pk,
            type__code__in=measure["event_types"],
            area__pcode__in=facts.below(area),
            date_start__range=(first, last),
            status="accepted",
            count_in_aggregates=True,
            duplicate_of__isnull=True,
        )
        .order_by("external_id")
    )

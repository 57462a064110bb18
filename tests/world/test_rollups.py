"""The roll-ups follow every edit by hand: at each cut-off they equal a recount of the events known then."""

import datetime as dt
import random
from collections import defaultdict
from itertools import combinations
from uuid import UUID

import pytest
from django.db.models import Sum

from core.errors import DomainError
from tests.factories.world import KNOWN
from world.contributions import add_months, last_of, pairs_of
from world.models import ActorName, CellArea, CellPair, EventKnown
from world.services import events, rollups

SUMS = ("n", "best", "low", "high", "deaths_civilians")


def recount(world, cutoff):
    """(area sums by month, hostile and same-side sums by pair and month) in plain Python, day by day."""
    areas, pairs = defaultdict(lambda: [0.0] * 5), defaultdict(lambda: [0.0] * 5)
    for event in EventKnown.objects.filter(team=world.team, status="accepted", area__isnull=False).known_at(cutoff):
        if not event.count_in_aggregates or event.duplicate_of_id:
            continue
        best = event.deaths_best or 0
        low = min(best if event.deaths_low is None else event.deaths_low, best)
        high = max(best if event.deaths_high is None else event.deaths_high, best)
        toll = (1, best, low, high, event.deaths_civilians or 0)
        days = [event.date_start + dt.timedelta(days=n) for n in range((event.date_end - event.date_start).days + 1)]
        sided = {(UUID(p["actor"]), p["side"]) for p in event.participants if p["actor"] and p["side"]}
        for day in days:
            month = day.replace(day=1)
            keys = [(areas, (event.area_id, event.type_id, month))]
            for (one, side), (other, other_side) in combinations(sorted(sided), 2):
                if one != other:
                    keys.append((pairs, (one, other, side == other_side, month)))
            for table, key in keys:
                table[key] = [held + value / len(days) for held, value in zip(table[key], toll, strict=True)]
    return areas, pairs


def rolled(world, cutoff):
    known = {"team": world.team, "known_month__lte": cutoff}
    sums = {f"{name}_sum": Sum(name) for name in SUMS}
    names = [f"{name}_sum" for name in SUMS]
    areas = CellArea.objects.filter(**known).values_list("area", "event_type", "month").annotate(**sums)
    pairs = CellPair.objects.filter(**known).values_list("actor", "other_actor", "same_side", "month").annotate(**sums)
    return tuple(
        {
            row[: -len(names)]: list(row[-len(names) :])
            for row in table
            if any(abs(v) > 1e-9 for v in row[-len(names) :])
        }
        for table in (areas, pairs)
    )


def assert_equal_sums(world, cutoff):
    for found, wanted in zip(rolled(world, cutoff), recount(world, cutoff), strict=True):
        assert found.keys() == wanted.keys()
        for key, values in wanted.items():
            assert found[key] == pytest.approx(values, abs=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_rollups_equal_a_recount_at_every_month_end(world, seed):
    random_edits(world, random.Random(seed))
    for month in range(9):
        assert_equal_sums(world, last_of(add_months(dt.date(2023, 12, 1), month)))


def random_edits(world, chance):
    kinds = [world.kind, world.make(type(world.kind), code="VIOL.CIV_ATTACK")]
    people = [world.make(type(world.actor)) for _ in range(4)]
    made = []
    for _ in range(40):
        act = chance.choice(["create", "create", "correct", "revise", "revise", "retract"])
        start = dt.date(2023, 11, 1) + dt.timedelta(days=chance.randrange(60))
        fields = {
            "type": chance.choice(kinds),
            "area": chance.choice([world.area, world.country, None]),
            "date_start": start,
            "date_end": start + dt.timedelta(days=chance.choice([0, 0, 3, 45])),
            "deaths_best": chance.choice([None, 0, 5]),
            "deaths_high": chance.choice([None, 9]),
            "deaths_civilians": chance.choice([None, 2]),
            "count_in_aggregates": chance.random() < 0.9,
            "participants": [
                {"actor": actor, "role": role}
                for actor, role in zip(
                    chance.sample(people, 3), chance.choices(["side_a", "side_b", "supporter"], k=3), strict=True
                )
            ],
        }
        if act == "create" or not made:
            known = KNOWN + dt.timedelta(days=chance.randrange(90))
            made.append(events.create_event(team=world.team, known_from=known, **world.act, **fields))
            continue
        place = chance.randrange(len(made))
        event = made[place]
        change = {"event": event, "reason": "x", "expected": event.row_version, **world.act}
        known = event.known_from + dt.timedelta(days=chance.choice([-20, 0, 15, 40]))
        try:
            if act == "correct":
                made[place] = events.correct_event(**change, **fields)
            elif act == "revise":
                made[place] = events.revise_event(**change, known_from=known, **fields)
            else:
                made[place] = events.retract_event(**change, known_from=known)
        except DomainError as refused:
            if refused.code != "already_known":
                raise


def test_a_side_that_names_several_pairs_the_groups_it_names(world):
    one, other = world.make(type(world.actor)), world.make(type(world.actor))
    names = {"GATIA": one.pk, "MSA": other.pk}
    both = [
        {"actor": str(world.actor.pk), "raw_label": "GATIA, MSA, Others", "side": "a"},
        {"actor": str(world.foe.pk), "raw_label": "", "side": "b"},
        {"actor": None, "raw_label": "Gunmen", "side": "b"},
        {"actor": str(one.pk), "raw_label": "", "side": ""},
    ]
    assert pairs_of(both, names) == sorted(
        [(world.actor.pk, world.foe.pk, False), (min(one.pk, other.pk), max(one.pk, other.pk), True)]
    )


def test_the_names_come_from_the_dataset_that_books_several_as_one(world):
    dataset = world.make(type(world.dataset), code="ucdp-ged")
    groups = []
    for value, label in (("1", "GATIA"), ("2", "MSA")):
        actor = world.make(type(world.actor))
        world.make(ActorName, actor=actor, text=label, norm=label.lower(), kind="source_label", source_system="ucdp")
        actor.external_ids.create(team=world.team, system="ucdp", value=value)
        groups.append(actor.pk)
    events.create_event(
        team=world.team,
        known_from=KNOWN,
        dataset=dataset,
        type=world.kind,
        area=world.area,
        date_start=dt.date(2023, 12, 5),
        participants=[{"actor": world.actor, "raw_label": "GATIA, MSA", "role": "side_a"}],
        **world.act,
    )
    row = CellPair.objects.get(team=world.team)
    assert (row.actor_id, row.other_actor_id, row.same_side) == (*sorted(groups), True)


def test_monthly_figures_are_taken_in_by_natural_keys(world):
    world.actor.external_ids.create(team=world.team, system="ucdp", value="72")
    period = {"area": "ML08", "month": "2023-12-01", "known_month": "2024-01-01"}
    sums = dict.fromkeys(("n", "n_deadly", "best", "low", "high", "deaths_civilians"), "0.5")
    assert world.area
    area = {**period, **sums, "grid_cell": "", "event_type": world.kind.code, "civilian_harm": "true"}
    pair = {**period, **sums, "actor": world.foe.slug, "other_actor": "ucdp:72", "same_side": "false"}
    assert rollups.write_cells(batch=world.batch, cell_area=[area], cell_pair=[pair]) == (1, 1)
    written = CellArea.objects.get(team=world.team)
    assert (written.grid_cell, written.civilian_harm, written.best, written.batch) == (None, True, 0.5, world.batch)
    for field, wrong in (("area", {**area, "area": "XX"}), ("event_type", {**area, "event_type": "X"})):
        with pytest.raises(DomainError) as refused:
            rollups.write_cells(batch=world.batch, cell_area=[wrong], cell_pair=[])
        assert refused.value.field == field

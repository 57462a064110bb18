"""The roll-ups that imports keep by difference equal a recount of the states known at each cut-off."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from django.db.models import Sum

from tests.factories.accounts import TeamFactory
from tests.world import ged
from world.contributions import area_sums, counts, harms_civilians, pair_sums, pairs_of, spread
from world.models import ActorName, CellArea, CellPair, EventKnown, ImportBatch, Situation
from world.services.imports import undo_batch

pytestmark = pytest.mark.django_db
SIDES = [(72, "Government of Mali"), (6716, "JNIM"), (234, "IS"), (5880, "GATIA"), (6836, "MSA"), (6837, "GATIA, MSA")]
STATE = (
    "grid_cell",
    "date_start",
    "date_end",
    "deaths_best",
    "deaths_low",
    "deaths_high",
    "deaths_civilians",
    "status",
    "count_in_aggregates",
    "participants",
)


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }


@pytest.fixture
def situation():
    return Situation.objects.create(team=TeamFactory(), slug="mali", name="Mali")


def a_file(dice, rows=60):
    """Rows with events over several months, several groups on one side, and ranges that hold no best."""
    made = []
    for number in range(1, rows + 1):
        (one, first), (two, second) = dice.sample(SIDES, 2)
        start = date(2021, 1, 1) + timedelta(days=number * 9)
        end = start + timedelta(days=dice.choice([0, 0, 0, 3, 45, 200]))
        made.append(
            ged.row(
                id=number, year=start.year, date_start=start, date_end=end, type_of_violence=dice.choice([1, 2, 3]),
                side_a_new_id=one, side_a=first, side_b_new_id=two, side_b=second, best=dice.randrange(9),
                low=dice.randrange(9), high=dice.randrange(9), deaths_civilians=dice.randrange(3),
                priogrid_gid=dice.choice([150000, 150001]),
            )
        )  # fmt: skip
    return ged.file(*made)


def recount(cutoff):
    """Both roll-ups from the states known on a day, by the rules that the panels use for days inside a month."""
    names = dict(ActorName.objects.filter(kind="source_label").values_list("text", "actor_id"))
    areas, pairs = defaultdict(float), defaultdict(float)
    for known in EventKnown.objects.known_at(cutoff).select_related("type"):
        state = {**{name: getattr(known, name) for name in STATE}, "area": known.area_id, "duplicate_of": None}
        assert counts(state)
        harm = harms_civilians(state, known.type.code)
        for month, share in spread(state["date_start"], state["date_end"]):
            for name, value in zip(("n", "n_deadly", "best", "low", "high"), area_sums(state), strict=False):
                areas[known.area_id, known.grid_cell, known.type_id, harm, month, name] += share * value
            for one, other, same in pairs_of(state["participants"], names):
                for name, value in zip(("n", "best", "low", "high"), pair_sums(state), strict=False):
                    pairs[known.area_id, one, other, same, month, name] += share * value
    return tuple(pytest.approx(_not_zero(sums), abs=1e-9) for sums in (areas, pairs))


def stored(cutoff):
    """The same from the roll-ups' rows."""
    left_out = ImportBatch.objects.exclude(outcome="committed")
    areas, pairs = {}, {}
    for model, keys, sums, found in (
        (
            CellArea,
            ("area_id", "grid_cell", "event_type_id", "civilian_harm"),
            ("n", "n_deadly", "best", "low", "high"),
            areas,
        ),
        (CellPair, ("area_id", "actor_id", "other_actor_id", "same_side"), ("n", "best", "low", "high"), pairs),
    ):
        rows = model.objects.filter(known_month__lte=cutoff).exclude(batch__in=left_out)
        totals = {f"sum_{name}": Sum(name) for name in sums}
        for row in rows.order_by().values(*keys, "month").annotate(**totals):
            for name in sums:
                found[(*(row[key] for key in keys), row["month"], name)] = row[f"sum_{name}"]
    return _not_zero(areas), _not_zero(pairs)


def _not_zero(sums):
    return {key: value for key, value in sums.items() if abs(value) > 1e-9}


CUTOFFS = [date(2021, 3, 31), date(2021, 12, 31), date(2023, 5, 31), date(2024, 6, 30), date(2026, 1, 31)]


@pytest.mark.parametrize("seed", [1, 2])
def test_sums_kept_by_difference_equal_a_recount_at_every_month_end(situation, seed):
    dice = random.Random(seed)
    for vintage in ("23.1", "25.1", "24.1"):
        batch = ged.take_in(situation, a_file(dice), vintage=vintage)
        for cutoff in CUTOFFS:
            assert stored(cutoff) == recount(cutoff)
    undo_batch(batch=batch, by=None, via="command")
    for cutoff in CUTOFFS:
        assert stored(cutoff) == recount(cutoff)
    assert stored(CUTOFFS[-1])[1]

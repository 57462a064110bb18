"""Panels against a recount in plain Python, inside a month and at its end, and what is missing rather than zero."""

import csv
import datetime as dt
import json
import math
import random
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories.world import World
from tests.world.test_rollups import random_edits
from world.contributions import add_months, first_of, last_of, spread
from world.models import ActorLineage, AdminArea, Dataset, EventKnown, EventType, ImportBatch
from world.panels import Panel
from world.services import actors, datasets, events, reference, rollups

DEMO = Path(settings.BASE_DIR) / "workbench" / "demo_data"
AT, CUTOFF = dt.date(2024, 1, 31), dt.date(2024, 2, 29)


def demo_rows(name):
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def demo(world):
    """The demo's areas, types, actors and monthly figures of the months that the tests read."""
    reference.load_areas(team=world.team, areas=json.loads((DEMO / "areas.json").read_text()), **world.act)
    reference.load_event_types(team=world.team, types=json.loads((DEMO / "event_types.json").read_text()), **world.act)
    for actor in json.loads((DEMO / "actors.json").read_text()):
        actors.create_actor(
            team=world.team,
            kind=actor["kind"],
            name=actor["canonical_name"],
            slug=actor["slug"],
            external_ids=actor["external_ids"],
            **world.act,
        )
    span = {"covers_from": dt.date(2022, 1, 1), "covers_until": dt.date(2023, 12, 31)}
    dataset = datasets.ensure_dataset(
        team=world.team, code="ucdp-ged", name="UCDP", kind="events", release_calendar="ucdp", **world.act
    )
    batch = world.make(ImportBatch, dataset=dataset, kind="rollup_seed", outcome="committed", **span)
    rows = [[row for row in demo_rows(name) if row["month"] >= "2022"] for name in ("cell_area.csv", "cell_pair.csv")]
    rollups.write_cells(batch=batch, cell_area=rows[0], cell_pair=rows[1])
    return world


def in_window(rows, months, skip=0):
    last = add_months(dt.date(2023, 12, 1), -skip)
    return [row for row in rows if add_months(last, 1 - months).isoformat() <= row["month"] <= last.isoformat()]


def test_the_demo_figures_equal_a_recount_of_the_files(demo):
    panel = Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF)
    assert panel.data_to == dt.date(2023, 12, 31)
    cells, pairs = demo_rows("cell_area.csv"), demo_rows("cell_pair.csv")
    states = {"ucdp:72", "ucdp:78", "ucdp:79", "ucdp:1"}
    for area in ("ML", "ML05", "ML08", "BF", "NE"):
        here = [row for row in cells if row["area"].startswith(area)]
        year = in_window(here, 12)
        found = panel.deaths(area)
        for name, value in (("best", found.value), ("low", found.low), ("high", found.high)):
            assert value == pytest.approx(math.fsum(float(row[name]) for row in year))
        harmed = math.fsum(float(row["n"]) for row in year if row["civilian_harm"] == "true")
        assert panel.civilian_harm(area).value == pytest.approx(harmed)
        assert panel.events(area).value == pytest.approx(math.fsum(float(row["n"]) for row in year))
        met = Counter()
        for row in in_window([row for row in pairs if row["area"].startswith(area)], 12):
            if row["same_side"] == "false":
                met[row["actor"]] += float(row["n"])
                met[row["other_actor"]] += float(row["n"])
        kinds = {
            f"ucdp:{value}"
            for actor in panel.actors.values()
            if actor.kind in ("state", "state_force", "civilians", "peace_operation")
            for value in actor.external_ids.values_list("value", flat=True)
        }
        assert states & kinds
        assert panel.active_groups(area).value == sum(n >= 2 - 1e-9 for key, n in met.items() if key not in kinds)
        rates = [math.fsum(float(r["n"]) for r in in_window(here, m, s)) / m for m, s in ((3, 0), (12, 3))]
        assert panel.momentum(area).value == pytest.approx(math.log((rates[0] + 0.5) / (rates[1] + 0.5)))
    unplaced = math.fsum(float(row["n"]) for row in in_window(cells, 12) if row["area"] == "ML")
    assert panel.unallocated("ML").value == pytest.approx(unplaced)
    assert unplaced > 0


def test_every_figure_names_the_rows_behind_it(demo):
    panel = Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF)
    found = panel.deaths("ML08")
    behind = panel.cells[panel.cells["cell"].isin(found.cells)]
    assert math.fsum(behind["best"]) == found.value


def test_pairs_equal_a_recount_of_the_files(demo):
    panel = Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF)
    rows = in_window(demo_rows("cell_pair.csv"), 12)
    jnim = [row for row in rows if "ucdp:6716" in (row["actor"], row["other_actor"]) and row["same_side"] == "false"]
    enemies = Counter()
    for row in jnim:
        other = row["other_actor"] if row["actor"] == "ucdp:6716" else row["actor"]
        if other != "ucdp:1":
            enemies[other] += float(row["n"])
    slugs = {f"ucdp:{row.value}": panel.actors[row.actor_id].slug for row in external(demo)}
    total = sum(enemies.values())
    shares = panel.hostile_shares({"jnim"})
    assert shares == pytest.approx({slugs[key]: n / total for key, n in enemies.items()})
    against_mali = panel.together({"jnim"}, {"government-of-mali"}, 12, same_side=False)
    assert against_mali.value == pytest.approx(enemies["ucdp:72"])
    assert panel.together({"jnim"}, {"government-of-mali"}, 12, same_side=True).value == 0
    assert panel.together({"jnim"}, {"wagner-group"}, 12, same_side=False).missing == "actor_without_code"
    assert panel.hostile_shares({"jnim"}, but={"government-of-mali"}).keys() == shares.keys() - {"government-of-mali"}
    assert panel.hostile_shares({"wagner-group"}) is None
    placed = {row["area"] for row in jnim if len(row["area"]) > 2}
    assert panel.active_in({"jnim"}, 12) == placed


def external(world):
    return world.actor.external_ids.model.objects.filter(team=world.team, system="ucdp")


def test_no_data_is_never_calm(demo):
    for at, cutoff, area, months, why in (
        (AT, CUTOFF, "ML-TAO", 12, "area_without_code"),
        (dt.date(2025, 6, 30), dt.date(2025, 6, 30), "ML", 12, "data_too_old"),
        (dt.date(2024, 3, 31), dt.date(2024, 6, 30), "ML", 12, ""),
        (dt.date(2024, 4, 30), dt.date(2024, 6, 30), "ML", 12, "data_too_old"),
        (AT, CUTOFF, "ML", 25, "window_before_data"),
        (AT, CUTOFF, "ML", 24, ""),
    ):
        panel = Panel.read(demo.team, "ucdp-ged", at=at, cutoff=cutoff, months=months)
        for reading in (
            panel.deaths(area, months),
            panel.civilian_harm(area, months),
            panel.active_groups(area, months),
        ):
            assert reading.missing == why
            assert (reading.value is None) == bool(why)


def test_a_quiet_area_that_is_observed_is_zero(demo):
    panel = Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF)
    assert panel.deaths("ML09").value == 0.0
    assert panel.momentum("ML09").value == 0.0


def test_a_dataset_without_months_has_no_data(world):
    world.make(Dataset, code="empty")
    panel = Panel.read(world.team, "empty", at=AT, cutoff=CUTOFF)
    assert (panel.data_to, panel.why_missing(1)) == (None, "no_data")
    assert panel.cells.empty
    assert panel.pairs.empty
    assert panel.active_in({"x"}, 12) == set()
    for reading in (
        panel.deaths("ML"),
        panel.events("ML"),
        panel.civilian_harm("ML"),
        panel.active_groups("ML"),
        panel.momentum("ML"),
        panel.unallocated("ML"),
        panel.together({"x"}, {"y"}, 6, same_side=True),
    ):
        assert reading.missing == "no_data"


def test_figures_of_a_batch_that_is_not_in_force_do_not_count(demo):
    ImportBatch.objects.filter(team=demo.team).update(outcome="pending")
    Dataset.objects.filter(team=demo.team, code="ucdp-ged").update(
        covers_from=dt.date(2022, 1, 1), covers_until=dt.date(2023, 12, 31)
    )
    assert Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF).deaths("ML").value == 0.0


def by_hand(world, seed):
    """Many edits of a hand-kept list that was declared complete."""
    random_edits(world, random.Random(seed))
    coded = AdminArea.objects.filter(team=world.team)
    for area in coded:
        AdminArea.objects.filter(pk=area.pk).update(dataset_names={"hand": [area.pcode]})
    Dataset.objects.filter(team=world.team, code="hand").update(
        covers_from=dt.date(2023, 1, 1), complete_until=dt.date(2023, 12, 31)
    )


def recounted_deaths(world, cutoff, first, last):
    total = 0.0
    for event in EventKnown.objects.filter(team=world.team, status="accepted", area__isnull=False).known_at(cutoff):
        if event.count_in_aggregates:
            inside = sum(share for month, share in spread(event.date_start, event.date_end) if first <= month <= last)
            total += inside * (event.deaths_best or 0)
    return total


@pytest.mark.parametrize("seed", range(2))
def test_a_cutoff_inside_a_month_and_one_at_its_end_equal_a_recount_of_events(world, seed):
    by_hand(world, seed)
    last, first = dt.date(2023, 12, 1), dt.date(2023, 11, 1)
    for days in range(0, 150, 11):
        cutoff = dt.date(2024, 1, 5) + dt.timedelta(days=days)
        for day in (cutoff, last_of(first_of(cutoff))):
            panel = Panel.read(world.team, "hand", at=AT, cutoff=day, months=2)
            found = panel.deaths("ML", 2, types=("VIOL.*",)).value
            assert found == pytest.approx(recounted_deaths(world, day, first, last), abs=1e-9)


def test_pairs_inside_a_month_equal_those_of_the_events_known_then(world):
    by_hand(world, 5)
    for cutoff in (dt.date(2024, 2, 14), dt.date(2024, 2, 29), dt.date(2024, 3, 17)):
        panel = Panel.read(world.team, "hand", at=AT, cutoff=cutoff, months=2)
        known = EventKnown.objects.filter(team=world.team, status="accepted", area__isnull=False).known_at(cutoff)
        wanted = 0.0
        for event in known.filter(count_in_aggregates=True):
            sides = Counter(part["side"] for part in event.participants if part["side"])
            pairs = sides["a"] * sides["b"] + math.comb(sides["a"], 2) + math.comb(sides["b"], 2)
            share = sum(s for m, s in spread(event.date_start, event.date_end) if m <= dt.date(2023, 12, 1))
            wanted += pairs * share
        assert math.fsum(panel.pairs["n"]) == pytest.approx(wanted, abs=1e-9)


def test_renaming_an_actor_moves_nothing_and_merging_two_lowers_the_groups_by_one(world):
    area = world.area
    AdminArea.objects.filter(pk=area.pk).update(dataset_names={"hand": ["Kidal"]})
    groups = [world.make(type(world.actor)) for _ in range(2)]
    for group in groups * 2:
        events.create_event(
            team=world.team,
            known_from=dt.date(2024, 1, 2),
            type=world.kind,
            area=area,
            date_start=dt.date(2023, 12, 5),
            deaths_best=3,
            participants=[{"actor": group, "role": "side_a"}, {"actor": world.foe, "role": "side_b"}],
            **world.act,
        )
    Dataset.objects.filter(team=world.team).update(
        covers_from=dt.date(2022, 1, 1), complete_until=dt.date(2023, 12, 31)
    )

    def figures():
        panel = Panel.read(world.team, "hand", at=AT, cutoff=CUTOFF)
        return panel.active_groups("ML08").value, panel.deaths("ML08").value

    assert figures() == (2.0, 12.0)
    actors.rename_actor(actor=groups[0], expected=1, name="New name", **world.act)
    assert figures() == (2.0, 12.0)
    actors.update_actor(actor=groups[1], expected=1, status="merged", merged_into=groups[0], **world.act)
    assert figures() == (1.0, 12.0)
    assert not ActorLineage.objects.exists()


def test_a_panel_reads_with_a_fixed_number_of_queries(demo, django_assert_num_queries):
    with django_assert_num_queries(5):
        panel = Panel.read(demo.team, "ucdp-ged", at=AT, cutoff=CUTOFF)
    with django_assert_num_queries(5):
        for area in ("ML", "ML05", "NE"):
            panel.deaths(area)
            panel.active_groups(area)
    assert EventType.objects.filter(team=demo.team).exists()
    assert World().team != demo.team

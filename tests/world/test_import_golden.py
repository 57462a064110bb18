"""The real file of three Sahel states gives the known figures, the committed roll-ups and the same again."""

import csv
import json
from collections import Counter, defaultdict
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.models import Count, F, Q, Sum
from django.utils.dateparse import parse_date

from world.models import (
    Actor,
    ActorExternalId,
    AdminArea,
    CellArea,
    CellPair,
    Event,
    EventHistory,
    EventParticipant,
    EventParticipantHistory,
    ImportBatch,
    SourceRecord,
)
from world.services.imports import open_situation, undo_batch

pytestmark = [pytest.mark.django_db, pytest.mark.data]
DEMO_DATA = settings.BASE_DIR / "workbench" / "demo_data"
COUNTRIES = {"ML": "Mali", "BF": "Burkina Faso", "NE": "Niger"}


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
def sahel(data_dir):
    return data_dir / "ucdp_ged_uemoa" / "ucdp_ged_sahel3_1989_2023.csv"


@pytest.fixture
def raw(data_dir):
    return data_dir / "ucdp_ged_uemoa" / "raw"


def run(path, team="sahel"):
    out = StringIO()
    call_command("import_events", str(path), format="ucdp-ged", team=team, situation="mali", create=True, stdout=out)
    return out.getvalue().splitlines()


def histogram(field, rows=None):
    rows = Event.objects.all() if rows is None else rows
    return dict(rows.order_by().values_list(field).annotate(n=Count("pk")))


def load_areas(team_id):
    """The areas of the demo, with the names that the dataset has for them."""
    known = {}
    for entry in json.loads((DEMO_DATA / "areas.json").read_text(encoding="utf-8")):
        names = entry.get("dataset_names", {}).get("ucdp-ged") or entry.get("ucdp_names") or []
        known[entry["key"]] = AdminArea.objects.create(
            team_id=team_id,
            pcode=entry["key"],
            level=entry["level"],
            parent=known.get(entry["parent"]),
            names=entry["names"],
            dataset_names={"ucdp-ged": names} if names else {},
        )
    return known


def test_the_real_file_gives_the_golden_numbers(sahel):
    assert run(sahel)[-1] == "4212 new, 0 changed, 0 same, 0 missing, 0 rejected"
    assert Event.objects.count() == 4212
    assert histogram("area__pcode") == {"ML": 2120, "BF": 1504, "NE": 588}
    deaths = dict(Event.objects.order_by().values_list("area__pcode").annotate(n=Sum("deaths_best")))
    assert deaths == {"ML": 15_742, "BF": 12_864, "NE": 5_881}
    kinds = dict(SourceRecord.objects.values_list("external_id", "payload__type_of_violence"))
    assert Counter(kinds.values()) == {"1": 2545, "2": 396, "3": 1271}
    civilians = Counter()
    for external_id, count in Event.objects.values_list("external_id", "deaths_civilians"):
        civilians[kinds[external_id]] += count
    assert civilians == {"1": 1818, "2": 125, "3": 10_552}
    assert histogram("where_prec") == {1: 1806, 2: 1436, 3: 345, 4: 119, 5: 469, 6: 35, None: 2}
    assert histogram("date_prec") == {1: 3276, 2: 669, 3: 37, 4: 197, 5: 33}
    assert histogram("type__code") == {"VIOL.CLASH": 2941, "VIOL.CIV_ATTACK": 1271}
    in_order = Q(deaths_low__lte=F("deaths_best"), deaths_best__lte=F("deaths_high"))
    assert Event.objects.exclude(in_order).count() == 63
    assert Event.objects.filter(warnings__contains=["range_broken"]).count() == 63
    assert Event.objects.filter(deaths_best=0).count() == 519
    _sides_are_golden()
    _history_has_its_context()


def _sides_are_golden():
    def events_of(name):
        return len(set(EventParticipant.objects.filter(actor__name=name).values_list("event_id", flat=True)))

    assert (events_of("JNIM"), events_of("Government of Mali"), events_of("IS")) == (2171, 1415, 1127)
    # 52 actors and the civilians, who have an id of their own.
    assert ActorExternalId.objects.filter(system="ucdp").exclude(value="1").count() == 52
    assert Actor.objects.get(external_ids__value="1").kind == "civilians"
    assert EventParticipant.objects.filter(raw_label__contains=", ").count() == 38
    dyads = Counter(SourceRecord.objects.values_list("payload__dyad_new_id", flat=True))
    assert len(dyads) == 68
    assert [count for _dyad, count in dyads.most_common(2)] == [787, 753]
    late = set(Event.objects.filter(date_start__gte="2019-07-01").values_list("pk", flat=True))
    sides = defaultdict(set)
    for event, name in EventParticipant.objects.values_list("event_id", "actor__name"):
        sides[event].add(name)
    assert sum(sides[event] == {"IS", "JNIM"} for event in late) == 96


def _history_has_its_context():
    batch = ImportBatch.objects.get()
    for model, rows in ((EventHistory, 4212), (EventParticipantHistory, 8424)):
        assert model.objects.count() == rows
        assert model.objects.filter(pgh_context__metadata__batch=str(batch.pk)).count() == rows


def test_a_second_import_writes_nothing_and_the_pages_of_the_countries_are_the_same(sahel, raw):
    run(sahel)
    before = (EventHistory.objects.count(), SourceRecord.objects.count(), CellArea.objects.count())
    assert run(sahel)[-1] == "0 new, 0 changed, 4212 same, 0 missing, 0 rejected"
    assert run(raw / "Mali.csv")[-1] == "0 new, 0 changed, 2120 same, 0 missing, 0 rejected"
    assert run(raw / "Burkina.csv")[-1] == "0 new, 0 changed, 1504 same, 0 missing, 0 rejected"
    assert before[0] == EventHistory.objects.count()
    assert before[1:] == (SourceRecord.objects.count(), CellArea.objects.count())


@pytest.mark.parametrize(
    ("name", "rows"),
    [("Benin", 36), ("Cote_ivoire", 360), ("Guinne_Bissau", 22), ("Senegal", 308), ("Togo", 135)],
)
def test_country_pages_are_imported_with_their_comma_at_the_end_of_each_row(raw, name, rows):
    assert run(raw / f"{name}.csv")[-1] == f"{rows} new, 0 changed, 0 same, 0 missing, 0 rejected"
    assert AdminArea.objects.count() == 1


def test_the_roll_ups_of_the_import_are_those_of_the_committed_figures(sahel):
    team, _situation = open_situation(team_slug="sahel", slug="mali", create=True)
    areas = load_areas(team.pk)
    run(sahel)
    _equal_cells("cell_area.csv", _area_cells())
    _equal_cells("cell_pair.csv", _pair_cells())
    assert histogram("area__level") == {0: 139, 1: 4073}
    assert Event.objects.filter(area=areas["ML08"], reported_adm1="Timetrine").count() == 1
    batch = ImportBatch.objects.get(outcome="committed")
    assert (batch.covers_from, batch.covers_until) == (parse_date("1989-09-01"), parse_date("2023-12-31"))
    undo_batch(batch=batch, by=None, via="command")
    assert not Event.objects.exists()
    assert not EventParticipant.objects.exists()
    assert run(sahel)[-1] == "4212 new, 0 changed, 0 same, 0 missing, 0 rejected"


def _equal_cells(name, stored):
    with (DEMO_DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    sums = 6 if name == "cell_area.csv" else 5
    wanted = {tuple(row[1:-sums]): [float(value) for value in row[-sums:]] for row in rows[1:]}
    assert set(stored) == set(wanted)
    assert [key for key in wanted if stored[key] != wanted[key]] == []


def _area_cells():
    rows = CellArea.objects.filter(batch__outcome="committed").values_list(
        "area__pcode", "grid_cell", "event_type__code", "civilian_harm", "month", "known_month",
        "n", "n_deadly", "best", "low", "high", "deaths_civilians",
    )  # fmt: skip
    return {_key(*row[:6]): list(row[6:]) for row in rows}


def _pair_cells():
    codes = {actor: f"ucdp:{value}" for actor, value in ActorExternalId.objects.values_list("actor_id", "value")}
    rows = CellPair.objects.filter(batch__outcome="committed").values_list(
        "area__pcode", "actor_id", "other_actor_id", "same_side", "month", "known_month",
        "n", "best", "low", "high", "deaths_civilians",
    )  # fmt: skip
    return {_key(row[0], *sorted((codes[row[1]], codes[row[2]])), *row[3:6]): list(row[6:]) for row in rows}


def _key(*parts):
    return tuple(str(part).lower() if isinstance(part, bool) else str(part) for part in parts)


def test_the_whole_of_west_africa_is_imported_after_its_part(sahel):
    run(sahel)
    lines = run(sahel.parent / "ucdp_ged_uemoa8_1989_2023.csv")
    assert lines[-1] == "861 new, 0 changed, 4212 same, 0 missing, 0 rejected"

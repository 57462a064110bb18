"""What a replay sees of imported events: before, between and after what the files told us, and after an undo."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import Sum

from core.errors import Conflict
from tests.factories.accounts import TeamFactory
from tests.world import ged
from world.models import (
    CellArea,
    CellPair,
    Event,
    EventHistory,
    EventParticipant,
    EventPast,
    ImportBatch,
    Situation,
    SourceRecord,
    SourceRecordRevision,
)
from world.services.imports import undo_batch

pytestmark = pytest.mark.django_db
KNOWN = date(2022, 4, 20)


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


def summed(situation, cutoff, field="best", model=CellArea):
    """The sum that a score reads: rows of committed batches, and those made by hand, known by the cut-off."""
    rows = model.objects.filter(team_id=situation.team_id, known_month__lte=cutoff)
    counted = rows.exclude(batch__in=ImportBatch.objects.exclude(outcome="committed"))
    return counted.aggregate(total=Sum(field))["total"] or 0


def take(situation, best, vintage="", **options):
    return ged.take_in(situation, ged.row(**ged.deaths(best)), vintage=vintage, **options)


def states(situation, *cutoffs):
    """(deaths in the event's state, deaths in the sums) at each cut-off; both must agree."""
    return [(ged.known(situation, cutoff), summed(situation, cutoff)) for cutoff in cutoffs]


BEFORE, FIRST, SECOND, THIRD = date(2022, 3, 31), date(2022, 12, 31), date(2024, 12, 31), date(2026, 1, 31)


def test_an_event_is_known_from_the_release_calendar_on(situation):
    take(situation, 6)
    assert Event.objects.get().known_from == KNOWN
    assert ged.known(situation, date(2022, 4, 19)) is None
    assert states(situation, BEFORE, FIRST) == [(None, 0), (6, 6)]


def test_a_newer_vintage_revises_and_the_old_state_holds_until_its_release(situation):
    take(situation, 6, "23.1")
    batch = take(situation, 9, "24.1")
    assert ged.counts(batch) == (0, 1, 0, 0, 0)
    assert ged.known(situation, date(2024, 5, 31)) == 6
    assert ged.known(situation, date(2024, 6, 1)) == 9
    assert states(situation, BEFORE, FIRST, SECOND) == [(None, 0), (6, 6), (9, 9)]
    assert EventPast.objects.get().known_to == date(2024, 6, 1)
    assert SourceRecordRevision.objects.get().payload["best"] == "6"


def test_a_file_without_a_stated_vintage_revises_from_today(situation):
    take(situation, 6)
    batch = take(situation, 9)
    assert Event.objects.get().known_from == batch.known_from
    assert states(situation, BEFORE, FIRST) == [(None, 0), (6, 6)]
    assert ged.known(situation, None) == 9


def test_the_same_vintage_corrects_in_place(situation):
    take(situation, 6, "24.1")
    take(situation, 9, "24.1")
    assert not EventPast.objects.exists()
    assert states(situation, BEFORE, FIRST, SECOND) == [(None, 0), (9, 9), (9, 9)]


def test_the_verb_correct_changes_in_place_whatever_the_vintage(situation):
    take(situation, 6, "23.1")
    take(situation, 9, "24.1", verb="correct")
    assert states(situation, FIRST, SECOND) == [(9, 9), (9, 9)]


def test_an_older_vintage_goes_to_the_past_and_never_becomes_current(situation):
    take(situation, 9, "25.1")
    batch = take(situation, 6, "24.1")
    assert ged.counts(batch) == (0, 1, 0, 0, 0)
    assert ged.known(situation, None) == 9
    assert states(situation, BEFORE, FIRST, SECOND, THIRD) == [(None, 0), (6, 6), (6, 6), (9, 9)]


def test_the_same_older_file_again_changes_nothing(situation):
    take(situation, 9, "25.1")
    take(situation, 6, "24.1")
    assert ged.counts(take(situation, 6, "24.1")) == (0, 0, 1, 0, 0)
    assert EventPast.objects.count() == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_three_vintages_give_the_same_history_in_any_order(situation, order):
    vintages = [(6, "23.1"), (8, "24.1"), (9, "25.1")]
    for index in order:
        take(situation, *vintages[index])
    seen = states(situation, BEFORE, FIRST, date(2023, 12, 31), SECOND, THIRD)
    assert seen == [(None, 0), (6, 6), (6, 6), (8, 8), (9, 9)]


def test_other_sides_are_revised_with_the_event(situation):
    ged.take_in(situation, ged.row(), vintage="23.1")
    ged.take_in(situation, ged.row(side_b="IS", side_b_new_id=234), vintage="24.1")
    assert sorted(EventParticipant.objects.values_list("raw_label", flat=True)) == ["Government of Mali", "IS"]
    assert [part["raw_label"] for part in EventPast.objects.get().participants] == ["Government of Mali", "JNIM"]
    pairs = CellPair.objects.filter(known_month__lte=FIRST).aggregate(n=Sum("n"))
    assert pairs["n"] == 1
    assert CellPair.objects.aggregate(n=Sum("n"))["n"] == 1
    assert CellPair.objects.count() == 3


def test_another_headline_changes_the_record_and_not_the_event(situation):
    ged.take_in(situation, ged.row(), vintage="23.1")
    batch = ged.take_in(situation, ged.row(source_headline="Another"), vintage="24.1")
    assert ged.counts(batch) == (0, 1, 0, 0, 0)
    assert SourceRecord.objects.get().payload["source_headline"] == "Another"
    assert not EventPast.objects.exists()
    assert Event.objects.get().row_version == 1


def test_an_edit_by_hand_is_never_changed_in_place(situation):
    take(situation, 6, "24.1")
    Event.objects.update(batch=None, deaths_best=7, known_from=date(2024, 7, 1))
    take(situation, 9, "25.1")
    assert ged.known(situation, date(2024, 7, 1)) == 7
    assert ged.known(situation, date(2025, 6, 1)) == 9


def test_a_correction_by_hand_is_kept_from_a_later_file_of_the_same_vintage(situation):
    take(situation, 6, "24.1")
    Event.objects.update(deaths_best=7, updated_at=datetime(2999, 1, 1, tzinfo=UTC), known_from=date(2024, 6, 1))
    batch = take(situation, 9, "24.1")
    assert ged.known(situation, None) == 7
    assert batch.issues.filter(code="kept_by_hand", severity="warning").count() == 1


def test_an_undone_import_of_new_events_leaves_nothing_that_counts(situation):
    batch = undo_batch(batch=take(situation, 6), by=None, via="command", reason="wrong file")
    assert batch.outcome == "undone"
    assert not Event.objects.exists()
    assert not SourceRecord.objects.exists()
    assert states(situation, FIRST) == [(None, 0)]
    assert EventHistory.objects.filter(pgh_label="delete", pgh_context__metadata__batch=str(batch.pk)).count() == 1
    assert ged.counts(take(situation, 6)) == (1, 0, 0, 0, 0)
    assert states(situation, FIRST) == [(6, 6)]


def test_undoing_a_revision_reopens_the_state_before(situation):
    ged.take_in(situation, ged.row(**ged.deaths(6)), vintage="23.1")
    later = ged.take_in(situation, ged.row(**ged.deaths(9), side_b="IS", side_b_new_id=234), vintage="24.1")
    undo_batch(batch=later, by=None, via="command")
    event = Event.objects.get()
    assert (event.deaths_best, event.known_from, event.row_version) == (6, KNOWN, 3)
    assert not EventPast.objects.exists()
    assert sorted(EventParticipant.objects.values_list("raw_label", flat=True)) == ["Government of Mali", "JNIM"]
    assert SourceRecord.objects.get().payload["best"] == "6"
    assert states(situation, BEFORE, FIRST, THIRD) == [(None, 0), (6, 6), (6, 6)]


def test_undoing_a_correction_writes_what_the_file_before_had_said(situation):
    take(situation, 6, "24.1")
    later = ged.take_in(situation, ged.row(**ged.deaths(9), side_b="IS", side_b_new_id=234), vintage="24.1")
    undo_batch(batch=later, by=None, via="command")
    assert states(situation, BEFORE, FIRST, THIRD) == [(None, 0), (6, 6), (6, 6)]
    assert sorted(EventParticipant.objects.values_list("raw_label", flat=True)) == ["Government of Mali", "JNIM"]
    assert ged.counts(take(situation, 6, "24.1")) == (0, 0, 1, 0, 0)
    assert ged.counts(take(situation, 8, "25.1")) == (0, 1, 0, 0, 0)
    assert states(situation, SECOND, THIRD) == [(6, 6), (8, 8)]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_undoing_vintages_backwards_retraces_each_step(situation, order):
    vintages = [(6, "23.1"), (8, "24.1"), (9, "25.1")]
    cutoffs = (BEFORE, FIRST, SECOND, THIRD)
    batches, seen = [], [states(situation, *cutoffs)]
    for index in order:
        batches.append(take(situation, *vintages[index]))
        seen.append(states(situation, *cutoffs))
    for batch, before in zip(reversed(batches), reversed(seen[:-1]), strict=True):
        undo_batch(batch=batch, by=None, via="command")
        assert states(situation, *cutoffs) == before


def test_an_import_that_later_ones_build_on_is_undone_after_them_only(situation):
    first = take(situation, 6, "23.1")
    later = take(situation, 9, "24.1")
    with pytest.raises(Conflict) as caught:
        undo_batch(batch=first, by=None, via="command")
    assert caught.value.code == "later_imports"
    undo_batch(batch=later, by=None, via="command")
    undo_batch(batch=first, by=None, via="command")
    assert not Event.objects.exists()


def test_an_import_whose_events_people_changed_is_not_undone(situation):
    batch = take(situation, 6)
    Event.objects.update(deaths_best=7, updated_at=datetime(2999, 1, 1, tzinfo=UTC))
    with pytest.raises(Conflict) as caught:
        undo_batch(batch=batch, by=None, via="command")
    assert caught.value.code == "changed_since"
    assert Event.objects.get().deaths_best == 7


def test_an_import_whose_events_are_named_by_others_is_not_undone(situation):
    batch = take(situation, 6)
    event = Event.objects.get()
    Event.objects.create(
        team_id=situation.team_id,
        dataset=event.dataset,
        external_id="by-hand",
        type=event.type,
        parent=event,
        date_start=event.date_start,
        date_end=event.date_end,
        known_from=event.known_from,
    )
    with pytest.raises(Conflict) as caught:
        undo_batch(batch=batch, by=None, via="command")
    assert caught.value.code == "referenced"


def test_monthly_figures_give_way_to_events_and_come_back_after_an_undo(situation):
    first = take(situation, 6)
    undo_batch(batch=first, by=None, via="command")
    seed = ImportBatch.objects.create(
        team_id=situation.team_id,
        dataset=first.dataset,
        kind="rollup_seed",
        profile="seed",
        queue="imports",
        state="done",
        outcome="committed",
    )
    batch = take(situation, 6)
    seed.refresh_from_db()
    assert (seed.outcome, seed.superseded_by) == ("superseded", batch)
    undo_batch(batch=batch, by=None, via="command")
    seed.refresh_from_db()
    assert (seed.outcome, seed.superseded_by) == ("committed", None)

"""An import is a job: all of it or nothing, once, by one worker, with a context on each row of history."""

import io
import random

import pghistory
import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.permissions import Permission
from core.errors import DomainError, Forbidden
from core.jobs import LeaseLost, claim, request_cancel
from core.models import AuditEvent
from core.queues import execute_next
from tests.factories.accounts import TeamFactory, member
from tests.world import ged
from world.importers.reading import Refused
from world.models import (
    Actor,
    ActorExternalId,
    AdminArea,
    CellArea,
    Event,
    EventParticipant,
    ImportBatch,
    ImportIssue,
    Situation,
    SituationActor,
    SituationArea,
    SituationEvent,
    SourceRecord,
)
from world.runner import claim_here, run_here
from world.services.imports import request_import, undo_batch

pytestmark = pytest.mark.django_db


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


def queued(situation, content, **options):
    return request_import(
        team=situation.team,
        situation=situation,
        by=options.pop("by", None),
        file=io.BytesIO(content),
        file_name="a/b\\..\\events\u202e.csv",
        format="ucdp-ged",
        via="ui",
        **options,
    )


def history_of(room):
    return [model for model in apps.get_app_config(room).get_models() if hasattr(model, "pgh_tracked_model")]


def test_a_worker_takes_a_queued_import_in(situation):
    batch = queued(situation, ged.file(ged.row(), ged.row(id=1002)))
    assert batch.file_name == "events.csv"
    assert execute_next("imports")
    batch.refresh_from_db()
    assert (batch.state, batch.outcome, batch.stage, batch.done) == ("done", "committed", "done", 2)
    assert ged.counts(batch) == (2, 0, 0, 0, 0)
    assert not execute_next("imports")


def test_a_second_import_of_the_file_writes_no_event(situation):
    content = ged.file(ged.row(), ged.row(id=1002))
    ged.take_in(situation, content)
    before = list(Event.objects.values_list("pk", "row_version", "updated_at"))
    events = sum(model.objects.count() for model in history_of("world"))
    assert ged.counts(ged.take_in(situation, content)) == (0, 0, 2, 0, 0)
    assert list(Event.objects.values_list("pk", "row_version", "updated_at")) == before
    assert sum(model.objects.count() for model in history_of("world")) == events


def test_the_country_page_of_the_same_rows_is_the_same(situation):
    plain = ged.row()
    ged.take_in(situation, ged.file(plain, columns=ged.YEARLY))
    page = ged.row(date_start="03/10/2022 00:00:00", date_end="03/10/2022 00:00:00")
    assert ged.counts(ged.take_in(situation, ged.file(page, columns=ged.COUNTRY_PAGE))) == (0, 0, 1, 0, 0)


def test_every_row_of_history_names_the_import_that_wrote_it(situation):
    person = member(situation.team, "analyst")
    pghistory.models.Context.objects.all()
    history = {model: model.objects.count() for model in history_of("world")}
    batch = ged.take_in(situation, ged.row(), by=person, reason="weekly file")
    written = 0
    for model, before in history.items():
        rows = model.objects.order_by("pgh_id")[before:]
        for row in rows:
            assert row.pgh_context is not None, model
            assert row.pgh_context.metadata["user"] == str(person.pk)
        written += len(rows)
    event = Event.objects.get()
    context = apps.get_model("world", "EventHistory").objects.get(pgh_obj_id=event.pk).pgh_context.metadata
    assert context == {"user": str(person.pk), "reason": "weekly file", "via": "import", "batch": str(batch.pk)}
    assert written >= 10


def test_unknown_actors_are_created_under_their_id_and_reported(situation):
    batch = ged.take_in(situation, ged.row())
    created = dict(ActorExternalId.objects.filter(system="ucdp").values_list("value", "actor__kind"))
    assert created == {"72": "state", "6716": "rebel"}
    actor = Actor.objects.get(external_ids__value="6716")
    assert sorted(actor.names.values_list("kind", "source_system")) == [("canonical", ""), ("source_label", "ucdp")]
    assert batch.issues.filter(code="actor_created", severity="info").count() == 2


def test_known_actors_are_used_whatever_they_are_called(situation):
    actor = Actor.objects.create(
        team=situation.team, slug="jnim", kind="rebel", name="Nusrat al-Islam", norm="nusrat al islam"
    )
    ActorExternalId.objects.create(team=situation.team, actor=actor, system="ucdp", value="6716")
    ged.take_in(situation, ged.row())
    part = EventParticipant.objects.get(side="b")
    assert (part.actor, part.raw_label) == (actor, "JNIM")


def test_a_provisional_side_makes_nobody_and_keeps_its_label(situation):
    ged.take_in(situation, ged.row(side_b_new_id="XXX130", side_b="Some men"))
    part = EventParticipant.objects.get(side="b")
    assert (part.actor, part.raw_label) == (None, "Some men")
    assert Actor.objects.count() == 1


def test_areas_come_from_the_country_number_and_the_datasets_own_names(situation):
    mali = AdminArea.objects.create(team=situation.team, pcode="ML", level=0, names={"en": "Mali"})
    mopti = AdminArea.objects.create(
        team=situation.team,
        pcode="ML05",
        level=1,
        parent=mali,
        names={"en": "Mopti"},
        dataset_names={"ucdp-ged": ["Mopti region"]},
    )
    rows = [
        ged.row(),
        ged.row(id=2, adm_1="Mopti"),
        ged.row(id=3, adm_1="Nowhere region", country="Niger"),
        ged.row(id=4, adm_1="", where_prec=6),
    ]
    batch = ged.take_in(situation, ged.file(*rows))
    areas = dict(Event.objects.values_list("external_id", "area"))
    assert areas == {"1001": mopti.pk, "2": mopti.pk, "3": mali.pk, "4": mali.pk}
    assert Event.objects.get(external_id="3").reported_adm1 == "Nowhere"
    assert [(issue.code, issue.severity) for issue in batch.issues.filter(column="adm_1")] == [
        ("unknown_area", "warning")
    ]


def test_an_unknown_country_number_is_reported_and_its_events_have_no_area(situation):
    batch = ged.take_in(situation, ged.row(country_id=315, country="Czechoslovakia"))
    assert Event.objects.get().area is None
    assert batch.issues.filter(code="unknown_country").count() == 1
    assert not CellArea.objects.exists()


def test_import_selects_events_actors_and_areas_into_the_situation(situation):
    ged.take_in(situation, ged.row())
    other = Situation.objects.create(team=situation.team, slug="other", name="Other")
    ged.take_in(other, ged.row())
    assert SituationEvent.objects.filter(situation=other).count() == 1
    assert Event.objects.count() == 1
    assert SituationActor.objects.filter(situation=situation).count() == 2
    assert SituationArea.objects.filter(situation=situation).count() == 1


def test_bad_rows_are_rejected_by_row_and_the_rest_is_taken_in(situation):
    rows = [ged.row(), ged.row(id=2, best="03/01/1900"), ged.row(id="", best=6), ged.row(), ged.row(id=3)]
    batch = ged.take_in(situation, ged.file(*rows))
    assert ged.counts(batch) == (2, 0, 0, 0, 3)
    errors = batch.issues.filter(severity="error").order_by("row")
    assert list(errors.values_list("row", "column", "code")) == [
        (3, "best", "spreadsheet_damage"),
        (4, "id", "empty"),
        (5, "id", "double_id"),
    ]


def test_a_row_that_is_rejected_later_is_not_missing(situation):
    ged.take_in(situation, ged.file(ged.row(), ged.row(id=1002)))
    batch = ged.take_in(situation, ged.file(ged.row(), ged.row(id=1002, best="x")))
    assert ged.counts(batch) == (0, 0, 1, 0, 1)


def test_missing_events_are_counted_and_listed_within_the_files_countries_and_not_retracted(situation):
    niger = {"country_id": 436, "country": "Niger"}
    ged.take_in(situation, ged.file(ged.row(), ged.row(id=1002), ged.row(id=1003, **niger)))
    batch = ged.take_in(situation, ged.file(ged.row()))
    assert ged.counts(batch) == (0, 0, 1, 1, 0)
    assert ["1002" in issue.message for issue in batch.issues.filter(code="missing")] == [True]
    assert set(Event.objects.values_list("status", flat=True)) == {"accepted"}


def test_a_file_without_a_usable_row_fails_with_its_list_and_writes_nothing(situation):
    batch = queued(situation, ged.file(*[ged.row(id=n, best="14668,0") for n in range(1, 4)]))
    execute_next("imports")
    batch.refresh_from_db()
    assert (batch.state, batch.outcome, batch.error_code) == ("failed", "pending", "unusable_rows")
    assert batch.issues.filter(severity="error").count() == 3
    assert not SourceRecord.objects.exists()


def test_a_file_of_mostly_damaged_rows_is_refused_as_a_whole(situation):
    rows = [ged.row(id=n, best="14668,0") for n in range(1, 12)] + [ged.row(id=n) for n in range(20, 28)]
    with pytest.raises(Refused) as caught:
        ged.take_in(situation, ged.file(*rows))
    assert caught.value.code == "unusable_rows"
    assert not Event.objects.exists()


ODD = [
    "", " ", "0", "-1", "007", "9" * 12, "9" * 30, "1.0", "1e3", "NaN", "Ménaka", "名", "\u202eevil", "a, b, a", "XXX12",
    "'; DROP TABLE world_event; --", "=1+1", "\\N", "\\.", "a\tb", "line\nbreak", "x" * 5000, "2022-03-10", "1900-01-01",
    "03/10/2022 00:00:00", "%s", "{}", "\U0001f4a3", "e\u0301" * 300,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_any_file_of_odd_cells_is_taken_in_or_rejected_by_row_and_never_an_internal_error(situation, seed):
    dice = random.Random(seed)
    rows = []
    for number in range(1, 200):
        changes = {name: dice.choice(ODD) for name in dice.sample(sorted(ged.ROW), dice.choice([0, 0, 1, 1, 2]))}
        rows.append(ged.row(**{"id": number, **changes}))
    batch = ged.take_in(situation, ged.file(*rows))
    assert batch.new == Event.objects.count() > 20
    assert batch.new + batch.rejected == 199
    assert ged.counts(ged.take_in(situation, ged.file(*rows)))[:3] == (0, 0, batch.new)


@pytest.mark.data
def test_the_spreadsheet_damaged_file_is_refused_with_a_reason_for_each_row(situation, data_dir):
    content = (data_dir / "ucdp_ged_uemoa" / "raw" / "Niger_corr_excel_damaged.csv").read_bytes()
    with pytest.raises(Refused):
        ged.take_in(situation, content)
    assert not Event.objects.exists()
    codes = set(ImportIssue.objects.values_list("code", flat=True))
    assert {"spreadsheet_damage", "empty", "delimiter"} <= codes


@pytest.mark.parametrize("step", ["rollups.store_differences", "writing.link_situation", "supersede_seeds"])
def test_an_error_half_way_leaves_nothing(situation, monkeypatch, step):
    def fail(*args, **kwargs):
        raise RuntimeError("half way")

    monkeypatch.setattr(f"world.runner.{step}", fail)
    batch = queued(situation, ged.file(ged.row()))
    execute_next("imports")
    batch.refresh_from_db()
    assert (batch.state, batch.error_code, batch.outcome) == ("failed", "internal", "pending")
    for model in (Event, SourceRecord, Actor, AdminArea, CellArea, SituationEvent):
        assert not model.objects.exists()


def test_a_worker_that_lost_its_lease_rolls_everything_back(situation):
    batch = queued(situation, ged.file(ged.row()))
    lease = claim(ImportBatch, "imports")

    class Late:
        job, token, fail = lease.job, lease.token, lease.fail

        def beat(self, **progress):
            lease.beat(**progress)

        def finish(self, **changes):
            raise LeaseLost

    from world.runner import execute  # noqa: PLC0415

    with pytest.raises(LeaseLost):
        execute(Late())
    assert not Event.objects.exists()
    batch.refresh_from_db()
    assert batch.outcome == "pending"


def test_a_cancelled_import_stops_and_writes_nothing(situation, monkeypatch):
    batch = queued(situation, ged.file(ged.row()))
    lease_beats = []

    def cancel_at_second(self, **progress):
        lease_beats.append(progress)
        if len(lease_beats) == 2:
            request_cancel(batch)
        return beat(self, **progress)

    from core.jobs import Lease  # noqa: PLC0415

    beat = Lease.beat
    monkeypatch.setattr(Lease, "beat", cancel_at_second)
    execute_next("imports")
    batch.refresh_from_db()
    assert batch.state == "cancelled"
    assert not Event.objects.exists()


def test_an_import_in_this_process_can_be_cancelled_too(situation):
    batch = queued(situation, ged.file(ged.row()))
    lease = claim_here(batch)
    request_cancel(batch)
    with pytest.raises(DomainError) as caught:
        run_here(lease)
    batch.refresh_from_db()
    assert (caught.value.code, batch.state) == ("cancelled", "cancelled")


def test_a_second_claim_of_the_same_batch_is_refused(situation):
    batch = queued(situation, ged.file(ged.row()))
    claim_here(batch)
    with pytest.raises(DomainError):
        claim_here(batch)


def test_an_interrupted_import_says_so(situation, monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("world.runner.compare", interrupted)
    lease = claim_here(queued(situation, ged.file(ged.row())))
    with pytest.raises(KeyboardInterrupt):
        run_here(lease)
    assert ImportBatch.objects.get().error_code == "interrupted"


def test_a_viewer_may_neither_import_nor_undo(situation):
    viewer = member(situation.team, "viewer")
    with pytest.raises(Forbidden):
        queued(situation, ged.file(ged.row()), by=viewer)
    assert Permission.IMPORT_FACTS
    batch = ged.take_in(situation, ged.row())
    with pytest.raises(Forbidden):
        undo_batch(batch=batch, by=viewer, via="ui")


def test_a_refused_file_is_not_stored(situation, tmp_path):
    with pytest.raises(Refused):
        queued(situation, b"")
    assert not ImportBatch.objects.exists()
    assert not list(tmp_path.rglob("*.csv"))


@pytest.mark.parametrize(
    ("options", "code"),
    [({"verb": "guess"}, "invalid"), ({"vintage": "newest"}, "unknown_vintage")],
)
def test_unknown_settings_are_refused(situation, options, code):
    with pytest.raises(DomainError) as caught:
        queued(situation, ged.file(ged.row()), **options)
    assert caught.value.code == code


def test_a_situation_of_another_team_is_refused(situation):
    with pytest.raises(DomainError) as caught:
        request_import(
            team=TeamFactory(),
            situation=situation,
            by=None,
            file=io.BytesIO(ged.file(ged.row())),
            file_name="x.csv",
            format="ucdp-ged",
            via="command",
        )
    assert caught.value.field == "situation"


def test_the_stored_file_is_named_by_the_server_and_goes_when_its_row_cannot_be_made(situation, monkeypatch, tmp_path):
    batch = queued(situation, ged.file(ged.row()))
    assert batch.file_path == f"imports/{situation.team_id}/{batch.pk}.csv"
    assert default_storage.exists(batch.file_path)

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("world.services.imports.record", fail)
    with pytest.raises(RuntimeError):
        queued(situation, ged.file(ged.row()))
    assert len(list(tmp_path.rglob("*.csv"))) == 1


def test_request_import_and_undo_leave_audit_rows(situation):
    person = member(situation.team, "analyst")
    batch = ged.take_in(situation, ged.row(), by=person, vintage="24.1")
    undo_batch(batch=batch, by=person, via="ui", reason="wrong file")
    verbs = AuditEvent.objects.filter(object_id=str(batch.pk)).order_by("pk").values_list("verb", "by_email", "via")
    assert list(verbs) == [
        ("request import", person.email, "command"),
        ("import", person.email, "import"),
        ("undo import", person.email, "ui"),
    ]
    batch.refresh_from_db()
    assert batch.undone_by == person
    assert batch.undone_at <= timezone.now()


def test_only_a_committed_import_is_undone(situation):
    with pytest.raises(DomainError) as caught:
        undo_batch(batch=queued(situation, ged.file(ged.row())), by=None, via="command")
    assert caught.value.code == "not_committed"

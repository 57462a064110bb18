"""Uploading a file, watching it, and taking it back."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.queues import execute_next
from tests.world import ged
from tests.world.pages import HTMX, queries, signed_in, stranger, text, url
from world import models

POSTS = ("import_cancel", "import_retry", "import_undo")


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    kept = {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}


@pytest.fixture
def analyst(client, world):
    return signed_in(client, world.analyst)


def upload(client, world, content, **changes):
    data = {"file": SimpleUploadedFile("ged.csv", content), "format": "ucdp-ged", "verb": "revise", "vintage": "24.1"}
    return client.post(url(world, "import_new"), {**data, **changes})


def taken_in(client, world, *rows):
    """A file that a worker has taken in."""
    batch = models.ImportBatch.objects.get(pk=upload(client, world, ged.file(*rows)).url.split("/")[-2])
    while execute_next("imports"):
        batch.refresh_from_db()
    assert batch.state == "done"
    return batch


def test_a_file_is_queued_watched_and_taken_in(analyst, world):
    answer = upload(analyst, world, ged.file(ged.row(), ged.row(id="1002")))
    batch = models.ImportBatch.objects.get()
    assert answer.url == url(world, "import", batch.pk)
    assert (batch.file_name, batch.vintage, batch.created_by) == ("ged.csv", "24.1", world.analyst)
    waiting = analyst.get(url(world, "import_status", batch.pk), **HTMX)
    assert waiting.status_code == 200
    assert 'hx-trigger="every 1s"' in text(waiting)
    assert execute_next("imports")
    over = analyst.get(url(world, "import_status", batch.pk), **HTMX)
    assert over.status_code == 286
    assert "hx-trigger" not in text(over)
    page = text(analyst.get(url(world, "import", batch.pk)))
    assert text(over).strip() in page.replace(token_of(page), token_of(text(over)))
    assert models.SituationEvent.objects.filter(situation=world.situation).count() == 2


def token_of(page):
    found = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    return found or "no token"


@pytest.mark.parametrize(
    ("content", "changes", "words"),
    [
        (b"", {}, "empty"),
        (b"a,b\n1,2\n", {}, "column"),
        (b"\x00\x01\x02PK", {}, ""),
        (ged.file(ged.row()), {"vintage": "soon"}, "is no vintage"),
        (ged.file(ged.row()), {"format": "acled"}, "Format"),
        (ged.file(ged.row()), {"verb": "guess"}, "available choices"),
    ],
)
def test_a_refused_file_says_why_in_the_form(analyst, world, content, changes, words):
    answer = upload(analyst, world, content, **changes)
    assert answer.status_code == 422
    assert "Please look at this again" in text(answer)
    assert words.casefold() in text(answer).casefold()
    assert not models.ImportBatch.objects.exists()


def test_no_file_is_asked_for(analyst, world):
    assert analyst.post(url(world, "import_new"), {"format": "ucdp-ged", "verb": "revise"}).status_code == 422


def test_remarks_are_shown_by_row_and_come_as_csv(analyst, world):
    batch = taken_in(analyst, world, ged.row(), ged.row(id="1002", best="x"))
    page = text(analyst.get(url(world, "import", batch.pk)))
    assert "Remarks by row" in page
    answer = analyst.get(url(world, "import_issues", batch.pk))
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [(row["row"], row["column"], row["severity"]) for row in rows if row["severity"] == "error"] == [
        ("3", "best", "error")
    ]


def test_queries_do_not_grow_with_remarks(analyst, world):
    batch = world.make(models.ImportBatch, situation=world.situation, state="done", outcome="committed")
    counts = []
    for number in (2, 18):
        for _ in range(number):
            world.make(models.ImportIssue, batch=batch)
        analyst.get(url(world, "import", batch.pk))
        counts.append(queries(analyst, url(world, "import", batch.pk)))
    assert counts[0] == counts[1]


def test_an_import_is_undone(analyst, world):
    batch = taken_in(analyst, world, ged.row())
    assert analyst.post(url(world, "import_undo", batch.pk)).url == url(world, "import", batch.pk)
    batch.refresh_from_db()
    assert (batch.outcome, batch.undone_by) == ("undone", world.analyst)
    assert not models.Event.objects.exists()
    assert "Undo this import" not in text(analyst.get(url(world, "import", batch.pk)))


def test_an_import_that_others_build_on_says_why_it_stays(analyst, world):
    batch = taken_in(analyst, world, ged.row())
    event = models.Event.objects.get()
    world.make(models.Claim, about_situation=None, event=event)
    answer = analyst.post(url(world, "import_undo", batch.pk))
    assert answer.status_code == 409
    assert "Remove them first." in text(answer)
    assert models.Event.objects.exists()


def test_a_waiting_import_is_cancelled_and_tried_again(analyst, world):
    upload(analyst, world, ged.file(ged.row()))
    batch = models.ImportBatch.objects.get()
    analyst.post(url(world, "import_cancel", batch.pk))
    batch.refresh_from_db()
    assert batch.state == "cancelled"
    part = text(analyst.post(url(world, "import_retry", batch.pk), **HTMX))
    assert "<html" not in part
    batch.refresh_from_db()
    assert batch.state == "queued"


def test_a_cancel_that_comes_too_late_says_so(analyst, world):
    batch = taken_in(analyst, world, ged.row())
    page = text(analyst.post(url(world, "import_cancel", batch.pk), follow=True))
    assert "already ended" in page


def test_a_worker_that_has_stopped_is_named(analyst, world):
    world.make(
        models.ImportBatch, situation=world.situation, state="running", token="0" * 32, lease_until="2020-01-01T00:00Z"
    )
    batch = models.ImportBatch.objects.get()
    assert "The worker has stopped." in text(analyst.get(url(world, "import", batch.pk)))


def test_a_reader_looks_but_does_not_act(client, world):
    batch = world.make(models.ImportBatch, situation=world.situation, state="done", outcome="committed")
    signed_in(client, world.reader)
    page = text(client.get(url(world, "import", batch.pk)))
    assert "Undo this import" not in page
    assert client.get(url(world, "import_issues", batch.pk)).status_code == 200
    assert upload(client, world, ged.file(ged.row())).status_code == 403
    for name in POSTS:
        assert client.post(url(world, name, batch.pk)).status_code == 403


def test_a_stranger_finds_nothing(client, world):
    batch = world.make(models.ImportBatch, situation=world.situation)
    signed_in(client, stranger())
    assert upload(client, world, ged.file(ged.row())).status_code == 404
    for name in ("import", "import_status", "import_issues"):
        assert client.get(url(world, name, batch.pk)).status_code == 404
    for name in POSTS:
        assert client.post(url(world, name, batch.pk)).status_code == 404
    assert not models.Event.objects.exists()

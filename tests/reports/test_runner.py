"""A brief is made by a real child process; a worker that lost its row writes nothing."""

from uuid import uuid4

import pytest
from django.core.cache.backends.locmem import LocMemCache

from core.jobs import Cancelled, LeaseLost, claim
from core.models import Blob
from core.queues import execute_next
from reports import pictures, runner
from reports.document import compose
from reports.models import BriefBuild
from reports.render import MissingGlyph, RenderError
from tests.factories.reports import PDF, finished_run, make_brief, make_build
from tests.factories.scenarios import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def brief(desk):
    return make_brief(desk, finished_run(desk.draft()))


@pytest.fixture
def build(desk, brief):
    return make_build(brief, desk.analyst, state="queued", finished_at=None)


@pytest.fixture(autouse=True)
def shelf(monkeypatch):
    """A cache of this test's own."""
    shelf = LocMemCache(str(uuid4()), {})
    monkeypatch.setattr(pictures, "cache", shelf)
    return shelf


@pytest.fixture
def quick(monkeypatch):
    """No child process: what the runner does around it is tested."""
    monkeypatch.setattr(runner, "render_charts", lambda figures, locale: dict.fromkeys(figures, "<svg/>"))
    monkeypatch.setattr(runner, "render_brief", lambda *args, **options: PDF)


def test_the_same_context_gives_the_same_pdf_to_the_byte(desk, brief):
    for _ in range(2):
        make_build(brief, desk.analyst, state="queued", finished_at=None)
        assert execute_next("reports")
    first, second = BriefBuild.objects.order_by("id")
    assert (first.state, second.state) == ("done", "done"), (first.error, second.error)
    assert first.context_sha256 == second.context_sha256
    assert first.blob == second.blob
    assert bytes(first.blob.data).startswith(b"%PDF-")
    assert Blob.objects.count() == 1
    assert first.accessible


def test_a_worker_that_lost_its_row_writes_nothing(build, quick):
    lease = claim(BriefBuild, "reports")
    BriefBuild.objects.update(token="00000000-0000-4000-8000-000000000000")
    with pytest.raises(LeaseLost):
        runner.execute(lease)
    assert not Blob.objects.exists()
    assert BriefBuild.objects.get().state == "running"


def test_a_row_that_is_lost_while_the_pages_are_set_keeps_no_file(build, quick, monkeypatch):
    def rob(*args, **options):
        BriefBuild.objects.update(token="00000000-0000-4000-8000-000000000000")
        return PDF

    monkeypatch.setattr(runner, "render_brief", rob)
    with pytest.raises(LeaseLost):
        runner.execute(claim(BriefBuild, "reports"))
    assert not Blob.objects.exists()


def test_the_figures_of_a_finished_build_are_kept_for_its_page(build, quick):
    figures = compose(build.context).figures
    assert pictures.found(figures, locale="en") == {}
    execute_next("reports")
    assert pictures.found(figures, locale="en") == dict.fromkeys(figures, "<svg/>")


def test_a_failed_drawing_is_told_in_a_sentence_and_can_be_tried_again(build, quick, monkeypatch):
    def fail(*args, **options):
        raise RenderError("The charts took too long.", node="rank")

    monkeypatch.setattr(runner, "render_charts", fail)
    assert execute_next("reports")
    build.refresh_from_db()
    assert (build.state, build.error_code) == ("failed", "not_rendered")
    assert build.error == "The brief could not be made: The charts took too long. (rank)"


def test_a_cancelled_build_stops_at_its_next_heartbeat(build, quick):
    lease = claim(BriefBuild, "reports")
    BriefBuild.objects.update(cancel=True)
    with pytest.raises(Cancelled):
        runner.execute(lease)
    assert not Blob.objects.exists()


def test_a_character_without_a_typeface_is_noted_instead_of_failing(build, quick, monkeypatch):
    asked = []

    def typeset(*args, accessible=True):
        asked.append(accessible)
        if accessible:
            raise MissingGlyph("No typeface can write U+1E900.", node="body[0]", characters=["\U0001e900"])
        return PDF

    monkeypatch.setattr(runner, "render_brief", typeset)
    execute_next("reports")
    build.refresh_from_db()
    assert asked == [True, False]
    assert (build.state, build.accessible, build.note) == ("done", False, "No typeface can write U+1E900.")


def test_a_pdf_over_twenty_megabytes_is_refused(build, quick, monkeypatch):
    monkeypatch.setattr(Blob, "MAX_BYTES", 3)
    execute_next("reports")
    build.refresh_from_db()
    assert (build.state, build.error_code) == ("failed", "too_large")

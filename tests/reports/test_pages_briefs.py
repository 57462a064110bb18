"""Briefs on pages: drafted, read, decided on, downloaded."""

from uuid import uuid4

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.utils import timezone

from reports import pictures
from reports.models import Brief, BriefBuild
from reports.render import RenderError
from reports.services import approve_brief
from tests.factories.reports import PDF, finished_run, make_brief, make_build
from tests.factories.scenarios import Desk, queued_run
from tests.reports.pages import HTMX, opened, queries, stranger, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_child(monkeypatch):
    """A picture is made by a stand-in: the real child is tested with the runner."""
    monkeypatch.setattr(pictures, "cache", LocMemCache(str(uuid4()), {}))
    monkeypatch.setattr(pictures, "render_charts", lambda specs, locale: {name: f"<svg>{name}</svg>" for name in specs})


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def version(desk):
    return desk.draft()


@pytest.fixture
def run(version):
    return finished_run(version)


@pytest.fixture
def brief(desk, run):
    brief = make_brief(desk, run, title="Mali")
    make_build(brief, desk.analyst)
    return brief


def drafted(run, **fields):
    return {"title": "Mali", "subtitle": "", "locale": "en", f"run-{run.version.scenario.slug}": str(run.pk), **fields}


def test_a_brief_is_drafted_from_a_form(client, desk, run):
    client.force_login(desk.analyst)
    answer = client.post(url(desk, "brief_new"), drafted(run))
    brief = Brief.objects.get()
    assert answer.url == url(desk, "brief", brief.pk)
    assert (brief.title, brief.created_by, brief.runs.get().run) == ("Mali", desk.analyst, run)
    assert brief.builds.get().state == "queued"


def test_the_form_offers_finished_runs_only(client, desk, version, run):
    queued_run(version, 9).save()
    page = opened(client, desk.analyst, url(desk, "brief_new"))
    assert str(run.pk) in page
    assert "Run 9" not in page


def test_without_a_finished_run_the_form_says_what_is_needed(client, desk):
    assert "No finished run yet" in opened(client, desk.analyst, url(desk, "brief_new"))


def test_refusals_stand_in_the_form(client, desk, run):
    client.force_login(desk.analyst)
    for fields in ({"title": ""}, {f"run-{run.version.scenario.slug}": ""}, {"title": "\u202e"}):
        answer = client.post(url(desk, "brief_new"), drafted(run, **fields))
        assert answer.status_code == 422
    assert "Choose at least one finished run." in text(
        client.post(url(desk, "brief_new"), drafted(run, **{f"run-{run.version.scenario.slug}": ""}))
    )
    assert not Brief.objects.exists()


def test_the_page_says_what_the_pdf_says(client, desk, brief):
    context = BriefBuild.objects.get().context
    page = opened(client, desk.reader, url(desk, "brief", brief.pk))
    for scenario in context["scenarios"]:
        assert scenario["question"].replace("'", "&#x27;") in page
        assert scenario["verdict"] in page
    assert "Table 1." in page
    assert "Figure 1." in page
    assert context["scenarios"][0]["run"]["inputs_sha256"][:12] in page
    assert "was run on a draft" in page


def test_hostile_words_stay_words(client, desk, run):
    brief = make_brief(desk, run, title="<script>alert(1)</script>")
    make_build(brief, desk.analyst)
    assert "<script>alert" not in opened(client, desk.reader, url(desk, "brief", brief.pk))


def test_pictures_come_after_the_page_and_are_kept(client, desk, brief):
    client.force_login(desk.reader)
    address = url(desk, "brief_paper", brief.pk)
    first = text(client.get(url(desk, "brief", brief.pk)))
    assert f'hx-get="{address}"' in first
    assert "is being drawn" in first
    assert "<svg>" in text(client.get(address, **HTMX))
    again = text(client.get(url(desk, "brief", brief.pk)))
    assert "<svg>" in again
    assert f'hx-get="{address}"' not in again


def test_a_picture_that_cannot_be_drawn_leaves_its_words(client, desk, brief, monkeypatch):
    def fail(specs, locale):
        raise RenderError("The charts took too long.")

    monkeypatch.setattr(pictures, "found", lambda specs, locale: {})
    monkeypatch.setattr("reports.views.paper.pictures.drawn", fail)
    client.force_login(desk.reader)
    page = text(client.get(url(desk, "brief_paper", brief.pk), **HTMX))
    assert "The charts took too long." in page
    assert "hx-trigger" not in page
    assert "Figure 1." in page


def test_the_pdf_is_a_named_file_that_runs_nothing(client, desk, brief):
    client.force_login(desk.reader)
    answer = client.get(url(desk, "brief_pdf", brief.pk))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="SB-2024-01-draft-Mali.pdf"'
    assert answer["Content-Security-Policy"] == "sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    sha = BriefBuild.objects.get().blob.sha256
    assert answer["ETag"] == f'"{sha}"'
    assert client.get(url(desk, "brief_pdf", brief.pk), headers={"If-None-Match": f'"{sha}"'}).status_code == 304


def test_a_title_in_another_script_names_the_file_by_rfc_6266(client, desk, run):
    brief = make_brief(desk, run, title="مالي")
    make_build(brief, desk.analyst)
    client.force_login(desk.reader)
    name = client.get(url(desk, "brief_pdf", brief.pk))["Content-Disposition"]
    assert name.startswith("attachment; filename*=utf-8''SB-2024-01-draft-%D9%85")


def test_the_newest_finished_pdf_is_given(client, desk, brief):
    make_build(brief, desk.analyst, state="queued", finished_at=None)
    client.force_login(desk.reader)
    assert client.get(url(desk, "brief_pdf", brief.pk)).content == PDF


def test_without_a_pdf_there_is_none(client, desk, run):
    brief = make_brief(desk, run)
    make_build(brief, desk.analyst, state="queued", finished_at=None)
    client.force_login(desk.reader)
    assert client.get(url(desk, "brief_pdf", brief.pk)).status_code == 404


def test_asking_how_far_it_is_ends_with_286(client, desk, run):
    brief = make_brief(desk, run)
    build = make_build(brief, desk.analyst, state="queued", finished_at=None)
    client.force_login(desk.reader)
    address = url(desk, "brief_status", brief.pk)
    waiting = client.get(address, **HTMX)
    assert waiting.status_code == 200
    assert f'hx-get="{address}"' in text(waiting)
    BriefBuild.objects.filter(pk=build.pk).update(state="failed", error="It broke.", finished_at=timezone.now())
    failed = client.get(address, **HTMX)
    assert failed.status_code == 286
    assert "It broke." in text(failed)
    assert url(desk, "brief_retry", brief.pk) not in text(failed)


def test_a_failed_build_is_tried_again_by_who_may(client, desk, run):
    brief = make_brief(desk, run)
    make_build(brief, desk.analyst, state="failed", error="It broke.")
    retry = url(desk, "brief_retry", brief.pk)
    assert retry not in opened(client, desk.reader, url(desk, "brief", brief.pk))
    assert client.post(retry).status_code == 403
    page = opened(client, desk.analyst, url(desk, "brief", brief.pk))
    assert "It broke." in page
    assert retry in page
    assert client.post(retry).status_code == 302
    assert BriefBuild.objects.get().state == "queued"
    assert "tried again" in text(client.post(retry, follow=True))


def test_a_waiting_build_is_cancelled(client, desk, run):
    brief = make_brief(desk, run)
    make_build(brief, desk.analyst, state="queued", finished_at=None)
    client.force_login(desk.analyst)
    assert "Cancelled" in text(client.post(url(desk, "brief_cancel", brief.pk), **HTMX))


def test_a_lead_approves_and_publishes(client, desk, brief):
    client.force_login(desk.lead)
    answer = client.post(url(desk, "brief_approve", brief.pk), {"expected": 1})
    assert answer.url == url(desk, "brief", brief.pk)
    refused = client.post(url(desk, "brief_publish", brief.pk), {"expected": 2})
    assert refused.status_code == 422
    assert "Its PDF is not finished yet." in text(refused)
    blob = brief.builds.get(state="done").blob
    brief.builds.filter(state="queued").update(state="done", blob=blob, finished_at=timezone.now())
    assert client.post(url(desk, "brief_publish", brief.pk), {"expected": 2}).status_code == 302
    assert Brief.objects.get().status == "published"


def test_a_decision_on_an_old_page_is_a_conflict(client, desk, brief):
    client.force_login(desk.lead)
    answer = client.post(url(desk, "brief_approve", brief.pk), {"expected": 5})
    assert answer.status_code == 409
    assert "Somebody else changed this" in text(answer)
    assert client.post(url(desk, "brief_approve", brief.pk), {"expected": "x"}).status_code == 422
    assert Brief.objects.get().is_draft


def test_the_words_of_a_draft_are_changed_on_its_page(client, desk, brief):
    address = url(desk, "brief_words", brief.pk)
    client.force_login(desk.analyst)
    assert client.post(address, {"expected": 1, "title": "", "subtitle": ""}).status_code == 422
    assert client.post(address, {"expected": 1, "title": "Niger", "subtitle": ""}).status_code == 302
    late = client.post(address, {"expected": 1, "title": "Chad", "subtitle": ""})
    assert late.status_code == 409
    assert "Chad" in text(late)
    assert Brief.objects.get().title == "Niger"


def test_an_approved_brief_offers_no_edit(client, desk, brief):
    approve_brief(brief=brief, by=desk.lead, expected=1, approved_at=timezone.now(), via="ui")
    page = opened(client, desk.lead, url(desk, "brief", brief.pk))
    assert url(desk, "brief_words", brief.pk) not in page
    assert url(desk, "brief_publish", brief.pk) in page


WRITES = ("brief_approve", "brief_publish", "brief_words", "brief_retry", "brief_cancel")


@pytest.mark.parametrize("name", WRITES)
def test_a_reader_sees_but_does_not_write(client, desk, brief, name):
    assert url(desk, name, brief.pk) not in opened(client, desk.reader, url(desk, "brief", brief.pk))
    assert client.post(url(desk, name, brief.pk), {"expected": 1}).status_code == 403


@pytest.mark.parametrize("name", ["brief", "brief_paper", "brief_pdf", "brief_status"])
def test_a_stranger_finds_no_brief(client, desk, brief, name):
    client.force_login(stranger())
    assert client.get(url(desk, name, brief.pk)).status_code == 404


def test_a_reader_drafts_nothing(client, desk, run):
    client.force_login(desk.reader)
    assert client.get(url(desk, "brief_new")).status_code == 403
    assert client.post(url(desk, "brief_new"), drafted(run)).status_code == 403


def test_a_brief_of_another_situation_is_not_under_this_one(client, desk, brief):
    other = desk.situation.__class__.objects.create(team=desk.team, slug="niger", name="Niger")
    client.force_login(desk.reader)
    address = url(desk, "brief", brief.pk).replace("/mali/", f"/{other.slug}/")
    assert client.get(address).status_code == 404


def test_lists_cost_the_same_with_more_briefs(client, desk, version):
    for number in (1, 2):
        make_build(make_brief(desk, finished_run(version, number), number=number), desk.analyst)
    client.force_login(desk.reader)
    queries(client, url(desk, "briefs"))
    few = queries(client, url(desk, "briefs"))
    one = queries(client, url(desk, "brief", Brief.objects.order_by("pk").first().pk))
    for number in range(3, 21):
        make_build(make_brief(desk, finished_run(version, number), number=number), desk.analyst)
    assert queries(client, url(desk, "briefs")) == few
    assert queries(client, url(desk, "brief", Brief.objects.order_by("pk").first().pk)) == one

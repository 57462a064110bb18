"""What may become a brief, who decides on it, and what an approval freezes."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from core.errors import Conflict, DomainError, Forbidden
from core.models import AuditEvent
from reports import services
from reports.models import Brief, BriefBuild
from reports.services import (
    approve_brief,
    cancel_build,
    edit_brief,
    publish_brief,
    request_brief,
    retry_build,
)
from tests.factories.accounts import TeamFactory, member
from tests.factories.reports import DATED, finished_run, make_brief, make_build, restricted_run
from tests.factories.scenarios import AT, Desk, make_situation, queued_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def version(desk):
    return desk.draft()


@pytest.fixture
def run(version):
    return finished_run(version)


def request(desk, *runs, **fields):
    asked = {"situation": desk.situation, "by": desk.analyst, "title": "Mali", "dated": DATED, "via": "ui"}
    return request_brief(**{**asked, "runs": runs, **fields})


@pytest.fixture
def brief(desk, run):
    brief = make_brief(desk, run)
    make_build(brief, desk.analyst)
    return brief


def approve(desk, brief, **fields):
    asked = {"brief": brief, "by": desk.lead, "expected": brief.row_version, "approved_at": DATED, "via": "ui"}
    return approve_brief(**{**asked, **fields})


def publish(desk, brief, **fields):
    asked = {"brief": brief, "by": desk.lead, "expected": brief.row_version, "published_at": DATED, "via": "ui"}
    return publish_brief(**{**asked, **fields})


def refusal(act, *args, **fields):
    with pytest.raises(DomainError) as refused:
        act(*args, **fields)
    return refused.value.code, refused.value.field


def test_a_brief_is_numbered_frozen_and_queued_in_one_go(desk, run, monkeypatch, django_capture_on_commit_callbacks):
    sent = []
    monkeypatch.setattr(services, "publish_wake_up", sent.append)
    with django_capture_on_commit_callbacks(execute=True):
        brief = request(desk, run)
        assert sent == []
    assert sent == ["reports"]
    build = brief.builds.get()
    assert (brief.number, brief.status, brief.row_version) == ("SB-2024-01", "draft", 1)
    assert (build.state, build.queue, build.dated) == ("queued", "reports", DATED)
    assert build.context["meta"]["title"] == "Mali"
    assert build.context["scenarios"][0]["run"]["inputs_sha256"] == run.inputs_sha256
    assert list(AuditEvent.objects.filter(kind="reports.brief").values_list("verb", "via")) == [("request", "ui")]


def test_the_next_brief_of_the_year_has_the_next_number(desk, run):
    numbers = [request(desk, run).number for _ in range(2)]
    assert numbers == ["SB-2024-01", "SB-2024-02"]
    assert request(desk, run, dated=DATED.replace(year=2025)).number == "SB-2025-01"


def test_a_brief_needs_a_title_that_says_something(desk, run):
    assert refusal(request, desk, run, title=" \u202e ") == ("required", "title")
    assert not Brief.objects.exists()


def test_a_brief_needs_a_run(desk):
    assert refusal(request, desk) == ("required", "runs")


def test_a_run_that_is_not_finished_is_refused(desk, version):
    waiting = queued_run(version, 1)
    waiting.save()
    assert refusal(request, desk, waiting) == ("wrong_run", "runs")


def test_a_run_of_another_situation_is_refused(desk, run):
    other = make_situation(desk.team, slug="niger", name="Niger")
    assert refusal(request, desk, run, situation=other) == ("wrong_run", "runs")


def test_a_run_of_another_team_is_refused(desk, run):
    assert refusal(request, desk, finished_run(Desk().draft())) == ("wrong_run", "runs")


def test_a_run_that_the_author_may_not_see_is_refused(desk, version):
    secret = restricted_run(version, 7, desk.lead)
    assert refusal(request, desk, secret) == ("wrong_run", "runs")
    assert request(desk, secret, by=desk.lead).number == "SB-2024-01"


def test_one_run_twice_is_refused(desk, run):
    assert refusal(request, desk, run, run) == ("wrong_run", "runs")


def test_two_runs_of_one_scenario_are_refused(desk, run, version):
    assert refusal(request, desk, run, finished_run(version, 2)) == ("same_scenario", "runs")


def test_runs_of_different_dates_do_not_share_a_brief(desk, run):
    other = finished_run(desk.draft(slug="second"), 2, at=AT - dt.timedelta(days=31))
    assert refusal(request, desk, run, other) == ("mixed_dates", "runs")


@pytest.mark.parametrize("role", ["viewer", "reviewer"])
def test_only_some_roles_draft_briefs(desk, run, role):
    with pytest.raises(Forbidden):
        request(desk, run, by=member(desk.team, role))
    with pytest.raises(Forbidden):
        request(desk, run, by=member(TeamFactory(), "admin"))


def test_an_introduction_with_an_unknown_node_is_refused(desk, run):
    nodes = [{"kind": "script", "text": "x"}]
    assert refusal(request, desk, run, introduction=nodes) == ("invalid", "introduction")


def test_editing_a_draft_makes_it_again_from_the_new_words(desk, brief):
    edit_brief(brief=brief, by=desk.analyst, changes={"title": "Niger"}, expected=1, via="ui")
    brief.refresh_from_db()
    assert (brief.title, brief.row_version) == ("Niger", 2)
    assert brief.builds.order_by("-id").first().context["meta"]["title"] == "Niger"
    assert AuditEvent.objects.get(verb="edit").detail == {"fields": ["title"]}


def test_two_editors_of_one_draft_do_not_overwrite_each_other(desk, brief):
    edit_brief(brief=brief, by=desk.analyst, changes={"title": "First"}, expected=1, via="ui")
    with pytest.raises(Conflict):
        edit_brief(brief=brief, by=desk.lead, changes={"title": "Second"}, expected=1, via="ui")
    assert Brief.objects.get().title == "First"
    assert brief.builds.count() == 2


def test_only_its_words_can_be_edited(desk, brief):
    code = refusal(edit_brief, brief=brief, by=desk.lead, changes={"number": "SB-1"}, expected=1, via="ui")
    assert code == ("fixed", "number")
    code = refusal(edit_brief, brief=brief, by=desk.lead, changes={"title": ""}, expected=1, via="ui")
    assert code == ("required", "title")


def test_an_approval_dates_the_brief_and_asks_for_its_final_pdf(desk, brief):
    when = DATED + dt.timedelta(days=3)
    approve(desk, brief, approved_at=when)
    brief.refresh_from_db()
    build = brief.builds.order_by("-id").first()
    assert (brief.status, brief.dated, brief.approved_by) == ("approved", when, desk.lead)
    assert (build.state, build.dated, build.context["meta"]["status"]) == ("queued", when, "approved")
    assert build.context["meta"]["reviewers"] == [str(desk.lead)]
    assert AuditEvent.objects.filter(verb="approve", by_id=desk.lead.pk).count() == 1


def test_an_approved_brief_is_neither_edited_nor_approved_again(desk, brief):
    approve(desk, brief)
    assert refusal(approve, desk, brief) == ("approved", None)
    changes = {"title": "Other"}
    assert refusal(edit_brief, brief=brief, by=desk.lead, changes=changes, expected=2, via="ui") == ("approved", None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports_brief SET title = 'other' WHERE id = %s",
        "UPDATE reports_brief SET approved_at = now() WHERE id = %s",
        "UPDATE reports_brief SET introduction = '[1]' WHERE id = %s",
        "DELETE FROM reports_brief WHERE id = %s",
    ],
)
def test_an_approved_brief_cannot_be_changed_by_sql(desk, brief, statement):
    approve(desk, brief)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [brief.pk])
    assert Brief.objects.get().title == "Brief 1"


def test_the_context_of_a_build_cannot_be_changed_by_sql(brief):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE reports_briefbuild SET context = '{}' WHERE brief_id = %s", [brief.pk])


def test_only_leads_approve(desk, brief):
    with pytest.raises(Forbidden):
        approve(desk, brief, by=desk.analyst)
    with pytest.raises(Conflict):
        approve(desk, brief, expected=9)
    assert Brief.objects.get().is_draft


def test_a_draft_is_not_published(desk, brief):
    assert refusal(publish, desk, brief) == ("not_approved", None)


def test_a_brief_is_published_only_with_its_final_pdf(desk, brief):
    approve(desk, brief)
    assert refusal(publish, desk, brief) == ("not_built", None)
    brief.builds.filter(state="queued").update(state="done", blob=brief.builds.filter(state="done").get().blob)
    publish(desk, brief)
    brief.refresh_from_db()
    assert (brief.status, brief.published_at, brief.row_version) == ("published", DATED, 3)
    assert AuditEvent.objects.filter(verb="publish").count() == 1


def test_publishing_by_an_analyst_is_refused(desk, brief):
    approve(desk, brief)
    with pytest.raises(Forbidden):
        publish(desk, brief, by=desk.analyst)


def test_a_waiting_build_is_cancelled_and_tried_again(desk, run):
    build = request(desk, run).builds.get()
    cancel_build(build=build, by=desk.analyst, via="ui")
    build.refresh_from_db()
    assert build.state == "cancelled"
    retry_build(build=build, by=desk.analyst, via="ui")
    build.refresh_from_db()
    assert (build.state, build.cancel, build.attempts) == ("queued", False, 0)
    assert set(AuditEvent.objects.filter(kind="reports.briefbuild").values_list("verb", flat=True)) == {
        "cancel",
        "retry",
    }


def test_a_finished_build_is_neither_cancelled_nor_tried_again(desk, brief):
    build = brief.builds.get()
    assert refusal(cancel_build, build=build, by=desk.analyst, via="ui") == ("already_ended", None)
    assert refusal(retry_build, build=build, by=desk.analyst, via="ui") == ("not_ended", None)


def test_a_reader_neither_cancels_nor_retries(desk, run):
    build = request(desk, run).builds.get()
    for act in (cancel_build, retry_build):
        with pytest.raises(Forbidden):
            act(build=build, by=desk.reader, via="ui")
    assert BriefBuild.objects.get().state == "queued"


def test_a_brief_on_a_restricted_run_is_seen_by_those_who_see_the_run(desk, version, run):
    shown = make_brief(desk, run, number=1)
    hidden = make_brief(desk, restricted_run(version, 5, desk.lead), number=2)
    assert set(Brief.objects.visible_to(desk.lead)) == {shown, hidden}
    assert set(Brief.objects.visible_to(desk.analyst)) == {shown}
    assert set(Brief.objects.visible_to(None)) == {shown}

"""What a person does with a brief: ask for it, have it made again, approve it, publish it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import User
from accounts.permissions import Permission
from core.audit import record
from core.errors import DomainError
from core.jobs import Job, request_cancel, requeue
from core.tasks import publish_wake_up
from core.text import clean
from engine import canonical
from reports import content
from reports.brief import freeze
from reports.models import Brief, BriefBuild, BriefRun
from reports.runner import QUEUE
from scenarios.models import Run
from world.models import Situation


@transaction.atomic
def request_brief(
    *,
    situation: Situation,
    by: User,
    runs: Sequence[Run],
    title: str,
    dated: datetime,
    via: str,
    subtitle: str = "",
    locale: str = "en",
    introduction: Sequence[Mapping[str, Any]] = (),
) -> Brief:
    """Draft a brief on finished runs of one situation, dated `dated`, and ask a worker to make its PDF."""
    require_permission(by, Permission.REQUEST_BRIEFS, team=situation.team_id, situation=situation)
    _check_runs(situation, by, runs)
    if not clean(title):
        raise DomainError(_("Give the brief a title."), code="required", field="title")
    brief = Brief.objects.create(
        team_id=situation.team_id,
        situation=situation,
        number=_next_number(situation, dated),
        title=clean(title),
        subtitle=clean(subtitle),
        locale=locale,
        introduction=_checked_nodes(introduction),
        dated=dated,
        created_by=by,
        updated_by=by,
    )
    BriefRun.objects.bulk_create(
        BriefRun(team_id=brief.team_id, brief=brief, run=run, order=order, created_by=by)
        for order, run in enumerate(runs)
    )
    record(team_id=brief.team_id, by=by, verb="request", obj=brief, via=via)
    _ask_for_build(brief, by)
    return brief


def _check_runs(situation: Situation, by: User, runs: Sequence[Run]) -> None:
    if not runs:
        raise DomainError(_("Choose at least one finished run."), code="required", field="runs")
    keys = [run.pk for run in runs]
    found = Run.objects.visible_to(by).filter(pk__in=keys, version__scenario__situation=situation, state=Job.State.DONE)
    if found.count() != len(set(keys)) or len(set(keys)) != len(keys):
        raise DomainError(
            _("A brief reports finished runs of this situation, each once."), code="wrong_run", field="runs"
        )
    if len({run.version.scenario_id for run in runs}) != len(runs):
        raise DomainError(_("Choose one run for each scenario."), code="same_scenario", field="runs")
    if len({(run.at, run.cutoff) for run in runs}) != 1:
        raise DomainError(
            _("The runs of a brief share one reference date and one cut-off."), code="mixed_dates", field="runs"
        )


def _checked_nodes(nodes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    try:
        return [
            content.parse(content.cleaned(dict(node)), f"introduction[{i}]").to_json() for i, node in enumerate(nodes)
        ]
    except content.ContentError as error:
        raise DomainError(str(error), code="invalid", field="introduction") from error


def _next_number(situation: Situation, dated: datetime) -> str:
    """SB-2024-03: the team's third brief dated in 2024. The lock makes two askers wait for each other."""
    type(situation.team).objects.select_for_update().get(pk=situation.team_id)
    so_far = Brief.objects.filter(team_id=situation.team_id, number__startswith=f"SB-{dated.year}-").count()
    return f"SB-{dated.year}-{so_far + 1:02d}"


def _ask_for_build(brief: Brief, by: User) -> BriefBuild:
    """Freeze what the brief says now, and queue the making of its PDF."""
    # All members read it: nothing goes in that only some of them may see.
    context = freeze(brief, viewer=None)
    build = BriefBuild.objects.create(
        team_id=brief.team_id,
        queue=QUEUE,
        brief=brief,
        context=context,
        context_sha256=canonical.sha256(context),
        dated=brief.dated,
        created_by=by,
        updated_by=by,
    )
    transaction.on_commit(partial(publish_wake_up, QUEUE), robust=True)
    return build


@transaction.atomic
def edit_brief(*, brief: Brief, by: User, changes: Mapping[str, Any], expected: int, via: str) -> Brief:
    """Change title, subtitle or introduction of a draft, and have it made again."""
    require_permission(by, Permission.REQUEST_BRIEFS, team=brief.team_id)
    _check_draft(brief)
    allowed = {"title", "subtitle", "introduction"}
    if unknown := sorted(set(changes) - allowed):
        raise DomainError(_("This cannot be changed: %(name)s.") % {"name": unknown[0]}, code="fixed", field=unknown[0])
    values = {
        name: clean(value) if isinstance(value, str) else _checked_nodes(value) for name, value in changes.items()
    }
    if values.get("title") == "":
        raise DomainError(_("Give the brief a title."), code="required", field="title")
    brief.guarded_update(expected=expected, changes={**values, "updated_by": by})
    record(team_id=brief.team_id, by=by, verb="edit", obj=brief, via=via, detail={"fields": sorted(values)})
    _ask_for_build(brief, by)
    return brief


@transaction.atomic
def approve_brief(*, brief: Brief, by: User, expected: int, approved_at: datetime, via: str) -> Brief:
    """Approve a draft: it is dated by its approval, its words are frozen, and the final PDF is made."""
    require_permission(by, Permission.APPROVE_BRIEFS, team=brief.team_id)
    _check_draft(brief)
    changes = {"status": Brief.Status.APPROVED, "approved_at": approved_at, "approved_by": by, "dated": approved_at}
    brief.guarded_update(expected=expected, changes=changes)
    record(team_id=brief.team_id, by=by, verb="approve", obj=brief, via=via)
    _ask_for_build(brief, by)
    return brief


@transaction.atomic
def publish_brief(*, brief: Brief, by: User, expected: int, published_at: datetime, via: str) -> Brief:
    """Publish an approved brief whose PDF is finished. The PDF that was approved is the one that is published."""
    require_permission(by, Permission.APPROVE_BRIEFS, team=brief.team_id)
    if brief.status != Brief.Status.APPROVED:
        raise DomainError(_("Only an approved brief can be published."), code="not_approved")
    newest = brief.builds.order_by("-id").first()
    if newest is None or newest.state != Job.State.DONE:
        raise DomainError(_("Its PDF is not finished yet. Publish it when it is."), code="not_built")
    brief.guarded_update(expected=expected, changes={"status": Brief.Status.PUBLISHED, "published_at": published_at})
    record(team_id=brief.team_id, by=by, verb="publish", obj=brief, via=via)
    return brief


@transaction.atomic
def cancel_build(*, build: BriefBuild, by: User, via: str) -> None:
    """Stop a build that waits or runs."""
    require_permission(by, Permission.REQUEST_BRIEFS, team=build.team_id)
    request_cancel(build)
    record(team_id=build.team_id, by=by, verb="cancel", obj=build, via=via)


@transaction.atomic
def retry_build(*, build: BriefBuild, by: User, via: str) -> None:
    """Try a failed or cancelled build again, from the context that it was given."""
    require_permission(by, Permission.REQUEST_BRIEFS, team=build.team_id)
    requeue(build)
    record(team_id=build.team_id, by=by, verb="retry", obj=build, via=via)
    transaction.on_commit(partial(publish_wake_up, QUEUE), robust=True)


def _check_draft(brief: Brief) -> None:
    if not brief.is_draft:
        raise DomainError(_("An approved brief does not change. Ask for a new one."), code="approved")

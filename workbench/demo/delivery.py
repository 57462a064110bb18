"""The demo's runs and its brief, made by the real worker."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from django.conf import settings

from accounts.models import User
from core.jobs import Job
from core.models import Blob
from reports.models import Brief, BriefBuild
from reports.services import approve_brief, publish_brief, request_brief
from scenarios.models import Run, Scenario
from scenarios.services import start_run
from workbench.demo.dates import APPROVED, AT, CUTOFF, DRAFTED
from workbench.demo.files import rows
from world.models import Situation

DRAWS = 10_000
PAUSE = 0.2
TITLE = "Mali after MINUSMA"
SUBTITLE = "Security vacuum, alliance strength and peacekeeping alternatives"


class NotDelivered(Exception):
    """A job ended badly, or nobody took it in time: the sentence says which."""


def deliver(situation: Situation, scenarios: list[Scenario], people: Mapping[str, User], *, within: float) -> Path:
    """Score the scenarios, approve and publish their brief, and write its PDF. What is there already is not made again."""
    deadline = time.monotonic() + within
    runs = [_run(scenario, people["analyst"]) for scenario in scenarios]
    for run in runs:
        _wait(Run, run.pk, f"the run of {run.version.scenario.slug}", deadline)
    brief = situation_brief(situation) or request_brief(
        situation=situation,
        by=people["analyst"],
        runs=runs,
        title=TITLE,
        subtitle=SUBTITLE,
        introduction=rows("introduction.json"),
        dated=DRAFTED,
        via="command",
    )
    if brief.is_draft:
        brief = approve_brief(
            brief=brief, by=people["lead"], expected=brief.row_version, approved_at=APPROVED, via="command"
        )
    build = _wait(BriefBuild, _final(brief).pk, "the brief", deadline)
    if brief.status == Brief.Status.APPROVED:
        brief.refresh_from_db()
        publish_brief(brief=brief, by=people["lead"], expected=brief.row_version, published_at=APPROVED, via="command")
    return _write(brief, build)


def situation_brief(situation: Situation) -> Brief | None:
    """The demo's brief, if it was asked for before."""
    return Brief.objects.filter(situation=situation, title=TITLE).order_by("id").first()


def _run(scenario: Scenario, by: User) -> Run:
    version = scenario.versions.published().order_by("number")[0]
    key = f"demo-{scenario.slug}"
    return start_run(version=version, by=by, at=AT, cutoff=CUTOFF, draws=DRAWS, idempotency_key=key, via="command")


def _final(brief: Brief) -> BriefBuild:
    build = brief.builds.order_by("-id").first()
    if build is None:
        raise NotDelivered("The brief was asked for, but there is no build of it.")
    return cast(BriefBuild, build)


def _wait(model: type[Any], pk: Any, what: str, deadline: float, sleep: Callable[[float], None] = time.sleep) -> Any:
    while True:
        job = model.objects.get(pk=pk)
        if job.state == Job.State.DONE:
            return job
        if job.ended:
            raise NotDelivered(f"{what} {job.state}: {job.error or 'no reason was given'}")
        if time.monotonic() > deadline:
            raise NotDelivered(f"No worker finished {what} in time. Is one running? `manage.py up` starts one.")
        sleep(PAUSE)


def _write(brief: Brief, build: BriefBuild) -> Path:
    folder = Path(settings.WORKBENCH_HOME) / "briefs"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{brief.number}-{brief.situation.slug}.pdf"
    path.write_bytes(bytes(Blob.objects.get(pk=cast(int, build.blob_id)).data))
    return path

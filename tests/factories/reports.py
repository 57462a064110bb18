"""Finished runs and briefs on them, made straight as rows; services are what tests call themselves."""

import datetime as dt
from typing import Any

from django.utils import timezone

import engine
from core.models import Blob
from engine import canonical
from reports.brief import freeze
from reports.models import Brief, BriefBuild, BriefRun
from scenarios.models import Run, RunAccess, RunResult, Version
from scenarios.verdict import build_verdict
from tests.factories.scenarios import Desk, queued_run

DATED = dt.datetime(2024, 3, 4, 9, tzinfo=dt.UTC)
PDF = b"%PDF-1.7 made for a test"


def finished_run(version: Version, number: int = 1, **fields: Any) -> Run:
    """A run with the result that the engine gives for the smallest input."""
    run = queued_run(version, number, state="done", finished_at=timezone.now(), **fields)
    run.save()
    result = engine.score(run.inputs, draws=run.draws, seed=run.seed)
    RunResult.objects.create(
        team_id=run.team_id,
        run=run,
        result=result,
        result_sha256=result["result_sha256"],
        verdict=build_verdict(result, run.inputs),
    )
    return run


def restricted_run(version: Version, number: int, *people: Any) -> Run:
    """A run on restricted inputs that only these people may see."""
    run = finished_run(version, number, handling="restricted")
    for person in people:
        RunAccess.objects.create(team_id=run.team_id, run=run, person=person)
    return run


def make_brief(desk: Desk, *runs: Run, number: int = 1, **fields: Any) -> Brief:
    """A draft that reports these runs, without a build."""
    defaults: dict[str, Any] = {"title": f"Brief {number}", "dated": DATED, "created_by": desk.analyst}
    defaults |= {"situation": desk.situation, "number": f"SB-2024-{number:02d}"}
    brief = Brief.objects.create(team=desk.team, **{**defaults, **fields})
    for order, run in enumerate(runs):
        BriefRun.objects.create(team=desk.team, brief=brief, run=run, order=order)
    return brief


def make_build(brief: Brief, viewer: Any, **fields: Any) -> BriefBuild:
    """A build of what the brief says now; finished with a small file unless told otherwise."""
    context = freeze(brief, viewer=viewer)
    defaults: dict[str, Any] = {"state": "done", "finished_at": timezone.now()}
    if fields.get("state", "done") == "done":
        defaults["blob"] = make_blob(brief)
    return BriefBuild.objects.create(
        team_id=brief.team_id,
        queue="reports",
        brief=brief,
        context=context,
        context_sha256=canonical.sha256(context),
        dated=brief.dated,
        **{**defaults, **fields},
    )


def make_blob(brief: Brief) -> Blob:
    blob, _made = Blob.objects.get_or_create(
        team_id=brief.team_id, sha256="ab" * 32, defaults={"media_type": "application/pdf", "data": PDF}
    )
    return blob

"""What the pages about situations and briefs read: every function takes the viewer and shows only what they may see.

Numbers come from stored results only. Large JSON stays in the database: what a list needs of it is taken out there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Func, JSONField, OuterRef, Prefetch, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KeyTextTransform

from accounts.models import Team, User
from reports.models import Brief, BriefBuild, BriefRun
from scenarios.models import Run, Scenario, Version
from world.models import Actor, EventKnown, EventParticipant, Situation
from world.selectors.facts import events_known
from world.selectors.pages import situation_actors

LATEST = 8
TURNS = ("POL.COUP", "POL.COUP_ATTEMPT", "POL.ALLIANCE", "POL.ALLIANCE_EXIT", "POL.AGREEMENT", "POL.AGREEMENT_END", "POL.TRANSITION",
         "POL.DIPLO_BREAK", "POL.SANCTION", "PKO", "MIL.WITHDRAW", "MIL.DEPLOY", "MIL.OP_START", "MIL.OP_END")  # fmt: skip
HEAVY = ("inputs", "provenance", "result__result")


class _Path(Func):
    """What a JSON path finds in a column; `$k` in it is the key of the leader."""

    output_field = JSONField()
    template = "%(function)s(%(expressions)s)"


def _all(column: str, path: str) -> _Path:
    return _Path(F(column), Value(path, output_field=TextField()), function="jsonb_path_query_array")


def _leader() -> _Path:
    named = Func(
        Value("k"),
        KeyTextTransform("leader", "result__verdict"),
        function="jsonb_build_object",
        output_field=JSONField(),
    )
    path = Value("$.alternatives[*] ? (@.key == $k)", output_field=TextField())
    return _Path(
        F("result__result"), Func(path, template="%(expressions)s::jsonpath"), named, function="jsonb_path_query_first"
    )


@dataclass
class Scored:
    """A scenario with its latest finished run, if this person may see one. `run.leader` is the first row of the result."""

    scenario: Scenario
    run: Run | None
    newer: Run | None


def scored_scenarios(viewer: User, team: Team, situations: Iterable[Situation]) -> dict[UUID, list[Scored]]:
    """The scenarios of each situation with their latest results: as many queries for one as for many."""
    keys = [situation.pk for situation in situations]
    found: dict[UUID, list[Scored]] = {key: [] for key in keys}
    runs = Run.objects.visible_to(viewer).filter(team=team, version__scenario__situation__in=keys)
    done = {run.version.scenario_id: run for run in _latest(runs.filter(state=Run.State.DONE))}
    newest = {run.version.scenario_id: run for run in _latest_of_any(runs)}
    for scenario in Scenario.objects.filter(team=team, situation__in=keys).order_by("pk"):
        run, newer = done.get(scenario.pk), newest.get(scenario.pk)
        found[scenario.situation_id].append(Scored(scenario, run, newer if newer != run else None))
    return found


def _latest(runs: Any) -> Any:
    return (
        runs.order_by("version__scenario_id", "-pk")
        .distinct("version__scenario_id")
        .select_related("version__scenario", "result")
        .defer(*HEAVY)
        .annotate(
            leader=_leader(),
            aside=_all("result__result", "$.alternatives[*] ? (@.set_aside != null)"),
            failing=_all("result__result", "$.alternatives[*] ? (@.fails.size() > 0 && @.reference == false).key"),
            left_out=_all("result__result", "$.left_out[*].indicator"),
            months=_all("provenance", "$.**.data_to"),
        )
        .prefetch_related("version__alternatives")
    )


def _latest_of_any(runs: Any) -> Any:
    rows = runs.order_by("version__scenario_id", "-pk").distinct("version__scenario_id")
    return rows.select_related("version").defer("inputs", "provenance")


def result_rows(run: Run) -> list[dict[str, Any]]:
    """The alternatives of a stored result, the highest rank first, those without a rank last."""
    rows: list[dict[str, Any]] = run.result.result["alternatives"]
    return sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["key"].encode()))


def recent_runs(viewer: User, team: Team) -> Any:
    """The latest runs of a team in any state."""
    rows = (
        Run.objects.visible_to(viewer)
        .filter(team=team)
        .select_related("version__scenario__situation", "created_by", "result")
    )
    return rows.defer(*HEAVY).prefetch_related("version__alternatives").order_by("-pk")[:LATEST]


def drafts_of(person: User, team: Team) -> tuple[Any, Any]:
    """The briefs and the versions of scenarios that a person has begun and not finished."""
    briefs = Brief.objects.visible_to(person).filter(team=team, created_by=person, status=Brief.Status.DRAFT)
    versions = Version.objects.filter(team=team, updated_by=person, state="draft").select_related("scenario__situation")
    return briefs.select_related("situation").order_by("-pk")[:LATEST], versions.order_by("-updated_at", "-pk")[:LATEST]


def latest_events(viewer: User, situation: Situation) -> list[EventKnown]:
    """The last accepted events of a situation, as known now."""
    return list(events_known(viewer, situation.team_id, situation).order_by("-date_start", "-id")[:LATEST])


def turning_points(viewer: User, situation: Situation) -> list[EventKnown]:
    """The last dated changes of power, presence or alliance, as known now."""
    rows = events_known(viewer, situation.team_id, situation, types=TURNS).filter(date_prec__lte=4)
    return list(rows.order_by("-date_start", "-id")[:LATEST])


def key_actors(viewer: User, situation: Situation) -> list[tuple[Actor, int]]:
    """The actors of a situation that take part in most of its events, with how many."""
    actors = situation_actors(viewer, situation)
    events = events_known(viewer, situation.team_id, situation)
    parts = EventParticipant.objects.filter(actor__in=actors.values("pk"), event__in=events.order_by().values("id"))
    counts = parts.order_by().values_list("actor").annotate(n=Count("event", distinct=True)).order_by("-n", "actor")
    first = dict(counts[:LATEST])
    rows = {actor.pk: actor for actor in actors.filter(pk__in=first)}
    return [(rows[key], number) for key, number in first.items()]


def briefs_of(viewer: User, team: Team, *, situation: Situation | None = None) -> QuerySet[Brief]:
    """The briefs that this person may see, each with its scenarios; newest first."""
    rows = Brief.objects.visible_to(viewer).filter(team=team)
    if situation is not None:
        rows = rows.filter(situation=situation)
    light = Run.objects.select_related("version__scenario").defer("inputs", "provenance")
    links = BriefRun.objects.order_by("order").prefetch_related(Prefetch("run", light))
    finished = BriefBuild.objects.filter(brief=OuterRef("pk"), state=BriefBuild.State.DONE)
    newest = BriefBuild.objects.filter(brief=OuterRef("pk")).order_by("-pk")
    return (
        rows.select_related("situation", "created_by", "approved_by")
        .prefetch_related(Prefetch("runs", links))
        .annotate(
            build_state=Subquery(newest.values("state")[:1]),
            finished_build=Subquery(finished.order_by("-pk").values("pk")[:1]),
        )
        .order_by("-pk")
    )


def newest_build(brief: Brief) -> BriefBuild | None:
    """The last build of a brief with its context, without the bytes of its PDF."""
    found: BriefBuild | None = brief.builds.select_related("blob").defer("blob__data").order_by("-pk").first()
    return found


def newest_pdf(brief: Brief) -> BriefBuild | None:
    """The last finished build with its PDF; `status` is what the brief was when it was made."""
    rows = brief.builds.filter(state=BriefBuild.State.DONE).select_related("blob").defer("context")
    status = KeyTextTransform("status", KeyTextTransform("meta", "context"))
    found: BriefBuild | None = rows.annotate(status_then=status).order_by("-pk").first()
    return found


def finished_runs(viewer: User, situation: Situation, *, most: int = 200) -> list[Run]:
    """The finished runs that a brief of this situation may report, newest first."""
    rows: Any = (
        Run.objects.visible_to(viewer)
        .filter(team=situation.team_id, version__scenario__situation=situation, state=Run.State.DONE)
        .select_related("version__scenario")
        .defer("inputs", "provenance")
        .order_by("-pk")
    )
    return list(rows[:most])

"""A run as files: the frozen input and the result as JSON, the ranking as CSV."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse

from accounts.access import team_page
from accounts.permissions import Permission
from accounts.requests import TeamRequest
from scenarios.models import Run
from scenarios.selectors import names_of
from scenarios.views.runs import run_or_404
from world.views.answers import csv_file

COLUMNS = (
    "rank", "key", "name", "reference", "score", "score_beside", "q05", "q25", "median", "q75", "q95",
    "first_share", "weight_share", "fails", "set_aside",
)  # fmt: skip


def _named(response: HttpResponse, run: Run, what: str) -> HttpResponse:
    name = f"{run.version.scenario.slug}-run-{run.number}-{what}"
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _finished(request: TeamRequest, pk: UUID) -> Run:
    found = run_or_404(request, pk)
    if found.state != Run.State.DONE:
        raise Http404
    return found


@team_page(Permission.READ)
def inputs_json(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Exactly what the engine was given: `python -m engine score` makes the same numbers from it."""
    found = run_or_404(request, pk)
    return _named(JsonResponse(found.inputs, json_dumps_params={"ensure_ascii": False}), found, "inputs")


@team_page(Permission.READ)
def results_json(request: TeamRequest, pk: UUID) -> HttpResponse:
    """Exactly what the engine returned."""
    found = _finished(request, pk)
    return _named(JsonResponse(found.result.result, json_dumps_params={"ensure_ascii": False}), found, "results")


@team_page(Permission.READ)
def results_csv(request: TeamRequest, pk: UUID) -> HttpResponseBase:
    """The ranking, one alternative in a line."""
    found = _finished(request, pk)
    rows = _lines(found.result.result["alternatives"], names_of(found.version))
    return csv_file(f"{found.version.scenario.slug}-run-{found.number}", COLUMNS, rows)


def _lines(alternatives: list[dict[str, Any]], names: dict[str, str]) -> Iterator[list[Any]]:
    for row in sorted(alternatives, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["key"])):
        drawn = row["interval"] or {}
        yield [
            row["rank"],
            row["key"],
            names.get(row["key"], row["key"]),
            row["reference"],
            row["score"],
            row["score_beside"],
            *(drawn.get(name) for name in ("q05", "q25", "median", "q75", "q95")),
            row["first_share"],
            row["coverage"]["weight_share"],
            " ".join(row["fails"]),
            row["set_aside"],
        ]

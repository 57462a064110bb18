"""Score a scenario through the real worker, and print the result as JSON."""

import json
import time
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import Membership, Team, User
from accounts.roles import ROLES
from core.errors import DomainError
from scenarios.models import Run, Scenario
from scenarios.selectors import current_version, find_scenario, reference_dates
from scenarios.services import start_run
from scenarios.services.runs import DRAWS

POLL_SECONDS = 0.1


class Command(BaseCommand):
    help = "Start a run of a scenario's latest version, wait for the worker, print the result."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("scenario", help="the scenario's short name")
        parser.add_argument("--team", required=True, help="the team's short name")
        parser.add_argument("--at", type=_day, help="reference date: the date that is scored")
        parser.add_argument("--cutoff", type=_day, help="the last day whose knowledge is used")
        parser.add_argument("--as-of", type=_day, help="sets both: scored on that day without hindsight")
        parser.add_argument("--allow-hindsight", action="store_true", help="use judgements made later, and say so")
        parser.add_argument("--draws", type=int, default=DRAWS, help=f"default {DRAWS}")
        parser.add_argument("--seed", type=int, help="default: from the hash of the inputs")
        parser.add_argument("--by", help="e-mail of the person who runs it; default: a lead of the team")
        parser.add_argument("--wait", type=float, default=60, help="seconds until a worker must have taken it")
        parser.add_argument("--json", action="store_true", help="print JSON (the only form; kept for scripts)")

    def handle(self, *args: Any, **options: Any) -> None:
        team = Team.objects.filter(slug=options["team"], closed_at=None).first()
        if team is None:
            raise CommandError(f"There is no team {options['team']}.")
        scenario = find_scenario(team, options["scenario"])
        version = current_version(scenario) if scenario else None
        if scenario is None or version is None:
            raise CommandError(f"The team {team.slug} has no scenario {options['scenario']}.")
        at, cutoff = _dates(scenario, options)
        try:
            run = start_run(
                version=version,
                by=_person(team, options["by"]),
                at=at,
                cutoff=cutoff,
                via="command",
                draws=options["draws"],
                seed=options["seed"],
                allow_hindsight=options["allow_hindsight"],
            )
        except DomainError as error:
            raise CommandError(error.message) from error
        self._wait(run, options["wait"])
        self.stdout.write(json.dumps(_answer(run), indent=2, sort_keys=True, ensure_ascii=False))

    def _wait(self, run: Run, patience: float) -> None:
        """Poll the row until it has ended; give up when no worker takes it in time."""
        deadline = time.monotonic() + patience
        while True:
            run.refresh_from_db(fields=["state", "error", "error_code", "stage", "done", "engine_version"])
            if run.ended:
                break
            if run.state == Run.State.QUEUED and time.monotonic() > deadline:
                raise CommandError(
                    f"No worker has taken run {run} within {patience:g} seconds. It stays queued: start a worker "
                    "and a dispatcher, or all at once with `manage.py up`."
                )
            time.sleep(POLL_SECONDS)
        if run.state != Run.State.DONE:
            raise CommandError(f"Run {run} {run.state}: {run.error}" if run.error else f"Run {run} {run.state}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a date: write it as 2024-01-31.") from None


def _dates(scenario: Scenario, options: dict[str, Any]) -> tuple[date, date]:
    """Named dates first; then the situation's own, else the last complete month of its data, and today."""
    if options["as_of"]:
        if options["at"] or options["cutoff"]:
            raise CommandError("--as-of sets both dates: give it alone, or --at and --cutoff.")
        return options["as_of"], options["as_of"]
    at, cutoff = reference_dates(scenario, today=timezone.localdate())
    return options["at"] or at, options["cutoff"] or cutoff


def _person(team: Team, email: str | None) -> User:
    """The person who runs it. A command has nobody signed in, so a lead of the team stands for it."""
    members = Membership.objects.filter(team=team, user__is_active=True).select_related("user").order_by("pk")
    if email:
        member = members.filter(user__email=email.lower()).first()
        if member is None:
            raise CommandError(f"{email} is not in the team {team.slug}.")
        return member.user
    order = ["lead", "admin", *ROLES]
    found = sorted(members, key=lambda member: order.index(member.role))
    if not found:
        raise CommandError(f"The team {team.slug} has no members.")
    return found[0].user


def _answer(run: Run) -> dict[str, Any]:
    result = run.result.result
    rows = result["alternatives"]
    return {
        "run": str(run.pk),
        "number": run.number,
        "version": run.version.number,
        "of_draft": run.of_draft,
        "at": run.at.isoformat(),
        "cutoff": run.cutoff.isoformat(),
        "hindsight_used": run.hindsight_used,
        "reconstructed": run.reconstructed,
        "inputs_sha256": run.inputs_sha256,
        "result_sha256": run.result.result_sha256,
        "engine_version": run.engine_version,
        "seed": run.seed,
        "draws": run.draws,
        "scores": {row["key"]: row["score"] for row in rows},
        "ranks": {row["key"]: row["rank"] for row in rows},
        "intervals": {row["key"]: row["interval"] for row in rows},
        "contributions": {row["key"]: row["contributions"] for row in rows},
        "coverage": {row["key"]: row["coverage"] for row in rows},
        "cells": [
            {name: cell[name] for name in ("alternative", "indicator", "state", "value", "reason") if name in cell}
            for cell in run.inputs["cells"]
        ],
        "warnings": result["warnings"],
    }

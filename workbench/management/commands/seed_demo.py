"""The demo team, its facts, three scored scenarios and a brief. A second call changes nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Team, User
from core.errors import DomainError
from scenarios.models import Scenario
from workbench.demo.dates import SCENARIOS, SITUATION
from workbench.demo.delivery import NotDelivered, deliver
from workbench.demo.facts import seed_facts
from workbench.demo.people import ensure_people, logins
from workbench.demo.scenarios import seed_scenarios
from world.models import Situation


class Command(BaseCommand):
    help = "Make the demo team, score its scenarios and write its brief. Safe to call again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-wait", action="store_true", help="facts and scenarios only: needs no worker")
        parser.add_argument("--within", type=float, default=600, help="seconds to wait for the worker (600)")

    def handle(self, *args: Any, no_wait: bool, within: float, **options: Any) -> str | None:
        try:
            path = self._seed(None if no_wait else within)
        except DomainError as error:
            raise CommandError(f"{error.field or error.code}: {error.message}") from error
        except NotDelivered as error:
            raise CommandError(str(error)) from error
        for address, password in logins().items():
            self.stdout.write(f"  {address:<22} {password}")
        return str(path) if path else None

    def _seed(self, within: float | None) -> Path | None:
        with transaction.atomic():
            team, people = ensure_people("command")
            situation = Situation.objects.filter(team=team, slug=SITUATION).first() or self._facts(team, people)
        if within is None:
            return None
        found = {row.slug: row for row in Scenario.objects.filter(team=team, slug__in=SCENARIOS)}
        return deliver(situation, [found[slug] for slug in SCENARIOS], people, within=within)

    def _facts(self, team: Team, people: dict[str, User]) -> Situation:
        self.stdout.write("Loading the demo's facts and scenarios.")
        shelf = seed_facts(team, people["lead"], "command")
        seed_scenarios(shelf, people)
        return Situation.objects.get(pk=shelf.situation.pk)

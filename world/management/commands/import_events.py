"""Import a file of events from the command line, through the code that a worker runs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Case, When

from core.errors import DomainError
from world.importers import PROFILES
from world.models import ImportBatch
from world.runner import claim_here, run_here
from world.services.imports import examine, open_situation, profile_of, request_import

SHOWN = 20


class Command(BaseCommand):
    help = "Import events from a CSV file, all of them or none. Ends with the counts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file, as it was downloaded")
        parser.add_argument("--format", required=True, choices=sorted(PROFILES), help="the format of the file")
        parser.add_argument("--team", required=True, help="slug of the team")
        parser.add_argument("--situation", required=True, help="slug of the situation that the events belong to")
        parser.add_argument("--create", action="store_true", help="make team and situation where they are missing")
        parser.add_argument("--vintage", default="", help="release of the file: 26.1, 26.0.8, or YYYY-MM-DD")
        parser.add_argument("--correct", action="store_true", help="differing rows had been written wrongly")
        parser.add_argument("--reason", default="", help="why, for the history")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            batch = self._import(options)
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror or error}") from error
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"{batch.new} new, {batch.changed} changed, {batch.same} same, "
            f"{batch.missing} missing, {batch.rejected} rejected"
        )

    def _import(self, options: dict[str, Any]) -> ImportBatch:
        profile = profile_of(options["format"])
        with options["file"].open("rb") as file:
            examine(file, profile, size=options["file"].stat().st_size)
            with transaction.atomic():
                team, situation = open_situation(
                    team_slug=options["team"], slug=options["situation"], create=options["create"]
                )
                batch = request_import(
                    team=team,
                    situation=situation,
                    by=None,
                    file=file,
                    file_name=options["file"].name,
                    format=profile.code,
                    via="command",
                    vintage=options["vintage"],
                    verb="correct" if options["correct"] else "revise",
                    reason=options["reason"],
                )
                lease = claim_here(batch)
        try:
            return run_here(lease)
        finally:
            self._print_issues(batch)

    def _print_issues(self, batch: ImportBatch) -> None:
        worst_first = Case(When(severity="error", then=0), When(severity="warning", then=1), default=2)
        issues = batch.issues.order_by(worst_first, "row", "id")
        for issue in issues[:SHOWN]:
            row = f"row {issue.row}" if issue.row is not None else "file"
            where = f"{row}, {issue.column}" if issue.column else row
            self.stdout.write(f"{issue.severity}: {where}: {issue.message} [{issue.code}]")
        if (count := issues.count()) > SHOWN:
            self.stdout.write(f"... {count - SHOWN} more remarks")

"""Imports of UCDP GED against a bare COPY of the same file into a temporary table of text columns, in the same run.

Needs DATABASE_URL and WORKBENCH_DATA (the folder that holds `data`). Works in a team of its own, whose imports it takes
back at the end.
"""

import csv
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

SOURCE = Path("data") / "ucdp_ged_uemoa" / "ucdp_ged_sahel3_1989_2023.csv"
CHUNK = 1024 * 1024
BARE_RUNS = 5
BARS = {"first import": 22.0, "second import": 4.5}


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare_copy(path: Path) -> None:
    """What the database alone needs: the file as it is, into text columns."""
    from django.db import connection, transaction  # noqa: PLC0415  settings are configured by main

    with path.open(newline="", encoding="utf-8") as file:
        columns = ", ".join(f"c{n} text" for n in range(len(next(csv.reader(file)))))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bare ({columns}) ON COMMIT DROP")
        with path.open("rb") as file, cursor.copy("COPY bare FROM STDIN (FORMAT csv, HEADER)") as copy:
            while chunk := file.read(CHUNK):
                copy.write(chunk)


def take_in(path: Path, team: str) -> str:
    """One import, as the command does it. Returns its counts."""
    from django.db import transaction  # noqa: PLC0415

    from world.runner import claim_here, run_here  # noqa: PLC0415
    from world.services.imports import open_situation, request_import  # noqa: PLC0415

    with path.open("rb") as file, transaction.atomic():
        owner, situation = open_situation(team_slug=team, slug="bench", create=True)
        batch = request_import(
            team=owner,
            situation=situation,
            by=None,
            file=file,
            file_name=path.name,
            format="ucdp-ged",
            via="command",
        )
        lease = claim_here(batch)
    done = run_here(lease)
    return f"{done.new} new, {done.changed} changed, {done.same} same"


def undo_all(team: str) -> None:
    """Take back what the benchmark brought, last first."""
    from world.models import ImportBatch  # noqa: PLC0415
    from world.services.imports import undo_batch  # noqa: PLC0415

    for batch in ImportBatch.objects.filter(team__slug=team, outcome="committed").order_by("-finished_at"):
        undo_batch(batch=batch, by=None, via="command", reason="benchmark")


def measure(path: Path) -> None:
    """Print a line each for the bare COPY, the first and the second import, and the memory peak."""
    team = f"bench-{uuid4().hex[:10]}"
    bare = min(timed(lambda: bare_copy(path)) for _run in range(BARE_RUNS))
    with path.open(newline="", encoding="utf-8") as file:
        rows = sum(1 for _row in csv.reader(file)) - 1
    print(f"bare COPY: {rows} rows in {bare:.3f} s, {rows / bare:,.0f} rows/s")
    for label, bar in BARS.items():
        counts: list[str] = []
        seconds = timed(lambda: counts.append(take_in(path, team)))  # noqa: B023  called at once
        print(
            f"{label}: {seconds:.2f} s, {rows / seconds:,.0f} rows/s, {seconds / bare:.1f} x the bare COPY "
            f"(aim {bar} x at 418,000 rows): {counts[0]}"
        )
    undo_all(team)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1024)
    print(f"memory peak of the process: {peak} MB")


def main() -> None:
    """Run on the real file of 4,212 rows, or say what is missing."""
    folder = os.environ.get("WORKBENCH_DATA")
    if not folder or not (Path(folder) / SOURCE).is_file():
        print("skipped: WORKBENCH_DATA does not name the folder with the real data")
        return
    import django  # noqa: PLC0415

    django.setup()
    measure(Path(folder) / SOURCE)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
    main()

"""Make the demo's two roll-ups of violence from a UCDP GED file.

Run by hand, from the project's root, with the folder that holds the data:

    python -m scripts.make_rollups DATA_FOLDER

reads ucdp_ged_uemoa/ucdp_ged_sahel3_1989_2023.csv there and writes cell_area.csv and cell_pair.csv
into workbench/demo_data. The rules below are those of the importer, which must arrive at the same sums.
"""

import argparse
import csv
import json
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

DATASET = "ucdp-ged"
SOURCE_FILE = Path("ucdp_ged_uemoa") / "ucdp_ged_sahel3_1989_2023.csv"
DEMO_DATA = Path(__file__).resolve().parent.parent / "workbench" / "demo_data"

COUNTRY_AREAS = {"Mali": "ML", "Burkina Faso": "BF", "Niger": "NE"}
EVENT_TYPES = {"1": "VIOL.CLASH", "2": "VIOL.CLASH", "3": "VIOL.CIV_ATTACK"}
ONE_SIDED = "3"

AREA_KEY = ("dataset", "area", "grid_cell", "event_type", "civilian_harm", "month", "known_month")
AREA_SUMS = ("n", "n_deadly", "best", "low", "high", "deaths_civilians")
PAIR_KEY = ("dataset", "area", "actor", "other_actor", "same_side", "month", "known_month")
PAIR_SUMS = ("n", "best", "low", "high", "deaths_civilians")

MONTHLY_SINCE = date(2018, 1, 1)
MONTHLY_DAY = 20
YEARLY_MONTH = 6

Row = Mapping[str, str]
AreaNames = Mapping[tuple[str, str], str]
Cell = dict[str, str | float]


def known_from(end: date) -> date:
    """Day from which an event that ended on `end` is known, by the release calendar of UCDP.

    Monthly candidate releases cover events since 2018: the 20th of the next month. Before that only
    the yearly release did: June of the next year.
    """
    if end < MONTHLY_SINCE:
        return date(end.year + 1, YEARLY_MONTH, 1)
    if end.month == 12:
        return date(end.year + 1, 1, MONTHLY_DAY)
    return date(end.year, end.month + 1, MONTHLY_DAY)


def shares_by_month(start: date, end: date) -> dict[date, Fraction]:
    """Share of the days from `start` to `end` (both counted) that fall into each month."""
    days = (end - start).days + 1
    shares: dict[date, Fraction] = {}
    month = start.replace(day=1)
    while month <= end:
        last = month.replace(day=monthrange(month.year, month.month)[1])
        covered = (min(last, end) - max(month, start)).days + 1
        shares[month] = Fraction(covered, days)
        month = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    return shares


@dataclass(frozen=True)
class Deaths:
    """Deaths of one event with the range widened where the file breaks low <= best <= high."""

    best: int
    low: int
    high: int
    civilians: int

    @classmethod
    def of(cls, row: Row) -> "Deaths":
        best = int(row["best"])
        return cls(
            best=best,
            low=min(int(row["low"]), best),
            high=max(int(row["high"]), best),
            civilians=int(row["deaths_civilians"]),
        )

    def pair_sums(self) -> tuple[int, ...]:
        return (1, self.best, self.low, self.high, self.civilians)

    def area_sums(self) -> tuple[int, ...]:
        return (1, int(self.best > 0), self.best, self.low, self.high, self.civilians)


def load_area_names(folder: Path = DEMO_DATA) -> dict[tuple[str, str], str]:
    """(country, UCDP name of the admin-1 area) -> area key, from areas.json."""
    areas = json.loads((folder / "areas.json").read_text(encoding="utf-8"))
    countries = {key: name for name, key in COUNTRY_AREAS.items()}
    return {
        (countries[area["parent"]], name): area["key"]
        for area in areas
        if area["level"] == 1
        for name in area["dataset_names"].get(DATASET, [])
    }


def area_of(row: Row, names: AreaNames) -> str:
    """Key of the admin-1 area; the country's key for a row without one (unallocated)."""
    if not row["adm_1"]:
        return COUNTRY_AREAS[row["country"]]
    return names[row["country"], row["adm_1"]]


def is_civilian_harm(row: Row) -> bool:
    return row["type_of_violence"] == ONE_SIDED or int(row["deaths_civilians"]) > 0


def actor_key(ucdp_id: str) -> str:
    return f"ucdp:{ucdp_id}"


def single_names(rows: Iterable[Row]) -> dict[str, str]:
    """Name -> UCDP id of every side that names one actor."""
    return {
        row[f"side_{side}"]: row[f"side_{side}_new_id"]
        for row in rows
        for side in "ab"
        if ", " not in row[f"side_{side}"]
    }


def pairs_of(row: Row, ids: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """(actor, other actor, same side) of one event, ends ordered by their bytes.

    The two sides oppose each other; a side that names several groups keeps its own id there. Groups
    named together on one side are a same-side pair where each has an id of its own in the file.
    """
    ends = sorted((actor_key(row["side_a_new_id"]), actor_key(row["side_b_new_id"])))
    yield ends[0], ends[1], False
    for side in "ab":
        members = sorted(
            actor_key(ids[name])
            for name in row[f"side_{side}"].split(", ")
            if ", " in row[f"side_{side}"] and name in ids
        )
        for position, first in enumerate(members):
            for second in members[position + 1 :]:
                yield first, second, True


def rollups(rows: Iterable[Row], names: AreaNames | None = None) -> tuple[list[Cell], list[Cell]]:
    """(cell_area, cell_pair) of UCDP GED rows, sorted by key.

    Events over several days are spread evenly over their days, so counts are not whole numbers. Each
    sum is kept as an exact fraction and rounded to a float once: the order of the rows does not matter.
    An event is known as a whole, by its last day, also in the earlier months it is spread over.
    """
    rows = list(rows)
    names = load_area_names() if names is None else names
    ids = single_names(rows)
    areas: dict[tuple[str, ...], list[Fraction]] = defaultdict(lambda: [Fraction(0)] * len(AREA_SUMS))
    pairs: dict[tuple[str, ...], list[Fraction]] = defaultdict(lambda: [Fraction(0)] * len(PAIR_SUMS))
    for row in rows:
        start, end = date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
        known_month = known_from(end).replace(day=1).isoformat()
        area, deaths = area_of(row, names), Deaths.of(row)
        kind = (row["priogrid_gid"], EVENT_TYPES[row["type_of_violence"]], _flag(is_civilian_harm(row)))
        for month, share in shares_by_month(start, end).items():
            period = (month.isoformat(), known_month)
            _add(areas[(DATASET, area, *kind, *period)], deaths.area_sums(), share)
            for actor, other, same_side in pairs_of(row, ids):
                key = (DATASET, area, actor, other, _flag(same_side), *period)
                _add(pairs[key], deaths.pair_sums(), share)
    return _table(areas, AREA_KEY, AREA_SUMS), _table(pairs, PAIR_KEY, PAIR_SUMS)


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _add(sums: list[Fraction], values: tuple[int, ...], share: Fraction) -> None:
    for position, value in enumerate(values):
        sums[position] += value * share


def _table(
    cells: Mapping[tuple[str, ...], list[Fraction]], key_columns: tuple[str, ...], sum_columns: tuple[str, ...]
) -> list[Cell]:
    return [
        {**dict(zip(key_columns, key, strict=True)), **dict(zip(sum_columns, map(float, sums), strict=True))}
        for key, sums in sorted(cells.items())
    ]


def shortest(value: str | float) -> str:
    """Shortest text that reads back as the same number; a text as it is."""
    if isinstance(value, str):
        return value
    return str(int(value)) if value.is_integer() else repr(value)


def write(cells: list[Cell], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(cells[0])
        writer.writerows([shortest(value) for value in cell.values()] for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make cell_area.csv and cell_pair.csv.")
    parser.add_argument("data_folder", type=Path)
    parser.add_argument("--output", type=Path, default=DEMO_DATA)
    options = parser.parse_args()
    with (options.data_folder / SOURCE_FILE).open(encoding="utf-8-sig", newline="") as file:
        cell_area, cell_pair = rollups(csv.DictReader(file))
    write(cell_area, options.output / "cell_area.csv")
    write(cell_pair, options.output / "cell_pair.csv")
    print(f"{len(cell_area)} rows of cell_area, {len(cell_pair)} rows of cell_pair")


if __name__ == "__main__":
    main()

"""UCDP Georeferenced Event Dataset, as its yearly and candidate files and its country pages write it.

Accepts 49 columns (yearly and candidate files), 47 (country pages: best_est, low_est, high_est, US dates, a comma at
the end of each row) and files between the two. Columns are matched by name, in any order.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text import clean
from world.importers.calendars import ucdp_known_from, ucdp_released
from world.importers.cells import (
    BadCell,
    Reader,
    between,
    day,
    decimal,
    iso_day,
    or_empty,
    positive,
    whole,
)
from world.importers.gw_countries import ISO2_OF_GW
from world.importers.issues import ERROR, INFO, WARNING, Issue
from world.importers.profile import Columns, Fact, Key, Profile, Side, register
from world.importers.reading import Refused

CODE = "ucdp-ged"
ALIASES = {"best_est": "best", "high_est": "high", "low_est": "low"}
NEEDED = (
    "id", "type_of_violence", "side_a_new_id", "side_a", "side_b_new_id", "side_b", "dyad_name", "where_prec",
    "where_coordinates", "adm_1", "latitude", "longitude", "priogrid_gid", "country_id", "date_prec", "date_start",
    "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip
OPTIONAL = (
    "relid", "year", "active_year", "code_status", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "side_a_dset_id", "side_b_dset_id", "number_of_sources", "source_article",
    "source_office", "source_date", "source_headline", "source_original", "where_description", "adm_2", "geom_wkt",
    "country", "region", "event_clarity", "gwnoa", "gwnob",
)  # fmt: skip
# Legacy ids, and columns that only the yearly file has: they make no other fact, so they make no other content.
NOT_CONTENT = frozenset(
    {"conflict_dset_id", "dyad_dset_id", "side_a_dset_id", "side_b_dset_id", "geom_wkt", "gwnoa", "gwnob"}
)
HASH_VERSION = "ucdp-ged/1"

CLASH = "VIOL.CLASH"
ATTACK = "VIOL.CIV_ATTACK"
CIVILIANS = "1"
EVENT_TYPES = {1: CLASH, 2: CLASH, 3: ATTACK}
STATE_BASED, ONE_SIDED = 1, 3
LONGEST_DAYS = 1100
MOST_DEATHS = 10_000_000
MAX_NAME = 200
MAX_TITLE = 300

_PROVISIONAL = re.compile(r"XXX\d*", re.ASCII)


def coded(text: str) -> str:
    """An id of UCDP, as text without leading zeros; or a provisional code such as XXX482."""
    if _PROVISIONAL.fullmatch(text):
        return text
    return str(positive(text))


def legacy(text: str) -> str:
    """An id that is not used. Damage to it tells that a spreadsheet saved the file."""
    try:
        whole(text)
    except BadCell as error:
        if error.code == "spreadsheet_damage":
            raise
    return text


def named(text: str) -> str:
    """A name that is not empty."""
    name = clean(text)[:MAX_NAME]
    if not name:
        raise BadCell("empty", _("The cell is empty."))
    return name


# Most cells repeat from row to row, so what they mean is remembered; ids and points do not repeat.
_remembered = lru_cache(maxsize=8192)
_tidy = _remembered(clean)
_code = _remembered(coded)
_name = _remembered(named)
_day = _remembered(day)
_deaths = _remembered(between(0, MOST_DEATHS))
_legacy = _remembered(legacy)
READERS: dict[str, Reader] = {
    "id": positive,
    "type_of_violence": _remembered(between(1, 3)),
    "side_a_new_id": _code,
    "side_a": _name,
    "side_b_new_id": _code,
    "side_b": _name,
    "where_prec": _remembered(or_empty(between(1, 7))),
    "latitude": or_empty(decimal(-90, 90)),
    "longitude": or_empty(decimal(-180, 180)),
    "priogrid_gid": _remembered(or_empty(between(1, 2_000_000_000))),
    "country_id": _remembered(positive),
    "date_prec": _remembered(between(1, 5)),
    "date_start": _day,
    "date_end": _day,
    **dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"), _deaths),
    "year": _remembered(or_empty(between(1946, 2100))),
    "conflict_new_id": _remembered(or_empty(coded)),
    "dyad_new_id": _remembered(or_empty(coded)),
    "event_clarity": _remembered(or_empty(between(1, 2))),
    **dict.fromkeys(("conflict_dset_id", "dyad_dset_id", "side_a_dset_id", "side_b_dset_id"), _legacy),
}


class GedColumns(Columns):
    """The columns of one UCDP file."""

    def __init__(self, header: Sequence[str]):
        self.width = len(header)
        self.names = [ALIASES.get(name.strip().lower(), name.strip().lower()) for name in header]
        self._refuse_misfits()
        self.issues = self._remarks()
        places = {name: position for position, name in enumerate(self.names)}
        known = [name for name in (*NEEDED, *OPTIONAL) if name in places]
        content = [name for name in known if name not in NOT_CONTENT and not name.startswith("date_")]
        self.known = known
        self._known_cells = itemgetter(*(places[name] for name in known))
        self._content_cells = itemgetter(*(places[name] for name in content))
        self._id, self._country = places["id"], places["country_id"]
        self._days = (places["date_start"], places["date_end"], places["date_prec"])
        self._readers = [(places[name], name, READERS[name]) for name in known if name in READERS]

    def _refuse_misfits(self) -> None:
        doubled = sorted(name for name, count in Counter(self.names).items() if count > 1 and name)
        if doubled:
            raise Refused(
                _("Columns stand twice in the file: %(names)s. Import the file as downloaded.")
                % {"names": ", ".join(doubled)[:500]},
                code="doubled_columns",
                field=doubled[0],
            )
        missing = [name for name in NEEDED if name not in self.names]
        if missing:
            raise Refused(
                _("This is not a UCDP GED file, or columns were removed. Missing: %(names)s.")
                % {"names": ", ".join(missing)},
                code="missing_columns",
                field=missing[0],
            )

    def _remarks(self) -> list[Issue]:
        known = {*NEEDED, *OPTIONAL}
        return [
            Issue("spare_column", _("This column is not part of UCDP GED; it is left out."), INFO, 1, name)
            for name in self.names
            if name not in known and name
        ]

    def key(self, cells: Sequence[str]) -> Key:
        if len(cells) < self.width:
            return (cells[self._id].lstrip("0") if self._id < len(cells) else "", "", "")
        start, end, precision = self._days
        content = (
            HASH_VERSION, *self._content_cells(cells), iso_day(cells[start]), iso_day(cells[end]), cells[precision],
        )  # fmt: skip
        digest = hashlib.sha256("\x1f".join(content).encode()).hexdigest()
        return cells[self._id].removesuffix(".0").lstrip("0"), digest, cells[self._country]

    def parse(self, row: int, cells: Sequence[str]) -> tuple[Fact | None, list[Issue]]:
        issue = self._shape(row, cells)
        if issue:
            return None, [issue]
        values: dict[str, Any] = {}
        issues: list[Issue] = []
        for position, name, reader in self._readers:
            try:
                values[name] = reader(cells[position])
            except BadCell as error:
                issues.append(Issue(error.code, error.message, ERROR, row, name))
        if not issues:
            issues = _contradictions(row, values)
        if any(issue.severity == ERROR for issue in issues):
            return None, issues
        payload = dict(zip(self.known, self._known_cells(cells), strict=True))
        return _fact(row, payload, values, tuple(issue.code for issue in issues)), issues

    def _shape(self, row: int, cells: Sequence[str]) -> Issue | None:
        if len(cells) < self.width:
            message = _("The row was cut: it has %(found)d cells instead of %(wanted)d.")
            return Issue("cut_row", message % {"found": len(cells), "wanted": self.width}, ERROR, row)
        if any(cells[self.width :]):
            message = _("The row has %(found)d cells, the header only %(wanted)d.")
            return Issue("long_row", message % {"found": len(cells), "wanted": self.width}, ERROR, row)
        return None


def _contradictions(row: int, values: dict[str, Any]) -> list[Issue]:
    """Cells that are right alone and wrong together. Most are warnings: the dataset itself has such rows."""
    found = []
    start, end = values["date_start"], values["date_end"]
    if end < start:
        found.append(Issue("dates_swapped", _("date_end lies before date_start."), ERROR, row, "date_end"))
    elif (end - start).days > LONGEST_DAYS:
        found.append(Issue("date_span", _("The event spans more than three years."), ERROR, row, "date_end"))
    if (values["latitude"] is None) != (values["longitude"] is None):
        found.append(
            Issue("half_a_point", _("Latitude and longitude come together or not at all."), ERROR, row, "latitude")
        )
    if not values["low"] <= values["best"] <= values["high"]:
        message = _("low, best and high are not in order; sums widen the range so that it holds best.")
        found.append(Issue("range_broken", message, WARNING, row, "best"))
    parts = values["deaths_a"] + values["deaths_b"] + values["deaths_civilians"] + values["deaths_unknown"]
    if parts != values["best"]:
        message = _("The deaths by group sum to %(sum)d, best says %(best)d; best is used.")
        found.append(Issue("deaths_differ", message % {"sum": parts, "best": values["best"]}, WARNING, row, "best"))
    year = values.get("year")
    if year is not None and not start.year <= year <= end.year:
        message = _("The year %(year)d lies outside the event's dates; the dates are used.")
        found.append(Issue("year_differs", message % {"year": year}, WARNING, row, "year"))
    return found


def _fact(row: int, payload: dict[str, str], values: dict[str, Any], warnings: Sequence[str]) -> Fact:
    kind, end = values["type_of_violence"], values["date_end"]
    place = _tidy(payload["where_coordinates"])[:MAX_NAME]
    dyad = _tidy(payload["dyad_name"]) or f"{values['side_a']} - {values['side_b']}"
    return Fact(
        row=row,
        external_id=str(values["id"]),
        payload=payload,
        start=values["date_start"],
        end=end,
        date_prec=values["date_prec"],
        known_from=ucdp_known_from(end),
        event_type=EVENT_TYPES[kind],
        title=(f"{dyad}, {place}" if place else dyad)[:MAX_TITLE],
        summary=clean(payload.get("where_description", "")),
        place=place,
        country=values["country_id"],
        country_name=_tidy(payload.get("country", ""))[:MAX_NAME],
        state_based=kind == STATE_BASED,
        admin1=_tidy(payload["adm_1"])[:MAX_NAME],
        admin2=_tidy(payload.get("adm_2", ""))[:MAX_NAME],
        latitude=values["latitude"],
        longitude=values["longitude"],
        where_prec=values["where_prec"],
        grid_cell=values["priogrid_gid"],
        best=values["best"],
        low=values["low"],
        high=values["high"],
        civilians=values["deaths_civilians"],
        clarity=values.get("event_clarity"),
        warnings=warnings,
        sides=_sides(kind, values),
    )


def _sides(kind: int, values: dict[str, Any]) -> list[Side]:
    """Side A acts on side B in one-sided violence only; in the other types the order says nothing."""
    roles = ("perpetrator", "target") if kind == ONE_SIDED else ("side_a", "side_b")
    sides: list[Side] = []
    for role, letter in zip(roles, "ab", strict=True):
        ucdp, label = values[f"side_{letter}_new_id"], values[f"side_{letter}"]
        if ucdp.startswith("XXX"):
            # A provisional code has no actor behind it, so the names are all that there is.
            sides += [Side(role, letter, None, name) for name in dict.fromkeys(label.split(", "))]
        else:
            sides.append(Side(role, letter, ucdp, label))
    return sides


def actor_kind(ucdp: str, label: str, fights_a_state: bool) -> str:
    """Kind of an actor that the file brings: from its name, and from whom it fights; unknown otherwise."""
    if ucdp == CIVILIANS:
        return "civilians"
    if label.startswith("Government of "):
        return "state"
    return "rebel" if fights_a_state else "unknown"


PROFILE = Profile(
    code=CODE,
    dataset=CODE,
    name="UCDP Georeferenced Event Dataset",
    actor_system="ucdp",
    known_rule=gettext_lazy(
        "Reconstructed from the release calendar of UCDP: an event since 2018 is known from the 20th of the month "
        "after its last day, an earlier one from 1 June of the next year."
    ),
    changed_rule=gettext_lazy(
        "A row that differs in a later vintage revises the event: its old state is kept and holds until the release "
        "of the new one. A row that differs in the same vintage corrects it. A row of an older vintage goes to the "
        "past only."
    ),
    missing_rule=gettext_lazy(
        "Events of the file's countries that are not in the file are counted and listed; they are not retracted."
    ),
    actor_rule=gettext_lazy(
        "UCDP ids are authoritative: an actor that the team does not have is created under its UCDP id and reported. "
        "Provisional codes (XXX) create nobody."
    ),
    columns=GedColumns,
    released=ucdp_released,
    dataset_fields={
        "name": "UCDP Georeferenced Event Dataset",
        "kind": "events",
        "licence": "CC BY 4.0",
        "attribution": (
            "Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset, CC BY 4.0. Davies, Engström, "
            "Pettersson and Öberg (2024), Journal of Peace Research 61(4); Sundberg and Melander (2013), Journal of "
            "Peace Research 50(4). Changed: dates, sides and places brought into this product's form."
        ),
        "redistributable": True,
        "release_calendar": "ucdp",
        "reconstructed": True,
    },
    event_types={
        CLASH: {"en": "Armed clash", "fr": "Affrontement armé"},
        ATTACK: {"en": "Attack on civilians", "fr": "Attaque contre des civils"},
    },
    country_code=ISO2_OF_GW.get,
    actor_kind=actor_kind,
)
register(PROFILE)

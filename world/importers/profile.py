"""What an importer says about its format: columns, calendar, and the policies that decide what is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from world.importers.issues import Issue


@dataclass(frozen=True)
class Side:
    """One side of an event as the source names it; `actor` is the source's id, None where it has none."""

    role: str
    side: str
    actor: str | None
    label: str


@dataclass(slots=True)
class Fact:
    """One accepted row: the event as the source states it."""

    row: int
    external_id: str
    payload: Mapping[str, str]
    start: date
    end: date
    date_prec: int
    known_from: date
    event_type: str
    title: str
    summary: str
    place: str
    country: int
    country_name: str
    state_based: bool
    admin1: str
    admin2: str
    latitude: float | None
    longitude: float | None
    where_prec: int | None
    grid_cell: int | None
    best: int
    low: int
    high: int
    civilians: int
    clarity: int | None
    warnings: Sequence[str]
    sides: Sequence[Side]


Key = tuple[str, str, str]


class Columns:
    """How the columns of one file serve a profile: made from its header, refused by name where it does not fit."""

    names: Sequence[str]
    issues: Sequence[Issue]

    def key(self, cells: Sequence[str]) -> Key:
        """What the diff needs of a row before it is parsed: its id, the SHA-256 of its content, its country."""
        raise NotImplementedError

    def parse(self, row: int, cells: Sequence[str]) -> tuple[Fact | None, list[Issue]]:
        """The row as a fact, or None; and what there is to say about it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Profile:
    """A format that can be imported, with its stated rules. Texts are shown with the dataset and in the method annex."""

    code: str
    dataset: str
    name: str
    actor_system: str
    known_rule: Promise
    changed_rule: Promise
    missing_rule: Promise
    actor_rule: Promise
    columns: Callable[[Sequence[str]], Columns]
    released: Callable[[str], date]
    dataset_fields: Mapping[str, Any]
    event_types: Mapping[str, Mapping[str, str]]
    country_code: Callable[[int], str | None]
    actor_kind: Callable[[str, str, bool], str]


PROFILES: dict[str, Profile] = {}


def register(profile: Profile) -> None:
    """Called once for each format."""
    PROFILES[profile.code] = profile

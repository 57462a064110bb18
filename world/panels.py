"""Monthly figures of violence as known on a cut-off, for scores, charts and briefs. The only user of pandas here.

A panel sums the two roll-ups over whole months. Of a cut-off inside a month the roll-ups cover the months of knowledge
before, and what became known or ceased to hold since is read from the events by the index on their day of knowledge;
monthly figures without events behind them stay those of the last whole month of knowledge.

Missing is never zero: each reading says why it has no value, and zero stands only inside observed time and area.
"""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, Self
from uuid import UUID

import pandas as pd
from django.db.models import Q

from accounts.models import Team
from world.contributions import (
    AREA_SUMS,
    PAIR_SUMS,
    STATE,
    add_months,
    area_sums,
    counts,
    first_of,
    harms_civilians,
    last_of,
    pair_sums,
    pairs_of,
    spread,
)
from world.models import (
    Actor,
    ActorExternalId,
    AdminArea,
    CellArea,
    CellPair,
    Dataset,
    EventKnown,
    EventType,
    Handling,
    ImportBatch,
)
from world.selectors.coverage import covered, last_complete_month
from world.selectors.identity import names_in_source

POLITICAL_VIOLENCE = ("VIOL.*",)
NOT_POLITICAL = ("VIOL.LOOT",)
OLDEST_MONTHS = 3
NO_GROUPS = (Actor.Kind.STATE, Actor.Kind.STATE_FORCE, Actor.Kind.CIVILIANS, Actor.Kind.PEACE_OPERATION)
COUNTED = Q(batch__isnull=True) | Q(batch__outcome=ImportBatch.Outcome.COMMITTED)
# Deltas that cancel leave rounding of this size; it is no event.
DUST = 1e-9

AREA_COLUMNS = ["area", "grid_cell", "type", "civilian_harm", "month", *AREA_SUMS, "cell"]
PAIR_COLUMNS = ["area", "actor", "other", "same_side", "month", *PAIR_SUMS, "cell"]


@dataclass(frozen=True)
class Reading:
    """One figure with its band, or the reason why there is none. `cells`: the roll-up rows behind it."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    missing: str = ""
    cells: tuple[int, ...] = field(default=(), repr=False)


@dataclass
class Panel:
    """One dataset as known on `cutoff`, for the `months` before the reference date `at`. Reads each table once."""

    team: Team
    dataset: Dataset
    at: date
    cutoff: date
    months: int
    last: date | None
    since: date | None
    areas: Mapping[int, AdminArea]

    @classmethod
    def read(cls, team: Team, dataset: str, *, at: date, cutoff: date, months: int = 15) -> Self:
        """The panel of a dataset code. Raises Dataset.DoesNotExist."""
        row = Dataset.objects.get(team=team, code=dataset)
        return cls(
            team=team,
            dataset=row,
            at=at,
            cutoff=cutoff,
            months=months,
            last=last_complete_month(team, dataset, at=at, cutoff=cutoff),
            since=covered(row)[0],
            areas={area.pk: area for area in AdminArea.objects.filter(team=team).defer("outline")},
        )

    @property
    def data_to(self) -> date | None:
        """The last day of the data: what every result prints."""
        return last_of(self.last) if self.last else None

    def why_missing(self, months: int) -> str:
        """The reason why no window of `months` can be read; empty where it can."""
        if self.last is None or self.since is None:
            return "no_data"
        if (self.at.year - self.last.year) * 12 + self.at.month - self.last.month > OLDEST_MONTHS:
            return "data_too_old"
        if add_months(self.last, 1 - months) < self.since:
            return "window_before_data"
        return ""

    @cached_property
    def cells(self) -> pd.DataFrame:
        """One row for each cell of the area roll-up in the window; `area` is a p-code, `type` a code."""
        codes = dict(EventType.objects.filter(team=self.team).values_list("pk", "code"))
        names = ("area_id", "grid_cell", "event_type_id", "civilian_harm", "month", *AREA_SUMS, "pk")
        rows = list(self._rolled(CellArea).values_list(*names)) + self._since_month_end(_area_parts, codes)
        frame = pd.DataFrame(rows, columns=AREA_COLUMNS)
        return frame.assign(
            area=[self.areas[pk].pcode for pk in frame["area"]], type=[codes[pk] for pk in frame["type"]]
        )

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """One row for each cell of the pair roll-up in the window; actors by slug, under their latest identity."""
        names = ("area_id", "actor_id", "other_actor_id", "same_side", "month", *PAIR_SUMS, "pk")
        rows = list(self._rolled(CellPair).values_list(*names))
        known = names_in_source(self.team.pk, self.dataset.code)
        rows += self._since_month_end(_pair_parts, known)
        frame = pd.DataFrame(rows, columns=PAIR_COLUMNS)
        slugs = {pk: actor.slug for pk, actor in self.actors.items()}
        return frame.assign(
            area=[self.areas[pk].pcode for pk in frame["area"]],
            actor=[slugs[pk] for pk in frame["actor"]],
            other=[slugs[pk] for pk in frame["other"]],
        )

    @cached_property
    def actors(self) -> dict[UUID, Actor]:
        """Each actor under the identity that it has now: a merged record stands for the one it went into."""
        rows = {actor.pk: actor for actor in Actor.objects.filter(team=self.team)}
        return {pk: _latest(actor, rows) for pk, actor in rows.items()}

    @cached_property
    def observed_actors(self) -> set[str]:
        """Slugs of the actors that the dataset's system knows; others cannot be seen in it at all."""
        system = self.dataset.code.partition("-")[0]
        keys = ActorExternalId.objects.filter(team=self.team, system=system).values_list("actor", flat=True)
        return {self.actors[key].slug for key in keys}

    def _window(self) -> tuple[date, date]:
        if self.last is None:
            return date.min, date.min
        return add_months(self.last, 1 - self.months), self.last

    def _whole_month_known(self) -> date:
        month = first_of(self.cutoff)
        return month if self.cutoff == last_of(month) else add_months(month, -1)

    def _rolled(self, model: Any) -> Any:
        known = self._whole_month_known()
        rows = model.objects.filter(COUNTED, dataset=self.dataset, month__range=self._window(), known_month__lte=known)
        return rows.order_by("pk")

    def _since_month_end(self, parts: Callable[..., list[tuple[Any, ...]]], names: Mapping[Any, Any]) -> list[Any]:
        """What became known, or ceased to hold, in the part of a month before the cut-off."""
        start = add_months(self._whole_month_known(), 1)
        if start > self.cutoff or self.last is None:
            return []
        days = (start, self.cutoff)
        first, last = self._window()
        events = (
            EventKnown.objects.filter(team=self.team, dataset=self.dataset)
            .exclude(handling=Handling.RESTRICTED)
            .filter(date_start__lte=last_of(last), date_end__gte=first)
        )
        edges = [(1, events.filter(known_from__range=days)), (-1, events.filter(known_to__range=days))]
        return [
            row
            for sign, states in edges
            for state in states.order_by("id", "known_from").values(*STATE)
            if counts(state)
            for month, share in spread(state["date_start"], state["date_end"])
            if first <= month <= last
            for row in parts(state, month, sign * share, names)
        ]

    def inside(self, area: str) -> set[str]:
        """The p-codes of an area and of what lies in it."""
        below = {row.pcode for row in self.areas.values() if row.parent_id and self._parents(row) & {area}}
        return {area, *below}

    def _parents(self, area: AdminArea) -> set[str]:
        found = set()
        while area.parent_id:
            area = self.areas[area.parent_id]
            found.add(area.pcode)
        return found

    def _readable(self, area: str, months: int) -> str:
        if why := self.why_missing(months):
            return why
        coded = self.inside(area) - self._uncoded
        return "" if coded else "area_without_code"

    @cached_property
    def _uncoded(self) -> set[str]:
        return {row.pcode for row in self.areas.values() if not row.dataset_names.get(self.dataset.code)}

    def _part(self, frame: pd.DataFrame, area: str, months: int, skip: int = 0) -> pd.DataFrame:
        """Rows of an area in the `months` that end `skip` months before the last."""
        if self.last is None:
            return frame.iloc[0:0]
        last = add_months(self.last, -skip)
        inside = frame["area"].isin(self.inside(area)) & frame["month"].between(add_months(last, 1 - months), last)
        return frame[inside]

    def deaths(
        self,
        area: str,
        months: int = 12,
        *,
        types: Collection[str] = POLITICAL_VIOLENCE,
        but: Collection[str] = NOT_POLITICAL,
    ) -> Reading:
        """Deaths of events of these types in the area and window: best, low and high."""
        if why := self._readable(area, months):
            return Reading(missing=why)
        rows = _of_types(self._part(self.cells, area, months), types, but)
        return Reading(_sum(rows["best"]), _sum(rows["low"]), _sum(rows["high"]), cells=_cells(rows))

    def events(
        self,
        area: str,
        months: int = 12,
        *,
        types: Collection[str] = POLITICAL_VIOLENCE,
        but: Collection[str] = NOT_POLITICAL,
    ) -> Reading:
        """Number of events of these types; long ones count by the share of their days in the window."""
        if why := self._readable(area, months):
            return Reading(missing=why)
        rows = _of_types(self._part(self.cells, area, months), types, but)
        return Reading(_sum(rows["n"]), cells=_cells(rows))

    def civilian_harm(self, area: str, months: int = 12) -> Reading:
        """Number of events that harmed civilians, by type or because civilians died."""
        if why := self._readable(area, months):
            return Reading(missing=why)
        rows = self._part(self.cells, area, months)
        rows = rows[rows["civilian_harm"].astype(bool)]
        return Reading(_sum(rows["n"]), cells=_cells(rows))

    def active_groups(self, area: str, months: int = 12, *, least: float = 2) -> Reading:
        """Number of non-state groups on a side of at least `least` events in the area and window."""
        if why := self._readable(area, months):
            return Reading(missing=why)
        groups = {actor.slug for actor in self.actors.values() if actor.kind not in NO_GROUPS}
        met = _both_ends(self._part(self.pairs, area, months))
        met = met[met["actor"].isin(groups)]
        active = [slug for slug, rows in met.groupby("actor") if _sum(rows["n"]) >= least - DUST]
        return Reading(float(len(active)), cells=_cells(met[met["actor"].isin(active)]))

    def momentum(self, area: str, recent: int = 3, base: int = 12, *, add: float = 0.5) -> Reading:
        """ln of the monthly rate of political violence in the recent months over that of the months before."""
        if why := self._readable(area, recent + base):
            return Reading(missing=why)
        now = _of_types(self._part(self.cells, area, recent), POLITICAL_VIOLENCE, NOT_POLITICAL)
        before = _of_types(self._part(self.cells, area, base, skip=recent), POLITICAL_VIOLENCE, NOT_POLITICAL)
        rates = _sum(now["n"]) / recent, _sum(before["n"]) / base
        value = math.log((rates[0] + add) / (rates[1] + add))
        return Reading(value, cells=_cells(pd.concat([now, before])))

    def unallocated(self, country: str, months: int = 12) -> Reading:
        """Events that the dataset places in the country but in none of its areas: they count for the country only."""
        if why := self._readable(country, months):
            return Reading(missing=why)
        rows = self._part(self.cells, country, months)
        rows = rows[rows["area"] == country]
        return Reading(_sum(rows["n"]), cells=_cells(rows))

    def together(self, one: Collection[str], other: Collection[str], months: int, *, same_side: bool) -> Reading:
        """Events with both on one side, or against each other. Each end is an actor with those that count as it."""
        if why := self.why_missing(months) or self._unseen(one, other):
            return Reading(missing=why)
        rows = self._recent_pairs(months)
        ends = rows["actor"].isin(one) & rows["other"].isin(other) | rows["actor"].isin(other) & rows["other"].isin(one)
        rows = rows[ends & (rows["same_side"].astype(bool) == same_side)]
        return Reading(_sum(rows["n"]), cells=_cells(rows))

    def active_in(self, actors: Collection[str], months: int) -> set[str]:
        """First-level areas with an event of one of these actors; a country alone does not say where."""
        met = _both_ends(self._recent_pairs(months), any_side=True)
        levels = {area.pcode: area.level for area in self.areas.values()}
        return {area for area in met[met["actor"].isin(actors)]["area"] if levels[area] > 0}

    def hostile_shares(
        self, actors: Collection[str], months: int = 12, *, but: Collection[str] = (), least: float = 5
    ) -> dict[str, float] | None:
        """Share of the actor's hostile events by armed enemy, `but` left out; None under `least` events."""
        unarmed = {actor.slug for actor in self.actors.values() if actor.kind == Actor.Kind.CIVILIANS}
        met = _both_ends(self._recent_pairs(months))
        met = met[met["actor"].isin(actors) & ~met["other"].isin({*actors, *but, *unarmed})]
        counted = {str(enemy): _sum(rows["n"]) for enemy, rows in met.groupby("other")}
        total = math.fsum(counted.values())
        return {enemy: n / total for enemy, n in counted.items()} if total >= max(least - DUST, DUST) else None

    def _recent_pairs(self, months: int) -> pd.DataFrame:
        if self.last is None:
            return self.pairs.iloc[0:0]
        return self.pairs[self.pairs["month"].between(add_months(self.last, 1 - months), self.last)]

    def _unseen(self, *ends: Collection[str]) -> str:
        return "" if all(self.observed_actors & set(end) for end in ends) else "actor_without_code"


def _latest(actor: Actor, rows: Mapping[UUID, Actor]) -> Actor:
    seen = {actor.pk}
    while actor.merged_into_id and actor.merged_into_id not in seen:
        actor = rows[actor.merged_into_id]
        seen.add(actor.pk)
    return actor


def _sum(values: "pd.Series[Any]") -> float:
    """Added exactly, whatever the order; what cancelled deltas leave is nothing."""
    total = math.fsum(values)
    return 0.0 if abs(total) < DUST else total


def _cells(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(sorted({int(cell) for cell in rows["cell"] if cell}))


def _of_types(rows: pd.DataFrame, types: Collection[str], but: Collection[str]) -> pd.DataFrame:
    wanted = {code for code in rows["type"].unique() if _fits(code, types) and not _fits(code, but)}
    return rows[rows["type"].isin(wanted)]


def _fits(code: str, patterns: Collection[str]) -> bool:
    return any(fnmatchcase(code, pattern) for pattern in patterns)


def _both_ends(pairs: pd.DataFrame, *, any_side: bool = False) -> pd.DataFrame:
    """Each pair twice, so that `actor` is once either end; only opposed ones unless `any_side`."""
    rows = pairs if any_side else pairs[~pairs["same_side"].astype(bool)]
    return pd.concat([rows, rows.rename(columns={"actor": "other", "other": "actor"})], ignore_index=True)


def _area_parts(state: Mapping[str, Any], month: date, share: float, codes: Mapping[int, str]) -> list[tuple[Any, ...]]:
    harm = harms_civilians(state, codes[state["type"]])
    sums = (share * value for value in area_sums(state))
    return [(state["area"], state["grid_cell"], state["type"], harm, month, *sums, 0)]


def _pair_parts(
    state: Mapping[str, Any], month: date, share: float, names: Mapping[str, UUID]
) -> list[tuple[Any, ...]]:
    sums = tuple(share * value for value in pair_sums(state))
    pairs = pairs_of(state["participants"], names)
    return [(state["area"], one, other, same_side, month, *sums, 0) for one, other, same_side in pairs]

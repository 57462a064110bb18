"""Events that the team keeps by hand count only where somebody declared the list complete."""

import datetime as dt

import pytest

from scenarios.loaders import freeze
from scenarios.services import set_active
from tests.factories.scenarios import AT, CUTOFF, Desk, make_area, make_dataset
from world.models import Event, EventType

pytestmark = pytest.mark.django_db
TYPES = ["POL.COUP", "POL.COUP_ATTEMPT", "POL.PURGE"]


@pytest.fixture
def kept():
    return Kept(Desk())


class Kept:
    def __init__(self, desk):
        self.desk, self.team = desk, desk.team
        self.country = make_area(self.team, "ML")
        self.region = make_area(self.team, "ML08", self.country)
        self.dataset = make_dataset(
            self.team, "timeline", kind="hand", release_calendar="entered", reconstructed=False,
            complete_until=dt.date(2024, 1, 31), complete_types=TYPES, covers_from=dt.date(2012, 1, 1),
        )  # fmt: skip
        self.coup = EventType.objects.create(team=self.team, code="POL.COUP", domain="politics", labels={"en": "Coup"})
        self.version = desk.draft("security-vacuum")
        desk.areas(self.version, self.region)
        set_active(
            version=self.version, by=desk.analyst, active={"B4": True}, reason="x",
            expected=self.version.row_version, via="ui",
        )  # fmt: skip

    def event(self, key, day, **fields):
        defaults = {"known_from": day + dt.timedelta(days=1), "area": self.country, "type": self.coup}
        return Event.objects.create(
            team=self.team, dataset=self.dataset, external_id=key, date_start=day, date_end=day,
            **{**defaults, **fields},
        )  # fmt: skip

    def cell(self, at=AT, cutoff=CUTOFF, **fields):
        frozen = freeze(version=self.version, at=at, cutoff=cutoff, viewer=self.desk.analyst, **fields)
        return next(row for row in frozen.inputs["cells"] if row["indicator"] == "B4")


def test_a_region_inherits_the_countrys_coups_of_two_years(kept):
    kept.event("a", dt.date(2022, 2, 1))
    kept.event("b", dt.date(2023, 6, 1))
    kept.event("too-old", dt.date(2022, 1, 31))
    kept.event("retracted", dt.date(2023, 6, 1), status="retracted")
    kept.event("twin", dt.date(2023, 6, 1), duplicate_of=Event.objects.get(external_id="b"))

    found = kept.cell()

    assert (found["value"], found["inherited"]) == (2, True)


def test_none_in_an_observed_window_is_zero(kept):
    assert kept.cell()["value"] == 0


def test_what_was_not_known_by_the_cut_off_does_not_count(kept):
    kept.event("a", dt.date(2023, 6, 1), known_from=dt.date(2024, 3, 1))
    assert kept.cell()["value"] == 0


@pytest.mark.parametrize(
    "fields", [{"complete_until": None}, {"complete_types": ["POL.COUP"]}, {"covers_from": dt.date(2022, 6, 1)}]
)
def test_a_list_that_nobody_declared_complete_is_missing(kept, fields):
    for name, value in fields.items():
        setattr(kept.dataset, name, value)
    kept.dataset.save()
    found = kept.cell()
    assert found["state"] == "missing"
    assert found["reason"]


def test_a_list_that_ended_too_long_ago_is_missing(kept):
    late = dt.date(2025, 6, 30)
    assert "2024-01" in kept.cell(at=late, cutoff=late)["reason"]


def test_a_list_that_is_not_loaded_is_missing(kept):
    kept.dataset.code = "other"
    kept.dataset.save()
    assert "not loaded" in kept.cell()["reason"]


def test_a_restricted_event_counts_only_for_those_who_may_see_it(kept):
    kept.event("a", dt.date(2023, 6, 1), handling="restricted")
    assert kept.cell()["value"] == 0

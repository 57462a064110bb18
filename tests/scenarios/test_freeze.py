"""What a run may know: facts by the cut-off, for the reference date, with the eyes of one person."""

import datetime as dt
import random

import pytest

import engine
from core.errors import DomainError
from scenarios.indicators.grading import beta_of
from scenarios.loaders import freeze
from scenarios.services import add_judgement, save_settings, set_active
from tests.factories.scenarios import AT, CUTOFF, Desk, make_actor, make_area, make_dataset
from world.models import (
    Actor,
    ActorLineage,
    CellArea,
    CellPair,
    Claim,
    EventType,
    HandlingGrant,
    Observation,
    Relation,
    RelationPast,
    Series,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def vacuum(desk):
    """Two regions with a code in the dataset and one without, twelve months of violence in the first."""
    return Vacuum(desk)


class Vacuum:
    def __init__(self, desk):
        self.desk, self.team = desk, desk.team
        self.dataset = make_dataset(self.team)
        self.country = make_area(self.team, "ML")
        self.north = make_area(self.team, "ML08", self.country)
        self.south = make_area(self.team, "ML01", self.country)
        self.desert = make_area(self.team, "ML-TAO", self.country, dataset_names={})
        self.clash = EventType.objects.create(team=self.team, code="VIOL.CLASH", domain="violence", labels={"en": "x"})
        self.version = desk.draft("security-vacuum")
        desk.areas(self.version, self.north, self.south, self.desert)

    def violence(self, month, n=4.0, area=None, known=None, **sums):
        defaults = {"n_deadly": n, "best": 10.0, "low": 8.0, "high": 15.0, "deaths_civilians": 0.0}
        return CellArea.objects.create(
            team=self.team,
            dataset=self.dataset,
            area=area or self.north,
            event_type=self.clash,
            civilian_harm=sums.pop("civilian_harm", False),
            month=month,
            known_month=known or (month + 40 * DAY).replace(day=1),
            n=n,
            **{**defaults, **sums},
        )

    def guardian(self, place="Kidal", start="2013-07-01", end=None, known="2013-07-02", best=100, **fields):
        mission = Actor.objects.filter(team=self.team, slug="minusma").first()
        mission = mission or make_actor(self.team, "minusma", "peace_operation")
        state = Actor.objects.filter(team=self.team, slug="state").first() or make_actor(self.team, "state", "state")
        band = {"low": 0.9 * best, "best": best, "high": 1.1 * best}
        defaults = {
            "area": self.north,
            "attributes": {"personnel": {"military": band, "police": {"low": 0, "best": 0, "high": 0}}},
        }
        return Relation.objects.create(
            team=self.team,
            subject=mission,
            object=state,
            type="deployed_in",
            key=f"minusma|deployed_in|state@{place}|{start}",
            validity=(dt.date.fromisoformat(start), dt.date.fromisoformat(end) if end else None),
            known_from=dt.date.fromisoformat(known),
            place=place,
            **{**defaults, **fields},
        )

    def freeze(self, at=AT, cutoff=CUTOFF, **fields):
        self.version.refresh_from_db()
        asked = {"version": self.version, "at": at, "cutoff": cutoff, "viewer": self.desk.analyst}
        return freeze(**{**asked, **fields})


def cell(frozen, alternative, indicator):
    return next(
        row for row in frozen.inputs["cells"] if (row["alternative"], row["indicator"]) == (alternative, indicator)
    )


def months(first, count):
    place = first.year * 12 + first.month - 1
    return [dt.date((place + step) // 12, (place + step) % 12 + 1, 1) for step in range(count)]


def test_deaths_of_twelve_whole_months_carry_their_band(vacuum):
    for month in months(dt.date(2022, 12, 1), 13):
        vacuum.violence(month)

    found = cell(vacuum.freeze(), "ML08", "C1")

    assert (found["value"], found["low"], found["high"]) == (120, 96, 180)
    assert found["spread"] == {"kind": "events", "dataset": "ucdp-ged"}


def test_zero_is_a_value_inside_observed_months_and_areas(vacuum):
    found = cell(vacuum.freeze(), "ML01", "C1")
    assert (found["state"], found["value"]) == ("value", 0)


def test_an_area_without_a_code_is_missing_not_zero(vacuum):
    frozen = vacuum.freeze()
    for indicator in ("C1", "C2", "C4", "C5"):
        found = cell(frozen, "ML-TAO", indicator)
        assert found["state"] == "missing"
        assert "no code for this area" in found["reason"]


@pytest.mark.parametrize("indicator", ["C1", "C2", "C4", "C5"])
def test_violence_is_missing_eighteen_months_after_the_data_end(vacuum, indicator):
    vacuum.violence(dt.date(2023, 12, 1))
    late = dt.date(2025, 6, 30)

    found = cell(vacuum.freeze(at=late, cutoff=late), "ML08", indicator)

    assert found["state"] == "missing"
    assert "value" not in found
    assert "2023-12" in found["reason"]


@pytest.mark.parametrize(("at", "state"), [(dt.date(2024, 3, 31), "value"), (dt.date(2024, 4, 30), "missing")])
def test_data_may_be_three_months_old_and_no_more(vacuum, at, state):
    assert cell(vacuum.freeze(at=at, cutoff=at), "ML08", "C1")["state"] == state


def test_a_window_that_begins_before_the_data_is_missing(vacuum):
    vacuum.dataset.covers_from = dt.date(2022, 11, 1)
    vacuum.dataset.save()
    frozen = vacuum.freeze()
    assert cell(frozen, "ML08", "C1")["state"] == "value"
    assert cell(frozen, "ML08", "C5")["state"] == "missing"


def test_a_dataset_that_is_not_loaded_is_missing(vacuum):
    vacuum.dataset.code = "other"
    vacuum.dataset.save()
    assert "not loaded" in cell(vacuum.freeze(), "ML08", "C1")["reason"]


def test_what_became_known_after_the_cut_off_is_not_used(vacuum):
    vacuum.violence(dt.date(2023, 6, 1), known=dt.date(2023, 7, 1))
    vacuum.violence(dt.date(2023, 6, 1), known=dt.date(2024, 2, 1), best=90.0, high=90.0)

    assert cell(vacuum.freeze(cutoff=dt.date(2024, 1, 31)), "ML08", "C1")["value"] == 10
    assert cell(vacuum.freeze(), "ML08", "C1")["value"] == 100


def test_as_of_an_earlier_day_sees_neither_later_months_nor_later_knowledge(vacuum):
    for month in months(dt.date(2023, 1, 1), 12):
        vacuum.violence(month)
    day = dt.date(2023, 7, 31)

    found = cell(vacuum.freeze(at=day, cutoff=day), "ML08", "C1")

    assert found["value"] == 60  # January to June: July is out on 20 August


def test_groups_count_from_two_events_and_states_never(vacuum):
    people = [make_actor(vacuum.team, slug, kind) for slug, kind in (("a", "rebel"), ("b", "rebel"), ("s", "state"))]
    one, two, state = people
    for other, n in ((one, 2.0), (two, 1.0)):
        ends = sorted((other, state), key=lambda actor: actor.pk)
        CellPair.objects.create(
            team=vacuum.team, dataset=vacuum.dataset, area=vacuum.north, actor=ends[0], other_actor=ends[1],
            same_side=False, month=dt.date(2023, 11, 1), known_month=dt.date(2023, 12, 1), n=n,
            best=0, low=0, high=0, deaths_civilians=0,
        )  # fmt: skip
    assert cell(vacuum.freeze(), "ML08", "C4")["value"] == 1


def test_guardians_lost_are_a_share_of_the_baseline_and_zero_when_all_stay(vacuum):
    vacuum.guardian("Kidal", best=300)
    vacuum.guardian("Tessalit", best=100)
    frozen = vacuum.freeze()
    assert cell(frozen, "ML08", "A1")["value"] == 0
    assert cell(frozen, "ML08", "A2")["value"] == 0


def test_a_site_that_closed_counts_by_its_strength_and_as_a_site(vacuum):
    vacuum.guardian("Kidal", best=300, end="2023-10-31", known="2023-11-01")
    vacuum.guardian("Tessalit", best=100)
    frozen = vacuum.freeze()
    assert cell(frozen, "ML08", "A1")["value"] == pytest.approx(75)
    assert cell(frozen, "ML08", "A2")["value"] == 50


def test_a_region_without_a_guardian_baseline_is_not_applicable(vacuum):
    vacuum.guardian("Kidal")
    found = cell(vacuum.freeze(), "ML01", "A1")
    assert found["state"] == "not_applicable"
    assert found["reason"]


def test_without_any_known_deployment_the_loss_is_missing(vacuum):
    assert cell(vacuum.freeze(), "ML08", "A1")["state"] == "missing"


def test_a_replay_sees_the_state_of_a_relation_that_was_known_then(vacuum):
    row = vacuum.guardian("Kidal", end="2023-10-31", known="2023-11-01")
    state = {name: getattr(row, name) for name in ("area", "place", "attributes", "status", "reliability")}
    RelationPast.objects.create(
        team=vacuum.team,
        relation=row,
        validity=(dt.date(2013, 7, 1), None),
        known_from=dt.date(2013, 7, 2),
        known_to=dt.date(2023, 11, 1),
        **state,
    )
    october = dt.date(2023, 10, 31)
    assert cell(vacuum.freeze(at=october, cutoff=october), "ML08", "A1")["value"] == 0
    assert cell(vacuum.freeze(), "ML08", "A1")["value"] == 100


def test_a_country_value_is_inherited_and_says_so(vacuum):
    series = Series.objects.create(
        team=vacuum.team, code="inform-cc", names={"en": "x"}, unit="scale_0_10", dataset=vacuum.dataset
    )
    Observation.objects.create(
        team=vacuum.team, series=series, area=vacuum.country, value=7.0, known_from=dt.date(2023, 3, 31),
        period=(dt.date(2023, 1, 1), dt.date(2024, 1, 1)),
    )  # fmt: skip
    found = cell(vacuum.freeze(), "ML08", "E3")
    assert (found["value"], found["inherited"]) == (7.0, True)
    late = dt.date(2026, 3, 31)
    assert cell(vacuum.freeze(at=late, cutoff=late), "ML08", "E3")["state"] == "missing"


def test_leaves_without_a_source_say_why(vacuum, desk):
    set_active(
        version=vacuum.version, by=desk.analyst, active={"D2": True, "B4": True}, reason="All of it.",
        expected=vacuum.version.row_version, via="ui",
    )  # fmt: skip
    frozen = vacuum.freeze()
    assert cell(frozen, "ML08", "D2")["reason"] == "No list of blockades is recorded for the area."
    assert cell(frozen, "ML08", "B4")["state"] == "missing"


def test_inactive_leaves_and_empty_dimensions_are_not_in_the_input(vacuum):
    inputs = vacuum.freeze().inputs
    assert {row["key"] for row in inputs["indicators"]} == {
        "A1", "A2", "B1", "B2", "C1", "C2", "C4", "C5", "D3", "E3",
    }  # fmt: skip
    set_active(
        version=vacuum.version, by=vacuum.desk.analyst, active={"E3": False}, reason="x",
        expected=vacuum.version.row_version, via="ui",
    )  # fmt: skip
    assert '"E"' not in str(vacuum.freeze().inputs["tree"]).replace("'", '"')


def test_the_engine_takes_the_input(vacuum):
    result = engine.score(vacuum.freeze().inputs, draws=10, seed=1)
    assert {row["key"] for row in result["alternatives"]} == {"ML01", "ML08", "ML-TAO"}


def filled(desk, order):
    """The same facts, written in another order."""
    vacuum = Vacuum(desk)
    steps = [lambda month=month: vacuum.violence(month, n=0.1, best=0.1, low=0.1, high=0.3) for month in
             months(dt.date(2022, 1, 1), 24)]  # fmt: skip
    steps += [lambda: vacuum.guardian("Kidal", best=300), lambda: vacuum.guardian("Tessalit", end="2023-10-31")]
    for indicator in ("B1", "B2", "D3"):
        for alternative in ("ML01", "ML08"):
            steps.append(
                lambda indicator=indicator, alternative=alternative: add_judgement(
                    scenario=vacuum.version.scenario,
                    by=desk.analyst,
                    alternative=alternative,
                    indicator=indicator,
                    low=1,
                    mode=2,
                    high=3,
                    reason="x",
                    about=AT,
                    made_on=CUTOFF,
                    via="ui",
                )
            )
    random.Random(order).shuffle(steps)
    for step in steps:
        step()
    return vacuum.freeze()


def test_the_order_of_writing_never_shows_in_the_bytes():
    frozen = [filled(Desk(), order) for order in range(3)]
    assert len({one.sha256 for one in frozen}) == 1
    assert frozen[0].provenance != frozen[1].provenance  # row ids are beside the input, not in it


def test_the_input_holds_no_row_id(vacuum):
    row = vacuum.guardian("Kidal")
    frozen = vacuum.freeze()
    assert str(row.pk) not in str(frozen.inputs)
    assert str(row.pk) in str(frozen.provenance)


class Pact:
    """Two groups whose tie rests on a claim, and the others around them."""

    def __init__(self, desk):
        self.desk, self.team = desk, desk.team
        self.dataset = make_dataset(self.team)
        self.region = make_area(self.team, "ML08", make_area(self.team, "ML"))
        self.state = make_actor(self.team, "state", "state", ucdp="72")
        self.one = make_actor(self.team, "one", ucdp="1")
        self.two = make_actor(self.team, "two", ucdp="2")
        self.version = desk.draft("alliance-strength")
        desk.coalition(self.version, "pact", self.one, self.two)

    def tie(self, claim=None, start="2021-01-31", formality=4, first=None, second=None, **fields):
        ends = sorted((first or self.one, second or self.two), key=lambda actor: actor.pk)
        return Relation.objects.create(
            team=self.team, subject=ends[0], object=ends[1], type="allied", directed=False,
            key=f"{ends[0].slug}|allied|{ends[1].slug}|{start}", validity=(dt.date.fromisoformat(start), None),
            known_from=dt.date(2021, 2, 1), attributes={"formality": formality}, claim=claim, **fields,
        )  # fmt: skip

    def claim(self, reliability="F", credibility=6, **fields):
        return Claim.objects.create(
            team=self.team, key="seed:C10", about_situation=self.desk.situation, statement="They are allied.",
            reliability=reliability, credibility=credibility, known_from=dt.date(2021, 1, 1), **fields,
        )  # fmt: skip

    def met(self, first, second, n, same_side=False, month=dt.date(2023, 11, 1)):
        ends = sorted((first, second), key=lambda actor: actor.pk)
        CellPair.objects.create(
            team=self.team, dataset=self.dataset, area=self.region, actor=ends[0], other_actor=ends[1],
            same_side=same_side, month=month, known_month=dt.date(2023, 12, 1), n=n, best=0, low=0, high=0,
            deaths_civilians=0,
        )  # fmt: skip

    def freeze(self, **fields):
        self.version.refresh_from_db()
        asked = {"version": self.version, "at": AT, "cutoff": CUTOFF, "viewer": self.desk.analyst}
        return freeze(**{**asked, **fields})


@pytest.fixture
def pact(desk):
    return Pact(desk)


def test_a_tie_has_its_formality_and_its_age(pact):
    pact.tie()
    frozen = pact.freeze()
    assert cell(frozen, "pact", "C1")["value"] == 4
    assert cell(frozen, "pact", "C3")["value"] == pytest.approx(36, abs=0.05)


def test_no_tie_is_the_bottom_of_the_ladder(pact):
    assert cell(pact.freeze(), "pact", "C1")["value"] == 0


def test_a_tie_on_a_claim_falls_with_the_claim(pact):
    pact.tie(claim=pact.claim())
    frozen = pact.freeze()
    assert cell(frozen, "pact", "C1")["claim"] == {"key": "seed:C10", "otherwise": 0}
    assert frozen.inputs["claims"] == [{"key": "seed:C10", "alpha": 1, "beta": 1}]


def test_a_tie_beside_the_claimed_one_stays_when_the_claim_falls(pact):
    pact.tie(formality=2)
    pact.tie(claim=pact.claim(), start="2023-01-01", formality=5, status="disputed")
    found = cell(pact.freeze(), "pact", "C1")
    assert (found["value"], found["claim"]["otherwise"]) == (5, 2)


def test_a_retracted_claim_takes_its_tie_along(pact):
    pact.tie(claim=pact.claim(status="retracted"))
    assert cell(pact.freeze(), "pact", "C1")["value"] == 0


def test_a_heirs_tie_counts_for_the_ancestor(pact):
    heir = make_actor(pact.team, "heir")
    ActorLineage.objects.create(team=pact.team, ancestor=pact.one, heir=heir, kind="renamed")
    pact.tie(first=heir)
    assert cell(pact.freeze(), "pact", "C1")["value"] == 4


def test_fighting_each_other_is_a_rate_per_thirty_days(pact):
    pact.met(pact.one, pact.two, 6.0)
    found = cell(pact.freeze(), "pact", "D3")
    assert found["value"] == pytest.approx(6 / 184 * 30)
    assert cell(pact.freeze(), "pact", "D1")["value"] == 0


def test_conduct_is_missing_where_the_two_never_met_in_one_region(pact):
    pact.met(pact.one, pact.state, 6.0)
    assert "not both active" in cell(pact.freeze(), "pact", "D3")["reason"]


def test_an_actor_without_an_id_in_the_dataset_is_missing(pact, desk):
    stranger = make_actor(pact.team, "company", "pmc")
    desk.coalition(pact.version, "with-company", pact.one, stranger)
    frozen = pact.freeze()
    for indicator in ("A3", "D1", "D3"):
        assert "no id" in cell(frozen, "with-company", indicator)["reason"]


def test_shared_enemies_overlap_by_their_shares(pact):
    third = make_actor(pact.team, "third", ucdp="3")
    for end in (pact.one, pact.two):
        pact.met(end, pact.state, 3.0)
    pact.met(pact.one, third, 3.0)
    pact.met(pact.two, third, 9.0)
    pact.met(pact.one, pact.two, 50.0)
    assert cell(pact.freeze(), "pact", "A3")["value"] == pytest.approx(0.25 + 0.5)


def test_few_hostile_events_leave_the_overlap_missing(pact):
    pact.met(pact.one, pact.state, 9.0)
    pact.met(pact.two, pact.state, 4.0)
    assert "under 5" in cell(pact.freeze(), "pact", "A3")["reason"]


def test_a_coalition_is_the_mean_of_its_dyads_or_weighs_them_by_capability(pact, desk):
    three = make_actor(pact.team, "zz-three", ucdp="9")
    desk.coalition(pact.version, "triple", pact.one, pact.two, three)
    pact.tie(formality=6)
    assert cell(pact.freeze(), "triple", "C1")["value"] == 2
    assert pact.freeze().provenance["cells"][-1]["dyads_weighted"] == "equally"
    series = Series.objects.create(
        team=pact.team, code="capability", names={"en": "x"}, unit="count", dataset=pact.dataset
    )
    for actor, strength in ((pact.one, 100.0), (pact.two, 100.0), (three, 1.0)):
        Observation.objects.create(
            team=pact.team, series=series, actor=actor, value=strength, known_from=dt.date(2023, 1, 1),
            period=(dt.date(2023, 1, 1), dt.date(2025, 1, 1)),
        )  # fmt: skip
    assert cell(pact.freeze(), "triple", "C1")["value"] == pytest.approx(6 * 100 / 120)


@pytest.mark.parametrize(
    ("grade", "expected"),
    [(("A", 1), (20.0, 2.0)), (("B", 2), (9.0, 3.0)), (("C", 3), (4.0, 3.0)), (("F", 2), (1, 1)), (("A", 6), (1, 1))],
)
def test_a_grade_becomes_a_probability_by_the_table(grade, expected):
    assert beta_of(*grade) == pytest.approx(expected)


class Judged:
    def __init__(self, desk):
        self.desk = desk
        self.version = desk.draft()

    def judge(self, mode, **fields):
        asked = {
            "by": self.desk.analyst, "alternative": "O1", "indicator": "A1", "low": mode, "high": mode,
            "reason": "x", "about": AT, "made_on": CUTOFF, "via": "ui",
        }  # fmt: skip
        return add_judgement(scenario=self.version.scenario, mode=mode, **{**asked, **fields})

    def freeze(self, **fields):
        asked = {"version": self.version, "at": AT, "cutoff": CUTOFF, "viewer": self.desk.analyst}
        return freeze(**{**asked, **fields})


@pytest.fixture
def judged(desk):
    return Judged(desk)


def test_the_last_judgement_about_the_date_made_by_the_cut_off_stands(judged):
    judged.judge(1, made_on=dt.date(2024, 1, 5), about=dt.date(2023, 12, 31))
    judged.judge(2)
    judged.judge(3, made_on=CUTOFF + DAY)
    judged.judge(4, about=AT + DAY)
    assert cell(judged.freeze(), "O1", "A1")["value"] == 2
    early = cell(judged.freeze(at=dt.date(2023, 12, 31), cutoff=dt.date(2024, 1, 31)), "O1", "A1")
    assert early["value"] == 1


def test_without_a_judgement_in_time_the_cell_is_missing(judged):
    judged.judge(3, made_on=CUTOFF + DAY)
    found = cell(judged.freeze(), "O1", "A1")
    assert found["state"] == "missing"
    assert "2024-02-29" in found["reason"]


def test_hindsight_is_used_only_when_allowed_and_is_marked(judged):
    judged.judge(3, made_on=CUTOFF + DAY)
    frozen = judged.freeze(allow_hindsight=True)
    assert cell(frozen, "O1", "A1")["value"] == 3
    assert frozen.hindsight_used
    assert not judged.freeze().hindsight_used


def test_hindsight_that_is_allowed_but_not_there_is_not_marked(judged):
    judged.judge(3)
    assert not judged.freeze(allow_hindsight=True).hindsight_used


def test_a_band_becomes_a_judged_spread_and_a_point_none(judged):
    judged.judge(2, low=1, high=3)
    judged.judge(1, alternative="O3")
    frozen = judged.freeze()
    assert cell(frozen, "O1", "A1")["spread"] == {"kind": "judged"}
    assert "spread" not in cell(frozen, "O3", "A1")


def test_between_two_judges_of_one_day_the_order_of_entry_does_not_decide(desk):
    found = []
    for turn in (0, 1):
        one = Judged(Desk())
        people = [one.desk.analyst, one.desk.lead]
        for place, person in enumerate(people):
            person.email = f"{'ab'[place]}{turn}@example.test"
            person.save()
        for person in people if turn else reversed(people):
            one.judge(people.index(person) + 1, by=person)
        found.append(cell(one.freeze(), "O1", "A1")["value"])
    assert found == [2, 2]


def test_vetoes_reach_the_engine_without_their_names(judged):
    vetoes = judged.freeze().inputs["vetoes"]
    assert vetoes == [
        {"indicator": "A1", "at_most": 0, "except": ["O0"]},
        {"indicator": "F1", "at_least": 4, "except": []},
    ]


def test_a_reference_is_marked(judged):
    rows = {row["key"]: row["reference"] for row in judged.freeze().inputs["alternatives"]}
    assert rows["O0"] is True
    assert rows["O1"] is False
    assert list(rows) == sorted(rows, key=str.encode)


def test_a_restricted_judgement_is_in_the_runs_of_those_who_may_see_it_only(judged):
    judged.judge(2, made_on=CUTOFF - DAY)
    judged.judge(4, by=judged.desk.lead, handling="restricted")

    open_run = judged.freeze()
    secret_run = judged.freeze(viewer=judged.desk.lead)

    assert cell(open_run, "O1", "A1")["value"] == 2
    assert (open_run.handling, open_run.named) == ("team", None)
    assert cell(secret_run, "O1", "A1")["value"] == 4
    assert (secret_run.handling, secret_run.named) == ("restricted", {judged.desk.lead.pk})


def test_a_restricted_relation_restricts_the_run_to_those_it_names(pact):
    row = pact.tie(handling="restricted", contains_personal_data=True)
    HandlingGrant.objects.create(team=pact.team, person=pact.desk.lead, relation=row)

    assert cell(pact.freeze(), "pact", "C1")["value"] == 0
    seen = pact.freeze(viewer=pact.desk.lead)
    assert cell(seen, "pact", "C1")["value"] == 4
    assert (seen.handling, seen.named, seen.contains_personal_data) == ("restricted", {pact.desk.lead.pk}, True)


def test_a_tie_on_a_withheld_claim_is_withheld_too(pact):
    pact.tie(claim=pact.claim(handling="restricted"))
    assert cell(pact.freeze(), "pact", "C1")["value"] == 0


def test_figures_of_a_reconstructed_dataset_make_a_reconstructed_run(vacuum, judged):
    assert vacuum.freeze().reconstructed
    assert not judged.freeze().reconstructed


def test_a_headline_without_active_leaves_cannot_be_scored(judged, desk):
    asked = {"version": judged.version, "by": desk.analyst, "reason": "x", "via": "ui"}
    save_settings(**asked, changes={"headline": "F"}, expected=judged.version.row_version)
    set_active(**asked, active={"F1": False, "F4": False}, expected=judged.version.row_version)
    with pytest.raises(DomainError) as refused:
        judged.freeze()
    assert refused.value.code == "input_refused"

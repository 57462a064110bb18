"""The pages of scenarios: list, builder, versions, alternatives, judgements."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from scenarios.models import Alternative, Judgement, Run, Scenario
from scenarios.services import add_judgement, new_draft, save_weights
from tests.factories.accounts import TeamFactory, member
from tests.factories.scenarios import AT, Desk, make_situation

pytestmark = pytest.mark.django_db

CANARY = "Told in confidence by a colonel."


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def draft(desk):
    return desk.draft()


def at(desk, name, *args):
    return reverse(f"scenarios:{name}", args=[desk.team.slug, desk.situation.slug, *args])


def as_(client, user):
    client.force_login(user)
    return client


def judged(version, by, **fields):
    given = {"alternative": "O3", "indicator": "A1", "low": 1, "mode": 2, "high": 3, "reason": "They said so."}
    days = {"about": AT, "made_on": dt.date(2024, 2, 16)}
    return add_judgement(scenario=version.scenario, by=by, via="ui", **{**given, **days, **fields})


def test_the_list_offers_the_three_templates_and_shows_the_scenarios(client, desk, draft):
    page = as_(client, desk.analyst).get(at(desk, "list")).content.decode()
    assert page.count("Use this template") == 3
    assert "Not scored yet." in page
    assert at(desk, "scenario", draft.scenario.slug) in page


def test_a_viewer_sees_no_button_that_the_role_does_not_carry(client, desk, draft):
    page = as_(client, desk.reader).get(at(desk, "list")).content.decode()
    assert "Use this template" not in page
    page = as_(client, desk.reader).get(at(desk, "scenario", draft.scenario.slug)).content.decode()
    for words in ("Save weights", "Keep judgement", "Start a run", 'name="w-A1"', "Take it out of the score"):
        assert words not in page


def test_the_list_costs_the_same_with_2_and_20_scenarios(client, desk, django_assert_max_num_queries):
    as_(client, desk.analyst)
    counts = []
    for total in (2, 20):
        for number in range(Scenario.objects.count(), total):
            desk.scenario(slug=f"question-{number}")
        with django_assert_max_num_queries(14) as seen:
            assert client.get(at(desk, "list")).content.decode().count("data-row ") == total
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_template_becomes_a_scenario_of_the_team(client, desk):
    as_(client, desk.analyst)
    page = client.get(at(desk, "new") + "?template=peacekeeping-alternatives").content.decode()
    assert 'value="peacekeeping-alternatives"' in page
    asked = {"template": "peacekeeping-alternatives", "name": "Who next?", "slug": "who-next", "level": "area1"}
    answer = client.post(at(desk, "new"), {**asked, "core_only": "on"})
    assert answer.status_code == 302
    assert str(Scenario.objects.get(slug="who-next")) == "Who next?"


@pytest.mark.parametrize("slug", ["new", "peacekeeping-alternatives", "not a slug"])
def test_a_short_name_that_cannot_be_used_is_refused_in_the_form(client, desk, draft, slug):
    asked = {"template": "peacekeeping-alternatives", "name": "Again", "slug": slug, "level": "area1"}
    answer = as_(client, desk.analyst).post(at(desk, "new"), asked)
    assert answer.status_code == 422
    assert Scenario.objects.count() == 1


def test_the_builder_shows_scored_leaves_and_says_which_are_not_and_why(client, desk, draft):
    page = as_(client, desk.analyst).get(at(desk, "scenario", draft.scenario.slug)).content.decode()
    assert 'name="w-A1"' in page
    assert 'name="w-A4"' not in page
    assert "Positions of neighbours on the options are not recorded." in page
    assert "15% of Value of the option" in page


def test_the_part_for_htmx_is_the_part_of_the_page(client, desk, draft):
    url = at(desk, "scenario", draft.scenario.slug) + "?indicator=B1"
    whole = squeezed(as_(client, desk.analyst).get(url))
    part = squeezed(client.get(url, headers={"HX-Request": "true", "HX-Current-URL": "http://x/?indicator=C1"}))
    panel, links = part.split('<spanid="pick-', 1)
    assert panel
    assert panel in whole
    assert links.count('hx-swap-oob="true"') == 2


def squeezed(answer):
    """Without blanks and without the token, which differs in each answer."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
    return re.sub(r"\s+", "", text)


def weights(version, **changes):
    return {"expected": version.row_version, "reason": "Consent counts more.", **changes}


def test_weights_are_saved_as_one_set(client, desk, draft):
    url = at(desk, "weights", draft.scenario.slug)
    assert as_(client, desk.analyst).post(url, weights(draft, **{"w-A1": "12,5", "w-A": "30"})).status_code == 302
    rows = {row.indicator.key if row.indicator else row.node.key: row for row in draft.weights.all()}
    assert (rows["A1"].value, rows["A"].value, rows["A1"].reason) == (12.5, 30, "Consent counts more.")


@pytest.mark.parametrize("changes", [{"w-A1": "many"}, {"w-A1": "-1"}, {"reason": ""}, {"w-A1": "0", "w-A2": "0"}])
def test_weights_that_cannot_be_used_come_back_as_typed(client, desk, draft, changes):
    url = at(desk, "weights", draft.scenario.slug)
    answer = as_(client, desk.analyst).post(url, weights(draft, **{"w-B1": "7.25", **changes}))
    assert answer.status_code == 422
    assert 'value="7.25"' in answer.content.decode()
    assert not draft.weights.filter(value=7.25).exists()


def test_a_conflict_shows_both_values_and_keeps_what_was_typed(client, desk, draft):
    first = {"version": draft, "by": desk.lead, "weights": {"A1": 11.0}, "reason": "First.", "via": "ui"}
    stale = draft.row_version
    save_weights(expected=stale, **first)
    asked = {"expected": stale, "reason": "Second.", "w-A1": "13"}
    answer = as_(client, desk.analyst).post(at(desk, "weights", draft.scenario.slug), asked)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert '<td class="num">11</td><td class="num">13</td>' in page
    assert 'value="13"' in page
    assert f'name="expected" value="{stale + 1}"' in page


def test_an_indicator_is_taken_out_of_the_score_with_a_reason(client, desk, draft):
    url = at(desk, "indicators", draft.scenario.slug)
    asked = {"expected": draft.row_version, "indicator": "A2", "active": "0", "reason": "No figures."}
    as_(client, desk.analyst)
    assert client.post(url, {**asked, "reason": ""}).status_code == 422
    assert client.post(url, asked).status_code == 302
    assert not draft.indicators.get(key="A2").active
    assert client.post(url, asked).status_code == 409


def test_a_cell_is_judged_and_the_judgement_shown(client, desk, draft):
    url = at(desk, "judge", draft.scenario.slug)
    asked = {"indicator": "A1", "alternative": "O3", "low": "1", "mode": "1,5", "high": "3", "reason": "By letter."}
    days = {"about": "2024-01-31", "made_on": "2024-02-10", "review_by": "2024-07-31", "handling": "team"}
    answer = as_(client, desk.analyst).post(url, {**asked, **days}, follow=True)
    assert Judgement.objects.get().mode == 1.5
    page = answer.content.decode()
    assert "By letter." in page
    assert "Review is due" in page


@pytest.mark.parametrize(
    "changes", [{"reason": ""}, {"low": "4", "high": "1"}, {"high": "9"}, {"alternative": "O99"}, {"about": "soon"}]
)
def test_a_judgement_that_cannot_be_used_is_refused_in_the_form(client, desk, draft, changes):
    asked = {"indicator": "A1", "alternative": "O3", "low": "1", "mode": "2", "high": "3", "reason": "By letter."}
    days = {"about": "2024-01-31", "made_on": "2024-02-10", "handling": "team"}
    answer = as_(client, desk.analyst).post(at(desk, "judge", draft.scenario.slug), {**asked, **days, **changes})
    assert answer.status_code == 422
    assert not Judgement.objects.exists()


def test_a_restricted_judgement_is_shown_to_its_judge_only(client, desk, draft):
    judged(draft, desk.analyst, reason=CANARY, handling="restricted")
    url = at(desk, "scenario", draft.scenario.slug) + "?indicator=A1"
    assert CANARY in as_(client, desk.analyst).get(url).content.decode()
    assert CANARY not in as_(client, desk.lead).get(url).content.decode()


def test_the_builder_costs_the_same_with_2_and_20_judgements(client, desk, draft, django_assert_max_num_queries):
    as_(client, desk.analyst)
    counts = []
    for total in (2, 20):
        for number in range(Judgement.objects.count(), total):
            judged(draft, desk.analyst, made_on=dt.date(2024, 2, 1) + dt.timedelta(days=number))
        with django_assert_max_num_queries(24) as seen:
            client.get(at(desk, "scenario", draft.scenario.slug) + "?indicator=A1")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_lead_publishes_with_a_reason_and_a_new_draft_follows(client, desk, draft):
    as_(client, desk.lead)
    url = at(desk, "publish", draft.scenario.slug)
    assert client.post(url, {"expected": draft.row_version, "reason": " "}).status_code == 422
    assert client.post(url, {"expected": draft.row_version + 1, "reason": "Ready."}).status_code == 409
    assert client.post(url, {"expected": draft.row_version, "reason": "Ready."}).status_code == 302
    page = client.get(at(desk, "scenario", draft.scenario.slug)).content.decode()
    assert "Version 1, published" in page
    assert 'name="w-A1"' not in page
    assert client.post(at(desk, "draft", draft.scenario.slug), {"version": "1"}).status_code == 302
    assert draft.scenario.versions.drafts().get().number == 2
    again = client.post(at(desk, "draft", draft.scenario.slug), {"version": "1"}, follow=True)
    assert "There is a draft already" in again.content.decode()


def test_two_versions_are_compared_weight_by_weight(client, desk, draft):
    desk.publish(draft)
    second = new_draft(scenario=draft.scenario, by=desk.analyst, via="ui")
    changed = {"weights": {"A1": 20.0}, "reason": "The junta decides.", "expected": second.row_version}
    save_weights(version=second, by=desk.analyst, via="ui", **changed)
    page = as_(client, desk.reader).get(at(desk, "scenario", draft.scenario.slug) + "?tab=versions").content.decode()
    assert "The junta decides." in page
    assert page.count('<span class="code">') == 1


def test_alternatives_are_chosen_and_added(client, desk, draft):
    as_(client, desk.analyst)
    slug = draft.scenario.slug
    choice = {"expected": draft.row_version, "reason": "These two.", "active": ["O3", "O5"]}
    assert client.post(at(desk, "alternatives", slug), choice).status_code == 302
    assert set(draft.alternatives.filter(active=True).values_list("key", flat=True)) == {"O3", "O5"}
    assert client.post(at(desk, "alternatives", slug), choice).status_code == 409
    draft.refresh_from_db()
    added = {"expected": draft.row_version, "key": "O99", "name": "Nobody", "summary": ""}
    assert client.post(at(desk, "alternative_add", slug), {**added, "key": "O3"}).status_code == 422
    assert client.post(at(desk, "alternative_add", slug), added).status_code == 302
    assert Alternative.objects.filter(key="O99").exists()


POSTS = ("weights", "indicators", "alternatives", "alternative_add", "judge", "publish", "draft", "start")


@pytest.mark.parametrize("name", POSTS)
def test_a_viewer_writes_nothing_and_a_stranger_finds_nothing(client, desk, draft, name):
    url = at(desk, name, draft.scenario.slug)
    assert as_(client, desk.reader).post(url).status_code == 403
    assert as_(client, member(TeamFactory(), "lead")).post(url).status_code == 404
    assert not Run.objects.exists()


@pytest.mark.parametrize("name", ["list", "runs", "new"])
def test_a_stranger_does_not_see_the_lists(client, desk, name):
    assert as_(client, member(TeamFactory(), "lead")).get(at(desk, name)).status_code == 404


def test_a_scenario_of_another_situation_is_not_found(client, desk, draft):
    other = make_situation(desk.team, slug="niger", name="Niger")
    url = reverse("scenarios:scenario", args=[desk.team.slug, other.slug, draft.scenario.slug])
    assert as_(client, desk.lead).get(url).status_code == 404


@pytest.mark.parametrize("number", ["9", "x", "99999999999999"])
def test_a_version_that_is_not_there_is_not_found(client, desk, draft, number):
    url = at(desk, "scenario", draft.scenario.slug) + f"?version={number}"
    assert as_(client, desk.reader).get(url).status_code == 404

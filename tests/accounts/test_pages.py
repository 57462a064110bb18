"""The pages about people."""

import pytest
from django.urls import reverse

from accounts.models import ApiToken
from core.audit import record
from tests.factories.accounts import TeamFactory, UserFactory, member

pytestmark = pytest.mark.django_db


def signed_in(client, user):
    client.force_login(user)
    return client


def test_the_team_page_shows_members_and_rights(client):
    team = TeamFactory()
    member(team, "lead")
    page = signed_in(client, member(team, "viewer")).get(reverse("accounts:team", args=[team.slug])).content.decode()
    assert "Publish versions" in page
    assert page.count("example.test") >= 2


@pytest.mark.parametrize("name", ["accounts:team", "accounts:audit"])
def test_a_stranger_gets_404(client, name):
    answer = signed_in(client, member(TeamFactory(), "admin")).get(reverse(name, args=[TeamFactory().slug]))
    assert answer.status_code == 404


def test_a_viewer_may_not_read_the_audit_log(client):
    team = TeamFactory()
    assert signed_in(client, member(team, "viewer")).get(reverse("accounts:audit", args=[team.slug])).status_code == 403


def test_the_audit_log_is_searched_and_shows_only_its_own_team(client):
    team, other = TeamFactory(name="Ours"), TeamFactory(name="Theirs")
    for row in (team, other):
        record(team_id=row.pk, by=None, verb="publish", obj=row, via="ui")
    record(team_id=team.pk, by=None, verb="retract", obj=team, via="ui")
    page = signed_in(client, member(team, "lead")).get(reverse("accounts:audit", args=[team.slug]) + "?q=publish")
    assert "Theirs" not in page.content.decode()
    assert [row.verb for row in page.context["page"]] == ["publish"]


@pytest.mark.parametrize("name", ["accounts:team", "accounts:audit"])
def test_queries_do_not_grow_with_rows(client, name, django_assert_max_num_queries):
    team = TeamFactory()
    user = member(team, "admin")
    url = reverse(name, args=[team.slug])
    signed_in(client, user).get(url)
    counts = []
    for rows in (2, 18):
        for _ in range(rows):
            record(team_id=team.pk, by=member(team, "viewer"), verb="create", obj=team, via="ui")
        with django_assert_max_num_queries(10) as seen:
            client.get(url)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_token_is_made_shown_once_and_revoked(client):
    team = TeamFactory()
    user = member(team, "analyst")
    url = reverse("accounts:tokens")
    made = signed_in(client, user).post(url, {"team": team.pk, "name": "script", "scope": "read", "days": 30})
    assert f"swb_{ApiToken.objects.get().pk.hex}." in made.content.decode()
    assert "swb_" not in client.get(url).content.decode()
    client.post(url, {"revoke": ApiToken.objects.get().pk})
    assert ApiToken.objects.get().revoked_at is not None


def test_a_wrong_token_form_answers_422_with_the_reason(client):
    team = TeamFactory()
    answer = signed_in(client, member(team, "analyst")).post(reverse("accounts:tokens"), {"team": team.pk, "days": 999})
    assert answer.status_code == 422
    assert ApiToken.objects.count() == 0


def test_nobody_revokes_another_persons_token_here(client):
    team = TeamFactory()
    token = ApiToken.objects.create(
        team=team, user=member(team, "analyst"), name="x", secret_sha256="0" * 64, expires_at="2099-01-01T00:00Z"
    )
    answer = signed_in(client, member(team, "admin")).post(reverse("accounts:tokens"), {"revoke": token.pk})
    assert answer.status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


def test_a_person_without_a_team_is_told_what_to_do(client):
    assert "not in a team" in signed_in(client, UserFactory()).get("/").content.decode()


def test_pages_of_a_signed_in_person_are_never_stored(client):
    assert signed_in(client, UserFactory()).get("/")["Cache-Control"] == "no-store"


def test_preferences_are_saved(client):
    user = UserFactory()
    signed_in(client, user).post(reverse("accounts:preferences"), {"language": "fr"})
    user.refresh_from_db()
    assert (user.language, user.shortcuts) == ("fr", False)


def test_sign_in_by_email(client):
    user = UserFactory()
    user.set_password("a long password")
    user.save(update_fields=["password"])
    answer = client.post(reverse("account_login"), {"login": user.email.upper(), "password": "a long password"})
    assert answer.status_code == 302
    assert client.get("/").context["user"] == user

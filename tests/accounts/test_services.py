"""Teams, roles and tokens through their services."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import ApiToken, Membership
from accounts.services import create_team, create_token, create_user, remove_member, revoke_token, set_role
from core.errors import DomainError, Forbidden
from core.models import AuditEvent
from tests.factories.accounts import TeamFactory, UserFactory, member

pytestmark = pytest.mark.django_db


def token_for(team, user, **changes):
    given = {"name": "script", "scope": "read", "expires_at": timezone.now() + timedelta(days=1), "via": "ui"}
    return create_token(team=team, user=user, **{**given, **changes})


def test_a_new_team_has_its_maker_as_admin_and_an_audit_row():
    user = UserFactory()
    team = create_team(slug="sahel-desk", name="Sahel desk", by=user, via="ui")
    assert Membership.objects.get(team=team).role == "admin"
    assert AuditEvent.objects.get(team_id=team.pk).by_id == user.pk


def test_a_slug_is_never_used_again():
    create_team(slug="once", name="Once", by=None, via="ui")
    with pytest.raises(DomainError) as caught:
        create_team(slug="once", name="Again", by=None, via="ui")
    assert caught.value.field == "slug"


def test_two_users_cannot_share_an_address_in_another_case():
    create_user(email="Lead@Example.test", name="Lead", password="a long password")
    with pytest.raises(DomainError):
        create_user(email="lead@example.TEST", name="Other", password="a long password")


def test_only_admins_set_roles():
    team = TeamFactory()
    with pytest.raises(Forbidden):
        set_role(team=team, user=UserFactory(), role="viewer", by=member(team, "lead"), via="ui")


def test_the_last_admin_stays():
    team = TeamFactory()
    admin = member(team, "admin")
    with pytest.raises(DomainError, match="at least one admin"):
        set_role(team=team, user=admin, role="viewer", by=admin, via="ui")
    with pytest.raises(DomainError, match="at least one admin"):
        remove_member(team=team, user=admin, by=admin, via="ui")


def test_a_removed_member_loses_their_tokens():
    team = TeamFactory()
    admin, analyst = member(team, "admin"), member(team, "analyst")
    token_for(team, analyst)
    remove_member(team=team, user=analyst, by=admin, via="ui")
    assert not ApiToken.objects.filter(user=analyst).exists()


def test_the_secret_of_a_token_is_nowhere_in_its_row():
    team = TeamFactory()
    token, text = token_for(team, member(team, "analyst"))
    secret = text.partition(".")[2]
    assert len(secret) >= 43
    assert secret not in str(ApiToken.objects.filter(pk=token.pk).values().get())


def test_only_the_owner_or_an_admin_revokes_a_token():
    team = TeamFactory()
    token, _text = token_for(team, member(team, "analyst"))
    with pytest.raises(Forbidden):
        revoke_token(token=token, by=member(team, "lead"), now=timezone.now(), via="ui")
    revoke_token(token=token, by=member(team, "admin"), now=timezone.now(), via="ui")
    token.refresh_from_db()
    assert token.revoked_at is not None

"""Who may do what, and what outsiders see."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from accounts import access
from accounts.access import has_permission, register_situation_finder, require_permission, team_page
from accounts.permissions import Permission
from accounts.roles import ROLES
from core.errors import Forbidden
from tests.factories.accounts import TeamFactory, UserFactory, member

pytestmark = pytest.mark.django_db

MATRIX = {
    "viewer": {Permission.READ},
    "reviewer": {Permission.READ, Permission.JUDGE, Permission.REVIEW, Permission.START_RUNS},
    "analyst": {
        Permission.READ,
        Permission.WRITE_FACTS,
        Permission.IMPORT_FACTS,
        Permission.WRITE_SCENARIOS,
        Permission.JUDGE,
        Permission.START_RUNS,
        Permission.REQUEST_BRIEFS,
    },
    "lead": set(Permission) - {Permission.MANAGE_TEAM},
    "admin": set(Permission),
}


@pytest.mark.parametrize("role", list(ROLES))
@pytest.mark.parametrize("permission", list(Permission))
def test_each_role_has_exactly_its_permissions(role, permission):
    team = TeamFactory()
    assert has_permission(member(team, role), permission, team=team) == (permission in MATRIX[role])


@pytest.mark.parametrize("permission", list(Permission))
def test_a_member_of_another_team_has_no_permission(permission):
    stranger = member(TeamFactory(), "admin")
    assert not has_permission(stranger, permission, team=TeamFactory())


def test_a_disabled_user_has_no_permission():
    team = TeamFactory()
    user = member(team, "admin")
    user.is_active = False
    user.save(update_fields=["is_active"])
    assert not has_permission(user, Permission.READ, team=team)


def test_a_superuser_without_membership_sees_no_team():
    assert not has_permission(UserFactory(is_superuser=True), Permission.READ, team=TeamFactory())


def test_services_refuse_with_a_sentence():
    team = TeamFactory()
    with pytest.raises(Forbidden, match="Publish versions"):
        require_permission(member(team, "analyst"), Permission.PUBLISH, team=team)


@team_page(Permission.READ, write=Permission.WRITE_FACTS, methods=("GET", "POST"))
def page(request):
    return HttpResponse(f"{request.team.slug} {request.membership.role}")


def ask(rf, user, team, method="get"):
    request = getattr(rf, method)("/")
    request.user = user
    return page(request, team=team.slug)


def test_a_member_sees_the_page(rf):
    team = TeamFactory()
    assert ask(rf, member(team, "viewer"), team).content.decode() == f"{team.slug} viewer"


def test_a_stranger_gets_404_as_for_a_team_that_does_not_exist(rf):
    with pytest.raises(Http404):
        ask(rf, member(TeamFactory(), "admin"), TeamFactory())


def test_a_closed_team_is_gone(rf, db):
    team = TeamFactory(closed_at="2024-01-01T00:00Z")
    with pytest.raises(Http404):
        ask(rf, member(team, "admin"), team)


def test_a_member_without_the_right_gets_403(rf):
    team = TeamFactory()
    with pytest.raises(PermissionDenied):
        ask(rf, member(team, "viewer"), team, "post")


def test_the_wrong_method_is_refused(rf):
    team = TeamFactory()
    assert ask(rf, member(team, "admin"), team, "delete").status_code == 405


def test_a_situation_of_another_team_is_404(rf):
    before = list(access._find_situation)
    register_situation_finder(lambda team, slug: None)
    team = TeamFactory()
    request = rf.get("/")
    request.user = member(team, "viewer")
    try:
        with pytest.raises(Http404):
            page(request, team=team.slug, situation="elsewhere")
    finally:
        access._find_situation[:] = before

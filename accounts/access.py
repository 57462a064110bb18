"""One question for pages and API alike: may this person do this in this team?"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Membership, Team
from accounts.permissions import LABELS, Permission
from accounts.roles import ROLES
from core.errors import Forbidden


def membership_of(user: Any, team_slug: str) -> Membership:
    """The person's membership in an open team; 404 for everybody else, whether or not the team exists."""
    if not user.is_authenticated or not user.is_active:
        raise Http404
    member = (
        Membership.objects.select_related("team").filter(user=user, team__slug=team_slug, team__closed_at=None).first()
    )
    if member is None:
        raise Http404
    member.user = user
    return member


def allows(membership: Membership, permission: Permission) -> bool:
    """Does the role of this membership carry the permission?"""
    return permission in ROLES[membership.role].permissions


def rights_of(membership: Membership) -> frozenset[Permission]:
    """All permissions of this membership, for pages that show or hide buttons."""
    return ROLES[membership.role].permissions


def has_permission(user: Any, permission: Permission, *, team: Team | UUID, situation: Any = None) -> bool:
    """The one question. Rights by situation are not narrowed yet: a member's role holds in every situation."""
    team_id = team.pk if isinstance(team, Team) else team
    if situation is not None and situation.team_id != team_id:
        return False
    member = Membership.objects.filter(user_id=user.pk, team_id=team_id, user__is_active=True).first()
    return member is not None and allows(member, permission)


def require_permission(user: Any, permission: Permission, *, team: Team | UUID, situation: Any = None) -> None:
    """Raise Forbidden for a member without the right: services ask this first."""
    if not has_permission(user, permission, team=team, situation=situation):
        raise Forbidden(
            _("Your role in this team does not include: %(right)s.") % {"right": LABELS[permission]}, code="forbidden"
        )


# The room above tells how a situation's slug is looked up: accounts lies below world.
_find_situation: list[Callable[[Team, str], Any]] = []


def register_situation_finder(find: Callable[[Team, str], Any]) -> None:
    """Called once by `world`: the function that returns a team's situation by slug, or None."""
    _find_situation[:] = [find]


def team_page(
    permission: Permission, *, write: Permission | None = None, methods: tuple[str, ...] = ("GET",)
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Gate a page below /t/<team>/: outsiders get 404, members without the right 403, before anything is read.

    `permission` is needed to look, `write` (default: the same) for any other method. The view gets the request with
    `team`, `membership` and, where the URL names one, `situation`; both slugs are taken out of its arguments.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def gated(request: Any, team: str, *args: Any, **kwargs: Any) -> HttpResponse:
            member = membership_of(request.user, team)
            reading = request.method in ("GET", "HEAD")
            if not allows(member, permission if reading else (write or permission)):
                raise PermissionDenied
            request.team, request.membership = member.team, member
            request.situation = _situation(member.team, kwargs.pop("situation", None))
            return view(request, *args, **kwargs)

        checked: Any = require_http_methods([*methods, "HEAD"])(gated)
        checked.team_gate = permission  # the guard test looks for it
        return cast(Callable[..., HttpResponse], checked)

    return decorate


def _situation(team: Team, slug: str | None) -> Any:
    if slug is None:
        return None
    found = _find_situation[0](team, slug)
    if found is None:
        raise Http404
    return found

"""What people do to people: teams, memberships, tokens."""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access import require_permission
from accounts.models import ApiToken, Membership, Team, User
from accounts.permissions import Permission
from accounts.roles import ROLES
from core.audit import record
from core.errors import DomainError
from core.text import clean


@transaction.atomic
def create_team(*, slug: str, name: str, by: User | None, via: str) -> Team:
    """Make a team with `by` as its first admin. A slug that was ever used is refused."""
    if Team.objects.filter(slug=slug).exists():
        raise DomainError(_("This short name is taken. Choose another."), code="taken", field="slug")
    team = Team.objects.create(slug=slug, name=clean(name))
    if by is not None:
        Membership.objects.create(team=team, user=by, role="admin")
    record(team_id=team.pk, by=by, verb="create", obj=team, via=via)
    return team


@transaction.atomic
def create_user(*, email: str, name: str, password: str, is_demo: bool = False) -> User:
    """Make a person who can sign in."""
    if User.objects.filter(email__iexact=email).exists():
        raise DomainError(_("There is already a user with this e-mail address."), code="taken", field="email")
    return User.objects.create_user(email, password, name=clean(name), is_demo=is_demo)


@transaction.atomic
def set_role(*, team: Team, user: User, role: str, by: User | None, via: str) -> Membership:
    """Give a person a role, or change it. The last admin keeps theirs."""
    if by is not None:
        require_permission(by, Permission.MANAGE_TEAM, team=team)
    if role not in ROLES:
        raise DomainError(_("There is no such role."), code="unknown_role", field="role")
    _keep_one_admin(team=team, user=user, role=role)
    member, created = Membership.objects.update_or_create(team=team, user=user, defaults={"role": role})
    record(
        team_id=team.pk,
        by=by,
        verb="add member" if created else "set role",
        obj=member,
        via=via,
        detail={"role": role},
    )
    return member


@transaction.atomic
def remove_member(*, team: Team, user: User, by: User, via: str) -> None:
    """End a membership. The last admin stays."""
    require_permission(by, Permission.MANAGE_TEAM, team=team)
    _keep_one_admin(team=team, user=user, role="")
    member = Membership.objects.filter(team=team, user=user).first()
    if member is None:
        raise DomainError(_("This person is not in the team."), code="not_a_member")
    record(team_id=team.pk, by=by, verb="remove member", obj=member, via=via)
    ApiToken.objects.filter(team=team, user=user).delete()
    member.delete()


def _keep_one_admin(*, team: Team, user: User, role: str) -> None:
    admins = set(
        Membership.objects.select_for_update().filter(team=team, role="admin").values_list("user_id", flat=True)
    )
    if admins == {user.pk} and role != "admin":
        raise DomainError(_("A team needs at least one admin. Make somebody else admin first."), code="last_admin")


@transaction.atomic
def create_token(
    *, team: Team, user: User, name: str, scope: str, expires_at: datetime, via: str
) -> tuple[ApiToken, str]:
    """Make a token; the text is returned once and cannot be shown again."""
    require_permission(user, Permission.READ, team=team)
    if scope not in ApiToken.Scope.values:
        raise DomainError(_("There is no such scope."), code="unknown_scope", field="scope")
    secret = secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        team=team,
        user=user,
        name=clean(name),
        scope=scope,
        expires_at=expires_at,
        secret_sha256=hash_secret(secret),
    )
    record(team_id=team.pk, by=user, verb="create token", obj=token, via=via, detail={"scope": scope})
    return token, f"swb_{token.pk.hex}.{secret}"


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User, now: datetime, via: str) -> None:
    """End a token at once."""
    if token.user_id != by.pk:
        require_permission(by, Permission.MANAGE_TEAM, team=token.team)
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now)
    record(team_id=token.team_id, by=by, verb="revoke token", obj=token, via=via)


def set_preferences(*, user: User, **changes: Any) -> None:
    """Save a person's language and keyboard choice."""
    for name, value in changes.items():
        setattr(user, name, value)
    user.save(update_fields=list(changes))


def hash_secret(secret: str) -> str:
    """The stored form: the secret has 256 random bits, so a plain SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def touch_token(*, token: ApiToken, now: datetime) -> None:
    """Remember when a token was last used."""
    ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def set_password(*, user: User, password: str) -> None:
    """Give a person a new password; sessions under the old one end."""
    user.set_password(password)
    user.save(update_fields=["password"])

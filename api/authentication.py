"""Who asks: a token of one user for one team."""

import hmac
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.models import ApiToken
from accounts.services import hash_secret, touch_token

TOUCH_EVERY = timedelta(minutes=1)


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer swb_<id>.<secret>`."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != b"bearer":
            return None
        token = _token(words[1].decode("latin-1")) if len(words) == 2 else None
        if token is None:
            raise AuthenticationFailed(_("This token is not valid: it is wrong, expired or revoked."))
        now = timezone.now()
        if token.last_used_at is None or now - token.last_used_at > TOUCH_EVERY:
            touch_token(token=token, now=now)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


def _token(text: str) -> ApiToken | None:
    key, _dot, secret = text.removeprefix("swb_").partition(".")
    try:
        pk = UUID(hex=key)
    except ValueError:
        return None
    valid = Q(revoked_at=None, expires_at__gt=timezone.now(), user__is_active=True, team__closed_at=None)
    token = ApiToken.objects.select_related("user", "team").filter(valid, pk=pk).first()
    if token is None or not hmac.compare_digest(token.secret_sha256, hash_secret(secret)):
        return None
    return token

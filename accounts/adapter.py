"""Sign-up is by invitation: teams hold sensitive analysis."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth gives no types
    """No open sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

"""What the gate adds to a request, for type checkers."""

from typing import Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import Membership, Team, User


class SignedIn(HttpRequest):
    """A request of a person: LoginRequiredMiddleware let it through."""

    user: User
    htmx: HtmxDetails


class TeamRequest(SignedIn):
    """A request that passed accounts.access.team_page. `situation` is None where the URL names none."""

    team: Team
    membership: Membership
    situation: Any

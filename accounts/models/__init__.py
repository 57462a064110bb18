"""People and what they own."""

from accounts.models.owned import TeamOwned
from accounts.models.team import Invitation, Membership, Team
from accounts.models.token import ApiToken
from accounts.models.user import User

__all__ = ["ApiToken", "Invitation", "Membership", "Team", "TeamOwned", "User"]

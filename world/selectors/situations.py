"""Situations of a team. Every member sees all of them; what is inside is filtered fact by fact."""

from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import Team
from world.models import Situation


def situations_of(team: Team) -> QuerySet[Situation]:
    """The team's situations by name."""
    return Situation.objects.filter(team=team).select_related("primary_dataset").order_by("name", "pk")


def find_situation(team: Team, slug: str) -> Situation | None:
    """The situation of this slug, or None."""
    return situations_of(team).filter(slug=slug).first()


def situations_of_request(request: HttpRequest) -> QuerySet[Situation]:
    """What the picker in the head of every page lists."""
    team: Team = request.team  # type: ignore[attr-defined]
    return situations_of(team)

"""The teams of the person who asks."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import ApiToken, Membership
from api.schema import page_of
from api.v1.base import CheckedAPIView
from api.v1.queries import Paged


class TeamOutput(serializers.Serializer[Any]):
    slug = serializers.SlugField(source="team.slug")
    name = serializers.CharField(source="team.name")
    role = serializers.CharField()


class TeamList(CheckedAPIView):
    """The entry point of a client: which teams this token or session opens, and with which role."""

    @extend_schema(operation_id="teams_list", parameters=[Paged], responses=page_of(TeamOutput))
    def get(self, request: Request) -> Response:
        self.asked(Paged)
        rows = Membership.objects.filter(user=self.user, team__closed_at=None).select_related("team")
        if isinstance(request.auth, ApiToken):
            rows = rows.filter(team=request.auth.team)
        return self.page(rows, TeamOutput, fields=("team__slug", "pk"))

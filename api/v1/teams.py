"""The teams of the person who asks."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import ApiToken, Membership


class TeamList(APIView):
    """The entry point of a client: which teams this token or session opens, and with which role."""

    class OutputSerializer(serializers.Serializer):
        slug = serializers.SlugField(source="team.slug")
        name = serializers.CharField(source="team.name")
        role = serializers.CharField()

    @extend_schema(operation_id="teams_list", responses=OutputSerializer(many=True))
    def get(self, request: Request) -> Response:
        rows = Membership.objects.filter(user=request.user, team__closed_at=None).select_related("team")
        if isinstance(request.auth, ApiToken):
            rows = rows.filter(team=request.auth.team)
        return Response(self.OutputSerializer(rows.order_by("team__slug", "pk"), many=True).data)

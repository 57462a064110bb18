"""Situations: the subjects that a team works on."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1.base import TeamAPIView
from api.v1.queries import Paged
from world.models import Situation
from world.services.situations import create_situation


class SituationInput(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=200)
    slug = serializers.SlugField(required=False, max_length=80)
    summary = serializers.CharField(required=False, allow_blank=True)
    default_at = serializers.DateField(required=False, allow_null=True)
    default_cutoff = serializers.DateField(required=False, allow_null=True)


class SituationOutput(SituationInput):
    row_version = serializers.IntegerField()


class SituationAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS


class SituationList(SituationAPIView):
    @extend_schema(operation_id="situations_list", parameters=[Paged], responses=page_of(SituationOutput))
    def get(self, request: Request) -> Response:
        self.asked(Paged)
        return self.page(Situation.objects.filter(team=self.team), SituationOutput, fields=("slug", "pk"))

    @extend_schema(operation_id="situations_create", request=SituationInput, responses={201: SituationOutput})
    def post(self, request: Request) -> Response:
        made = create_situation(team=self.team, by=self.user, via="api", **self.valid(SituationInput))
        return Response(SituationOutput(made).data, status=status.HTTP_201_CREATED)


class SituationDetail(SituationAPIView):
    @extend_schema(operation_id="situations_read", responses=SituationOutput)
    def get(self, request: Request, slug: str) -> Response:
        found = Situation.objects.filter(team=self.team, slug=slug).first()
        if found is None:
            raise Http404
        return Response(SituationOutput(found).data)

"""Series and their dated values, with vintage."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1 import lookups
from api.v1.base import TeamAPIView
from api.v1.queries import Listed, ObservationQuery
from core.units import CHOICES
from world.models import Series
from world.selectors.facts import observations_known
from world.services.series import create_observation, create_series


class SeriesInput(serializers.Serializer[Any]):
    code = serializers.SlugField(max_length=60)
    names = serializers.DictField(child=serializers.CharField(), help_text='{"en": "...", "fr": "..."}')
    unit = serializers.ChoiceField(choices=CHOICES)
    dataset = serializers.SlugField(help_text="Code of a dataset of the team.")
    max_age_months = serializers.IntegerField(min_value=1, max_value=600, required=False, allow_null=True)
    situation = serializers.SlugField(required=False)


class SeriesOutput(serializers.Serializer[Any]):
    code = serializers.CharField()
    names = serializers.DictField(child=serializers.CharField())
    unit = serializers.CharField()
    dataset = serializers.CharField(source="dataset.code")
    row_version = serializers.IntegerField()


class ObservationInput(serializers.Serializer[Any]):
    """A value about an area or an actor. The period is half-open."""

    period_start = serializers.DateField()
    period_end = serializers.DateField()
    area = serializers.CharField(required=False, allow_null=True, help_text="P-code.")
    actor = serializers.SlugField(required=False, allow_null=True)
    value = serializers.FloatField()
    low = serializers.FloatField(required=False, allow_null=True)
    high = serializers.FloatField(required=False, allow_null=True)
    vintage = serializers.CharField(required=False, allow_blank=True, max_length=40)
    known_from = serializers.DateField(required=False)
    reason = serializers.CharField(required=False, allow_blank=True)


class ObservationOutput(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    series = serializers.CharField(source="series.code")
    area = serializers.CharField(source="area.pcode", allow_null=True, default=None)
    actor = serializers.CharField(source="actor.slug", allow_null=True, default=None)
    period_start = serializers.DateField(source="period.lower")
    period_end = serializers.DateField(source="period.upper")
    value = serializers.FloatField()
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    vintage = serializers.CharField()
    known_from = serializers.DateField()
    known_to = serializers.DateField(allow_null=True)


class SeriesAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS

    def one(self, code: str) -> Series:
        found = Series.objects.filter(team=self.team, code=code).select_related("team").first()
        if found is None:
            raise Http404
        return found


class SeriesList(SeriesAPIView):
    @extend_schema(operation_id="series_list", parameters=[Listed], responses=page_of(SeriesOutput))
    def get(self, request: Request) -> Response:
        self.asked(Listed)
        rows = Series.objects.filter(team=self.team).select_related("dataset")
        if situation := self.situation():
            rows = rows.filter(situation_links__situation=situation)
        return self.page(rows, SeriesOutput, fields=("code", "pk"))

    @extend_schema(operation_id="series_create", request=SeriesInput, responses={201: SeriesOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(SeriesInput)
        lookups.replace(data, "dataset", lambda code: lookups.dataset(self.team, code))
        situation = self.chosen_situation(data)
        series = create_series(team=self.team, by=self.user, via="api", situation=situation, **data)
        return Response(SeriesOutput(series).data, status=status.HTTP_201_CREATED)


class ObservationList(SeriesAPIView):
    @extend_schema(
        operation_id="observations_list", parameters=[ObservationQuery], responses=page_of(ObservationOutput)
    )
    def get(self, request: Request, code: str = "") -> Response:
        asked = self.asked(ObservationQuery)
        rows = observations_known(
            self.user,
            self.team,
            self.situation(),
            cutoff=asked.get("cutoff"),
            series=code or asked.get("series", ""),
        )
        return self.page(rows, ObservationOutput, fields=("id",))


class ObservationsOfSeries(ObservationList):
    @extend_schema(
        operation_id="series_observations_list", parameters=[ObservationQuery], responses=page_of(ObservationOutput)
    )
    def get(self, request: Request, code: str = "") -> Response:
        self.one(code)
        return super().get(request, code)

    @extend_schema(
        operation_id="series_observations_create", request=ObservationInput, responses={201: ObservationOutput}
    )
    def post(self, request: Request, code: str) -> Response:
        series = self.one(code)
        data = self.valid(ObservationInput)
        lookups.replace(data, "area", lambda pcode: lookups.area(self.team, pcode))
        lookups.replace(data, "actor", lambda slug: lookups.actor(self.team, self.user, slug, "actor"))
        known_from = data.pop("known_from", None) or timezone.localdate()
        made = create_observation(series=series, by=self.user, via="api", known_from=known_from, **data)
        found = observations_known(self.user, self.team).get(id=made.pk)
        return Response(ObservationOutput(found).data, status=status.HTTP_201_CREATED)

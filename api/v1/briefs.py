"""Briefs: asked for, approved, published, and their PDF."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.v1.base import TeamAPIView
from api.v1.queries import Listed
from core.errors import DomainError
from reports.models import Brief, BriefBuild
from reports.services import approve_brief, publish_brief, request_brief
from scenarios.models import Run


class BriefInput(serializers.Serializer[Any]):
    situation = serializers.SlugField()
    title = serializers.CharField(max_length=200)
    subtitle = serializers.CharField(required=False, allow_blank=True, max_length=300)
    locale = serializers.ChoiceField(choices=["en", "fr"], required=False)
    runs = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=10)


class VersionSeen(serializers.Serializer[Any]):
    row_version = serializers.IntegerField(min_value=1)


class BriefOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    situation = serializers.SlugField(source="situation.slug")
    title = serializers.CharField()
    subtitle = serializers.CharField()
    locale = serializers.CharField()
    status = serializers.CharField()
    dated = serializers.DateTimeField()
    approved_at = serializers.DateTimeField(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)
    row_version = serializers.IntegerField()


class BuildOutput(serializers.Serializer[Any]):
    state = serializers.CharField()
    error = serializers.CharField()
    context_sha256 = serializers.CharField()
    pdf_sha256 = serializers.CharField(source="blob.sha256", allow_null=True, default=None)
    accessible = serializers.BooleanField()


class BriefDetailOutput(BriefOutput):
    build = BuildOutput(allow_null=True)


class BriefAPIView(TeamAPIView):
    write = Permission.REQUEST_BRIEFS

    def seen(self) -> Any:
        return Brief.objects.visible_to(self.request.user).filter(team=self.team).select_related("situation")

    def one(self, key: Any) -> Brief:
        found = self.seen().select_related("situation", "team").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def answer(self, key: Any, code: int = 200) -> Response:
        brief = self.one(key)
        newest = brief.builds.select_related("blob").defer("context", "blob__data").order_by("-id").first()
        body = {**BriefOutput(brief).data, "build": BuildOutput(newest).data if newest else None}
        return Response(body, status=code)


class BriefList(BriefAPIView):
    @extend_schema(operation_id="briefs_list", parameters=[Listed], responses=BriefOutput(many=True))
    def get(self, request: Request) -> Response:
        self.asked(Listed)
        rows = self.seen()
        if situation := self.situation():
            rows = rows.filter(situation=situation)
        return self.page(rows, BriefOutput, fields=("-id",))

    @extend_schema(operation_id="briefs_create", request=BriefInput, responses={202: BriefDetailOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(BriefInput)
        keys = data.pop("runs")
        runs = Run.objects.visible_to(request.user).filter(team=self.team, pk__in=keys).select_related("version")
        by_key = {run.pk: run for run in runs}
        if unknown := [key for key in keys if key not in by_key]:
            raise DomainError(f"There is no run {unknown[0]}.", code="unknown", field="runs")
        brief = request_brief(
            situation=self.named_situation(data.pop("situation")),
            by=request.user,
            runs=[by_key[key] for key in keys],
            dated=timezone.now(),
            via="api",
            **data,
        )
        return self.answer(brief.pk, status.HTTP_202_ACCEPTED)


class BriefDetail(BriefAPIView):
    @extend_schema(operation_id="briefs_read", responses=BriefDetailOutput)
    def get(self, request: Request, key: Any) -> Response:
        return self.answer(key)


class BriefApproval(BriefAPIView):
    write = Permission.APPROVE_BRIEFS

    @extend_schema(operation_id="briefs_approve", request=VersionSeen, responses=BriefDetailOutput)
    def post(self, request: Request, key: Any) -> Response:
        expected = self.valid(VersionSeen)["row_version"]
        approve_brief(brief=self.one(key), by=request.user, expected=expected, approved_at=timezone.now(), via="api")
        return self.answer(key)


class BriefPublication(BriefAPIView):
    write = Permission.APPROVE_BRIEFS

    @extend_schema(operation_id="briefs_publish", request=VersionSeen, responses=BriefDetailOutput)
    def post(self, request: Request, key: Any) -> Response:
        expected = self.valid(VersionSeen)["row_version"]
        publish_brief(brief=self.one(key), by=request.user, expected=expected, published_at=timezone.now(), via="api")
        return self.answer(key)


class BriefPdf(BriefAPIView):
    @extend_schema(operation_id="briefs_pdf", responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, key: Any) -> HttpResponse:
        brief = self.one(key)
        finished = brief.builds.filter(state=BriefBuild.State.DONE).select_related("blob").order_by("-id").first()
        if finished is None:
            raise Http404
        answer = HttpResponse(bytes(finished.blob.data), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="{brief.number}.pdf"'
        answer["ETag"] = f'"{finished.blob.sha256}"'
        return answer

"""Briefs: asked for, approved, published, and their PDF."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1 import lookups
from api.v1.base import TeamAPIView
from api.v1.queries import Listed
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
        return Brief.objects.visible_to(self.user).filter(team=self.team).select_related("situation")

    def one(self, key: Any) -> Brief:
        found: Brief | None = self.seen().select_related("situation", "team").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def builds(self, brief: Brief) -> Any:
        """The makings of its PDF, the latest first."""
        rows: Any = BriefBuild.objects.filter(brief=brief)
        return rows.select_related("blob").order_by("-id")

    def answer(self, key: Any, code: int = 200) -> Response:
        brief = self.one(key)
        newest = self.builds(brief).defer("context", "blob__data").first()
        body = {**BriefOutput(brief).data, "build": BuildOutput(newest).data if newest else None}
        return Response(body, status=code)


class BriefList(BriefAPIView):
    @extend_schema(operation_id="briefs_list", parameters=[Listed], responses=page_of(BriefOutput))
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
        runs: Any = Run.objects.visible_to(self.user).filter(team=self.team, pk__in=keys).select_related("version")
        by_key = {run.pk: run for run in runs}
        brief = request_brief(
            situation=self.named_situation(data.pop("situation")),
            by=self.user,
            runs=[lookups.found(by_key.get(key), "runs", key) for key in keys],
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
        brief = self.one(key)
        expected = self.valid(VersionSeen)["row_version"]
        approve_brief(brief=brief, by=self.user, expected=expected, approved_at=timezone.now(), via="api")
        return self.answer(key)


class BriefPublication(BriefAPIView):
    write = Permission.APPROVE_BRIEFS

    @extend_schema(operation_id="briefs_publish", request=VersionSeen, responses=BriefDetailOutput)
    def post(self, request: Request, key: Any) -> Response:
        brief = self.one(key)
        expected = self.valid(VersionSeen)["row_version"]
        publish_brief(brief=brief, by=self.user, expected=expected, published_at=timezone.now(), via="api")
        return self.answer(key)


class BriefPdf(BriefAPIView):
    """The PDF itself; problems come as JSON, also for clients that accept a PDF only."""

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[Any, str]:
        return JSONRenderer(), JSONRenderer.media_type

    @extend_schema(operation_id="briefs_pdf", responses={(200, "application/pdf"): OpenApiTypes.BINARY, 304: None})
    def get(self, request: Request, key: Any) -> HttpResponse:
        brief = self.one(key)
        finished = self.builds(brief).filter(state=BriefBuild.State.DONE).defer("context", "blob__data").first()
        if finished is None:
            raise Http404
        etag = f'"{finished.blob.sha256}"'
        if request.headers.get("If-None-Match") == etag:
            return HttpResponse(status=304, headers={"ETag": etag})
        answer = HttpResponse(bytes(finished.blob.data), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="{brief.number}.pdf"'
        answer["ETag"] = etag
        return answer

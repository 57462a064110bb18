"""Runs: started here, scored by a worker, read when they are done."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1 import lookups
from api.v1.base import TeamAPIView
from api.v1.queries import Nothing, RunQuery
from core.errors import DomainError
from scenarios.models import Run, Version
from scenarios.selectors import current_version, find_scenario, reference_dates
from scenarios.services import cancel_run, retry_run, start_run

LONGEST_KEY = 120


class RunInput(serializers.Serializer[Any]):
    """`as_of` sets both dates. Without a version number the latest published version is scored, else the draft."""

    scenario = serializers.SlugField()
    version = serializers.IntegerField(required=False, min_value=1)
    at = serializers.DateField(required=False, help_text="Reference date: the date scored.")
    cutoff = serializers.DateField(required=False, help_text="The last day whose knowledge is used.")
    as_of = serializers.DateField(required=False)
    draws = serializers.IntegerField(required=False, min_value=1, max_value=100_000)
    seed = serializers.IntegerField(required=False, min_value=0, max_value=2**53 - 1)
    allow_hindsight = serializers.BooleanField(required=False)


class RunOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    scenario = serializers.SlugField(source="version.scenario.slug")
    version = serializers.IntegerField(source="version.number")
    state = serializers.CharField()
    stage = serializers.CharField()
    percent = serializers.IntegerField()
    error_code = serializers.CharField()
    error = serializers.CharField()
    at = serializers.DateField()
    cutoff = serializers.DateField()
    draws = serializers.IntegerField()
    seed = serializers.IntegerField()
    inputs_sha256 = serializers.CharField()
    allow_hindsight = serializers.BooleanField()
    hindsight_used = serializers.BooleanField()
    reconstructed = serializers.BooleanField()
    of_draft = serializers.BooleanField()
    queued_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)


class RunDetailOutput(RunOutput):
    result = serializers.DictField(allow_null=True, help_text="The engine's result; null until the run is done.")
    result_sha256 = serializers.CharField(allow_null=True)
    inputs = serializers.DictField(help_text="The frozen input: give it to `python -m engine score`.")


KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key returns the run it already made."
)


class RunAPIView(TeamAPIView):
    write = Permission.START_RUNS

    def seen(self) -> Any:
        return Run.objects.visible_to(self.user).filter(team=self.team).select_related("version__scenario")

    def one(self, key: Any) -> Run:
        found: Run | None = self.seen().select_related("version__scenario", "team", "result").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def answer(self, key: Any, code: int = 200) -> Response:
        run = self.one(key)
        result = getattr(run, "result", None) if run.state == Run.State.DONE else None
        body = {
            **RunOutput(run).data,
            "result": result.result if result else None,
            "result_sha256": result.result_sha256 if result else None,
            "inputs": run.inputs,
        }
        return Response(body, status=code)


class RunList(RunAPIView):
    @extend_schema(operation_id="runs_list", parameters=[RunQuery], responses=page_of(RunOutput))
    def get(self, request: Request) -> Response:
        asked = self.asked(RunQuery)
        rows = self.seen().defer("inputs", "provenance")
        if situation := self.situation():
            rows = rows.filter(version__scenario__situation=situation)
        if "scenario" in asked:
            rows = rows.filter(version__scenario__slug=asked["scenario"])
        if "state" in asked:
            rows = rows.filter(state=asked["state"])
        return self.page(rows, RunOutput, fields=("-id",))

    @extend_schema(operation_id="runs_create", parameters=[KEY], request=RunInput, responses={202: RunDetailOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(RunInput)
        version = self._version(data.pop("scenario"), data.pop("version", None))
        as_of = data.pop("as_of", None)
        at, cutoff = reference_dates(version.scenario, today=timezone.localdate())
        data["at"] = data.get("at") or as_of or at
        data["cutoff"] = data.get("cutoff") or as_of or cutoff
        key = self._key()
        run = start_run(version=version, by=self.user, via="api", idempotency_key=key, **data)
        answer = self.answer(run.pk, status.HTTP_202_ACCEPTED)
        answer["Location"] = request.build_absolute_uri(f"{request.path}{run.pk}/")
        return answer

    def _key(self) -> str | None:
        key = self.request.headers.get("Idempotency-Key") or None
        if key is not None and len(key) > LONGEST_KEY:
            raise DomainError(
                _("An idempotency key has at most %(most)d characters.") % {"most": LONGEST_KEY},
                code="invalid",
                field="Idempotency-Key",
            )
        return key

    def _version(self, slug: str, number: int | None) -> Version:
        scenario = lookups.found(find_scenario(self.team, slug), "scenario", slug)
        if number is None:
            return lookups.found(current_version(scenario), "version", slug)
        return lookups.found(Version.objects.filter(scenario=scenario, number=number).first(), "version", number)


class RunDetail(RunAPIView):
    @extend_schema(operation_id="runs_read", responses=RunDetailOutput)
    def get(self, request: Request, key: Any) -> Response:
        return self.answer(key)


class RunCancellation(RunAPIView):
    @extend_schema(operation_id="runs_cancel", request=None, responses=RunDetailOutput)
    def post(self, request: Request, key: Any) -> Response:
        self.valid(Nothing)
        cancel_run(run=self.one(key), by=self.user, via="api")
        return self.answer(key)


class RunRetry(RunAPIView):
    @extend_schema(operation_id="runs_retry", request=None, responses={202: RunDetailOutput})
    def post(self, request: Request, key: Any) -> Response:
        self.valid(Nothing)
        retry_run(run=self.one(key), by=self.user, via="api")
        return self.answer(key, status.HTTP_202_ACCEPTED)

"""Scenarios, their versions, weights and judgements."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1 import lookups
from api.v1.base import TeamAPIView
from api.v1.queries import Listed, Nothing, Paged
from scenarios.models import Judgement, Scenario, Version
from scenarios.selectors import find_scenario, scenarios_of, weights_by_key
from scenarios.services import add_judgement, create_scenario, new_draft, publish_version, save_weights

TEMPLATES = ["security-vacuum", "alliance-strength", "peacekeeping-alternatives"]


class ScenarioInput(serializers.Serializer[Any]):
    situation = serializers.SlugField()
    template = serializers.ChoiceField(choices=TEMPLATES)
    slug = serializers.SlugField(required=False, max_length=60)
    core_only = serializers.BooleanField(required=False, help_text="Only the core leaves carry weight (default).")


class ScenarioOutput(serializers.Serializer[Any]):
    slug = serializers.SlugField()
    situation = serializers.SlugField(source="situation.slug")
    name = serializers.DictField(child=serializers.CharField())
    question = serializers.DictField(child=serializers.CharField())
    template = serializers.CharField()
    alternatives_kind = serializers.CharField()
    higher_is = serializers.CharField()
    row_version = serializers.IntegerField()


class VersionOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    state = serializers.CharField()
    reason = serializers.CharField()
    published_at = serializers.DateTimeField(allow_null=True)
    row_version = serializers.IntegerField()


class NodeOutput(serializers.Serializer[Any]):
    key = serializers.CharField()
    # A field may be named like an attribute of Field: the metaclass takes it out of the class.
    parent = serializers.CharField(source="parent.key", allow_null=True, default=None)  # type: ignore[assignment]
    name = serializers.DictField(child=serializers.CharField())
    aggregation = serializers.CharField()


class IndicatorOutput(serializers.Serializer[Any]):
    key = serializers.CharField()
    node = serializers.CharField(source="node.key")
    name = serializers.DictField(child=serializers.CharField())
    unit = serializers.CharField()
    direction = serializers.IntegerField()
    value_function = serializers.DictField()
    measure = serializers.DictField()
    mark = serializers.CharField()
    active = serializers.BooleanField()


class AlternativeOutput(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.DictField(child=serializers.CharField())
    reference = serializers.BooleanField()
    active = serializers.BooleanField()


class VersionDetailOutput(VersionOutput):
    nodes = NodeOutput(many=True)
    indicators = IndicatorOutput(many=True)
    alternatives = AlternativeOutput(many=True)
    weights = serializers.DictField(child=serializers.FloatField(), help_text="Raw declared weight by child key.")


class WeightsInput(serializers.Serializer[Any]):
    weights = serializers.DictField(
        child=serializers.FloatField(min_value=0, max_value=1e11), help_text="Raw weight by node or indicator key."
    )
    reason = serializers.CharField()
    row_version = serializers.IntegerField(min_value=1)


class PublishInput(serializers.Serializer[Any]):
    reason = serializers.CharField()
    row_version = serializers.IntegerField(min_value=1)


class JudgementInput(serializers.Serializer[Any]):
    """Low, mode and high: 5th percentile, most likely, 95th, in the indicator's unit."""

    alternative = serializers.CharField(max_length=60)
    indicator = serializers.CharField(max_length=30)
    low = serializers.FloatField()
    mode = serializers.FloatField()
    high = serializers.FloatField()
    reason = serializers.CharField()
    about = serializers.DateField(help_text="The date described.")
    made_on = serializers.DateField(help_text="The day of judging.")
    review_by = serializers.DateField(required=False, allow_null=True)
    documents = serializers.ListField(child=serializers.UUIDField(), required=False)


class JudgementOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    alternative = serializers.CharField()
    indicator = serializers.CharField()
    by = serializers.CharField(source="by.email")
    low = serializers.FloatField()
    mode = serializers.FloatField()
    high = serializers.FloatField()
    reason = serializers.CharField()
    about = serializers.DateField()
    made_on = serializers.DateField()
    review_by = serializers.DateField(allow_null=True)
    handling = serializers.CharField()


class ScenarioAPIView(TeamAPIView):
    write = Permission.WRITE_SCENARIOS

    def scenario(self, slug: str) -> Scenario:
        found = find_scenario(self.team, slug)
        if found is None:
            raise Http404
        return found

    def version(self, slug: str, number: int) -> Version:
        rows = Version.objects.filter(scenario=self.scenario(slug), number=number)
        found = rows.select_related("scenario__situation", "team").first()
        if found is None:
            raise Http404
        return found

    def detail(self, version: Version) -> dict[str, Any]:
        """A version with its whole tree, in as many queries for a large one as for a small."""
        tree = {
            "nodes": version.nodes.select_related("parent").order_by("order", "pk"),
            "indicators": version.indicators.select_related("node").order_by("order", "pk"),
            "alternatives": version.alternatives.order_by("order", "pk"),
        }
        return {
            **VersionOutput(version).data,
            "nodes": NodeOutput(tree["nodes"], many=True).data,
            "indicators": IndicatorOutput(tree["indicators"], many=True).data,
            "alternatives": AlternativeOutput(tree["alternatives"], many=True).data,
            "weights": {key: row.value for key, row in sorted(weights_by_key(version).items())},
        }


class ScenarioList(ScenarioAPIView):
    @extend_schema(operation_id="scenarios_list", parameters=[Listed], responses=page_of(ScenarioOutput))
    def get(self, request: Request) -> Response:
        self.asked(Listed)
        rows = scenarios_of(self.team, situation=self.situation())
        return self.page(rows, ScenarioOutput, fields=("slug", "pk"))

    @extend_schema(operation_id="scenarios_create", request=ScenarioInput, responses={201: ScenarioOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(ScenarioInput)
        situation = self.named_situation(data.pop("situation"))
        made = create_scenario(team=self.team, situation=situation, by=self.user, via="api", **data)
        return Response(ScenarioOutput(made).data, status=status.HTTP_201_CREATED)


class ScenarioDetail(ScenarioAPIView):
    @extend_schema(operation_id="scenarios_read", responses=ScenarioOutput)
    def get(self, request: Request, slug: str) -> Response:
        return Response(ScenarioOutput(self.scenario(slug)).data)


class VersionList(ScenarioAPIView):
    @extend_schema(operation_id="versions_list", parameters=[Paged], responses=page_of(VersionOutput))
    def get(self, request: Request, slug: str) -> Response:
        self.asked(Paged)
        return self.page(Version.objects.filter(scenario=self.scenario(slug)), VersionOutput, fields=("-number",))

    @extend_schema(operation_id="versions_create", request=None, responses={201: VersionDetailOutput})
    def post(self, request: Request, slug: str) -> Response:
        self.valid(Nothing)
        draft = new_draft(scenario=self.scenario(slug), by=self.user, via="api")
        return Response(self.detail(draft), status=status.HTTP_201_CREATED)


class VersionDetail(ScenarioAPIView):
    @extend_schema(operation_id="versions_read", responses=VersionDetailOutput)
    def get(self, request: Request, slug: str, number: int) -> Response:
        return Response(self.detail(self.version(slug, number)))


class VersionWeights(ScenarioAPIView):
    @extend_schema(operation_id="versions_weigh", request=WeightsInput, responses=VersionDetailOutput)
    def put(self, request: Request, slug: str, number: int) -> Response:
        version = self.version(slug, number)
        data = self.valid(WeightsInput)
        save_weights(version=version, by=self.user, via="api", expected=data.pop("row_version"), **data)
        return Response(self.detail(self.version(slug, number)))


class VersionPublication(ScenarioAPIView):
    write = Permission.PUBLISH

    @extend_schema(operation_id="versions_publish", request=PublishInput, responses=VersionDetailOutput)
    def post(self, request: Request, slug: str, number: int) -> Response:
        version = self.version(slug, number)
        data = self.valid(PublishInput)
        publish_version(version=version, by=self.user, via="api", reason=data["reason"], expected=data["row_version"])
        return Response(self.detail(self.version(slug, number)))


class JudgementList(ScenarioAPIView):
    write = Permission.JUDGE

    def seen(self, scenario: Scenario) -> Any:
        rows = Judgement.objects.standing().visible_to(self.user).filter(scenario=scenario)
        return rows.select_related("by")

    @extend_schema(operation_id="judgements_list", parameters=[Paged], responses=page_of(JudgementOutput))
    def get(self, request: Request, slug: str) -> Response:
        self.asked(Paged)
        return self.page(self.seen(self.scenario(slug)), JudgementOutput, fields=("-id",))

    @extend_schema(operation_id="judgements_create", request=JudgementInput, responses={201: JudgementOutput})
    def post(self, request: Request, slug: str) -> Response:
        scenario = self.scenario(slug)
        data = self.valid(JudgementInput)
        keys = data.pop("documents", [])
        documents = [lookups.document(self.team, self.user, key) for key in keys]
        made = add_judgement(scenario=scenario, by=self.user, via="api", documents=documents, **data)
        return Response(JudgementOutput(self.seen(scenario).get(pk=made.pk)).data, status=status.HTTP_201_CREATED)

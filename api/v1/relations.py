"""Relations between actors, and between actors and places."""

from functools import partial
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
from api.v1.events import Retraction
from api.v1.queries import Known, RelationQuery
from world.models import Actor, Relation, RelationType
from world.selectors.facts import relations_known
from world.services.relations import correct_relation, create_relation, retract_relation, revise_relation


class RelationFields(serializers.Serializer[Any]):
    """What can be set. The period is half-open: `valid_to` is the first day on which it no longer holds."""

    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(required=False, allow_null=True)
    strength = serializers.IntegerField(min_value=-100, max_value=100, required=False, allow_null=True)
    confidence = serializers.IntegerField(min_value=0, max_value=100, required=False, allow_null=True)
    status = serializers.ChoiceField(choices=["asserted", "disputed"], required=False)
    reliability = serializers.ChoiceField(choices=list("ABCDEF"), required=False)
    credibility = serializers.IntegerField(min_value=1, max_value=6, required=False)
    summary = serializers.CharField(required=False, allow_blank=True)
    announced_on = serializers.DateField(required=False, allow_null=True)
    effective_on = serializers.DateField(required=False, allow_null=True)
    area = serializers.CharField(required=False, allow_null=True, help_text="P-code.")
    place = serializers.CharField(required=False, allow_blank=True, max_length=200)
    lat = serializers.FloatField(required=False, allow_null=True, min_value=-90, max_value=90)
    lon = serializers.FloatField(required=False, allow_null=True, min_value=-180, max_value=180)


class RelationInput(RelationFields):
    subject = serializers.SlugField(help_text="Slug of an actor.")
    object = serializers.SlugField(required=False, allow_null=True)
    type = serializers.ChoiceField(choices=RelationType.choices)
    known_from = serializers.DateField(required=False)
    reason = serializers.CharField(required=False, allow_blank=True)


class RelationChange(RelationFields):
    row_version = serializers.IntegerField(min_value=1)
    verb = serializers.ChoiceField(choices=["correct", "revise"])
    reason = serializers.CharField()
    known_from = serializers.DateField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        fields["valid_from"].required = False
        return fields


class RelationOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    key = serializers.SerializerMethodField()
    subject = serializers.SerializerMethodField()
    object = serializers.SerializerMethodField()
    type = serializers.CharField()
    directed = serializers.BooleanField()
    valid_from = serializers.DateField(source="validity.lower", allow_null=True)
    valid_to = serializers.DateField(source="validity.upper", allow_null=True)
    strength = serializers.IntegerField(allow_null=True)
    confidence = serializers.IntegerField(allow_null=True)
    status = serializers.CharField()
    reliability = serializers.CharField()
    credibility = serializers.IntegerField()
    summary = serializers.CharField()
    announced_on = serializers.DateField(allow_null=True)
    effective_on = serializers.DateField(allow_null=True)
    area = serializers.CharField(source="area.pcode", allow_null=True, default=None)
    place = serializers.CharField()
    attributes = serializers.DictField()
    handling = serializers.CharField()
    known_from = serializers.DateField()
    known_to = serializers.DateField(allow_null=True)
    row_version = serializers.IntegerField()

    def get_key(self, relation: Any) -> str | None:
        """The natural key is made of both slugs."""
        withheld = any(end is not None and end.name_withheld for end in (relation.subject, relation.object))
        return None if withheld else str(relation.key)

    def get_subject(self, relation: Any) -> str | None:
        return self._slug(relation.subject)

    def get_object(self, relation: Any) -> str | None:
        return self._slug(relation.object)

    def _slug(self, actor: Actor | None) -> str | None:
        return None if actor is None or actor.name_withheld else actor.slug


class RelationAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS

    def one(self, key: Any, **chosen: Any) -> Any:
        found = relations_known(self.user, self.team, **chosen).filter(id=key).first()
        if found is None:
            raise Http404
        return found

    def answer(self, key: Any, code: int = 200) -> Response:
        return Response(RelationOutput(self.one(key)).data, status=code)


class RelationList(RelationAPIView):
    @extend_schema(operation_id="relations_list", parameters=[RelationQuery], responses=page_of(RelationOutput))
    def get(self, request: Request) -> Response:
        asked = self.asked(RelationQuery)
        actor = lookups.actor(self.team, self.user, asked["actor"], "actor") if "actor" in asked else None
        types = [asked["type"]] if "type" in asked else ()
        rows = relations_known(
            self.user, self.team, self.situation(), cutoff=asked.get("cutoff"), types=types, actor=actor
        )
        if "at" in asked:
            rows = rows.filter(validity__contains=asked["at"])
        return self.page(rows, RelationOutput, fields=("-id",))

    @extend_schema(operation_id="relations_create", request=RelationInput, responses={201: RelationOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(RelationInput)
        for end in ("subject", "object"):
            lookups.replace(data, end, partial(self._actor, end))
        lookups.replace(data, "area", lambda pcode: lookups.area(self.team, pcode))
        known_from = data.pop("known_from", None) or timezone.localdate()
        relation = create_relation(team=self.team, by=self.user, via="api", known_from=known_from, **data)
        return self.answer(relation.pk, status.HTTP_201_CREATED)

    def _actor(self, end: str, slug: str) -> Actor:
        return lookups.actor(self.team, self.user, slug, end)


class RelationDetail(RelationAPIView):
    @extend_schema(operation_id="relations_read", parameters=[Known], responses=RelationOutput)
    def get(self, request: Request, key: Any) -> Response:
        return Response(RelationOutput(self.one(key, cutoff=self.asked(Known).get("cutoff"))).data)

    @extend_schema(operation_id="relations_change", request=RelationChange, responses=RelationOutput)
    def patch(self, request: Request, key: Any) -> Response:
        self.one(key)
        data = self.valid(RelationChange)
        lookups.replace(data, "area", lambda pcode: lookups.area(self.team, pcode))
        verb, expected = data.pop("verb"), data.pop("row_version")
        if verb == "revise":
            data["known_from"] = data.get("known_from") or timezone.localdate()
        change = revise_relation if verb == "revise" else correct_relation
        relation = Relation.objects.select_related("team", "subject", "object").get(pk=key)
        change(relation=relation, by=self.user, via="api", expected=expected, **data)
        return self.answer(key)


class RelationRetraction(RelationAPIView):
    @extend_schema(operation_id="relations_retract", request=Retraction, responses={204: None})
    def post(self, request: Request, key: Any) -> Response:
        self.one(key)
        data = self.valid(Retraction)
        retract_relation(
            relation=Relation.objects.select_related("team", "subject", "object").get(pk=key),
            by=self.user,
            via="api",
            reason=data["reason"],
            known_from=data.get("known_from") or timezone.localdate(),
            expected=data["row_version"],
        )
        return Response(status=status.HTTP_204_NO_CONTENT)

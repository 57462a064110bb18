"""Actors with their names and their keys in other systems."""

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
from api.v1.queries import ActorQuery
from world.models import Actor, ActorExternalId, ActorName
from world.selectors.identity import actors_seen
from world.services.actors import create_actor, update_actor


class NameSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=300)
    kind = serializers.ChoiceField(choices=[c for c in ActorName.Kind.choices if c[0] != "canonical"])
    lang = serializers.CharField(required=False, allow_blank=True, max_length=8)
    source_system = serializers.CharField(required=False, allow_blank=True, max_length=20)


class ActorInput(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=300)
    kind = serializers.ChoiceField(choices=Actor.Kind.choices)
    slug = serializers.SlugField(required=False, max_length=100)
    description = serializers.CharField(required=False, allow_blank=True)
    home_area = serializers.CharField(required=False, allow_null=True, help_text="P-code.")
    names = NameSerializer(many=True, required=False)
    external_ids = serializers.DictField(child=serializers.CharField(max_length=100), required=False)
    situation = serializers.SlugField(required=False, help_text="Link the actor to this situation.")


class ActorChange(serializers.Serializer[Any]):
    row_version = serializers.IntegerField(min_value=1)
    kind = serializers.ChoiceField(choices=Actor.Kind.choices, required=False)
    description = serializers.CharField(required=False, allow_blank=True)
    home_area = serializers.CharField(required=False, allow_null=True)
    reason = serializers.CharField(required=False, allow_blank=True)


class ActorOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    slug = serializers.SerializerMethodField()
    name = serializers.CharField(source="__str__")
    kind = serializers.CharField()
    status = serializers.CharField()
    home_area = serializers.CharField(source="home_area.pcode", allow_null=True, default=None)
    description = serializers.SerializerMethodField()
    names = serializers.SerializerMethodField()
    external_ids = serializers.SerializerMethodField()
    handling = serializers.CharField()
    row_version = serializers.IntegerField()

    def get_slug(self, actor: Actor) -> str | None:
        return None if actor.name_withheld else actor.slug

    def get_description(self, actor: Actor) -> str:
        return "" if actor.name_withheld else actor.description

    @extend_schema(responses=NameSerializer(many=True))
    def get_names(self, actor: Actor) -> list[dict[str, str]]:
        fields = ("text", "kind", "lang", "source_system")
        return [{name: getattr(row, name) for name in fields} for row in self.context["names"].get(actor.pk, [])]

    def get_external_ids(self, actor: Actor) -> dict[str, str]:
        return {row.system: row.value for row in self.context["keys"].get(actor.pk, [])}


class ActorAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS

    def details(self, actors: list[Any]) -> dict[str, Any]:
        """Names and keys of all rows of a page, two queries for any number; none of an actor whose name is withheld."""
        open_ones = [actor.pk for actor in actors if not actor.name_withheld]
        names: dict[Any, list[ActorName]] = {}
        keys: dict[Any, list[ActorExternalId]] = {}
        found = ActorName.objects.filter(actor__in=open_ones).visible_to(self.user)
        for name in found.order_by("kind", "norm", "pk"):
            names.setdefault(name.actor_id, []).append(name)
        for key in ActorExternalId.objects.filter(actor__in=open_ones).order_by("system", "pk"):
            keys.setdefault(key.actor_id, []).append(key)
        return {"names": names, "keys": keys}

    def one(self, key: Any) -> Actor:
        found = actors_seen(self.user, self.team).select_related("home_area", "team").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def answer(self, key: Any, code: int = 200) -> Response:
        actor = self.one(key)
        return Response(ActorOutput(actor, context=self.details([actor])).data, status=code)


class ActorList(ActorAPIView):
    @extend_schema(operation_id="actors_list", parameters=[ActorQuery], responses=page_of(ActorOutput))
    def get(self, request: Request) -> Response:
        asked = self.asked(ActorQuery)
        rows = actors_seen(self.user, self.team, kind=asked.get("kind", ""), text=asked.get("q", ""))
        if situation := self.situation():
            rows = rows.filter(situation_links__situation=situation)
        rows = rows.select_related("home_area")
        # Not by name: the cursor would tell a name that is withheld.
        return self.page(rows, ActorOutput, context=self.details)

    @extend_schema(operation_id="actors_create", request=ActorInput, responses={201: ActorOutput})
    def post(self, request: Request) -> Response:
        data = self.valid(ActorInput)
        lookups.replace(data, "home_area", lambda pcode: lookups.area(self.team, pcode, "home_area"))
        situation = self.chosen_situation(data)
        actor = create_actor(team=self.team, by=self.user, via="api", situation=situation, **data)
        return self.answer(actor.pk, status.HTTP_201_CREATED)


class ActorDetail(ActorAPIView):
    @extend_schema(operation_id="actors_read", responses=ActorOutput)
    def get(self, request: Request, key: Any) -> Response:
        return self.answer(key)

    @extend_schema(operation_id="actors_change", request=ActorChange, responses=ActorOutput)
    def patch(self, request: Request, key: Any) -> Response:
        actor = self.one(key)
        data = self.valid(ActorChange)
        lookups.replace(data, "home_area", lambda pcode: lookups.area(self.team, pcode, "home_area"))
        expected = data.pop("row_version")
        update_actor(actor=actor, by=self.user, via="api", expected=expected, **data)
        return self.answer(key)

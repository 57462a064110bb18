"""Events, with their participants."""

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
from api.v1.queries import EventQuery, Known
from world.models import Event, EventStatus
from world.selectors.facts import events_known, sides_of
from world.services.events import correct_event, create_event, retract_event, revise_event


class ParticipantSerializer(serializers.Serializer[Any]):
    actor = serializers.SlugField(allow_null=True, required=False, help_text="Slug; null if only a label is known.")
    raw_label = serializers.CharField(required=False, allow_blank=True, max_length=300)
    role = serializers.CharField(max_length=20)
    attribution = serializers.CharField(required=False, max_length=20)


class EventFields(serializers.Serializer[Any]):
    """What can be set. Dates are local days, both counted; numbers of deaths may be unknown (null), which is not 0."""

    type = serializers.CharField(help_text="Code of the event type, such as VIOL.CLASH.")
    title = serializers.CharField(required=False, allow_blank=True, max_length=300)
    summary = serializers.CharField(required=False, allow_blank=True)
    date_start = serializers.DateField()
    date_end = serializers.DateField()
    date_prec = serializers.IntegerField(min_value=1, max_value=5, required=False)
    place = serializers.CharField(required=False, allow_blank=True, max_length=300)
    lat = serializers.FloatField(required=False, allow_null=True, min_value=-90, max_value=90)
    lon = serializers.FloatField(required=False, allow_null=True, min_value=-180, max_value=180)
    where_prec = serializers.IntegerField(min_value=1, max_value=7, required=False, allow_null=True)
    radius_km = serializers.FloatField(min_value=0, required=False, allow_null=True)
    area = serializers.CharField(required=False, allow_null=True, help_text="P-code of the reported area.")
    deaths_best = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False, allow_null=True)
    deaths_low = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False, allow_null=True)
    deaths_high = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False, allow_null=True)
    deaths_civilians = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False, allow_null=True)
    count_in_aggregates = serializers.BooleanField(required=False)
    participants = ParticipantSerializer(many=True, required=False)


class EventInput(EventFields):
    situation = serializers.SlugField(required=False, help_text="Link the event to this situation.")
    known_from = serializers.DateField(
        required=False, help_text="Day since which it could be known; today if not given."
    )
    reason = serializers.CharField(required=False, allow_blank=True)


class EventChange(EventFields):
    """Some fields, the version that was read, and one of two verbs."""

    row_version = serializers.IntegerField(min_value=1)
    verb = serializers.ChoiceField(
        choices=["correct", "revise"],
        help_text="correct: it had been written wrongly; revise: the world told us more.",
    )
    reason = serializers.CharField()
    known_from = serializers.DateField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for name in EventFields._declared_fields:
            fields[name].required = False
        return fields


class Retraction(serializers.Serializer[Any]):
    row_version = serializers.IntegerField(min_value=1)
    reason = serializers.CharField()
    known_from = serializers.DateField(required=False)


class ParticipantOutput(serializers.Serializer[Any]):
    actor = serializers.SlugField(allow_null=True)
    # A field may be named like an attribute of Field: the metaclass takes it out of the class.
    label = serializers.CharField()  # type: ignore[assignment]
    raw_label = serializers.CharField()
    role = serializers.CharField()
    side = serializers.CharField()
    attribution = serializers.CharField()


class EventOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    dataset = serializers.CharField(source="dataset.code")
    external_id = serializers.CharField()
    type = serializers.CharField(source="type.code")
    title = serializers.CharField()
    summary = serializers.CharField()
    date_start = serializers.DateField()
    date_end = serializers.DateField()
    date_prec = serializers.IntegerField()
    place = serializers.CharField()
    lat = serializers.FloatField(allow_null=True)
    lon = serializers.FloatField(allow_null=True)
    where_prec = serializers.IntegerField(allow_null=True)
    radius_km = serializers.FloatField(allow_null=True)
    area = serializers.CharField(source="area.pcode", allow_null=True, default=None)
    deaths_best = serializers.IntegerField(allow_null=True)
    deaths_low = serializers.IntegerField(allow_null=True)
    deaths_high = serializers.IntegerField(allow_null=True)
    deaths_civilians = serializers.IntegerField(allow_null=True)
    count_in_aggregates = serializers.BooleanField()
    status = serializers.CharField()
    handling = serializers.CharField()
    known_from = serializers.DateField()
    known_to = serializers.DateField(allow_null=True)
    row_version = serializers.IntegerField()
    participants = serializers.SerializerMethodField()

    @extend_schema(responses=ParticipantOutput(many=True))
    def get_participants(self, event: Any) -> list[dict[str, Any]]:
        sides: list[dict[str, Any]] = self.context["sides"][event.pk]
        return sides


class EventAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS

    def seen(self, **chosen: Any) -> Any:
        return events_known(self.user, self.team, **chosen)

    def one(self, key: Any, **chosen: Any) -> Any:
        found = self.seen(statuses=EventStatus.values, **chosen).filter(id=key).first()
        if found is None:
            raise Http404
        return found

    def sides(self, events: list[Any]) -> dict[str, Any]:
        return {"sides": sides_of(self.user, self.team, events)}

    def editable(self, key: Any) -> Event:
        self.one(key)
        event: Event = Event.objects.select_related("team").get(pk=key)
        return event

    def answer(self, key: Any, code: int = 200) -> Response:
        event = self.one(key)
        return Response(EventOutput(event, context=self.sides([event])).data, status=code)

    def rows_for(self, data: dict[str, Any]) -> dict[str, Any]:
        """Put rows in the place of natural keys."""
        lookups.replace(data, "type", lambda code: lookups.event_type(self.team, code))
        lookups.replace(data, "area", lambda pcode: lookups.area(self.team, pcode))
        for part in data.get("participants", []):
            lookups.replace(part, "actor", lambda slug: lookups.actor(self.team, self.user, slug, "participants.actor"))
        return data


class EventList(EventAPIView):
    @extend_schema(operation_id="events_list", parameters=[EventQuery], responses=page_of(EventOutput))
    def get(self, request: Request) -> Response:
        asked = self.asked(EventQuery)
        chosen: dict[str, Any] = {
            name: asked[name] for name in ("cutoff", "since", "until", "dataset", "area") if name in asked
        }
        if "type" in asked:
            chosen["types"] = [asked["type"]]
        if "status" in asked:
            chosen["statuses"] = [asked["status"]]
        if "actor" in asked:
            chosen["actor"] = lookups.actor(self.team, self.user, asked["actor"], "actor")
        rows = self.seen(situation=self.situation(), **chosen)
        return self.page(rows, EventOutput, fields=("-date_start", "-id"), context=self.sides)

    @extend_schema(operation_id="events_create", request=EventInput, responses={201: EventOutput})
    def post(self, request: Request) -> Response:
        data = self.rows_for(self.valid(EventInput))
        situation = self.chosen_situation(data)
        known_from = data.pop("known_from", None) or timezone.localdate()
        event = create_event(
            team=self.team, by=self.user, via="api", situation=situation, known_from=known_from, **data
        )
        return self.answer(event.pk, status.HTTP_201_CREATED)


class EventDetail(EventAPIView):
    @extend_schema(operation_id="events_read", parameters=[Known], responses=EventOutput)
    def get(self, request: Request, key: Any) -> Response:
        asked = self.asked(Known)
        event = self.one(key, cutoff=asked.get("cutoff"))
        return Response(EventOutput(event, context=self.sides([event])).data)

    @extend_schema(operation_id="events_change", request=EventChange, responses=EventOutput)
    def patch(self, request: Request, key: Any) -> Response:
        event = self.editable(key)
        data = self.rows_for(self.valid(EventChange))
        verb, expected = data.pop("verb"), data.pop("row_version")
        if verb == "revise":
            data["known_from"] = data.get("known_from") or timezone.localdate()
        change = revise_event if verb == "revise" else correct_event
        change(event=event, by=self.user, via="api", expected=expected, **data)
        return self.answer(key)


class EventRetraction(EventAPIView):
    @extend_schema(operation_id="events_retract", request=Retraction, responses=EventOutput)
    def post(self, request: Request, key: Any) -> Response:
        event = self.editable(key)
        data = self.valid(Retraction)
        known_from = data.get("known_from") or timezone.localdate()
        retract_event(
            event=event,
            by=self.user,
            via="api",
            reason=data["reason"],
            known_from=known_from,
            expected=data["row_version"],
        )
        return self.answer(key)

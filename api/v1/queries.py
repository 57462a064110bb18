"""Query parameters that lists share, checked like a body: an unknown value is refused, not ignored."""

from typing import Any

from rest_framework import serializers

from core.jobs import Job
from world.models import Actor, EventStatus, RelationType


class Paged(serializers.Serializer[Any]):
    """What every list takes."""

    after = serializers.CharField(required=False, help_text="Cursor: the `next` of the page before.")
    limit = serializers.IntegerField(
        required=False, min_value=1, max_value=200, help_text="Rows a page, 50 if not given."
    )


class Listed(Paged):
    """Lists of what a situation selects."""

    situation = serializers.SlugField(required=False, help_text="Only rows of this situation.")


class Known(serializers.Serializer[Any]):
    """A fact can be read as it could be known on a day."""

    cutoff = serializers.DateField(required=False, help_text="As it could be known on this day; now if not given.")


class EventQuery(Listed, Known):
    type = serializers.CharField(required=False, help_text="Type code or domain.")
    area = serializers.CharField(required=False, help_text="P-code; a country includes its areas.")
    actor = serializers.SlugField(required=False)
    dataset = serializers.SlugField(required=False)
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)
    status = serializers.ChoiceField(choices=EventStatus.choices, required=False)


class RelationQuery(Listed, Known):
    type = serializers.ChoiceField(choices=RelationType.choices, required=False)
    actor = serializers.SlugField(required=False)
    at = serializers.DateField(required=False, help_text="Only relations that hold on this day.")


class ActorQuery(Listed):
    kind = serializers.ChoiceField(choices=Actor.Kind.choices, required=False)
    q = serializers.CharField(required=False, help_text="Words of any name.")


class ObservationQuery(Listed, Known):
    series = serializers.CharField(required=False)


class RunQuery(Listed):
    scenario = serializers.SlugField(required=False)
    state = serializers.ChoiceField(choices=Job.State.choices, required=False)


class Nothing(serializers.Serializer[Any]):
    """The body of an act that needs no more than its address."""

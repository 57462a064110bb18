"""What happened, where, when, between whom, at what cost."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import Team, TeamOwned
from core.models import Editable, KeyedByTime
from world.models.parts import (
    DatePrecision,
    Handled,
    Knowable,
    KnownRow,
    PastState,
    TeamPart,
    latitude,
    longitude,
    past_constraints,
    point_constraint,
)

DEATHS = ("deaths_best", "deaths_low", "deaths_high", "deaths_civilians")


class EventStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    RETRACTED = "retracted", _("retracted")


class EventState(models.Model):
    """What is said of an event at one time of knowledge. Dates are local days, both counted."""

    type = models.ForeignKey("world.EventType", on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("world.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    summary = models.TextField(blank=True)
    date_start = models.DateField()
    date_end = models.DateField()
    date_prec = models.PositiveSmallIntegerField(choices=DatePrecision.choices, default=DatePrecision.DAY)
    place = models.CharField(max_length=300, blank=True)
    lat = latitude()
    lon = longitude()
    where_prec = models.PositiveSmallIntegerField(null=True, blank=True)
    radius_km = models.FloatField(null=True, blank=True)
    area = models.ForeignKey("world.AdminArea", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reported_adm1 = models.CharField(max_length=200, blank=True)
    reported_adm2 = models.CharField(max_length=200, blank=True)
    grid_cell = models.IntegerField(null=True, blank=True)
    deaths_best = models.PositiveIntegerField(null=True, blank=True)
    deaths_low = models.PositiveIntegerField(null=True, blank=True)
    deaths_high = models.PositiveIntegerField(null=True, blank=True)
    deaths_civilians = models.PositiveIntegerField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=EventStatus.choices, default=EventStatus.ACCEPTED)
    count_in_aggregates = models.BooleanField(default=True)
    duplicate_of = models.ForeignKey("world.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    event_clarity = models.PositiveSmallIntegerField(null=True, blank=True)
    attributes = models.JSONField(default=dict, blank=True)
    warnings = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        constraints = [
            *same_team("type", "parent", "area", "duplicate_of"),
            point_constraint(),
            models.CheckConstraint(
                condition=Q(date_start__lte=F("date_end")), name="%(app_label)s_%(class)s_dates_ordered"
            ),
            models.CheckConstraint(
                condition=Q(date_prec__range=(1, 5)), name="%(app_label)s_%(class)s_date_prec_known"
            ),
            models.CheckConstraint(
                condition=Q(where_prec__isnull=True) | Q(where_prec__range=(1, 7)),
                name="%(app_label)s_%(class)s_where_prec_known",
            ),
            models.CheckConstraint(
                condition=Q(radius_km__isnull=True) | Q(radius_km__gte=0),
                name="%(app_label)s_%(class)s_radius_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(status__in=EventStatus.values), name="%(app_label)s_%(class)s_status_known"
            ),
        ]


class EventIdentity(models.Model):
    """Which event it is: dataset:external_id is its natural key."""

    dataset = models.ForeignKey("world.Dataset", on_delete=models.PROTECT, related_name="+")
    external_id = models.CharField(max_length=100, db_collation="C")

    class Meta:
        abstract = True


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="EventHistory")
class Event(KeyedByTime, TeamOwned, Editable, Handled, EventIdentity, EventState, Knowable):
    """The current state of an event. `area` is the reported one: a district, else the country."""

    GRANT_FIELD = "event"

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            *EventState.Meta.constraints,
            *same_team("dataset", "batch"),
            models.UniqueConstraint(fields=["dataset", "external_id"], name="world_event_once_per_dataset"),
            models.CheckConstraint(condition=~Q(external_id=""), name="world_event_id_given"),
            models.CheckConstraint(
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=F("id")), name="world_event_not_own_duplicate"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="world_event_not_own_parent"
            ),
        ]
        indexes = [
            models.Index(fields=["team", "-date_start", "-id"], name="world_event_recent"),
            models.Index(fields=["team", "area", "date_start"], name="world_event_by_area"),
            models.Index(fields=["team", "dataset", "known_from"], name="world_event_by_known"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.date_start} {self.place}".strip()


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="EventParticipantHistory"
)
class EventParticipant(TeamPart):
    """An actor's part in an event; a side that is no known actor keeps its label."""

    class Role(models.TextChoices):
        SIDE_A = "side_a", _("side A")
        SIDE_B = "side_b", _("side B")
        PERPETRATOR = "perpetrator", _("perpetrator")
        TARGET = "target", _("target")
        MEDIATOR = "mediator", _("mediator")
        SUPPORTER = "supporter", _("supporter")
        CLAIMANT = "claimant", _("claims it")
        VICTIM_GROUP = "victim_group", _("victims")

    class Attribution(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        CLAIMED = "claimed", _("claimed")
        ALLEGED = "alleged", _("alleged")
        DENIED = "denied", _("denied")
        INFERRED = "inferred", _("inferred")

    class Side(models.TextChoices):
        A = "a", _("side A")
        B = "b", _("side B")
        NONE = "", _("no side")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participants", db_index=False)
    actor = models.ForeignKey("world.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    raw_label = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=12, choices=Role.choices)
    side = models.CharField(max_length=1, choices=Side.choices, blank=True, default=Side.NONE)
    attribution = models.CharField(max_length=10, choices=Attribution.choices, default=Attribution.CONFIRMED)

    class Meta:
        constraints = [
            *same_team("event", "actor"),
            models.UniqueConstraint(
                fields=["event", "actor", "role", "raw_label"],
                nulls_distinct=False,
                name="world_eventparticipant_once",
            ),
            models.UniqueConstraint(fields=["event", "actor", "role"], name="world_eventparticipant_actor_once"),
            models.CheckConstraint(
                condition=Q(actor__isnull=False) | ~Q(raw_label=""), name="world_eventparticipant_named"
            ),
            models.CheckConstraint(condition=Q(side__in=["a", "b", ""]), name="world_eventparticipant_side_known"),
        ]
        indexes = [models.Index(fields=["actor", "event"], name="world_participant_by_actor")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.role}"


class EventPast(TeamPart, EventState, PastState):
    """A superseded state of an event. `participants` has the shape of the view's column of that name."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="past")
    participants = models.JSONField(default=list)

    class Meta:
        constraints = [*EventState.Meta.constraints, *same_team("event", "batch"), *past_constraints("event")]
        indexes = [
            models.Index(fields=["team", "known_to"], name="world_eventpast_known_to"),
            models.Index(fields=["team", "known_from"], name="world_eventpast_known_from"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} [{self.known_from}, {self.known_to})"


class EventKnown(KnownRow, Handled, EventIdentity, EventState, Knowable):
    """View: every state of every event. `participants`: [{actor, raw_label, role, side, attribution}]."""

    GRANT_FIELD = "event"

    id = models.UUIDField(primary_key=True)
    team = models.ForeignKey(Team, on_delete=models.DO_NOTHING, related_name="+")
    participants = models.JSONField()

    class Meta:
        managed = False
        db_table = "world_event_known"
        constraints = ()

    def __str__(self) -> str:
        return self.title or f"{self.date_start} {self.place}".strip()

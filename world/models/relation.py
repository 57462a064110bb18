"""How two actors, or an actor and a place, stand to each other over time."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import Team, TeamOwned
from core.models import Editable, KeyedByTime
from world.models.parts import (
    DatePrecision,
    Graded,
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


class RelationStatus(models.TextChoices):
    ASSERTED = "asserted", _("asserted")
    DISPUTED = "disputed", _("disputed")
    RETRACTED = "retracted", _("retracted")


class RelationType(models.TextChoices):
    ALLIED = "allied", _("allied with")
    HOSTILE = "hostile", _("hostile to")
    RIVAL = "rival", _("rival of")
    NEGOTIATES = "negotiates", _("negotiates with")
    TREATY = "treaty", _("has a treaty with")
    SUPPORTS = "supports", _("supports")
    STATE_SPONSOR = "state_sponsor", _("sponsors")
    PATRON_OF = "patron_of", _("patron of")
    FACTION_OF = "faction_of", _("faction of")
    MEMBER_OF = "member_of", _("member of")
    COMMANDS = "commands", _("commands")
    DEPLOYED_IN = "deployed_in", _("deployed in")
    GARRISON = "garrison", _("holds a garrison in")
    BLOCKADES = "blockades", _("blockades")
    MEDIATES = "mediates", _("mediates for")
    PLEDGES = "pledges", _("pledges to")
    INFLUENCES = "influences", _("influences")
    POSITION_ON = "position_on", _("takes a position on")


SYMMETRIC = frozenset(
    {
        RelationType.ALLIED,
        RelationType.HOSTILE,
        RelationType.RIVAL,
        RelationType.NEGOTIATES,
        RelationType.TREATY,
    }
)


class RelationState(Graded):
    """What is said of a relation, at one time of knowledge. `validity` is half-open; no end means open."""

    validity = DateRangeField()
    start_prec = models.PositiveSmallIntegerField(choices=DatePrecision.choices, default=DatePrecision.DAY)
    end_prec = models.PositiveSmallIntegerField(choices=DatePrecision.choices, default=DatePrecision.DAY)
    announced_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    summary = models.TextField(blank=True)
    strength = models.SmallIntegerField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=RelationStatus.choices, default=RelationStatus.ASSERTED)
    area = models.ForeignKey("world.AdminArea", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    lat = latitude()
    lon = longitude()
    attributes = models.JSONField(default=dict, blank=True)
    claim = models.ForeignKey("world.Claim", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            *Graded.Meta.constraints,
            *same_team("area", "claim"),
            point_constraint(),
            models.CheckConstraint(condition=Q(validity__isempty=False), name="%(app_label)s_%(class)s_validity_real"),
            models.CheckConstraint(
                condition=Q(start_prec__range=(1, 5), end_prec__range=(1, 5)),
                name="%(app_label)s_%(class)s_prec_known",
            ),
            models.CheckConstraint(
                condition=Q(strength__isnull=True) | Q(strength__range=(-100, 100)),
                name="%(app_label)s_%(class)s_strength_range",
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 100)),
                name="%(app_label)s_%(class)s_confidence_range",
            ),
            models.CheckConstraint(
                condition=Q(status__in=RelationStatus.values), name="%(app_label)s_%(class)s_status_known"
            ),
        ]


class RelationIdentity(models.Model):
    """Between whom, of what type. `key` is subject|type|object|start, then @place where there is one."""

    subject = models.ForeignKey("world.Actor", on_delete=models.PROTECT, related_name="+")
    object = models.ForeignKey("world.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    type = models.CharField(max_length=16, choices=RelationType.choices)
    directed = models.BooleanField(default=True)
    key = models.CharField(max_length=500, editable=False, db_collation="C")

    class Meta:
        abstract = True


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="RelationHistory"
)
class Relation(KeyedByTime, TeamOwned, Editable, Handled, RelationIdentity, RelationState, Knowable):
    """The current state of a relation. Symmetric types are stored once, with ordered ends."""

    GRANT_FIELD = "relation"

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            *RelationState.Meta.constraints,
            *same_team("subject", "object", "batch"),
            models.UniqueConstraint(fields=["team", "key"], name="world_relation_key_once"),
            models.CheckConstraint(
                condition=Q(object__isnull=True) | ~Q(subject=F("object")), name="world_relation_not_to_itself"
            ),
            models.CheckConstraint(
                condition=Q(object__isnull=False)
                | Q(area__isnull=False)
                | ~Q(place="")
                | Q(type=RelationType.POSITION_ON),
                name="world_relation_has_other_end",
            ),
            models.CheckConstraint(
                condition=Q(directed=True) | Q(object__isnull=False, subject__lt=F("object")),
                name="world_relation_ends_ordered",
            ),
            models.CheckConstraint(
                condition=Q(type__in=sorted(SYMMETRIC), directed=False)
                | ~Q(type__in=sorted(SYMMETRIC)) & Q(directed=True),
                name="world_relation_directed_by_type",
            ),
            ExclusionConstraint(
                name="world_relation_no_overlap",
                expressions=[
                    ("subject", RangeOperators.EQUAL),
                    ("object", RangeOperators.EQUAL),
                    ("type", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    ("status", RangeOperators.EQUAL),
                    ("validity", RangeOperators.OVERLAPS),
                ],
                condition=~Q(status=RelationStatus.RETRACTED),
            ),
        ]
        indexes = [
            models.Index(fields=["team", "type", "known_from"], name="world_relation_by_type"),
            models.Index(fields=["team", "-id"], name="world_relation_recent"),
        ]

    def __str__(self) -> str:
        return self.key


class RelationPast(TeamPart, RelationState, PastState):
    """A superseded state of a relation."""

    relation = models.ForeignKey(Relation, on_delete=models.CASCADE, related_name="past")

    class Meta:
        constraints = [
            *RelationState.Meta.constraints,
            *same_team("relation", "batch"),
            *past_constraints("relation"),
        ]

    def __str__(self) -> str:
        return f"{self.relation_id} [{self.known_from}, {self.known_to})"


class RelationKnown(KnownRow, Handled, RelationIdentity, RelationState, Knowable):
    """View: every state of every relation."""

    GRANT_FIELD = "relation"

    id = models.UUIDField(primary_key=True)
    team = models.ForeignKey(Team, on_delete=models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "world_relation_known"
        constraints = ()

    def __str__(self) -> str:
        return self.key

"""What a source states, graded, with what speaks against it."""

import pghistory
from django.db import models
from django.db.models import Q
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
    one_of,
    past_constraints,
)


class ClaimStatus(models.TextChoices):
    ASSERTED = "asserted", _("asserted")
    DISPUTED = "disputed", _("disputed")
    RETRACTED = "retracted", _("retracted")


class ClaimState(Graded):
    """What is stated, and how good it is, at one time of knowledge."""

    statement = models.TextField()
    value = models.JSONField(null=True, blank=True)
    document = models.ForeignKey(
        "world.SourceDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asserted_on = models.DateField(null=True, blank=True)
    asserted_prec = models.PositiveSmallIntegerField(choices=DatePrecision.choices, default=DatePrecision.DAY)
    place = models.CharField(max_length=200, blank=True)
    contrary = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=ClaimStatus.choices, default=ClaimStatus.ASSERTED)

    class Meta:
        abstract = True
        constraints = [
            *Graded.Meta.constraints,
            *same_team("document"),
            models.CheckConstraint(condition=~Q(statement=""), name="%(app_label)s_%(class)s_statement_given"),
            models.CheckConstraint(condition=Q(asserted_prec__range=(1, 5)), name="%(app_label)s_%(class)s_prec_known"),
            models.CheckConstraint(
                condition=Q(status__in=ClaimStatus.values), name="%(app_label)s_%(class)s_status_known"
            ),
        ]


class ClaimIdentity(models.Model):
    """What the claim is about: one event, one relation, or the situation at large."""

    class Field(models.TextChoices):
        EXISTENCE = "existence", _("that it is so at all")
        DEATHS = "deaths", _("deaths")
        PARTICIPANT = "participant", _("participant")
        DATE = "date", _("date")
        PLACE = "place", _("place")
        TYPE = "type", _("type")
        STRENGTH = "strength", _("strength")
        STATEMENT = "statement", _("statement")

    class Kind(models.TextChoices):
        EVENT = "event", _("event")
        RELATION = "relation", _("relation")
        STRENGTH = "strength", _("strength")
        POSITION = "position", _("position")
        TREND = "trend", _("trend")
        CONTEXT = "context", _("context")
        THREAT = "threat", _("threat")
        ACCUSATION = "accusation", _("accusation")
        SPREAD = "spread", _("spread")
        DRIVER = "driver", _("driver")
        ASSESSMENT = "assessment", _("assessment")
        OPINION = "opinion", _("opinion")
        QUESTION = "question", _("question")
        COMPARATOR = "comparator", _("comparator")
        FUTURE = "future", _("future")

    key = models.CharField(max_length=100, db_collation="C")
    event = models.ForeignKey("world.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    relation = models.ForeignKey("world.Relation", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about_situation = models.ForeignKey(
        "world.Situation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=12, choices=Field.choices, default=Field.EXISTENCE)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.ASSESSMENT)

    class Meta:
        abstract = True


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ClaimHistory")
class Claim(KeyedByTime, TeamOwned, Editable, Handled, ClaimIdentity, ClaimState, Knowable):
    """The current state of a claim. `key` is its natural key, such as seed:C10."""

    GRANT_FIELD = "claim"

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            *ClaimState.Meta.constraints,
            *same_team("event", "relation", "about_situation", "batch"),
            models.UniqueConstraint(fields=["team", "key"], name="world_claim_key_once"),
            models.CheckConstraint(condition=~Q(key=""), name="world_claim_key_given"),
            models.CheckConstraint(
                condition=one_of("event", "relation", "about_situation"), name="world_claim_about_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.statement}"


class ClaimActor(TeamPart):
    """An actor that a claim speaks of."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="actor_links", db_index=False)
    actor = models.ForeignKey("world.Actor", on_delete=models.PROTECT, related_name="claim_links")

    class Meta:
        constraints = [
            *same_team("claim", "actor"),
            models.UniqueConstraint(fields=["claim", "actor"], name="world_claimactor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.actor_id}"


class ClaimPast(TeamPart, ClaimState, PastState):
    """A superseded state of a claim."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="past")

    class Meta:
        constraints = [*ClaimState.Meta.constraints, *same_team("claim", "batch"), *past_constraints("claim")]

    def __str__(self) -> str:
        return f"{self.claim_id} [{self.known_from}, {self.known_to})"


class ClaimKnown(KnownRow, Handled, ClaimIdentity, ClaimState, Knowable):
    """View: every state of every claim."""

    GRANT_FIELD = "claim"

    id = models.UUIDField(primary_key=True)
    team = models.ForeignKey(Team, on_delete=models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "world_claim_known"
        constraints = ()

    def __str__(self) -> str:
        return f"{self.key}: {self.statement}"

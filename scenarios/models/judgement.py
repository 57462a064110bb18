"""One person's value for one cell, with its reason. A later one stands beside it; none is overwritten."""

from typing import Any, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import KeyedByTime
from scenarios.models.scenario import Scenario
from world.models.parts import Handling, TeamPart


class JudgementQuerySet(models.QuerySet["Judgement"]):
    """Judgements by who looks and by what was known when."""

    def visible_to(self, viewer: Any) -> Self:
        """Open and team rows, and restricted ones that name this person. `None` sees no restricted row."""
        shown = Q(handling__in=[Handling.OPEN, Handling.TEAM])
        if viewer is None:
            return self.filter(shown)
        named = JudgementGrant.objects.filter(judgement=OuterRef("pk"), person_id=viewer.pk)
        return self.filter(shown | Exists(named))

    def standing(self) -> Self:
        """Without those that the same person replaced on the same day."""
        return self.filter(superseded_by__isnull=True)


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="JudgementHistory"
)
class Judgement(KeyedByTime, TeamOwned):
    """Low, mode and high (5th percentile, most likely, 95th) in the indicator's unit.

    It belongs to a scenario, not to a version: the alternative and the indicator are named by key. `about` is the
    date described, `made_on` the day of judging, `review_by` when it should be looked at again.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="judgements")
    alternative = models.CharField(max_length=60)
    indicator = models.CharField(max_length=30)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    low = models.FloatField()
    mode = models.FloatField()
    high = models.FloatField()
    reason = models.TextField()
    about = models.DateField()
    made_on = models.DateField()
    review_by = models.DateField(null=True, blank=True)
    handling = models.CharField(max_length=10, choices=Handling.choices, default=Handling.TEAM)
    contains_personal_data = models.BooleanField(default=False)
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", editable=False)

    objects = JudgementQuerySet.as_manager()

    class Meta(TeamOwned.Meta):
        indexes = [models.Index(fields=["scenario", "indicator", "alternative"], name="scenarios_judgement_cell")]
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("scenario", "superseded_by"),
            models.UniqueConstraint(
                fields=["scenario", "alternative", "indicator", "by", "about", "made_on"],
                condition=Q(superseded_by__isnull=True),
                name="scenarios_judgement_one_stands",
                violation_error_code="unique",
            ),
            models.CheckConstraint(
                condition=Q(low__lte=F("mode"), mode__lte=F("high")), name="scenarios_judgement_ordered"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="scenarios_judgement_reasoned"),
            models.CheckConstraint(
                condition=Q(handling__in=Handling.values), name="scenarios_judgement_handling_known"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="never_overwritten", exclude=["superseded_by"]),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.alternative} {self.indicator}"  # no value: the audit log keeps this text


class JudgementGrant(TeamPart):
    """This person may see this restricted judgement."""

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="grants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            *same_team("judgement"),
            models.UniqueConstraint(fields=["judgement", "person"], name="scenarios_judgementgrant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.judgement_id} {self.person_id}"


class JudgementSource(TeamPart):
    """A document that a judgement rests on."""

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="sources")
    document = models.ForeignKey("world.SourceDocument", on_delete=models.PROTECT, related_name="+")
    locator = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            *same_team("judgement", "document"),
            models.UniqueConstraint(fields=["judgement", "document", "locator"], name="scenarios_judgementsource_once"),
        ]

    def __str__(self) -> str:
        return f"{self.judgement_id} {self.document_id}"

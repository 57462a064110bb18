"""What a version scores: areas, coalitions of actors, or options."""

import pghistory
from django.db import models
from django.db.models import Q

from accounts.constraints import same_team
from accounts.models import TeamOwned
from scenarios.models.closing import closed_when_published
from scenarios.models.scenario import AlternativesKind, Version
from scenarios.texts import localised


# pgtrigger shortens a trigger's name to five hex digits: the default one is also that of world.Claim's updates.
@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(trigger_name="alternative_update"),
    pghistory.DeleteEvent(),
    model_name="AlternativeHistory",
)
class Alternative(TeamOwned):
    """One row of the ranking. A reference is scored beside the others and not ranked.

    `claim`: natural key of the graded claim on which a coalition's existence rests. `facts`: dated texts of an
    option, each {"text", "known_from", "source", "url"}.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="alternatives")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=AlternativesKind.choices)
    name = models.JSONField()
    summary = models.JSONField(default=dict)
    area = models.ForeignKey("world.AdminArea", on_delete=models.PROTECT, null=True, related_name="+")
    facts = models.JSONField(default=list)
    reference = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    claim = models.CharField(max_length=120, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("version", "area"),
            models.UniqueConstraint(fields=["version", "key"], name="scenarios_alternative_key_once"),
            models.CheckConstraint(condition=Q(kind__in=AlternativesKind.values), name="scenarios_alternative_kind"),
            models.CheckConstraint(
                condition=~Q(kind="area") | Q(area__isnull=False), name="scenarios_alternative_area_given"
            ),
        ]
        triggers = [closed_when_published()]

    def __str__(self) -> str:
        return localised(self.name) or self.key


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="AlternativeMemberHistory"
)
class AlternativeMember(TeamOwned):
    """An actor of a coalition."""

    alternative = models.ForeignKey(Alternative, on_delete=models.CASCADE, related_name="members")
    actor = models.ForeignKey("world.Actor", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("alternative", "actor"),
            models.UniqueConstraint(fields=["alternative", "actor"], name="scenarios_alternativemember_once"),
        ]
        triggers = [closed_when_published("scenarios_alternative.alternative_id")]

    def __str__(self) -> str:
        return f"{self.alternative_id} {self.actor_id}"

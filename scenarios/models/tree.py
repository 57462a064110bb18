"""The indicator tree of a version: dimensions, indicators, and the weights that people declared."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core import units
from scenarios.models.closing import closed_when_published
from scenarios.models.scenario import Version
from scenarios.texts import localised


class Aggregation(models.TextChoices):
    ARITHMETIC = "arithmetic", _("arithmetic mean")
    GEOMETRIC = "geometric", _("geometric mean")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="NodeHistory")
class Node(TeamOwned):
    """A dimension: how its children become one number."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="nodes")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    key = models.CharField(max_length=30)
    name = models.JSONField()
    aggregation = models.CharField(max_length=10, choices=Aggregation.choices, default=Aggregation.ARITHMETIC)
    order = models.PositiveIntegerField(default=0)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("version", "parent"),
            models.UniqueConstraint(fields=["version", "key"], name="scenarios_node_key_once"),
            models.UniqueConstraint(
                fields=["version"], condition=Q(parent__isnull=True), name="scenarios_node_one_root"
            ),
            models.CheckConstraint(condition=Q(aggregation__in=Aggregation.values), name="scenarios_node_aggregation"),
        ]
        triggers = [closed_when_published()]

    def __str__(self) -> str:
        return f"{self.key} {localised(self.name)}"


class Mark(models.TextChoices):
    LITERATURE = "L", _("from the literature")
    DESIGN = "D", _("design default")
    TEAM = "T", _("set by the team")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="IndicatorHistory"
)
class Indicator(TeamOwned):
    """A leaf: what is measured or judged, in which unit, which way is up, and what 0 and 100 mean.

    An inactive one stays in the tree, carries no weight and is not scored.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="indicators")
    node = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="indicators")
    key = models.CharField(max_length=30)
    name = models.JSONField()
    direction = models.SmallIntegerField(choices=[(1, _("more is more")), (-1, _("more is less"))], default=1)
    unit = models.CharField(max_length=30, choices=units.CHOICES)
    value_function = models.JSONField()
    mark = models.CharField(max_length=1, choices=Mark.choices, default=Mark.DESIGN)
    reason = models.JSONField(default=dict)
    formula = models.JSONField(default=dict)
    source = models.CharField(max_length=20, blank=True)
    measure = models.JSONField()
    core = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    order = models.PositiveIntegerField(default=0)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("version", "node"),
            models.UniqueConstraint(fields=["version", "key"], name="scenarios_indicator_key_once"),
            models.CheckConstraint(condition=Q(direction__in=[1, -1]), name="scenarios_indicator_direction"),
        ]
        triggers = [closed_when_published()]

    def __str__(self) -> str:
        return f"{self.key} {localised(self.name)}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="WeightHistory")
class Weight(TeamOwned):
    """What a person declared for one child of a dimension: a swing weight, raw, with its reason.

    It is normalised among its siblings in the engine only. `updated_by` is its author.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="weights")
    node = models.ForeignKey(Node, on_delete=models.CASCADE, null=True, related_name="weights")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, null=True, related_name="weights")
    value = models.FloatField()
    reason = models.TextField(blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("version", "node", "indicator"),
            models.UniqueConstraint(fields=["node"], name="scenarios_weight_node_once"),
            models.UniqueConstraint(fields=["indicator"], name="scenarios_weight_indicator_once"),
            models.CheckConstraint(
                condition=Q(node__isnull=True) ^ Q(indicator__isnull=True), name="scenarios_weight_one_child"
            ),
            models.CheckConstraint(condition=Q(value__gte=0, value__lt=1e12), name="scenarios_weight_not_negative"),
        ]
        triggers = [closed_when_published()]

    def __str__(self) -> str:
        return f"{self.value:g}"

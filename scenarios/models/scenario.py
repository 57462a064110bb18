"""A question with the alternatives that it scores, and its versions."""

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings as project
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import Editable, KeyedByTime
from scenarios.texts import localised


class Direction(models.TextChoices):
    WORSE = "worse", _("higher is worse")
    BETTER = "better", _("higher is better")


class AlternativesKind(models.TextChoices):
    AREA = "area", _("areas")
    COALITION = "coalition", _("coalitions")
    OPTION = "option", _("options")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ScenarioHistory"
)
class Scenario(KeyedByTime, TeamOwned, Editable):
    """One question in one situation. Its slug is the team's and is never used again."""

    situation = models.ForeignKey("world.Situation", on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    name = models.JSONField()
    question = models.JSONField()
    notes = models.JSONField(default=dict)
    template = models.CharField(max_length=60)
    template_version = models.PositiveIntegerField(default=1)
    alternatives_kind = models.CharField(max_length=10, choices=AlternativesKind.choices)
    higher_is = models.CharField(max_length=6, choices=Direction.choices)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("situation"),
            models.UniqueConstraint(fields=["team", "slug"], name="scenarios_scenario_slug_once"),
            models.CheckConstraint(condition=~Q(slug=""), name="scenarios_scenario_slug_given"),
            models.CheckConstraint(
                condition=Q(alternatives_kind__in=AlternativesKind.values), name="scenarios_scenario_kind"
            ),
            models.CheckConstraint(condition=Q(higher_is__in=Direction.values), name="scenarios_scenario_higher_is"),
        ]

    def __str__(self) -> str:
        return localised(self.name) or self.slug


class VersionQuerySet(models.QuerySet["Version"]):
    """The states of a version, by name."""

    def published(self) -> "VersionQuerySet":
        return self.filter(state=Version.State.PUBLISHED)

    def drafts(self) -> "VersionQuerySet":
        return self.filter(state=Version.State.DRAFT)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="VersionHistory")
class Version(KeyedByTime, TeamOwned, Editable):
    """A state of a scenario: tree, weights, goalposts, alternatives. Drafts are edited, published ones never change.

    `settings`: headline (node key), uncertainty, vetoes, guardians (actor keys), baseline_date, min_weight,
    geometric_floor, level (which goalposts were copied).
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    settings = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        project.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = VersionQuerySet.as_manager()

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("scenario"),
            models.UniqueConstraint(fields=["scenario", "number"], name="scenarios_version_number_once"),
            models.UniqueConstraint(
                fields=["scenario"], condition=Q(state="draft"), name="scenarios_version_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True)
                | Q(state="published", published_at__isnull=False),
                name="scenarios_version_state",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="published"),
            )
        ]

    def __str__(self) -> str:
        return f"v{self.number}"

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    def setting(self, name: str, default: Any = None) -> Any:
        return self.settings.get(name, default)

"""Dated values about a place or an actor."""

import pghistory
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import Team, TeamOwned
from core.models import Editable, KeyedByTime
from core.units import UNITS
from world.models.area import localised
from world.models.parts import (
    Handled,
    Knowable,
    KnownRow,
    PastState,
    TeamPart,
    one_of,
    past_constraints,
    team_key,
)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="SeriesHistory")
class Series(KeyedByTime, TeamOwned, Editable):
    """One measure with one unit, from one dataset. `code` is its natural key."""

    code = models.SlugField(max_length=60)
    names = models.JSONField()
    unit = models.CharField(max_length=30)
    dataset = models.ForeignKey("world.Dataset", on_delete=models.PROTECT, related_name="+")
    # A value older than this at the reference date is missing, not current.
    max_age_months = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("dataset"),
            models.UniqueConstraint(fields=["team", "code"], name="world_series_code_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return localised(self.names)

    @property
    def unit_label(self) -> str:
        return str(UNITS.get(self.unit, self.unit))


class ObservationStatus(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    RETRACTED = "retracted", _("retracted")


class ObservationState(models.Model):
    """The value at one time of knowledge."""

    value = models.FloatField()
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    vintage = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=ObservationStatus.choices, default=ObservationStatus.ACCEPTED)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(Q(low__isnull=True) | Q(low__lte=F("value")))
                & (Q(high__isnull=True) | Q(high__gte=F("value"))),
                name="%(app_label)s_%(class)s_band_holds_value",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ObservationStatus.values), name="%(app_label)s_%(class)s_status_known"
            ),
        ]


class ObservationIdentity(models.Model):
    """Of which series, about which place or actor, for which period (half-open)."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey("world.AdminArea", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    actor = models.ForeignKey("world.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    period = DateRangeField()

    class Meta:
        abstract = True


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ObservationHistory"
)
class Observation(TeamOwned, Editable, Handled, ObservationIdentity, ObservationState, Knowable):
    """The current value. Earlier vintages are past states."""

    GRANT_FIELD = "observation"

    class Meta(TeamOwned.Meta):
        constraints = [
            team_key(),
            *Handled.Meta.constraints,
            *ObservationState.Meta.constraints,
            *same_team("series", "area", "actor", "batch"),
            models.UniqueConstraint(
                fields=["series", "area", "actor", "period"], nulls_distinct=False, name="world_observation_once"
            ),
            models.CheckConstraint(condition=one_of("area", "actor"), name="world_observation_about_one"),
            models.CheckConstraint(
                condition=Q(period__isempty=False, period__lower_inf=False), name="world_observation_period_real"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.period}"


class ObservationPast(TeamPart, ObservationState, PastState):
    """An earlier vintage."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="past")

    class Meta:
        constraints = [
            *ObservationState.Meta.constraints,
            *same_team("observation", "batch"),
            *past_constraints("observation"),
        ]

    def __str__(self) -> str:
        return f"{self.observation_id} [{self.known_from}, {self.known_to})"


class ObservationKnown(KnownRow, Handled, ObservationIdentity, ObservationState, Knowable):
    """View: every state of every observation."""

    GRANT_FIELD = "observation"

    id = models.BigIntegerField(primary_key=True)
    team = models.ForeignKey(Team, on_delete=models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "world_observation_known"
        constraints = ()

    def __str__(self) -> str:
        return f"{self.series_id} {self.period}"

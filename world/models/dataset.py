"""Where imported facts come from, on what terms, and since when they could be known."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import TeamOwned
from core.models import Editable


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="DatasetHistory")
class Dataset(TeamOwned, Editable):
    """A body of data with one licence and one rule of knowledge."""

    class Kind(models.TextChoices):
        EVENTS = "events", _("events")
        SERIES = "series", _("series")
        CLAIMS = "claims", _("claims")
        HAND = "hand", _("kept by hand")

    class ReleaseCalendar(models.TextChoices):
        ENTERED = "entered", _("as entered or declared complete")
        UCDP = "ucdp", _("a month is known from the 20th of the next one; before 2018, from June of the next year")

    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    licence = models.CharField(max_length=200, blank=True)
    attribution = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    redistributable = models.BooleanField(default=False)
    knowledge_rule = models.TextField(blank=True)
    release_calendar = models.CharField(max_length=10, choices=ReleaseCalendar.choices, default=ReleaseCalendar.ENTERED)
    reconstructed = models.BooleanField(default=False)
    covers_from = models.DateField(null=True, blank=True)
    covers_until = models.DateField(null=True, blank=True)
    complete_until = models.DateField(null=True, blank=True)
    complete_types = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            models.UniqueConstraint(fields=["team", "code"], name="world_dataset_code_once"),
            models.CheckConstraint(
                condition=Q(covers_from__isnull=True)
                | Q(covers_until__isnull=True)
                | Q(covers_from__lte=F("covers_until")),
                name="world_dataset_covers_ordered",
            ),
        ]

    def __str__(self) -> str:
        return self.name

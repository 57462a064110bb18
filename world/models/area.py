"""Countries and their first-level areas."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import translation

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import Editable
from world.models.parts import latitude, longitude, point_constraint


def localised(names: dict[str, str]) -> str:
    """The name in the language of the page, else English, else any."""
    language = (translation.get_language() or "en").split("-")[0]
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="AdminAreaHistory"
)
class AdminArea(TeamOwned, Editable):
    """A country (level 0) or a part of it. `pcode` is its natural key."""

    pcode = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    iso_3166_1 = models.CharField(max_length=3, blank=True)
    iso_3166_2 = models.CharField(max_length=10, blank=True)
    names = models.JSONField()
    # {"ucdp-ged": ["Kidal region"]}: no entry for a dataset means that the dataset has no code for the area.
    dataset_names = models.JSONField(default=dict, blank=True)
    outline = models.JSONField(null=True, blank=True)
    lat = latitude()
    lon = longitude()
    vintage = models.CharField(max_length=40, blank=True)
    note = models.JSONField(default=dict, blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("parent"),
            models.UniqueConstraint(fields=["team", "pcode"], name="world_area_pcode_once"),
            models.CheckConstraint(
                condition=Q(level=0, parent__isnull=True) | Q(level__range=(1, 3), parent__isnull=False),
                name="world_area_parent_by_level",
            ),
            point_constraint(),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return localised(self.names)

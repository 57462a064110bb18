"""The project's own tree of event types, with its maps to others'."""

import pghistory
from django.db import models

from accounts.models import TeamOwned
from core.models import Editable
from world.models.area import localised


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="EventTypeHistory"
)
class EventType(TeamOwned, Editable):
    """One type, such as VIOL.CLASH; the part before the first dot is its domain."""

    code = models.CharField(max_length=40)
    domain = models.CharField(max_length=20)
    labels = models.JSONField()
    political_violence = models.BooleanField(default=False)
    maps = models.JSONField(default=dict, blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            models.UniqueConstraint(fields=["team", "code"], name="world_eventtype_code_once"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return localised(self.labels)

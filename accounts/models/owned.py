"""The base of every row that a team owns."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from accounts.models.team import Team


class TeamOwned(models.Model):
    """Team, and who made and changed the row. The pair (team, id) is what children refer to."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    updated_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["team", "id"], name="%(app_label)s_%(class)s_team_key")]

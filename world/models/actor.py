"""Who acts: states, armed groups, missions, people."""

import pghistory
from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import Editable, KeyedByTime
from world.models.parts import DatePrecision, Handled, TeamPart, team_key


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ActorHistory")
class Actor(KeyedByTime, TeamOwned, Editable, Handled):
    """One actor under its latest identity. `slug` is its natural key; `name` repeats its canonical name."""

    GRANT_FIELD = "actor"

    class Kind(models.TextChoices):
        STATE = "state", _("state")
        STATE_FORCE = "state_force", _("state force")
        REBEL = "rebel", _("armed group")
        POLITICAL_MILITIA = "political_militia", _("political militia")
        IDENTITY_MILITIA = "identity_militia", _("identity militia")
        PMC = "pmc", _("private military company")
        IGO = "igo", _("intergovernmental organisation")
        PEACE_OPERATION = "peace_operation", _("peace operation")
        COALITION = "coalition", _("coalition")
        COMMUNAL_GROUP = "communal_group", _("communal group")
        CIVILIANS = "civilians", _("civilians")
        PROTESTERS = "protesters", _("protesters")
        PARTY = "party", _("party")
        NGO = "ngo", _("non-governmental organisation")
        COMPANY = "company", _("company")
        PERSON = "person", _("person")
        UNKNOWN = "unknown", _("unknown")

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        DORMANT = "dormant", _("dormant")
        MERGED = "merged", _("merged into another record")
        DISSOLVED = "dissolved", _("dissolved")

    slug = models.SlugField(max_length=100)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=300, editable=False)
    norm = models.CharField(max_length=300, editable=False, db_collation="C")
    name_withheld = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.ACTIVE)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    home_area = models.ForeignKey("world.AdminArea", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True)
    description = models.TextField(blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            *same_team("home_area", "merged_into"),
            models.UniqueConstraint(fields=["team", "slug"], name="world_actor_slug_once"),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | ~Q(status="merged") & Q(merged_into__isnull=True),
                name="world_actor_merged_names_other",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="world_actor_not_into_itself"
            ),
        ]
        indexes = [models.Index(fields=["team", "norm", "id"], name="world_actor_by_name")]

    def __str__(self) -> str:
        return str(_("Name withheld")) if self.name_withheld else self.name


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ActorNameHistory"
)
class ActorName(TeamPart, Handled):
    """A name with its source and period. Two actors may share one; each actor has exactly one canonical name."""

    GRANT_FIELD = "actor_name"

    class Kind(models.TextChoices):
        CANONICAL = "canonical", _("canonical")
        ACRONYM = "acronym", _("acronym")
        ALIAS = "alias", _("alias")
        FORMER = "former", _("former name")
        SOURCE_LABEL = "source_label", _("name in a source")
        MISSPELLING = "misspelling", _("misspelling")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=300)
    norm = models.CharField(max_length=300, db_collation="C")
    lang = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    source_system = models.CharField(max_length=40, blank=True)
    period = DateRangeField(null=True, blank=True)

    class Meta:
        constraints = [
            team_key(),
            *Handled.Meta.constraints,
            *same_team("actor"),
            models.UniqueConstraint(
                fields=["actor"], condition=Q(kind="canonical"), name="world_actorname_one_canonical"
            ),
            models.UniqueConstraint(fields=["actor", "norm", "source_system"], name="world_actorname_once"),
            models.CheckConstraint(condition=~Q(norm=""), name="world_actorname_given"),
        ]
        indexes = [
            models.Index(fields=["team", "norm"], name="world_actorname_norm"),
            GinIndex(OpClass("norm", name="gin_trgm_ops"), name="world_actorname_like"),
        ]

    def __str__(self) -> str:
        return self.text


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ActorExternalIdHistory"
)
class ActorExternalId(TeamPart):
    """The actor's key in somebody else's system, such as ucdp 6716."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="external_ids")
    system = models.CharField(max_length=20)
    value = models.CharField(max_length=120)
    period = DateRangeField(null=True, blank=True)

    class Meta:
        constraints = [
            *same_team("actor"),
            models.UniqueConstraint(fields=["team", "system", "value"], name="world_actorexternalid_once"),
            models.CheckConstraint(condition=~Q(value=""), name="world_actorexternalid_given"),
        ]

    def __str__(self) -> str:
        return f"{self.system}:{self.value}"


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="ActorLineageHistory"
)
class ActorLineage(TeamPart):
    """One actor coming out of another."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("renamed")
        SPLIT_FROM = "split_from", _("split from")
        MERGED_INTO = "merged_into", _("merged into")
        JOINED = "joined", _("joined")
        TEMPORARY_COALITION = "temporary_coalition", _("temporary coalition")

    ancestor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="heirs")
    heir = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="ancestors")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    date = models.DateField(null=True, blank=True)
    date_prec = models.PositiveSmallIntegerField(choices=DatePrecision.choices, default=DatePrecision.DAY)
    note = models.TextField(blank=True)
    document = models.ForeignKey(
        "world.SourceDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            *same_team("ancestor", "heir", "document"),
            models.UniqueConstraint(fields=["ancestor", "heir", "kind"], name="world_actorlineage_once"),
            models.CheckConstraint(condition=~Q(ancestor=F("heir")), name="world_actorlineage_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.ancestor_id} {self.kind} {self.heir_id}"

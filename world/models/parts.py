"""What facts have in common: whose they are, who may see them, since when they could be known, how well graded."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Team


class TeamPart(models.Model):
    """A row that is only a part of another: it has the team, but no author of its own."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def team_key() -> models.UniqueConstraint:
    """What a composite foreign key refers to, for parents that are not TeamOwned."""
    return models.UniqueConstraint(fields=["team", "id"], name="%(app_label)s_%(class)s_team_key")


class Handling(models.TextChoices):
    OPEN = "open", _("open")
    TEAM = "team", _("team only")
    RESTRICTED = "restricted", _("named people only")


class Reliability(models.TextChoices):
    """Admiralty grade of a source."""

    A = "A", _("A - completely reliable")
    B = "B", _("B - usually reliable")
    C = "C", _("C - fairly reliable")
    D = "D", _("D - not usually reliable")
    E = "E", _("E - unreliable")
    F = "F", _("F - cannot be judged")


class Credibility(models.IntegerChoices):
    """Admiralty grade of what is said."""

    CONFIRMED = 1, _("1 - confirmed by other sources")
    PROBABLE = 2, _("2 - probably true")
    POSSIBLE = 3, _("3 - possibly true")
    DOUBTFUL = 4, _("4 - doubtful")
    IMPROBABLE = 5, _("5 - improbable")
    UNJUDGED = 6, _("6 - cannot be judged")


class DatePrecision(models.IntegerChoices):
    """How exactly a date is known (the scale of UCDP)."""

    DAY = 1, _("day")
    DAYS = 2, _("a few days")
    WEEK = 3, _("week")
    MONTH = 4, _("month")
    YEAR = 5, _("year")


class HandledQuerySet(models.QuerySet[Any]):
    """Rows filtered by who looks."""

    def visible_to(self, viewer: Any) -> Self:
        """Open and team rows, and restricted ones that name this person. `None` sees no restricted row."""
        open_to_members = Q(handling__in=[Handling.OPEN, Handling.TEAM])
        if viewer is None:
            return self.filter(open_to_members)
        grants = self.model._meta.apps.get_model("world", "HandlingGrant").objects
        named = grants.filter(**{self.model.GRANT_FIELD: OuterRef("pk")}, person_id=viewer.pk)
        return self.filter(open_to_members | Exists(named))


class Handled(models.Model):
    """Who may see the row, and whether it tells of a private person. It holds for every state of the fact."""

    GRANT_FIELD = ""

    handling = models.CharField(max_length=10, choices=Handling.choices, default=Handling.TEAM)
    contains_personal_data = models.BooleanField(default=False)

    objects = HandledQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(handling__in=Handling.values), name="%(app_label)s_%(class)s_handling_known"
            )
        ]


class Graded(models.Model):
    """Both axes of the Admiralty grade, never fused."""

    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    credibility = models.PositiveSmallIntegerField(choices=Credibility.choices, default=Credibility.UNJUDGED)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(reliability__in=Reliability.values, credibility__range=(1, 6)),
                name="%(app_label)s_%(class)s_grade_known",
            )
        ]

    @property
    def grade(self) -> str:
        return f"{self.reliability}{self.credibility}"


class Knowable(models.Model):
    """A state of a fact: the day since which the team could have known it, and the batch that brought it."""

    known_from = models.DateField()
    batch = models.ForeignKey("world.ImportBatch", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class PastState(Knowable):
    """A superseded state, known from `known_from` until the day before `known_to`."""

    known_to = models.DateField()
    made_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        abstract = True


def past_constraints(fact: str) -> list[models.BaseConstraint]:
    """The period of knowledge is a real one, and no two states of one fact overlap."""
    return [
        models.CheckConstraint(condition=Q(known_from__lt=F("known_to")), name="%(app_label)s_%(class)s_known_ordered"),
        ExclusionConstraint(
            name="%(app_label)s_%(class)s_no_overlap",
            expressions=[
                (fact, RangeOperators.EQUAL),
                (Func("known_from", "known_to", function="daterange"), RangeOperators.OVERLAPS),
            ],
        ),
    ]


class KnownQuerySet(HandledQuerySet):
    """All states of a kind of fact, one of which holds at a cut-off."""

    def known_at(self, cutoff: date | None) -> Self:
        """The state of each fact that could be known on `cutoff`; the current one without a cut-off."""
        if cutoff is None:
            return self.filter(known_to__isnull=True)
        return self.filter(Q(known_to__isnull=True) | Q(known_to__gt=cutoff), known_from__lte=cutoff)


class KnownRow(models.Model):
    """A row of a view over current and past states. Its key is the fact's."""

    known_to = models.DateField(null=True)
    row_version = models.PositiveIntegerField()

    objects = KnownQuerySet.as_manager()

    class Meta:
        abstract = True


def one_of(*fields: str) -> Q:
    """Exactly one of these foreign keys is set."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return condition


def latitude() -> "models.FloatField[Any, Any]":
    return models.FloatField(null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)])


def longitude() -> "models.FloatField[Any, Any]":
    return models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])


def point_constraint() -> models.CheckConstraint:
    """Both or neither, and on the globe."""
    return models.CheckConstraint(
        # A comparison with null is not false, so the second half says that both are there.
        condition=Q(lat__isnull=True, lon__isnull=True)
        | Q(lat__isnull=False, lon__isnull=False, lat__range=(-90, 90), lon__range=(-180, 180)),
        name="%(app_label)s_%(class)s_point_on_globe",
    )

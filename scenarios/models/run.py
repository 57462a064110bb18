"""One frozen computation and its result."""

from typing import Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.jobs import Job, JobQuerySet
from core.models import KeyedByTime
from scenarios.models.scenario import Version
from world.models.parts import Handling, TeamPart

FROZEN = [
    "version", "number", "at", "cutoff", "allow_hindsight", "hindsight_used", "reconstructed", "of_draft", "inputs",
    "inputs_sha256", "seed", "draws", "provenance", "handling", "contains_personal_data", "idempotency_key",
]  # fmt: skip


class RunQuerySet(JobQuerySet):
    """Runs by who looks."""

    def visible_to(self, viewer: Any) -> Self:
        """Runs on open and team inputs, and those on restricted ones that name this person."""
        shown = Q(handling__in=[Handling.OPEN, Handling.TEAM])
        if viewer is None:
            return self.filter(shown)
        named = RunAccess.objects.filter(run=OuterRef("pk"), person_id=viewer.pk)
        return self.filter(shown | Exists(named))


class Run(KeyedByTime, TeamOwned, Job):
    """What was given to the engine, and how far the work is. The input never changes once it is stored."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="runs")
    number = models.PositiveIntegerField()
    at = models.DateField()
    cutoff = models.DateField()
    allow_hindsight = models.BooleanField(default=False)
    hindsight_used = models.BooleanField(default=False)
    reconstructed = models.BooleanField(default=False)
    of_draft = models.BooleanField(default=False)
    inputs = models.JSONField()
    inputs_sha256 = models.CharField(max_length=64)
    seed = models.BigIntegerField()
    draws = models.PositiveIntegerField()
    provenance = models.JSONField(default=dict)
    handling = models.CharField(max_length=10, choices=Handling.choices, default=Handling.TEAM)
    contains_personal_data = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=120, null=True)  # noqa: DJ001  null: no key was given
    engine_version = models.CharField(max_length=20, blank=True)

    objects: ClassVar[Any] = RunQuerySet.as_manager()

    class Meta(TeamOwned.Meta, Job.Meta):
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["version", "-id"], name="scenarios_run_of_version"),
            models.Index(fields=["team", "-id"], name="scenarios_run_latest"),
        ]
        constraints = [
            *TeamOwned.Meta.constraints,
            *Job.Meta.constraints,
            *same_team("version"),
            models.UniqueConstraint(fields=["team", "number"], name="scenarios_run_number_once"),
            models.UniqueConstraint(fields=["team", "idempotency_key"], name="scenarios_run_idempotent"),
            models.CheckConstraint(condition=Q(seed__gte=0, seed__lt=2**53), name="scenarios_run_seed"),
            models.CheckConstraint(condition=Q(handling__in=Handling.values), name="scenarios_run_handling_known"),
            models.CheckConstraint(condition=Q(draws__gte=1, draws__lte=100_000), name="scenarios_run_draws"),
        ]
        triggers = [pgtrigger.ReadOnly(name="inputs_are_frozen", fields=FROZEN)]

    def __str__(self) -> str:
        return f"#{self.number}"


class RunAccess(TeamPart):
    """This person may see a run that rests on restricted inputs."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="access")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            *same_team("run"),
            models.UniqueConstraint(fields=["run", "person"], name="scenarios_runaccess_once"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.person_id}"


class RunResult(TeamOwned):
    """What the engine returned. There is one for a run, written in the transaction that ends it."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="result")
    result = models.JSONField()
    result_sha256 = models.CharField(max_length=64)
    verdict = models.JSONField(default=dict)

    class Meta(TeamOwned.Meta):
        constraints = [*TeamOwned.Meta.constraints, *same_team("run")]
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.result_sha256[:12]

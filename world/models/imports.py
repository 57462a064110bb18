"""One import: a file taken in as background work, counted, and undone as a whole."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.jobs import Job
from core.models import KeyedByTime
from world.models.parts import TeamPart


class ImportBatch(TeamOwned, KeyedByTime, Job):
    """A file (or the demo's monthly figures) on its way into the facts. Only rows of committed batches count."""

    class Kind(models.TextChoices):
        IMPORT = "import", _("import")
        ROLLUP_SEED = "rollup_seed", _("monthly figures")

    class Verb(models.TextChoices):
        CORRECT = "correct", _("correct: it had been written wrongly")
        REVISE = "revise", _("revise: more is known now")

    class Outcome(models.TextChoices):
        PENDING = "pending", _("not taken in yet")
        COMMITTED = "committed", _("taken in")
        UNDONE = "undone", _("undone")
        SUPERSEDED = "superseded", _("replaced by a later import")

    dataset = models.ForeignKey("world.Dataset", on_delete=models.PROTECT, related_name="+")
    situation = models.ForeignKey("world.Situation", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.IMPORT)
    profile = models.CharField(max_length=40)
    verb = models.CharField(max_length=8, choices=Verb.choices, default=Verb.REVISE)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PENDING)
    file_name = models.CharField(max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_path = models.CharField(max_length=500, blank=True)
    vintage = models.CharField(max_length=40, blank=True)
    known_from = models.DateField(null=True, blank=True)
    covers_from = models.DateField(null=True, blank=True)
    covers_until = models.DateField(null=True, blank=True)
    options = models.JSONField(default=dict, blank=True)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    spare_columns = models.JSONField(default=list, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    undone_at = models.DateTimeField(null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", editable=False)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Job.Meta.constraints,
            *same_team("dataset", "situation", "superseded_by"),
            models.CheckConstraint(
                condition=Q(outcome="undone") & Q(undone_at__isnull=False)
                | ~Q(outcome="undone") & Q(undone_at__isnull=True),
                name="world_importbatch_undone_has_time",
            ),
            models.CheckConstraint(
                condition=Q(outcome="superseded") & Q(superseded_by__isnull=False)
                | ~Q(outcome="superseded") & Q(superseded_by__isnull=True),
                name="world_importbatch_superseded_names_by",
            ),
            models.CheckConstraint(
                condition=Q(covers_from__isnull=True)
                | Q(covers_until__isnull=True)
                | Q(covers_from__lte=F("covers_until")),
                name="world_importbatch_covers_ordered",
            ),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["team", "-created_at", "-id"], name="world_batch_recent"),
            models.Index(fields=["dataset", "outcome"], name="world_batch_outcome"),
        ]

    def __str__(self) -> str:
        return self.file_name or f"{self.profile} {self.vintage}".strip()


class ImportIssue(TeamPart):
    """What is wrong with one row of one file."""

    class Severity(models.TextChoices):
        ERROR = "error", _("error: the row was left out")
        WARNING = "warning", _("warning: the row was taken in")
        INFO = "info", _("for information")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="issues")
    row = models.PositiveIntegerField(null=True)
    column = models.CharField(max_length=100, blank=True)
    code = models.CharField(max_length=40)
    message = models.TextField()
    severity = models.CharField(max_length=7, choices=Severity.choices)

    class Meta:
        constraints = [*same_team("batch")]
        indexes = [models.Index(fields=["batch", "row", "id"], name="world_issue_by_row")]

    def __str__(self) -> str:
        return f"{self.row}: {self.message}"

"""A brief, the runs that it reports, and each build of its PDF."""

from typing import Any, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.jobs import Job, JobQuerySet
from core.models import Editable, KeyedByTime
from scenarios.models import Run

FROZEN_FROM_APPROVAL = ["title", "subtitle", "number", "locale", "introduction", "approved_at", "approved_by_id"]


class BriefQuerySet(models.QuerySet["Brief"]):
    """Briefs by who looks."""

    def visible_to(self, viewer: Any) -> Self:
        """A brief is as restricted as the strictest of its runs."""
        hidden = BriefRun.objects.filter(brief=OuterRef("pk")).exclude(run__in=Run.objects.visible_to(viewer))
        return self.filter(~Exists(hidden))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="BriefHistory")
class Brief(KeyedByTime, TeamOwned, Editable):
    """What is handed over. From its approval on, what it says cannot change, also not by SQL."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        APPROVED = "approved", _("approved")
        PUBLISHED = "published", _("published")

    situation = models.ForeignKey("world.Situation", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=300, blank=True)
    locale = models.CharField(max_length=5, choices=settings.LANGUAGES, default="en")
    introduction = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    dated = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    published_at = models.DateTimeField(null=True, editable=False)

    objects = BriefQuerySet.as_manager()

    class Meta(TeamOwned.Meta):
        indexes = [models.Index(fields=["situation", "-id"], name="reports_brief_of_situation")]
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("situation"),
            models.UniqueConstraint(fields=["team", "number"], name="reports_brief_number_once"),
            models.CheckConstraint(condition=~Q(title=""), name="reports_brief_title_given"),
            models.CheckConstraint(
                condition=Q(status="draft", approved_at__isnull=True)
                | Q(status__in=["approved", "published"], approved_at__isnull=False),
                name="reports_brief_approval_dated",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="approved_keeps_its_words",
                operation=pgtrigger.UpdateOf(*FROZEN_FROM_APPROVAL),  # type: ignore[no-untyped-call]  # gives no types
                condition=pgtrigger.Q(old__status__in=["approved", "published"]),
            ),
            pgtrigger.Protect(
                name="approved_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__status__in=["approved", "published"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT


class BriefRun(TeamOwned):
    """A run that a brief reports, in the order of its sections."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="runs")
    run = models.ForeignKey("scenarios.Run", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *same_team("brief", "run"),
            models.UniqueConstraint(fields=["brief", "run"], name="reports_briefrun_once"),
            models.UniqueConstraint(fields=["brief", "order"], name="reports_briefrun_order_once"),
        ]

    def __str__(self) -> str:
        return f"{self.brief_id} {self.run_id}"


class BriefBuild(KeyedByTime, TeamOwned, Job):
    """One making of a brief's PDF from a context that was frozen when it was asked for."""

    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="builds")
    context = models.JSONField()
    context_sha256 = models.CharField(max_length=64)
    dated = models.DateTimeField()
    blob = models.ForeignKey("core.Blob", on_delete=models.PROTECT, null=True, related_name="+")
    accessible = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta(TeamOwned.Meta, Job.Meta):
        indexes = [*Job.Meta.indexes, models.Index(fields=["brief", "-id"], name="reports_build_of_brief")]
        constraints = [
            *TeamOwned.Meta.constraints,
            *Job.Meta.constraints,
            *same_team("brief", "blob"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(blob__isnull=False), name="reports_briefbuild_done_has_file"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="context_is_frozen", fields=["brief", "context", "context_sha256", "dated"]),
            pgtrigger.Protect(
                name="file_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="done"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.brief_id} {self.context_sha256[:12]}"

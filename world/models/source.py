"""Who says something, in which document, and where a fact is cited."""

import pghistory
from django.db import models
from django.db.models import F, Q

from accounts.constraints import same_team
from accounts.models import TeamOwned
from core.models import Editable, KeyedByTime
from world.models.parts import Credibility, Handled, Reliability, one_of, team_key

CITED = ("event", "relation", "claim", "observation", "actor")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="SourceHistory")
class Source(KeyedByTime, TeamOwned, Editable, Handled):
    """A publisher, with the reliability that the team gives it by default."""

    GRANT_FIELD = "source"

    publisher = models.CharField(max_length=300)
    norm = models.CharField(max_length=300, db_collation="C", editable=False)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    note = models.TextField(blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            models.UniqueConstraint(fields=["team", "norm"], name="world_source_once"),
            models.CheckConstraint(condition=~Q(norm=""), name="world_source_given"),
            models.CheckConstraint(
                condition=Q(reliability__in=Reliability.values), name="world_source_reliability_known"
            ),
        ]

    def __str__(self) -> str:
        return self.publisher


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="SourceDocumentHistory"
)
class SourceDocument(KeyedByTime, TeamOwned, Editable, Handled):
    """One text. A copy of a wire report names its origin, so that copies do not count as corroboration."""

    GRANT_FIELD = "document"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=500)
    url = models.URLField(max_length=1000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    origin_document = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(TeamOwned.Meta):
        constraints = [
            *TeamOwned.Meta.constraints,
            *Handled.Meta.constraints,
            *same_team("source", "origin_document"),
            models.UniqueConstraint(
                fields=["source", "title", "url", "published_on"],
                nulls_distinct=False,
                name="world_sourcedocument_once",
            ),
            models.CheckConstraint(
                condition=Q(origin_document__isnull=True) | ~Q(origin_document=F("id")),
                name="world_sourcedocument_not_own_origin",
            ),
        ]
        indexes = [models.Index(fields=["team", "-id"], name="world_document_recent")]

    def __str__(self) -> str:
        return self.title


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), model_name="CitationHistory"
)
class Citation(TeamOwned, Handled):
    """A document stands behind exactly one fact."""

    GRANT_FIELD = "citation"

    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="citations")
    event = models.ForeignKey("world.Event", on_delete=models.CASCADE, null=True, related_name="citations")
    relation = models.ForeignKey("world.Relation", on_delete=models.CASCADE, null=True, related_name="citations")
    claim = models.ForeignKey("world.Claim", on_delete=models.CASCADE, null=True, related_name="citations")
    observation = models.ForeignKey("world.Observation", on_delete=models.CASCADE, null=True, related_name="citations")
    actor = models.ForeignKey("world.Actor", on_delete=models.CASCADE, null=True, related_name="citations")
    locator = models.CharField(max_length=200, blank=True)
    credibility = models.PositiveSmallIntegerField(choices=Credibility.choices, default=Credibility.UNJUDGED)
    note = models.TextField(blank=True)

    class Meta(TeamOwned.Meta):
        constraints = [
            team_key(),
            *Handled.Meta.constraints,
            *same_team("document", *CITED),
            models.CheckConstraint(condition=one_of(*CITED), name="world_citation_of_one_fact"),
            models.CheckConstraint(condition=Q(credibility__range=(1, 6)), name="world_citation_credibility_known"),
            models.UniqueConstraint(
                fields=["document", *CITED, "locator"], nulls_distinct=False, name="world_citation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.locator}".strip()

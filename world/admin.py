"""The facts, to look at. Restricted ones are not shown here: the admin knows no named people."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from core.admin import ReadOnlyAdmin
from world.models import (
    Actor,
    AdminArea,
    Claim,
    Dataset,
    Event,
    EventType,
    Handling,
    ImportBatch,
    Relation,
    Series,
    Situation,
    Source,
    SourceDocument,
)


class FactAdmin(ReadOnlyAdmin):
    """A kind of fact with a handling of its own."""

    list_filter = ("team",)
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).exclude(handling=Handling.RESTRICTED)


@admin.register(Actor)
class ActorAdmin(FactAdmin):
    list_display = ("__str__", "kind", "status", "team")


@admin.register(Event)
class EventAdmin(FactAdmin):
    list_display = ("__str__", "type", "date_start", "status", "known_from", "team")
    list_select_related = ("type", "team")


@admin.register(Relation)
class RelationAdmin(FactAdmin):
    list_display = ("key", "status", "known_from", "team")


@admin.register(Claim)
class ClaimAdmin(FactAdmin):
    list_display = ("key", "grade", "status", "known_from", "team")


@admin.register(Source)
class SourceAdmin(FactAdmin):
    list_display = ("publisher", "reliability", "team")


@admin.register(SourceDocument)
class SourceDocumentAdmin(FactAdmin):
    list_display = ("title", "source", "published_on", "team")
    list_select_related = ("source", "team")


@admin.register(Dataset)
class DatasetAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "licence", "redistributable", "team")


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "dataset", "state", "outcome", "new", "changed", "rejected", "team")
    list_select_related = ("dataset", "team")


@admin.register(Situation)
class SituationAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "team")


@admin.register(Series)
class SeriesAdmin(ReadOnlyAdmin):
    list_display = ("code", "unit", "team")


@admin.register(AdminArea)
class AdminAreaAdmin(ReadOnlyAdmin):
    list_display = ("pcode", "level", "team")


@admin.register(EventType)
class EventTypeAdmin(ReadOnlyAdmin):
    list_display = ("code", "domain", "team")

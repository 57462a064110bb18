"""Publishers with their reliability, and their documents."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.permissions import Permission
from api.schema import page_of
from api.v1.base import TeamAPIView
from api.v1.queries import Paged
from world.models import Source
from world.selectors.facts import documents_seen, sources_seen
from world.services.sources import create_document, create_source, update_source


class SourceInput(serializers.Serializer[Any]):
    publisher = serializers.CharField(max_length=300)
    reliability = serializers.ChoiceField(choices=list("ABCDEF"), required=False, help_text="Admiralty scale.")
    note = serializers.CharField(required=False, allow_blank=True)


class SourceChange(serializers.Serializer[Any]):
    row_version = serializers.IntegerField(min_value=1)
    reliability = serializers.ChoiceField(choices=list("ABCDEF"), required=False)
    note = serializers.CharField(required=False, allow_blank=True)
    reason = serializers.CharField()


class SourceOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    publisher = serializers.CharField()
    reliability = serializers.CharField()
    note = serializers.CharField()
    handling = serializers.CharField()
    row_version = serializers.IntegerField()


class DocumentInput(serializers.Serializer[Any]):
    title = serializers.CharField(max_length=500)
    url = serializers.URLField(required=False, allow_blank=True, max_length=1000)
    published_on = serializers.DateField(required=False, allow_null=True)
    accessed_on = serializers.DateField(required=False, allow_null=True)
    language = serializers.CharField(required=False, allow_blank=True, max_length=8)


class DocumentOutput(DocumentInput):
    id = serializers.UUIDField()
    url = serializers.CharField()  # type: ignore[assignment]  # a stored address is shown as it is
    # A field may be named like an attribute of Field: the metaclass takes it out of the class.
    source = serializers.UUIDField(source="source_id")  # type: ignore[assignment]
    handling = serializers.CharField()
    row_version = serializers.IntegerField()


class SourceAPIView(TeamAPIView):
    write = Permission.WRITE_FACTS

    def one(self, key: Any) -> Source:
        found = sources_seen(self.user, self.team).select_related("team").filter(pk=key).first()
        if found is None:
            raise Http404
        return found


class SourceList(SourceAPIView):
    @extend_schema(operation_id="sources_list", parameters=[Paged], responses=page_of(SourceOutput))
    def get(self, request: Request) -> Response:
        self.asked(Paged)
        return self.page(sources_seen(self.user, self.team), SourceOutput, fields=("norm", "pk"))

    @extend_schema(operation_id="sources_create", request=SourceInput, responses={201: SourceOutput})
    def post(self, request: Request) -> Response:
        source = create_source(team=self.team, by=self.user, via="api", **self.valid(SourceInput))
        return Response(SourceOutput(self.one(source.pk)).data, status=status.HTTP_201_CREATED)


class SourceDetail(SourceAPIView):
    @extend_schema(operation_id="sources_read", responses=SourceOutput)
    def get(self, request: Request, key: Any) -> Response:
        return Response(SourceOutput(self.one(key)).data)

    @extend_schema(operation_id="sources_change", request=SourceChange, responses=SourceOutput)
    def patch(self, request: Request, key: Any) -> Response:
        source = self.one(key)
        data = self.valid(SourceChange)
        update_source(source=source, by=self.user, via="api", expected=data.pop("row_version"), **data)
        return Response(SourceOutput(self.one(key)).data)


class DocumentList(SourceAPIView):
    @extend_schema(operation_id="documents_list", parameters=[Paged], responses=page_of(DocumentOutput))
    def get(self, request: Request, key: Any) -> Response:
        self.asked(Paged)
        rows = documents_seen(self.user, self.team).filter(source=self.one(key))
        return self.page(rows, DocumentOutput, fields=("-id",))

    @extend_schema(operation_id="documents_create", request=DocumentInput, responses={201: DocumentOutput})
    def post(self, request: Request, key: Any) -> Response:
        document = create_document(source=self.one(key), by=self.user, via="api", **self.valid(DocumentInput))
        found = documents_seen(self.user, self.team).get(pk=document.pk)
        return Response(DocumentOutput(found).data, status=status.HTTP_201_CREATED)

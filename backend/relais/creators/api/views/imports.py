"""Imports over HTTP."""

from typing import Any, ClassVar

import django_filters as filters
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.creators.api.filters import ChoicesFilter
from relais.creators.api.serializers.imports import (
    ImportBriefSerializer,
    ImportChangeSerializer,
    ImportFileSerializer,
    ImportRowSerializer,
    ImportSerializer,
)
from relais.creators.errors import FileTooLargeError
from relais.creators.imports import running, staging, undoing
from relais.creators.imports.error_file import write_errors
from relais.creators.imports.reading.table import MAX_BYTES
from relais.creators.models import Import, ImportRow
from relais.creators.models.creator import choices
from relais.creators.rules import ImportState, RowOutcome
from relais.kit.errors import NotFoundError
from relais.kit.filters import FlagFilter
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet


class ImportFilter(filters.FilterSet):
    """Imports by where they stand."""

    state = ChoicesFilter(choices=choices(ImportState), field_name="state", lookup_expr="in", label="States")

    class Meta:
        model = Import
        fields: list[str] = []


class ImportRowFilter(filters.FilterSet):
    """Rows by what became of them."""

    outcome = ChoicesFilter(choices=choices(RowOutcome), field_name="outcome", lookup_expr="in", label="Outcomes")
    kept = FlagFilter(label="The undo left the person alone")

    class Meta:
        model = ImportRow
        fields: list[str] = []


@extend_schema_view(list=extend_schema(responses=ImportBriefSerializer(many=True)))
class ImportViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Lists of people brought in from files."""

    model = Import
    resource = "imports"
    serializer_class = ImportSerializer
    filterset_class = ImportFilter

    def refine(self, rows: QuerySet[Import]) -> QuerySet[Import]:
        """Read who made them."""
        return rows.select_related("made_by")

    def get_serializer_class(self) -> Any:
        """Keep the list short: no columns, no preview."""
        return ImportBriefSerializer if self.action == "list" else super().get_serializer_class()

    @extend_schema(request={"multipart/form-data": ImportFileSerializer}, responses={201: ImportSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Upload a file: it becomes a draft, with its columns understood as well as can be."""
        file = self.valid(ImportFileSerializer)["file"]
        if file.size > MAX_BYTES:
            raise FileTooLargeError
        return self.answer(staging.stage_import(body=file.read(), file_name=file.name, by=self.actor), 201)

    @extend_schema(request=ImportChangeSerializer, responses=ImportSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Say what the columns hold and what is set on everybody; the preview follows. Drafts only."""
        staged = self.get_object()
        values = self.valid(ImportChangeSerializer, instance=staged, partial=True)
        changed = staging.change_import(staged=staged, mapping=values.get("mapping"), options=values.get("options"))
        return self.answer(changed)

    @extend_schema(request=None, responses={202: ImportSerializer})
    @action(detail=True, methods=["post"])
    def run(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Import the rows in the background; poll the import for its progress."""
        return self.answer(running.start_import(draft=self.get_object(), by=self.actor), 202)

    @extend_schema(request=None, responses=ImportSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put a draft away, or stop a running import; what is imported by then stays until undone."""
        return self.answer(running.cancel_import(run=self.get_object(), by=self.actor))

    @extend_schema(request=None, responses=ImportSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take it back, except for people somebody has worked on since: those are counted in `kept`."""
        return self.answer(undoing.undo_import(run=self.get_object(), by=self.actor))

    @extend_schema(responses={(200, "text/csv"): OpenApiTypes.STR})
    def errors(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Download the rejected rows with what is wrong, to correct and import again."""
        run = self.get_object()
        text = write_errors(run=run, delimiter=";" if get_language() == "fr" else ",")
        answer = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="import-{run.pk}-errors.csv"'
        return answer


class ImportRowViewSet(Listed, WorkspaceViewSet):
    """The rows of one import."""

    model = ImportRow
    address_model: ClassVar[type[Import]] = Import
    resource = "imports"
    serializer_class = ImportRowSerializer
    filterset_class = ImportRowFilter
    orderings: ClassVar[dict[str, str]] = {"number": "number"}
    default_order = "number"

    def refine(self, rows: QuerySet[ImportRow]) -> QuerySet[ImportRow]:
        """Narrow to the import of the URL."""
        if not Import.objects.filter(pk=self.kwargs["import_pk"]).exists():
            raise NotFoundError
        return rows.filter(run_id=self.kwargs["import_pk"]).select_related("creator")

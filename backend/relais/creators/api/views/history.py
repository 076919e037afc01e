"""A person's notes and timeline over HTTP."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from relais.activity.models import Activity
from relais.creators.actions import notes
from relais.creators.api.filters import TimelineFilter
from relais.creators.api.serializers.history import NoteSerializer, NoteWriteSerializer, TimelineLineSerializer
from relais.creators.models import Creator, Note
from relais.kit.errors import NotFoundError
from relais.kit.pagination import Page
from relais.kit.views import Listed, WorkspaceViewSet


class _OfCreator(WorkspaceViewSet):
    """What hangs below one person."""

    def creator(self) -> Creator:
        """Return the person of the URL.

        Raises:
            NotFoundError: unknown, deleted or foreign.
        """
        found: Creator | None = Creator.objects.live().filter(pk=self.kwargs["creator_pk"]).first()
        if found is None:
            raise NotFoundError
        return found


class NoteViewSet(Listed, _OfCreator):
    """Notes, calls, messages and meetings, written down by hand."""

    model = Note
    resource = "notes"
    serializer_class = NoteSerializer
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete"}

    def refine(self, rows: QuerySet[Note]) -> QuerySet[Note]:
        """Narrow to the person of the URL."""
        return rows.filter(creator=self.creator()).select_related("author")

    @extend_schema(request=NoteWriteSerializer, responses={201: NoteSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Write something down; a call, a message or a meeting counts as having been in touch."""
        creator = self.creator()
        return self.answer(notes.add_note(creator=creator, values=self.valid(NoteWriteSerializer), by=self.actor), 201)

    @extend_schema(request=NoteWriteSerializer, responses=NoteSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Rewrite one's own note."""
        note = self.get_object()
        values = self.valid(NoteWriteSerializer, instance=note, partial=True)
        return self.answer(notes.change_note(note=note, values=values, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Remove one's own note."""
        notes.delete_note(note=self.get_object(), by=self.actor)
        return Response(status=204)


class TimelineViewSet(Listed, _OfCreator):
    """Everything done about one person, those merged into it included, newest first."""

    model = Activity
    resource = "creators"
    serializer_class = TimelineLineSerializer
    filterset_class = TimelineFilter

    def refine(self, rows: QuerySet[Activity]) -> QuerySet[Activity]:
        """Narrow to the person of the URL and to who became it."""
        creator = self.creator()
        merged = Creator.objects.filter(merged_into=creator).values_list("id", flat=True)
        return rows.filter(creator_id__in=[creator.pk, *merged]).select_related("user")

    def present(self, page: Page) -> list[Any]:
        """Return the lines with the notes they speak of, read together."""
        ids = [line.subject_id for line in page.rows if line.subject_type == "note"]
        found = Note.objects.in_bulk(ids)
        for line in page.rows:
            line.note = found.get(line.subject_id) if line.subject_type == "note" else None
        return list(self.get_serializer(page.rows, many=True).data)

"""Tags, lists and saved views over HTTP."""

from typing import Any, ClassVar

from django.db.models import Count, Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.creators.actions import lists, saved_views, tags
from relais.creators.api import selection
from relais.creators.api.serializers.selection import ListChangeSerializer, SelectionSerializer
from relais.creators.api.serializers.sorting import (
    CreatorListSerializer,
    CreatorListWriteSerializer,
    SavedViewSerializer,
    SavedViewWriteSerializer,
    TagSerializer,
    TagWriteSerializer,
)
from relais.creators.errors import NotYoursError
from relais.creators.models import CreatorList, SavedView, Tag
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet
from relais.workspaces.rules import MANAGERS

_BY_NAME = {"name": "folded", "created": "id"}


def _live(path: str) -> Count:
    return Count(path, filter=Q(**{f"{path}__creator__deleted_at": None}))


class TagViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Words the team sorts people by."""

    model = Tag
    resource = "tags"
    serializer_class = TagSerializer
    orderings: ClassVar[dict[str, str]] = _BY_NAME
    default_order = "name"
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete"}

    def refine(self, rows: QuerySet[Tag]) -> QuerySet[Tag]:
        """Count who carries each."""
        return rows.annotate(creator_count=_live("links"))

    @extend_schema(request=TagWriteSerializer, responses={201: TagSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a tag."""
        return self.answer(tags.save_tag(tag=None, values=self.valid(TagWriteSerializer), by=self.actor), 201)

    @extend_schema(request=TagWriteSerializer, responses=TagSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Rename or recolour a tag."""
        tag = self.get_object()
        values = self.valid(TagWriteSerializer, instance=tag, partial=True)
        return self.answer(tags.save_tag(tag=tag, values=values, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a tag from everybody and forget it."""
        tags.delete_tag(tag=self.get_object(), by=self.actor)
        return Response(status=204)


class CreatorListViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Lists kept by hand."""

    model = CreatorList
    resource = "lists"
    serializer_class = CreatorListSerializer
    orderings: ClassVar[dict[str, str]] = _BY_NAME
    default_order = "name"
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete"}

    def refine(self, rows: QuerySet[CreatorList]) -> QuerySet[CreatorList]:
        """Count who is on each."""
        return rows.annotate(creator_count=_live("entries"))

    @extend_schema(request=CreatorListWriteSerializer, responses={201: CreatorListSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a list."""
        name = self.valid(CreatorListWriteSerializer)["name"]
        return self.answer(lists.save_list(target=None, name=name, by=self.actor), 201)

    @extend_schema(request=CreatorListWriteSerializer, responses=CreatorListSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Rename a list."""
        target = self.get_object()
        name = self.valid(CreatorListWriteSerializer, instance=target)["name"]
        return self.answer(lists.save_list(target=target, name=name, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Forget a list; the people on it stay."""
        lists.delete_list(target=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=SelectionSerializer, responses=ListChangeSerializer)
    @action(detail=True, methods=["post"])
    def add(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put people on the list."""
        return self._change(request, lists.add_to_list)

    @extend_schema(request=SelectionSerializer, responses=ListChangeSerializer)
    @action(detail=True, methods=["post"])
    def remove(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take people off the list."""
        return self._change(request, lists.remove_from_list)

    def _change(self, request: Request, change: Any) -> Response:
        target = self.get_object()
        ids, _left_out = selection.resolve(request, self.valid(SelectionSerializer))
        changed = change(target=target, creator_ids=ids, by=self.actor)
        return Response({"changed": len(changed), "skipped": len(ids) - len(changed)})


class SavedViewViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Filters, order and columns under a name: one's own, and those shared with the workspace."""

    model = SavedView
    resource = "saved_views"
    serializer_class = SavedViewSerializer
    orderings: ClassVar[dict[str, str]] = {"name": "name", "created": "id"}
    default_order = "name"
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete"}

    def refine(self, rows: QuerySet[SavedView]) -> QuerySet[SavedView]:
        """Hide the private views of others."""
        return rows.filter(Q(is_shared=True) | Q(owner_id=self.actor.user_id)).select_related("owner")

    @extend_schema(request=SavedViewWriteSerializer, responses={201: SavedViewSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Keep a view."""
        return self.answer(
            saved_views.save_view(view=None, values=self.valid(SavedViewWriteSerializer), by=self.actor), 201
        )

    @extend_schema(request=SavedViewWriteSerializer, responses=SavedViewSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change a view."""
        view = self._editable()
        values = self.valid(SavedViewWriteSerializer, instance=view, partial=True)
        return self.answer(saved_views.save_view(view=view, values=values, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Forget a view."""
        saved_views.delete_view(view=self._editable(), by=self.actor)
        return Response(status=204)

    def _editable(self) -> SavedView:
        view: SavedView = self.get_object()
        if view.owner_id != self.actor.user_id and self.access.role.partition(":")[0] not in MANAGERS:
            raise NotYoursError
        return view

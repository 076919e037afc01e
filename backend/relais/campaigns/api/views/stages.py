"""Columns of the board over HTTP."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions
from relais.campaigns.api.serializers.stages import (
    StageChangeSerializer,
    StageCreateSerializer,
    StageOrderSerializer,
    StageSerializer,
)
from relais.campaigns.models import Stage
from relais.kit.views import Listed, WorkspaceViewSet


class StageViewSet(Listed, WorkspaceViewSet):
    """Columns of the board, the same for all campaigns of the workspace."""

    model = Stage
    resource = "stages"
    verbs = {"destroy": "delete"}
    serializer_class = StageSerializer
    orderings = {"position": "position"}
    default_order = "position"

    def refine(self, rows: QuerySet[Stage]) -> QuerySet[Stage]:
        """Leave out what was taken off the board."""
        return rows.filter(position__isnull=False)

    @extend_schema(request=StageCreateSerializer, responses={201: StageSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add another column of a known kind, after the others of that kind."""
        return self.answer(actions.create_stage(values=self.valid(StageCreateSerializer), by=self.actor), 201)

    @extend_schema(request=StageChangeSerializer, responses=StageSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change labels or colour."""
        stage = self.get_object()
        changes = self.valid(StageChangeSerializer, instance=stage, partial=True)
        return self.answer(actions.change_stage(stage=stage, changes=changes, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take an empty column off the board."""
        actions.delete_stage(stage=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=StageOrderSerializer, responses=StageSerializer(many=True))
    @action(detail=False, methods=["post"])
    def reorder(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put all columns in this order."""
        stages = actions.reorder_stages(ids=self.valid(StageOrderSerializer)["ids"], by=self.actor)
        return Response(self.get_serializer(stages, many=True).data)

"""Promises over HTTP."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions, querysets
from relais.campaigns.api.filters import PromiseFilter
from relais.campaigns.api.serializers.promises import PromiseChangeSerializer, PromiseMakeSerializer, PromiseSerializer
from relais.campaigns.models import Promise
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet


class PromiseViewSet(Listed, Retrieved, WorkspaceViewSet):
    """What we promised, to whom, for when."""

    model = Promise
    resource = "promises"
    verbs = {"destroy": "delete"}
    serializer_class = PromiseSerializer
    filterset_class = PromiseFilter
    orderings = {"due_on": "due_on", "created": "id"}
    default_order = "due_on"

    def refine(self, rows: QuerySet[Promise]) -> QuerySet[Promise]:
        """Read names with rows."""
        return querysets.with_names_of_promise(rows)

    @extend_schema(request=PromiseMakeSerializer, responses={201: PromiseSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Write down a promise; whoever does keeps it, unless an owner is given."""
        values = self.valid(PromiseMakeSerializer)
        made = actions.make_promise(creator=values.pop("creator"), values=values, by=self.actor)
        return self.answer(self.get_queryset().get(pk=made.pk), 201)

    @extend_schema(request=PromiseChangeSerializer, responses=PromiseSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is given."""
        promise = self.get_object()
        changes = self.valid(PromiseChangeSerializer, instance=promise, partial=True)
        actions.change_promise(promise=promise, changes=changes, by=self.actor)
        return self.answer(self.get_object())

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Withdraw a promise."""
        actions.withdraw_promise(promise=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=None, responses=PromiseSerializer)
    @action(detail=True, methods=["post"])
    def keep(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Mark as kept."""
        actions.keep_promise(promise=self.get_object(), by=self.actor)
        return self.answer(self.get_object())

    @extend_schema(request=None, responses=PromiseSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Mark as not kept yet."""
        actions.reopen_promise(promise=self.get_object(), by=self.actor)
        return self.answer(self.get_object())

"""Tasks over HTTP."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions, querysets
from relais.campaigns.api.filters import TaskFilter
from relais.campaigns.api.serializers.tasks import TaskSerializer, TaskWriteSerializer
from relais.campaigns.models import Task
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet


class TaskViewSet(Listed, Retrieved, WorkspaceViewSet):
    """What is to be done, by whom, by when."""

    model = Task
    resource = "tasks"
    verbs = {"destroy": "delete"}
    serializer_class = TaskSerializer
    filterset_class = TaskFilter
    orderings = {"due_on": "due_on", "created": "id"}
    default_order = "due_on"

    def refine(self, rows: QuerySet[Task]) -> QuerySet[Task]:
        """Read names with rows."""
        return querysets.with_names_of_task(rows)

    @extend_schema(request=TaskWriteSerializer, responses={201: TaskSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add a task."""
        made = actions.create_task(values=self.valid(TaskWriteSerializer), by=self.actor)
        return self.answer(self.get_queryset().get(pk=made.pk), 201)

    @extend_schema(request=TaskWriteSerializer, responses=TaskSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is given."""
        task = self.get_object()
        changes = self.valid(TaskWriteSerializer, instance=task, partial=True)
        actions.change_task(task=task, changes=changes, by=self.actor)
        return self.answer(self.get_object())

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Delete a task."""
        actions.delete_task(task=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=None, responses=TaskSerializer)
    @action(detail=True, methods=["post"])
    def done(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Mark as done."""
        actions.finish_task(task=self.get_object(), by=self.actor)
        return self.answer(self.get_object())

    @extend_schema(request=None, responses=TaskSerializer)
    @action(detail=True, methods=["post"])
    def undone(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Mark as open again."""
        actions.reopen_task(task=self.get_object(), by=self.actor)
        return self.answer(self.get_object())

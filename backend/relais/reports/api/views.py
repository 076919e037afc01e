"""What waits today over HTTP."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from relais.kit import clock
from relais.kit.views import Listed, WorkspaceViewSet
from relais.reports import actions
from relais.reports.api import serializers as shapes
from relais.reports.models import Snooze
from relais.reports.rules import LineKind, Whose
from relais.reports.today import look


class _OnADay(WorkspaceViewSet):
    """Knows what day it is."""

    model = Snooze
    resource = "today"

    def today(self) -> date:
        """Return the day where the workspace is."""
        return clock.today(self.access.workspace.time_zone)


class TodayViewSet(_OnADay):
    """What waits for somebody, by urgency."""

    serializer_class = shapes.TodaySerializer
    parameters = {"show": frozenset({"owner", "kind"})}

    @extend_schema(parameters=[shapes.TodayAskedSerializer], responses=shapes.TodaySerializer)
    def show(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return what waits, by urgency: tasks, promises, next actions, parcels, loans, coverage, cards, channels.

        A kind shows its first 50 lines; `kind=` shows up to 500 of one.
        """
        asked = shapes.TodayAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        only = asked.validated_data.get("kind")
        found = look(
            today=self.today(),
            time_zone=self.access.workspace.time_zone,
            keeper=self.actor.user_id if asked.validated_data["owner"] == Whose.ME else None,
            only=LineKind(only) if only else None,
        )
        return Response(self.get_serializer(found).data)


class SnoozeViewSet(Listed, _OnADay):
    """Lines put off until a day."""

    serializer_class = shapes.SnoozeSerializer
    orderings = {"until_on": "until_on"}
    default_order = "until_on"
    verbs = {"destroy": "delete"}

    def refine(self, rows: QuerySet[Snooze]) -> QuerySet[Snooze]:
        """Leave out those whose day has come, and read who put them off."""
        return rows.filter(until_on__gt=self.today()).select_related("user")

    @extend_schema(request=shapes.SnoozeWriteSerializer, responses={201: shapes.SnoozeSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put a line off; a second time replaces the first. Tasks, promises and next actions have a day to change."""
        values = self.valid(shapes.SnoozeWriteSerializer)
        kind = LineKind(values.pop("kind"))
        return self.answer(actions.put_off(kind=kind, today=self.today(), by=self.actor, **values), 201)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Let it wait again at once."""
        actions.take_up(snooze=self.get_object(), by=self.actor)
        return Response(status=204)

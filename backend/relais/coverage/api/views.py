"""Coverage over HTTP."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.coverage import actions, querysets
from relais.coverage.api import serializers as shapes
from relais.coverage.api.filters import CoverageFilter
from relais.coverage.models import Coverage, CoverageMetric
from relais.coverage.summary import summarise
from relais.kit import clock
from relais.kit.errors import NotFoundError
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet


class CoverageViewSet(Listed, Retrieved, WorkspaceViewSet):
    """What was published."""

    model = Coverage
    resource = "coverage"
    serializer_class = shapes.CoverageSerializer
    filterset_class = CoverageFilter
    orderings = {"created": "id", "published": "published_on"}
    verbs = {"destroy": "delete"}
    parameters = {"summary": frozenset(shapes.ScopeSerializer().fields)}

    def refine(self, rows: QuerySet[Coverage]) -> QuerySet[Coverage]:
        """Read the newest numbers with the row; what was removed is only there to be restored."""
        rows = querysets.with_newest_numbers(rows)
        return rows if self.action == "restore" else querysets.kept(rows)

    @extend_schema(request=shapes.CoverageCreateSerializer, responses={201: shapes.CoverageSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Record a publication. One that this creator has already is refused with its id (409)."""
        values = self.valid(shapes.CoverageCreateSerializer)
        creator, url = values.pop("creator"), values.pop("url")
        made = actions.record_coverage(creator=creator, url=url, values=values, today=self._today(), by=self.actor)
        return self._told(made, 201)

    @extend_schema(request=shapes.CoverageChangeSerializer, responses=shapes.CoverageSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Correct a piece, or link it to a participation or a sending."""
        coverage = self.get_object()
        values = self.valid(shapes.CoverageChangeSerializer, partial=True)
        return self._told(actions.change_coverage(coverage=coverage, values=values, today=self._today(), by=self.actor))

    @extend_schema(responses=shapes.CoverageSerializer)
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Remove a piece; `restore` undoes it, numbers included."""
        return self._told(actions.remove_coverage(coverage=self.get_object(), by=self.actor))

    @extend_schema(request=None, responses=shapes.CoverageSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Undo a removal."""
        return self._told(actions.restore_coverage(coverage=self.get_object(), by=self.actor))

    @extend_schema(request=shapes.PrefillSerializer, responses=shapes.DraftSerializer)
    @action(detail=False, methods=["post"])
    def prefill(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Look at an address and draft its record; nothing is saved. An unreadable page gives a `warning`."""
        draft = actions.draft_coverage(url=self.valid(shapes.PrefillSerializer)["url"])
        return Response(shapes.DraftSerializer(draft).data)

    @extend_schema(parameters=[shapes.ScopeSerializer], responses=shapes.SummarySerializer)
    @action(detail=False)
    def summary(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Posting rate, days to publication and sums of a campaign, a brand or a period."""
        asked = shapes.ScopeSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(shapes.SummarySerializer(summarise(asked.scope)).data)

    def _today(self) -> date:
        return clock.today(self.access.workspace.time_zone)

    def _told(self, coverage: Coverage, status: int = 200) -> Response:
        return self.answer(querysets.with_newest_numbers(Coverage.objects.all()).get(pk=coverage.pk), status)


class MetricViewSet(Listed, WorkspaceViewSet):
    """The dated numbers of one piece."""

    model = CoverageMetric
    resource = "coverage"
    serializer_class = shapes.MetricSerializer
    orderings = {"taken_on": "taken_on"}
    default_order = "-taken_on"
    verbs = {"destroy": "delete"}

    def refine(self, rows: QuerySet[CoverageMetric]) -> QuerySet[CoverageMetric]:
        """Keep the numbers of the piece in the address."""
        return rows.filter(coverage=self._coverage()).select_related("user")

    @extend_schema(request=shapes.MetricWriteSerializer, responses={200: shapes.MetricSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Note the numbers of one day; a second time the same day replaces them."""
        coverage, values = self._coverage(), self.valid(shapes.MetricWriteSerializer)
        today = clock.today(self.access.workspace.time_zone)
        day = values.pop("taken_on", today)
        row = actions.note_numbers(coverage=coverage, taken_on=day, numbers=values, today=today, by=self.actor)
        return self.answer(row)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Remove the numbers of one day."""
        actions.forget_numbers(coverage=self._coverage(), metric=self.get_object(), by=self.actor)
        return Response(status=204)

    def _coverage(self) -> Coverage:
        found = querysets.kept(Coverage.objects.filter(pk=self.kwargs["coverage_id"])).first()
        if found is None:
            raise NotFoundError
        return found

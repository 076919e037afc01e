"""Statistics, posts and refresh runs over HTTP."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import DateField, ValidationError

from relais.audience import series
from relais.audience.actions import runs, snapshots
from relais.audience.api.filters import ChannelPostFilter, RefreshItemFilter, RefreshRunFilter
from relais.audience.api.serializers import (
    ChannelPostSerializer,
    CreatorAudienceSerializer,
    RefreshItemSerializer,
    RefreshRunSerializer,
    RefreshWriteSerializer,
    SnapshotSerializer,
    SnapshotsSerializer,
    SnapshotWriteSerializer,
)
from relais.audience.models import Post, RefreshItem, RefreshRun
from relais.creators.api import selection
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.errors import InvalidError, NotFoundError
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet

RANGE = [
    OpenApiParameter("since", date, description="First day; two years ago unless told."),
    OpenApiParameter("until", date, description="Last day; today unless told."),
]
RANGE_NAMES = frozenset({"since", "until"})


class Ranged:
    """Reads `since` and `until`."""

    def span(self: Any) -> series.Range:
        """Return the days asked for, within those that can have numbers.

        Raises:
            InvalidError: a value is no day, or the range is upside down.
        """
        today = clock.today(self.access.workspace.time_zone)
        until = max(min(self._day("until") or today, today + series.A_DAY), series.EARLIEST)
        since = max(self._day("since") or until - series.DEFAULT_SPAN, series.EARLIEST)
        if since > until:
            raise InvalidError(errors={"since": ["since > until"]})
        return series.Range(since, until)

    def _day(self: Any, name: str) -> date | None:
        text = self.request.query_params.get(name)
        try:
            return DateField().to_internal_value(text) if text else None
        except ValidationError as error:
            raise InvalidError(errors={name: [str(message) for message in error.args[0]]}) from error


class ChannelAudienceViewSet(Ranged, WorkspaceViewSet):
    """What is known of a channel's audience, and the wish to know it anew."""

    model = Channel
    resource = "channels"
    serializer_class = SnapshotSerializer
    verbs = {"refresh": "refresh"}
    parameters = {"snapshots": RANGE_NAMES}

    @extend_schema(parameters=RANGE, responses=SnapshotsSerializer)
    @action(detail=True, pagination_class=None)
    def snapshots(self, request: Request, **kwargs: Any) -> Response:
        """Return the history of the channel, oldest first, and its growth."""
        span = self.span()
        return Response(series.history(self.get_object().pk, span))

    @extend_schema(request=SnapshotWriteSerializer, responses={201: SnapshotSerializer})
    @snapshots.mapping.post
    def type_snapshot(self, request: Request, **kwargs: Any) -> Response:
        """Keep numbers typed by hand for one day."""
        channel = self.get_object()
        data = self.valid(SnapshotWriteSerializer)
        snapshot = snapshots.type_in(channel=channel, time_zone=self.access.workspace.time_zone, by=self.actor, **data)
        return self.answer(snapshot, 201)

    @extend_schema(request=RefreshWriteSerializer, responses={202: RefreshRunSerializer})
    @action(detail=False, methods=["post"])
    def refresh(self, request: Request, **kwargs: Any) -> Response:
        """Fetch the selected channels before what is merely due; the answer is a run to watch."""
        chosen = self._selected(self.valid(RefreshWriteSerializer))
        run = runs.start(channels=chosen, by=self.actor)
        return Response(RefreshRunSerializer(run).data, status=202)

    def _selected(self, wanted: dict[str, Any]) -> QuerySet[Channel]:
        if "ids" in wanted:
            return runs.known_channels(ids=wanted["ids"])
        if wanted.get("all"):
            return Channel.objects.all()
        people = {"filter": wanted["filter"]} if "filter" in wanted else {"ids": wanted["creator_ids"]}
        creator_ids, _ = selection.resolve(self.request, people)
        return Channel.objects.filter(creator_id__in=creator_ids)


class ChannelPostViewSet(Listed, WorkspaceViewSet):
    """The publications found on a channel, newest first."""

    model = Post
    resource = "channels"
    serializer_class = ChannelPostSerializer
    filterset_class = ChannelPostFilter
    orderings = {"published": "published_at", "created": "id"}
    default_order = "-published"

    def refine(self, rows: QuerySet[Post]) -> QuerySet[Post]:
        """Narrow to the channel of the address."""
        channel_id = self.kwargs["channel_id"]
        if not Channel.objects.filter(id=channel_id).exists():
            raise NotFoundError
        return rows.filter(channel_id=channel_id)


class CreatorAudienceViewSet(Ranged, WorkspaceViewSet):
    """The audience of a creator over all channels."""

    model = Creator
    resource = "creators"
    serializer_class = CreatorAudienceSerializer
    parameters = {"audience": RANGE_NAMES}

    @extend_schema(parameters=RANGE, responses=CreatorAudienceSerializer)
    @action(detail=True, pagination_class=None)
    def audience(self, request: Request, **kwargs: Any) -> Response:
        """Return every channel by week on one axis, and the potential reach."""
        span = self.span()
        return Response(series.creator_audience(self.get_object().pk, span))


class RefreshRunViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Refreshes that somebody asked for, newest first."""

    model = RefreshRun
    resource = "refresh_runs"
    serializer_class = RefreshRunSerializer
    filterset_class = RefreshRunFilter

    @extend_schema(request=None, responses=RefreshRunSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, **kwargs: Any) -> Response:
        """Give up what the run still waits for."""
        return self.answer(runs.cancel(run=self.get_object(), by=self.actor))


class RefreshItemViewSet(Listed, WorkspaceViewSet):
    """The channels of a run, with the reason where one failed."""

    model = RefreshItem
    resource = "refresh_runs"
    serializer_class = RefreshItemSerializer
    filterset_class = RefreshItemFilter
    default_order = "created"

    def refine(self, rows: QuerySet[RefreshItem]) -> QuerySet[RefreshItem]:
        """Narrow to the run of the address, and read the names along."""
        run_id = self.kwargs["run_id"]
        if not RefreshRun.objects.filter(id=run_id).exists():
            raise NotFoundError
        return rows.filter(run_id=run_id).select_related("channel__creator")

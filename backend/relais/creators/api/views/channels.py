"""Channels over HTTP."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from relais.creators.actions.channels import add_channel, change_channel, remove_channel
from relais.creators.api.filters import ChannelFilter
from relais.creators.api.serializers.channel import ChannelAddSerializer, ChannelChangeSerializer, ChannelSerializer
from relais.creators.models import Channel
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet


class ChannelViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Blogs and accounts, each of one person."""

    model = Channel
    resource = "channels"
    serializer_class = ChannelSerializer
    filterset_class = ChannelFilter
    orderings: ClassVar[dict[str, str]] = {"created": "id", "followers": "followers", "measured": "measured_at"}
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete"}

    def refine(self, rows: Any) -> Any:
        """Leave out those of deleted people."""
        return rows.filter(creator__deleted_at=None)

    @extend_schema(request=ChannelAddSerializer, responses={201: ChannelSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Give a person a channel by its address."""
        return self.answer(add_channel(**self.valid(ChannelAddSerializer), by=self.actor), 201)

    @extend_schema(request=ChannelChangeSerializer, responses=ChannelSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Correct the title or the feed's address."""
        channel = self.get_object()
        values = self.valid(ChannelChangeSerializer, instance=channel, partial=True)
        return self.answer(change_channel(channel=channel, values=values, by=self.actor))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Forget a channel and its numbers."""
        remove_channel(channel=self.get_object(), by=self.actor)
        return Response(status=204)

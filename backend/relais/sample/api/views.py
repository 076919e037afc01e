"""The sample over HTTP."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from relais.kit.errors import NotAllowedError
from relais.sample.load import load_sample
from relais.sample.removal import remove_sample
from relais.workspaces.api.account import SignedInView
from relais.workspaces.querysets import person_of


class SampleWorkspaceSerializer(serializers.Serializer[Any]):
    """Where it is."""

    slug = serializers.CharField()


class SampleWorkspaceView(SignedInView):
    """A believable workspace to look at."""

    @extend_schema(request=None, responses={201: SampleWorkspaceSerializer})
    def post(self, request: Request) -> Response:
        """Load one's own sample workspace, or find the one loaded before."""
        if request.auth is not None:
            raise NotAllowedError
        return Response({"slug": load_sample(owner=person_of(request)).slug}, status=201)

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Remove one's own sample workspace, and all that is in it, for good."""
        if request.auth is not None:
            raise NotAllowedError
        remove_sample(owner=person_of(request))
        return Response(status=204)

"""A workspace's settings, brands, members, invitations and keys."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from relais.kit.views import Listed, Retrieved, WorkspaceViewSet
from relais.workspaces import actions
from relais.workspaces.api import serializers
from relais.workspaces.api.filters import BrandFilter
from relais.workspaces.models import ApiKey, Brand, Invitation, Membership


class WorkspaceView(WorkspaceViewSet):
    """The workspace itself."""

    model = Membership
    resource = "workspace"
    serializer_class = serializers.WorkspaceSerializer

    @extend_schema(operation_id="workspace_retrieve")
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return its settings."""
        return self.answer(self.access.workspace)

    @extend_schema(operation_id="workspace_change")
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change its settings."""
        changes = self.valid(serializers.WorkspaceSerializer, instance=self.access.workspace, partial=True)
        return self.answer(actions.change_workspace(workspace=self.access.workspace, changes=changes, by=self.actor))


class BrandViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Advertisers."""

    model = Brand
    resource = "brands"
    serializer_class = serializers.BrandSerializer
    filterset_class = BrandFilter
    orderings = {"name": "name", "created": "id"}
    default_order = "name"

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add a brand."""
        values = self.valid(serializers.BrandSerializer)
        return self.answer(actions.save_brand(brand=None, values=values, by=self.actor), 201)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change a brand, or archive it."""
        brand = self.get_object()
        values = self.valid(serializers.BrandSerializer, instance=brand, partial=True)
        return self.answer(actions.save_brand(brand=brand, values=values, by=self.actor))


class MemberViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Members."""

    model = Membership
    resource = "members"
    serializer_class = serializers.MemberSerializer
    orderings = {"name": "user__name", "created": "id"}
    default_order = "name"

    def refine(self, rows: QuerySet[Membership]) -> QuerySet[Membership]:
        """Read the people with them."""
        return rows.select_related("user")

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change a member's role."""
        membership = self.get_object()
        role = self.valid(serializers.MemberSerializer)["role"]
        changed = actions.change_role(membership=membership, role=role, by=self.actor, by_role=self.access.role)
        return self.answer(changed)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a member out."""
        actions.remove_member(membership=self.get_object(), by=self.actor, by_role=self.access.role)
        return Response(status=204)


class InvitationViewSet(Listed, WorkspaceViewSet):
    """Invitations by link."""

    model = Invitation
    resource = "invitations"
    serializer_class = serializers.InvitationSerializer

    def refine(self, rows: QuerySet[Invitation]) -> QuerySet[Invitation]:
        """Show those still waiting."""
        return rows.filter(accepted_at=None).select_related("made_by")

    @extend_schema(responses={201: serializers.InvitationMadeSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a link to send; it is shown once."""
        values = self.valid(serializers.InvitationSerializer)
        invitation, token = actions.invite(**values, by=self.actor, by_role=self.access.role)
        invitation.path = f"/invitations/{token}"  # type: ignore[attr-defined]
        return Response(serializers.InvitationMadeSerializer(invitation).data, status=201)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Withdraw an invitation."""
        actions.withdraw_invitation(invitation=self.get_object(), by=self.actor)
        return Response(status=204)


class ApiKeyViewSet(Listed, WorkspaceViewSet):
    """Keys for programs."""

    model = ApiKey
    resource = "api_keys"
    serializer_class = serializers.ApiKeySerializer

    def refine(self, rows: QuerySet[ApiKey]) -> QuerySet[ApiKey]:
        """Read their makers with them."""
        return rows.select_related("made_by")

    @extend_schema(responses={201: serializers.ApiKeyMadeSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a key; it is shown once."""
        values = self.valid(serializers.ApiKeySerializer)
        values.setdefault("expires_at", None)
        key, text = actions.create_api_key(**values, by=self.actor)
        key.key = text  # type: ignore[attr-defined]
        return Response(serializers.ApiKeyMadeSerializer(key).data, status=201)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Revoke a key; it stays in the list, marked."""
        actions.revoke_api_key(key=self.get_object(), by=self.actor)
        return Response(status=204)

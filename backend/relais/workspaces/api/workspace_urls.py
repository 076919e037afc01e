"""Addresses inside a workspace."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from relais.workspaces.api import views

router = SimpleRouter()
router.register("brands", views.BrandViewSet, basename="brand")
router.register("members", views.MemberViewSet, basename="member")
router.register("invitations", views.InvitationViewSet, basename="workspace-invitation")
router.register("api-keys", views.ApiKeyViewSet, basename="api-key")

urlpatterns = [
    path("", views.WorkspaceView.as_view({"get": "retrieve", "patch": "partial_update"}), name="workspace"),
    *router.urls,
]

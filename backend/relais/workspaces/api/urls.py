"""Addresses outside any workspace."""

from django.urls import path

from relais.workspaces.api import account

urlpatterns = [
    path("me/", account.MeView.as_view(), name="me"),
    path("setup/", account.SetupView.as_view(), name="setup"),
    path("workspaces/", account.WorkspacesView.as_view(), name="workspaces"),
    path("invitations/<str:token>/", account.InvitationView.as_view(), name="invitation"),
]

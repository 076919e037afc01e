"""Addresses of sign-in, where allauth's clients expect them."""

from typing import Any

from allauth.headless.constants import Client
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from relais.workspaces.api import sign_in


def _view(view: Any) -> Any:
    return view.as_api_view(client=Client.BROWSER)


# allauth's views read a body before they look at the method: a guess by PUT is none.
urlpatterns = [
    path("auth/login", require_POST(_view(sign_in.LoginView))),
    path("auth/session", require_http_methods(["GET", "DELETE"])(_view(sign_in.SessionView))),
    path("auth/password/request", require_POST(_view(sign_in.RequestPasswordResetView))),
    path("auth/password/reset", require_POST(_view(sign_in.ResetPasswordView))),
    path("account/password/change", require_POST(_view(sign_in.ChangePasswordView))),
]

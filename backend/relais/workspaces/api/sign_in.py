"""Signing in and out and new passwords: the few views of allauth that the interface uses, and none of its others."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.headless.account import inputs, response, views
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from relais.kit.jobs import enqueue
from relais.workspaces import tries


class LoginView(views.LoginView):
    """The way in."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign in; from now on this browser is one of the account's owner."""
        answer: HttpResponse = super().post(request, *args, **kwargs)
        if answer.status_code == 200:  # noqa: PLR2004
            tries.know_browser(answer, email=self.input.cleaned_data["email"])
        return answer


class SessionView(views.SessionView):
    """The way out."""

    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out, which went well: allauth answers 401."""
        super().delete(request, *args, **kwargs)
        return HttpResponse(status=204)


class RequestPasswordResetView(views.RequestPasswordResetView):
    """A link by mail."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Have the link mailed if the address is an account's; the answer is the same, and takes as long, if not."""
        email, found = self.input.cleaned_data["email"], self.input.users
        tries.count(tries.of_reset(email=email, source=get_adapter().source_of(request)))
        base_url = settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}"
        enqueue("workspaces.send_password_reset", user_id=found[0].pk if found else 0, base_url=base_url)
        answer: HttpResponse = response.RequestPasswordResponse(request)
        return answer


class ResetPasswordView(views.ResetPasswordView):
    """A new password by the link."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Set the password; allauth answers 401 to say: now sign in."""
        super().post(request, *args, **kwargs)
        answer = HttpResponse(status=204)
        tries.know_browser(answer, email=self.input.user.email)
        return answer


class ChangePasswordInput(inputs.ChangePasswordInput):
    """The present password and the new one."""

    def clean_current_password(self) -> str:
        """Compare the present password, unless too many were wrong."""
        counted = tries.of_password_change(user_id=self.user.pk)
        tries.count(counted)
        password: str = super().clean_current_password()
        tries.forgive(counted)
        return password


class ChangePasswordView(views.ChangePasswordView):
    """A new password for whoever knows the present one."""

    input_class = ChangePasswordInput

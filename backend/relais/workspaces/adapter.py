"""How sign-in behaves here: nobody signs up by themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the first run and by invitations."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Refuse."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the page of the SPA where the new password is typed."""
        base = settings.PUBLIC_URL or f"{self.request.scheme}://{self.request.get_host()}"
        return f"{base}/password/reset/{key}"

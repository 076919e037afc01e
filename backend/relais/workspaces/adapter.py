"""How sign-in behaves here: nobody signs up by themselves, and guessing is slow."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from django.http import HttpRequest

from relais.workspaces import tries
from relais.workspaces.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the first run and by invitations."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Refuse."""
        return False

    def source_of(self, request: HttpRequest) -> str:
        """Return the address a request comes from; of IPv6 the network, as one customer has all of it."""
        return str(truncate_ip(self.get_client_ip(request)))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Compare a password, unless too many were wrong.

        Raises:
            TooManyTriesError: not yet; whether the account exists or not.
        """
        counted = tries.of_sign_in(request=request, email=credentials["email"], source=self.source_of(request))
        tries.count(counted)
        user: User | None = super().authenticate(request, **credentials)
        if user is not None:
            tries.forgive(counted)
        return user

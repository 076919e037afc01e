"""Sign-in of programs, `Authorization: Bearer rl_<prefix>_<secret>`, and of browsers, by cookie."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from relais.kit import clock
from relais.kit.errors import CsrfFailedError
from relais.workspaces import keys
from relais.workspaces.models import ApiKey, User

#: Last use is shown to the minute; writing it at every request would cost more than it tells.
LAST_USE_RESOLUTION = timedelta(minutes=1)


class ApiKeyAuthentication(BaseAuthentication):
    """Finds the key and its maker; the maker's present role bounds what it may do."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        """Return `(maker, key)`, or None when no Bearer header was sent.

        Raises:
            AuthenticationFailed: unknown, revoked or expired: one answer for all.
        """
        kind, _space, text = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return None
        refused = AuthenticationFailed(_("This API key is not valid. It may be revoked or expired."))
        parts = keys.split_key(text.strip())
        if parts is None:
            raise refused
        now = clock.now()
        key = (
            ApiKey.all_workspaces.select_related("made_by")
            .filter(
                Q(expires_at=None) | Q(expires_at__gt=now), prefix=parts[0], revoked_at=None, made_by__is_active=True
            )
            .first()
        )
        if key is None or not keys.matches(parts[1], key.secret_hash):
            raise refused
        if key.last_used_at is None or now - key.last_used_at > LAST_USE_RESOLUTION:
            ApiKey.all_workspaces.filter(pk=key.pk).update(last_used_at=now)
        return key.made_by, key

    def authenticate_header(self, request: Any) -> str:
        """Make DRF answer 401, not 403."""
        return 'Bearer realm="Relais"'


class BrowserAuthentication(SessionAuthentication):
    """The session cookie, which on a write needs the CSRF token beside it."""

    def enforce_csrf(self, request: Request) -> None:
        """Ask for the token.

        Raises:
            CsrfFailedError: it is missing or not this browser's.
        """
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise CsrfFailedError from error

"""Guessing is slowed down: by account and by source, and never for the browsers that an account's owner uses.

Whoever signed in once carries a cookie for that account. Its tries are counted on their own, so a stranger who uses up
those of the account cannot keep its owner out; nor from the owner's other devices for longer than a link by mail takes.
"""

import secrets
from collections.abc import Mapping

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from relais.kit import clock
from relais.kit.database import retried
from relais.workspaces.errors import TooManyTriesError
from relais.workspaces.models import Tries
from relais.workspaces.rules import OF_ACCOUNT, OF_RESET, OF_SOURCE, TRIES_KEPT, Patience

COOKIE_LIFE = 365 * 24 * 3600
_SALT = "relais.workspaces.tries"

Counted = Mapping[str, Patience]


def _key(kind: str, name: str) -> str:
    return salted_hmac(f"{_SALT}.{kind}", name, algorithm="sha256").hexdigest()


def of_sign_in(*, request: HttpRequest, email: str, source: str) -> Counted:
    """Return what a try to sign in counts against: the browser when it is known, else the account and the source."""
    browser = _known_browser(request, email)
    if browser:
        return {_key("browser", browser): OF_ACCOUNT}
    return {_key("account", email.lower()): OF_ACCOUNT, _key("source", source): OF_SOURCE}


def of_reset(*, email: str, source: str) -> Counted:
    """Return what a request for a link counts against."""
    return {_key("reset", email.lower()): OF_RESET, _key("reset-source", source): OF_SOURCE}


def of_password_change(*, user_id: int) -> Counted:
    """Return what a guess at the present password counts against: a session may be somebody else's."""
    return {_key("change", str(user_id)): OF_ACCOUNT}


@retried
def count(counted: Counted) -> None:
    """Count one try, or refuse it; of any number at the same time no more pass than are free.

    Raises:
        TooManyTriesError: not yet.
    """
    now = clock.now()
    rows = [Tries(key=key, last_at=now, next_at=now) for key in sorted(counted)]
    # Writing the key to itself locks a row that is there already, in the order of keys.
    Tries.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=["key"])
    rows = list(Tries.objects.filter(key__in=counted))
    wait = max(row.next_at for row in rows) - now
    if wait.total_seconds() > 0:
        raise TooManyTriesError(wait=wait)
    for row in rows:
        row.count = 1 if now - row.last_at > TRIES_KEPT else row.count + 1
        row.last_at, row.next_at = now, now + counted[row.key].wait_after(row.count)
    Tries.objects.bulk_update(rows, ["count", "last_at", "next_at"])


def forgive(counted: Counted) -> None:
    """Take a try back that was right; an account's or a browser's wrong ones with it, a source's not."""
    shared = [key for key, patience in counted.items() if patience is OF_SOURCE]
    Tries.objects.filter(key__in=shared).update(count=Greatest(F("count") - 1, 0), next_at=clock.now())
    Tries.objects.filter(key__in=counted.keys() - set(shared)).delete()


def forget() -> None:
    """Delete what is too old to count."""
    Tries.objects.filter(last_at__lt=clock.now() - TRIES_KEPT).delete()


# -- the browsers of an account's owner -------------------------------------------------------------------


def _cookie_name() -> str:
    return "__Host-browser" if settings.SESSION_COOKIE_SECURE else "browser"


def _known_browser(request: HttpRequest, email: str) -> str:
    """Return the name of this browser when it has signed in to that account, else nothing."""
    value = request.get_signed_cookie(_cookie_name(), default="", salt=_SALT, max_age=COOKIE_LIFE) or ""
    browser, _, account = value.partition(":")
    return browser if secrets.compare_digest(account, _key("cookie", email.lower())) else ""


def know_browser(response: HttpResponseBase, *, email: str) -> None:
    """Let this browser be known as one of the account's owner: the right password, or the mailbox, was shown."""
    response.set_signed_cookie(
        _cookie_name(),
        f"{secrets.token_hex(16)}:{_key('cookie', email.lower())}",
        salt=_SALT,
        max_age=COOKIE_LIFE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )

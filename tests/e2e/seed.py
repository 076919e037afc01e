"""Fills an empty database for the browser tests: `python -m tests.e2e.seed` prints, as JSON, whose session is which.

The sample workspace, and three people in it: Alice owns it and reads French, Emily too and reads English, Bob edits.
Dora has an account and nothing else.
With the argument "places" also what the sample lacks, and a key that may write.
"""

import json
import sys

import django
from django.core.management import call_command

django.setup()

from django.conf import settings  # noqa: E402 - models can be imported from here on
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from relais.kit.actors import Actor  # noqa: E402
from relais.kit.tenancy import workspace_scope  # noqa: E402
from relais.sample.load import load_sample  # noqa: E402
from relais.workspaces.actions import create_api_key  # noqa: E402
from relais.workspaces.models import User  # noqa: E402
from tests import factories  # noqa: E402
from tests.e2e.places import prepare  # noqa: E402


def main() -> None:
    """Migrate, load the sample, sign everybody in."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    alice = factories.make_user("Alice Martin", language="fr")
    emily = factories.make_user("Emily Stone", language="en")
    bob = factories.make_user("Bob Durand", language="fr")
    dora = factories.make_user("Dora Vidal", language="fr")
    workspace = load_sample(owner=alice)
    factories.add_member(workspace, emily, "owner")
    factories.add_member(workspace, bob, "editor")
    people = {"alice": alice, "emily": emily, "bob": bob, "dora": dora}
    sessions = {name: _session_of(person) for name, person in people.items()}
    made = {"workspace": workspace.slug, "sessions": sessions}
    if "places" in sys.argv:
        by = Actor(user_id=alice.pk)
        with workspace_scope(workspace.pk):
            _key, text = create_api_key(name="Tests", scope="write", expires_at=None, by=by)
            made |= {"key": text, "places": prepare(by)}
    json.dump(made, sys.stdout)


def _session_of(user: User) -> str:
    """Sign somebody in without the page; return what their cookie holds."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    main()

"""`manage.py sample`: the sample workspace and its login."""

import os
import secrets
from typing import Any

from django.core.management.base import BaseCommand

from relais.sample.load import load_sample
from relais.workspaces.models import User

EMAIL = "camille@relais.example"


class Command(BaseCommand):
    """Loads the sample workspace once, and prints how to sign in to it."""

    help = "Load the sample workspace; SAMPLE_PASSWORD sets its login's password."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the login, load, print."""
        given = os.environ.get("SAMPLE_PASSWORD", "")
        user = User.objects.filter(email=EMAIL).first()
        password = given
        if user is None:
            password = given or secrets.token_urlsafe(12)
            user = User.objects.create_user(EMAIL, password, name="Camille Leroy", language="fr")
        elif given:
            user.set_password(given)
            user.save(update_fields=["password"])
        workspace = load_sample(owner=user)
        shown = password or "unchanged (SAMPLE_PASSWORD=… make sample sets a new one)"
        self.stdout.write(f"Sample workspace: {workspace.name}\n  e-mail    {EMAIL}\n  password  {shown}")

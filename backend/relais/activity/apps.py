"""History of everything."""

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    """Append-only lines of history."""

    name = "relais.activity"
    label = "activity"

"""What the other apps hold, seen together: what waits today."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What the other apps hold, seen together."""

    name = "relais.reports"
    label = "reports"

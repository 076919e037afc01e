"""What was published as a result."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """What was published as a result."""

    name = "relais.coverage"
    label = "coverage"

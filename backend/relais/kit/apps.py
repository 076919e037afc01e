"""Registers the checks that run at start-up."""

from django.apps import AppConfig
from django.core import checks


class KitConfig(AppConfig):
    """Shared mechanisms; stores nothing."""

    name = "relais.kit"
    label = "kit"

    def ready(self) -> None:
        """Check task names."""
        from relais.kit.jobs import check_names  # noqa: PLC0415 - Celery is configured by now

        checks.register(check_names)

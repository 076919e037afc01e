"""Dated statistics and posts of channels."""

from django.apps import AppConfig


class AudienceConfig(AppConfig):
    """Dated statistics and posts of channels."""

    name = "relais.audience"
    label = "audience"

    def ready(self) -> None:
        """Ask for what is fetched."""
        from relais.audience.actions.results import take  # noqa: PLC0415 - models load first
        from relais.sources.registry import register_handler  # noqa: PLC0415

        register_handler(take)

"""People and their channels."""

from django.apps import AppConfig


class CreatorsConfig(AppConfig):
    """Creators, channels, tags, lists, saved views, import, merge."""

    name = "relais.creators"
    label = "creators"

    def ready(self) -> None:
        """Offer the bulk actions."""
        from relais.creators.api.bulk_params import register_all  # noqa: PLC0415 - needs the models loaded

        register_all()

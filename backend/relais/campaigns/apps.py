"""Campaigns, the board, tasks."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns, the board, tasks."""

    name = "relais.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        """Give every new workspace its stages."""
        from relais.campaigns.actions import seed_stages  # noqa: PLC0415 - models are loaded by now
        from relais.workspaces import seeds  # noqa: PLC0415

        seeds.register(seed_stages)

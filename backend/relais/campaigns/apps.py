"""Campaigns, the board, tasks, promises."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns, the board, tasks, promises."""

    name = "relais.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        """Give every new workspace its stages; keep both histories when two people become one."""
        from relais.campaigns import merging  # noqa: PLC0415 - models are loaded by now
        from relais.campaigns.actions import seed_stages  # noqa: PLC0415
        from relais.creators.merging import children  # noqa: PLC0415
        from relais.workspaces import seeds  # noqa: PLC0415

        seeds.register(seed_stages)
        children.register("campaigns.Participation", children.Handler(merging.merge_cards, merging.undo_cards))

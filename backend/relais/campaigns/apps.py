"""Campaigns, the board, tasks."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns, the board, tasks."""

    name = "relais.campaigns"
    label = "campaigns"

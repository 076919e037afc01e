"""Dated statistics and posts of channels."""

from django.apps import AppConfig


class AudienceConfig(AppConfig):
    """Dated statistics and posts of channels."""

    name = "relais.audience"
    label = "audience"

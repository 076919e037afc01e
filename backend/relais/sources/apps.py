"""What is fetched, when, and what came back."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """What is fetched, when, and what came back."""

    name = "relais.sources"
    label = "sources"

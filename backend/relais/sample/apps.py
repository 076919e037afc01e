"""A believable workspace to look at before one's own data is in."""

from django.apps import AppConfig


class SampleConfig(AppConfig):
    """Stores nothing of its own."""

    name = "relais.sample"
    label = "sample"

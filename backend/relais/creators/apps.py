"""The people, and where they publish."""

from django.apps import AppConfig


class CreatorsConfig(AppConfig):
    """The people, and where they publish."""

    name = "relais.creators"
    label = "creators"

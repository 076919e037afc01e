"""Products, stock and what is sent."""

from django.apps import AppConfig


class SendingsConfig(AppConfig):
    """Products, stock and what is sent."""

    name = "relais.sendings"
    label = "sendings"

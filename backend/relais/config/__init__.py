"""How the parts are put together: settings, addresses, processes."""

from relais.config.celery import app as celery_app

__all__ = ["celery_app"]

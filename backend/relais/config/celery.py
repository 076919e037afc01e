"""The Celery application; its schedule stands in code."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

app = Celery("relais")
app.autodiscover_tasks()

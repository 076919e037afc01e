"""The Celery application: `celery --app relais.config worker`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")

app = Celery("relais")
app.config_from_object("relais.config.jobs")  # by name: read when first used, once Django's settings can be
app.autodiscover_tasks()

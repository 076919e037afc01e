"""What rings by the clock exists, and only looks for what is due."""

from relais.config import jobs
from relais.config.celery import app


def test_every_scheduled_task_is_registered() -> None:
    app.loader.import_default_modules()
    unknown = {entry["task"] for entry in jobs.beat_schedule.values()} - set(app.tasks)
    assert unknown == set()


def test_lost_and_doubled_rings_are_harmless_because_of_these() -> None:
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.task_ignore_result
    assert str(app.conf.timezone) == "UTC"

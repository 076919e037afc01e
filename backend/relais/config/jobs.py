"""How background work runs, and what rings by the clock. Celery reads these names.

Truth lives in leased rows: a task lost or run twice is harmless, so nothing here needs a durable broker, a result
store, or a schedule file.
"""

from django.conf import settings

from relais.config import spool

broker_url = settings.BROKER_URL or spool.ADDRESS
broker_transport_options = {} if settings.BROKER_URL else spool.options(settings.VAR / "spool")
broker_connection_retry_on_startup = True

task_acks_late = True
task_reject_on_worker_lost = True
task_ignore_result = True
worker_prefetch_multiplier = 1
worker_enable_remote_control = bool(settings.BROKER_URL)  # files would pile up for readers that are gone
worker_soft_shutdown_timeout = 20.0  # seconds a stopping worker gives its tasks before it hands them back
worker_hijack_root_logger = False

enable_utc = True
timezone = "UTC"
accept_content = ["json"]

beat_scheduler = "relais.config.scheduler:LivingScheduler"
beat_schedule: dict[str, dict[str, object]] = {
    "sources.sweep": {"task": "sources.sweep", "schedule": 60.0},  # finds what nobody rang for
    "creators.sweep_imports": {"task": "creators.sweep_imports", "schedule": 60.0},  # imports whose worker is gone
    "workspaces.forget_tries": {"task": "workspaces.forget_tries", "schedule": 3600.0},
    "workspaces.forget_answers": {"task": "workspaces.forget_answers", "schedule": 3600.0},
}

"""Bells of people's accounts."""

from celery import shared_task

from relais.workspaces import answers, mails, tries


@shared_task(name="workspaces.send_password_reset", autoretry_for=(OSError,), retry_backoff=10, max_retries=6)
def send_password_reset(*, user_id: int, base_url: str) -> None:
    """Mail the link, again while the mail server does not answer; one that is lost is asked for anew."""
    mails.send_password_reset(user_id=user_id, base_url=base_url)


@shared_task(name="workspaces.forget_tries")
def forget_tries() -> None:
    """Delete the tries nobody counts any more."""
    tries.forget()


@shared_task(name="workspaces.forget_answers")
def forget_answers() -> None:
    """Delete the answers that nobody may ask for any more."""
    answers.forget()

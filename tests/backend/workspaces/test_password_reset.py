"""A forgotten password: the link by mail, and nothing that tells who has an account."""

import re
from typing import Any

import pytest
from celery import current_app
from django.core import mail
from django.utils.module_loading import autodiscover_modules
from rest_framework.test import APIClient

from tests.factories import PASSWORD, make_user

REQUEST = "/_allauth/browser/v1/auth/password/request"
RESET = "/_allauth/browser/v1/auth/password/reset"
LOGIN = "/_allauth/browser/v1/auth/login"
NEW = "Coquelicot-et-bleuet-7"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was sent through the broker; each task is run here at once, as a worker would."""
    autodiscover_modules("tasks")
    sent: list[dict[str, Any]] = []

    def send(name: str, kwargs: dict[str, Any]) -> None:
        sent.append({"name": name, **kwargs})
        current_app.tasks[name].apply(kwargs=kwargs, throw=True)

    monkeypatch.setattr(current_app, "send_task", send)
    return sent


@pytest.fixture
def ask(rung: list[dict[str, Any]], django_capture_on_commit_callbacks: Any) -> Any:
    """Ask for a link."""

    def run(email: str, **headers: str) -> Any:
        rung.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = APIClient().post(REQUEST, {"email": email}, headers=headers)
        assert len(rung) == 1, "the answer must cost the same for everybody"
        return answer

    return run


def mailed_key() -> str:
    (sent,) = mail.outbox
    found = re.search(r"http://testserver/password/reset/(\S+)", str(sent.body))
    assert found, sent.body
    return found[1]


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [("en", "Your new Relais password", "Somebody asked"), ("fr", "Votre nouveau mot de passe Relais", "Quelqu’un")],
)
def test_the_mail_speaks_the_persons_language(ask: Any, db: None, language: str, subject: str, words: str) -> None:
    make_user("Alice Martin", language=language)
    other = {"fr": "en", "en": "fr"}[language]
    assert ask("Alice@Example.org", **{"Accept-Language": other}).status_code == 200
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["alice@example.org"], subject)
    assert words in sent.body
    assert "Alice Martin" in sent.body
    assert "example.com" not in sent.body


def test_an_unknown_address_gets_no_mail_and_the_same_answer(ask: Any, db: None) -> None:
    make_user("Alice Martin")
    make_user("Bob Durand", is_active=False)
    known = ask("alice@example.org")
    mail.outbox.clear()
    for email in ("nobody@example.org", "bob@example.org"):
        answer = ask(email)
        assert (answer.status_code, answer.content) == (known.status_code, known.content)
    assert mail.outbox == []


def test_the_link_sets_a_password_once(ask: Any, db: None) -> None:
    user = make_user("Alice Martin")
    ask(user.email)
    key = mailed_key()
    client = APIClient()
    weak = client.post(RESET, {"key": key, "password": "123"})
    assert weak.status_code == 400
    assert list(weak.json()["errors"]) == ["password"]
    assert client.post(RESET, {"key": key, "password": NEW}).status_code == 204
    assert client.post(RESET, {"key": key, "password": "Another-1-sentence"}).status_code == 400
    assert APIClient().post(LOGIN, {"email": user.email, "password": PASSWORD}).status_code == 400
    assert APIClient().post(LOGIN, {"email": user.email, "password": NEW}).status_code == 200


def test_the_link_lets_the_owner_in_while_a_stranger_guesses(ask: Any, db: None) -> None:
    user = make_user("Alice Martin")
    ask(user.email)
    owner = APIClient()
    assert owner.post(RESET, {"key": mailed_key(), "password": NEW}).status_code == 204
    while APIClient().post(LOGIN, {"email": user.email, "password": "wrong"}).status_code != 429:
        pass
    assert APIClient().post(LOGIN, {"email": user.email, "password": NEW}).status_code == 429
    assert owner.post(LOGIN, {"email": user.email, "password": NEW}).status_code == 200


@pytest.mark.parametrize(
    "body", [{}, {"email": ""}, {"email": "no address"}, {"email": ["a"]}, {"email": "a\x00@b.fr"}]
)
def test_no_address_is_refused_at_the_field(db: None, body: dict[str, Any]) -> None:
    answer = APIClient().post(REQUEST, body)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["email"]


def test_no_secret_travels_through_the_broker(ask: Any, rung: list[dict[str, Any]], db: None) -> None:
    user = make_user("Alice Martin")
    ask(user.email)
    assert rung == [{"name": "workspaces.send_password_reset", "user_id": user.pk, "base_url": "http://testserver"}]

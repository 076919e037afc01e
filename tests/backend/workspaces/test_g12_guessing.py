"""Guessing a password is slow, whoever guesses from wherever, and never keeps the owner out (guarantee 12)."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.db import connections
from rest_framework.test import APIClient

from relais.kit import clock
from relais.kit.problems import CONTENT_TYPE
from relais.workspaces.models import Tries, User
from relais.workspaces.rules import OF_ACCOUNT, OF_RESET, OF_SOURCE, TRIES_KEPT
from relais.workspaces.tries import forget
from tests.factories import PASSWORD, make_user

LOGIN = "/_allauth/browser/v1/auth/login"
WRONG = "Pissenlit-et-ortie-13"
MINUTE = timedelta(minutes=1)


def browser(source: str = "192.0.2.1") -> APIClient:
    return APIClient(REMOTE_ADDR=source)


def try_once(client: APIClient, email: str = "alice@example.org", password: str = WRONG, **extra: Any) -> Any:
    return client.post(LOGIN, {"email": email, "password": password}, **extra)


def use_up(client: APIClient, email: str = "alice@example.org") -> None:
    for _time in range(OF_ACCOUNT.free):
        assert try_once(client, email).status_code == 400
    assert try_once(client, email).status_code == 429


@pytest.fixture
def owner(db: None) -> User:
    return make_user("Alice Martin")


@pytest.mark.django_db(transaction=True)
def test_g12_of_many_tries_at_once_only_the_free_ones_are_heard() -> None:
    make_user("Alice Martin")

    def guess(number: int) -> int:
        try:
            # Another address each time: only the account's own count can stop this.
            client = browser(f"198.51.100.{number % 200}")
            return int(try_once(client, headers={"X-Forwarded-For": f"203.0.113.{number}"}).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(guess, range(200)))
    assert answers == {400: OF_ACCOUNT.free, 429: 200 - OF_ACCOUNT.free}


def test_g12_a_source_is_limited_over_all_accounts(owner: User) -> None:
    client = browser()
    for number in range(OF_SOURCE.free):
        assert try_once(client, f"somebody{number}@example.org").status_code == 400
    assert try_once(client, "somebody-else@example.org").status_code == 429
    assert try_once(browser("192.0.2.2"), "somebody-else@example.org").status_code == 400


@pytest.mark.parametrize("proxies", [0, 1])
def test_g12_a_made_up_forwarding_changes_nothing(owner: User, settings: Any, proxies: int) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    statuses = []
    for number in range(OF_SOURCE.free + 1):
        # The proxy in front adds the last address; what stands before it is the client's invention.
        forwarded = f"203.0.113.{number}" + (", 192.0.2.9" if proxies else "")
        answer = try_once(browser(), f"somebody{number}@example.org", headers={"X-Forwarded-For": forwarded})
        statuses.append(answer.status_code)
    assert statuses == [400] * OF_SOURCE.free + [429]


def test_g12_one_network_of_ipv6_is_one_source(owner: User) -> None:
    for number in range(OF_SOURCE.free):
        try_once(browser(f"2001:db8:1:2::{number + 1:x}"), f"somebody{number}@example.org")
    assert try_once(browser("2001:db8:1:2::ffff"), "somebody-else@example.org").status_code == 429
    assert try_once(browser("2001:db8:1:3::1"), "somebody-else@example.org").status_code == 400


def test_g12_the_wait_grows_to_a_bound_and_ends() -> None:
    waits = [OF_ACCOUNT.wait_after(OF_ACCOUNT.free + number) for number in range(-1, 30)]
    assert waits[0] == timedelta(0)
    assert waits == sorted(waits)
    assert waits[1:3] == [timedelta(seconds=15), timedelta(seconds=30)]
    assert waits[-1] == timedelta(minutes=15)


def known_browser(source: str = "192.0.2.50") -> APIClient:
    """A browser that Alice has signed in with once, and out again."""
    signed = try_once(browser(source), password=PASSWORD)
    assert signed.status_code == 200
    client = browser(source)
    client.cookies["browser"] = signed.cookies["browser"].value
    return client


def test_g12_a_stranger_cannot_keep_the_owner_out(owner: User) -> None:
    at_home, on_the_road = known_browser(), known_browser("203.0.113.9")
    use_up(browser("203.0.113.9"))
    assert try_once(at_home, password=PASSWORD).status_code == 200
    assert try_once(on_the_road, password=PASSWORD).status_code == 200  # even from the stranger's own address
    assert try_once(browser("192.0.2.51"), password=PASSWORD).status_code == 429


def test_g12_a_known_browser_cannot_guess_for_ever_nor_elsewhere(owner: User) -> None:
    make_user("Bob Durand")
    client = known_browser()
    use_up(client)
    assert try_once(client, password=PASSWORD).status_code == 429
    # At another account it is a stranger: counted there, and by source.
    use_up(client, "bob@example.org")
    assert try_once(browser("192.0.2.77"), "bob@example.org", PASSWORD).status_code == 429


@pytest.mark.parametrize("mark", ["", "x", "a:b", "a:b:c:d", "\x00", "é" * 3000])
def test_g12_a_made_up_browser_is_a_stranger(owner: User, mark: str) -> None:
    use_up(browser("203.0.113.9"))
    client = browser()
    client.cookies["browser"] = mark
    assert try_once(client, password=PASSWORD).status_code == 429


def test_g12_the_wait_ends_and_the_owner_gets_in(owner: User) -> None:
    client = browser()
    use_up(client)
    with clock.pinned(clock.now() + MINUTE):
        assert try_once(client, password=PASSWORD).status_code == 200
        assert try_once(browser()).status_code == 400  # the right password cleared the count


def test_g12_right_passwords_of_an_office_are_not_counted(owner: User) -> None:
    for _time in range(OF_SOURCE.free + 2):
        assert try_once(browser(), password=PASSWORD).status_code == 200


def test_g12_an_unknown_account_answers_as_a_known_one(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    encode = hashers.MD5PasswordHasher.encode

    def counting_encode(self: Any, password: str, salt: str) -> str:
        hashed.append("hash")
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counting_encode)
    told: dict[str, list[Any]] = {"alice@example.org": [], "nobody@example.org": []}
    for email, answers in told.items():
        for _time in range(OF_ACCOUNT.free + 1):
            hashed.clear()
            answer = try_once(browser("192.0.2.3"), email)
            body = {**answer.json(), "correlation_id": ""}
            answers.append((answer.status_code, body, answer.headers.get("Retry-After"), len(hashed)))
    known, unknown = told.values()
    assert known == unknown
    assert [row[0] for row in known] == [400] * OF_ACCOUNT.free + [429]
    assert {row[3] for row in known[:-1]} == {1}


@pytest.mark.parametrize(("language", "words"), [("en", "Wait 1 minute"), ("fr", "Attendez 1 minute")])
def test_g12_the_refusal_is_a_problem_that_says_how_long(owner: User, language: str, words: str) -> None:
    client = browser()
    use_up(client)
    answer = try_once(client, headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (429, CONTENT_TYPE)
    assert answer.json()["code"] == "too_many_tries"
    assert words in answer.json()["detail"]
    assert 1 <= int(answer["Retry-After"]) <= 15


def test_g12_asking_for_links_is_limited_too(owner: User) -> None:
    for email in ("alice@example.org", "nobody@example.org"):
        path = "/_allauth/browser/v1/auth/password/request"
        statuses = [browser().post(path, {"email": email}).status_code for _time in range(OF_RESET.free + 1)]
        assert statuses == [200] * OF_RESET.free + [429]


def test_g12_a_session_does_not_let_one_guess_the_password(owner: User) -> None:
    client = browser()
    client.force_login(owner)
    path, body = "/_allauth/browser/v1/account/password/change", {"new_password": "Coquelicot-et-bleuet-7"}
    statuses = [client.post(path, body | {"current_password": "wrong"}).status_code for _time in range(11)]
    assert statuses == [400] * OF_ACCOUNT.free + [429]
    assert client.post(path, body | {"current_password": PASSWORD}).status_code == 429
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


def test_g12_no_address_is_kept_and_old_tries_are_forgotten(owner: User) -> None:
    try_once(browser("192.0.2.1"))
    kept = list(Tries.objects.values_list("key", flat=True))
    assert len(kept) == 2
    assert not any("alice" in key or "192.0.2" in key for key in kept)
    forget()
    assert Tries.objects.count() == 2
    with clock.pinned(clock.now() + TRIES_KEPT + MINUTE):
        forget()
    assert not Tries.objects.exists()

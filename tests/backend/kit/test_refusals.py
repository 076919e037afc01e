"""Every refusal is a problem with a stable code and a sentence in the caller's language, whichever library refuses."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client as Browser
from rest_framework.test import APIClient

from relais.kit.logs import CorrelationFilter
from relais.kit.problems import CONTENT_TYPE
from tests.backend.conftest import Client
from tests.factories import PASSWORD

LOGIN = "/_allauth/browser/v1/auth/login"
JSON = "application/json"
READ = "application/json, multipart/form-data"


def with_csrf(alice: Client) -> APIClient:
    strict = APIClient(enforce_csrf_checks=True)
    strict.force_login(alice.user)
    return strict


def with_key(alice: Client, text: str) -> APIClient:
    return APIClient(HTTP_AUTHORIZATION=f"Bearer {text}")


def too_often(alice: Client, headers: dict[str, str]) -> Any:
    client, body = APIClient(), {"email": "nobody@example.org", "password": "x"}
    while (answer := client.post(LOGIN, body, headers=headers)).status_code != 429:
        pass
    return answer


Call = Callable[[Client, dict[str, str]], Any]

#: name → call, status, code, sentence in English, in French
REFUSALS: dict[str, tuple[Call, int, str, str, str]] = {
    "stranger": (
        lambda alice, h: APIClient().get(alice.at("tags/"), headers=h),
        401,
        "not_authenticated",
        "Sign in, or send an API key: “Authorization: Bearer …”.",
        "Connectez-vous, ou envoyez une clé d’API\u00a0: «\u00a0Authorization: Bearer …\u00a0».",
    ),
    "key": (
        lambda alice, h: with_key(alice, "rl_a_b").get(alice.at("tags/"), headers=h),
        401,
        "authentication_failed",
        "This API key is not valid. It may be revoked or expired.",
        "Cette clé d’API n’est pas valable. Elle est peut-être révoquée ou expirée.",
    ),
    "csrf-of-the-api": (
        lambda alice, h: with_csrf(alice).post(alice.at("tags/"), {"name": "A"}, headers=h),
        403,
        "csrf_failed",
        "Your page is out of date. Reload it and try again.",
        "Votre page n’est plus à jour. Rechargez-la et réessayez.",
    ),
    "csrf-of-sign-in": (
        lambda _alice, h: APIClient(enforce_csrf_checks=True).post(LOGIN, {}, headers=h),
        403,
        "csrf_failed",
        "Your page is out of date. Reload it and try again.",
        "Votre page n’est plus à jour. Rechargez-la et réessayez.",
    ),
    "no-such-row": (
        lambda alice, h: alice.get(alice.at("creators/999/"), headers=h),
        404,
        "not_found",
        "Nothing here by that name.",
        "Rien ici sous ce nom.",
    ),
    "no-such-address": (
        lambda alice, h: alice.get("/api/v1/nothing/", headers=h),
        404,
        "not_found",
        "Nothing here by that name.",
        "Rien ici sous ce nom.",
    ),
    "no-slash": (
        lambda alice, h: alice.post(alice.at("tags"), {"name": "A"}, headers=h),
        404,
        "not_found",
        "Nothing here by that name. Addresses end with “/”.",
        "Rien ici sous ce nom. Les adresses se terminent par «\u00a0/\u00a0».",
    ),
    "method": (
        lambda alice, h: alice.put(alice.at("tags/"), {"name": "A"}, headers=h),
        405,
        "method_not_allowed",
        "This address does not take this method. It takes: GET, POST, HEAD.",
        "Cette adresse n’accepte pas cette méthode. Elle accepte\u00a0: GET, POST, HEAD.",
    ),
    "method-of-sign-in": (
        lambda alice, h: alice.put(LOGIN, {"email": "a@example.org", "password": "x"}, headers=h),
        405,
        "method_not_allowed",
        "This address does not take this method.",
        "Cette adresse n’accepte pas cette méthode.",
    ),
    "accept": (
        lambda alice, h: alice.get(alice.at("tags/"), headers={**h, "Accept": "text/csv"}),
        406,
        "not_acceptable",
        "Relais answers in JSON. Send “Accept: application/json”, or no Accept at all.",
        "Relais répond en JSON. Envoyez «\u00a0Accept: application/json\u00a0», ou aucun en-tête Accept.",
    ),
    "signed-in-already": (
        lambda alice, h: alice.post(LOGIN, {"email": alice.user.email, "password": PASSWORD}, headers=h),
        409,
        "conflict",
        "Something changed in the meantime. Reload and try again.",
        "Quelque chose a changé entre-temps. Rechargez la page et réessayez.",
    ),
    "size": (
        lambda alice, h: alice.post(alice.at("tags/"), {"name": "x" * 13_000_000}, headers=h),
        413,
        "too_large",
        "This is more than Relais reads at once. Send it in several parts.",
        "C’est plus que ce que Relais lit en une fois. Envoyez-le en plusieurs parties.",
    ),
    "type": (
        lambda alice, h: alice.generic("POST", alice.at("tags/"), "<a/>", "application/xml", headers=h),
        415,
        "unsupported_media_type",
        f"A body of this type is not read here. Send one of these as Content-Type: {READ}.",
        f"Relais ne lit pas ici ce type de corps de requête. Envoyez l’un de ces Content-Type\u00a0: {READ}.",
    ),
    "often": (
        too_often,
        429,
        "too_many_tries",
        "Too many tries. Wait 1 minute, then try again.",
        "Trop de tentatives. Attendez 1 minute, puis réessayez.",
    ),
    "json": (
        lambda alice, h: alice.generic("POST", alice.at("tags/"), "{", JSON, headers=h),
        400,
        "parse_error",
        "The body is no JSON that can be read: unexpected end of data: line 1 column 2 (char 1).",
        "Le corps de la requête n’est pas du JSON lisible\u00a0: unexpected end of data: line 1 column 2 (char 1).",
    ),
    "json-of-sign-in": (
        lambda alice, h: alice.generic("POST", LOGIN, "{", JSON, headers=h),
        400,
        "bad_request",
        "The request cannot be read. Check its address, headers and body.",
        "La requête est illisible. Vérifiez son adresse, ses en-têtes et son contenu.",
    ),
    "multipart": (
        lambda alice, h: alice.generic(
            "POST", alice.at("imports/"), "--x\r\nno", "multipart/form-data; boundary=é", headers=h
        ),
        400,
        "parse_error",
        "The body cannot be read. Check that it is whole, and what Content-Type says.",
        "Le corps de la requête est illisible. Vérifiez qu’il est complet, et ce que dit Content-Type.",
    ),
    "password": (
        lambda alice, h: APIClient().post(LOGIN, {"email": alice.user.email, "password": "wrong"}, headers=h),
        400,
        "email_password_mismatch",
        "The email address and/or password you specified are not correct.",
        "L’adresse e-mail ou le mot de passe sont incorrects.",
    ),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", REFUSALS)
def test_g18_a_refusal_says_what_to_do(alice: Client, name: str, language: str) -> None:
    call, status, code, english, french = REFUSALS[name]
    answer = call(alice, {"Accept-Language": language})
    body = answer.json()
    assert (answer.status_code, answer["Content-Type"], body["code"]) == (status, CONTENT_TYPE, code)
    assert body["detail"] == {"en": english, "fr": french}[language]
    assert body["status"] == status
    assert body["correlation_id"] == answer["X-Request-ID"]
    assert body["title"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("error", [OperationalError("server closed the connection"), InterfaceError("closed")])
def test_g49_a_database_that_is_away_is_503(alice: Client, error: Exception, language: str) -> None:
    alice.raise_request_exception = False

    def away(execute: Any, *arguments: Any) -> None:
        raise error

    with connection.execute_wrapper(away):
        answer = alice.get(alice.at("tags/"), headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"], answer["Retry-After"]) == (503, CONTENT_TYPE, "5")
    assert answer.json()["code"] == "unavailable"
    assert {"en": "Try again", "fr": "Réessayez"}[language] in answer.json()["detail"]


def test_g18_the_correlation_id_is_in_the_log(alice: Client, caplog: pytest.LogCaptureFixture) -> None:
    alice.raise_request_exception = False

    def broken(execute: Any, *arguments: Any) -> None:
        raise RuntimeError("a mistake of ours")

    caplog.handler.addFilter(CorrelationFilter())
    with caplog.at_level(logging.WARNING), connection.execute_wrapper(broken):
        answer = alice.get(alice.at("tags/"), headers={"X-Request-ID": "my-own-id-42"})
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (500, CONTENT_TYPE, "failed")
    assert answer.json()["correlation_id"] == "my-own-id-42"
    assert "mistake of ours" not in answer.content.decode()
    assert {record.__dict__["correlation_id"] for record in caplog.records} == {"my-own-id-42"}


@pytest.mark.parametrize("host", ["evil.example", "a b", "testserver:99999x"])
def test_g18_a_host_that_is_not_ours_is_a_problem(db: None, host: str) -> None:
    answer = Browser(headers={"Host": host}).get("/api/v1/setup/")
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (400, CONTENT_TYPE, "bad_request")

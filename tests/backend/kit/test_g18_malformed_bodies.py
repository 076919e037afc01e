"""Whatever arrives, the answer is a problem the sender can act on."""

from typing import Any

import pytest

from relais.kit.problems import CONTENT_TYPE
from tests.backend.conftest import Client

JSON = "application/json"


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "NaN",
        "[" * 100_000,
        '{"name":' * 50_000,
        '{"name": "\\ud800"}',
        '{"\\udfff": "x"}',
    ],
    ids=["cut", "nan", "deep-lists", "deep-objects", "surrogate", "surrogate-key"],
)
def test_a_body_that_is_no_json_is_refused(alice: Client, body: str) -> None:
    answer = alice.generic("POST", alice.at("tags/"), body, JSON)
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (400, CONTENT_TYPE, "parse_error")
    assert alice.get(alice.at("tags/?count=true")).json()["count"] == 0


@pytest.mark.parametrize("body", ["[]", "1", '"x"', "null", '{"language": 99999999999999999999}'])
def test_json_of_another_shape_is_refused(alice: Client, body: str) -> None:
    answer = alice.generic("PATCH", "/api/v1/me/", body, JSON)
    assert (answer.status_code, answer["Content-Type"]) == (400, CONTENT_TYPE), answer.content


@pytest.mark.parametrize("header", ["session", "key"])
def test_a_body_beyond_the_limit_is_413(alice: Client, key_client: Any, header: str, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    client = alice if header == "session" else key_client()
    answer = client.post(client.at("tags/"), {"name": "x" * 1_001})
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (413, CONTENT_TYPE, "too_large")

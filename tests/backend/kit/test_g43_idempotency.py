"""A POST sent again with its Idempotency-Key: the nine cases, and whose key it is (guarantee 43)."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory, force_authenticate

from relais.kit import clock
from relais.kit.errors import ConflictError
from relais.kit.idempotency import REPLAYED
from relais.kit.tenancy import workspace_scope
from relais.kit.views import WorkspaceViewSet
from relais.workspaces import answers
from relais.workspaces.actions import save_brand
from relais.workspaces.api.serializers import BrandSerializer
from relais.workspaces.models import Brand, KeptAnswer, Membership, Workspace
from tests.backend.conftest import Client

KEY = "6f1c3d3e-8a51-4c5d-9a54-0c1f5f0c7a10"


def send(client: Client, path: str, body: Any, key: str = KEY, **options: Any) -> Any:
    return client.post(client.at(path), body, HTTP_IDEMPOTENCY_KEY=key, **options)


def brands(workspace: Workspace) -> list[str]:
    with workspace_scope(workspace.pk):
        return list(Brand.objects.order_by("id").values_list("name", flat=True))


def assert_replayed(first: Any, second: Any) -> None:
    assert second.headers[REPLAYED] == "true"
    assert REPLAYED not in first.headers
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert second.headers.get("Content-Type") == first.headers.get("Content-Type")
    assert second.headers.get("ETag") == first.headers.get("ETag")


class BrandView(WorkspaceViewSet):
    """Makes a brand; what a test sets happens once it is made."""

    model = Brand
    resource = "brands"
    after: ClassVar[list[Any]] = []

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        brand = save_brand(brand=None, values=self.valid(BrandSerializer), by=self.actor)
        if self.after:
            self.after.pop(0)()
        return Response({"id": brand.pk}, status=201)


@pytest.fixture
def then() -> Iterator[list[Any]]:
    BrandView.after.clear()
    yield BrandView.after
    BrandView.after.clear()


def make_brand(client: Client) -> Any:
    """Ask the view above."""
    request = APIRequestFactory().post("/", {"name": "Maison Olivier"}, HTTP_IDEMPOTENCY_KEY=KEY)
    force_authenticate(request, client.user)
    answer = BrandView.as_view({"post": "create"})(request, slug=client.slug)
    return answer.render() if hasattr(answer, "render") else answer


def refuse() -> None:
    raise ConflictError


def break_down() -> None:
    raise RuntimeError


# -- the nine cases ---------------------------------------------------------------------------------------


def test_case_1_what_was_done_is_answered_again(alice: Client, workspace: Workspace) -> None:
    first = send(alice, "brands/", {"name": "Maison Olivier"})
    assert first.status_code == 201
    assert_replayed(first, send(alice, "brands/", {"name": "Maison Olivier"}))
    assert_replayed(first, send(alice, "brands/", {"name": "Maison Olivier"}, key=f'"{KEY}"'))
    assert brands(workspace) == ["Maison Olivier"]


def test_case_1_without_a_key_each_request_is_its_own(alice: Client) -> None:
    for _time in range(2):
        assert alice.post(alice.at("creators/"), {"name": "Camille"}).status_code == 201
    assert len(alice.get(alice.at("creators/")).json()["results"]) == 2
    assert not KeptAnswer.objects.exists()


def test_case_2_what_is_refused_before_the_work_is_not_kept(alice: Client, viewer: Client) -> None:
    assert send(viewer, "brands/", {"name": "A"}).status_code == 403
    assert send(alice, "brands/", "{no json", content_type="application/json").status_code == 400
    for key in ("", "é", "a b", "x" * 256):
        answer = send(alice, "brands/", {"name": "A"}, key=key)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_malformed"), key
    assert not KeptAnswer.objects.exists()
    assert send(alice, "brands/", {"name": "A"}).status_code == 201


def test_case_3_a_refusal_is_answered_again(alice: Client, workspace: Workspace) -> None:
    first = send(alice, "brands/", {"name": ""})
    assert first.status_code == 400
    assert_replayed(first, send(alice, "brands/", {"name": ""}))
    assert brands(workspace) == []


def test_case_4_what_is_refused_after_the_work_takes_the_work_back(
    alice: Client, workspace: Workspace, then: list[Any]
) -> None:
    then.append(refuse)
    first = make_brand(alice)
    assert first.status_code == 409
    assert brands(workspace) == []
    assert_replayed(first, make_brand(alice))
    assert brands(workspace) == []


def test_case_5_a_key_stands_for_one_request(alice: Client, workspace: Workspace) -> None:
    first = send(alice, "brands/", {"name": "A", "notes": "x"})
    assert_replayed(first, send(alice, "brands/", {"notes": "x", "name": "A"}))
    for path, body in (("brands/", {"name": "B"}), ("tags/", {"name": "A", "notes": "x"}), ("brands/?x=1", {})):
        answer = send(alice, path, body)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused"), path
    assert brands(workspace) == ["A"]
    assert_replayed(first, send(alice, "brands/", {"name": "A", "notes": "x"}))


def test_case_6_a_refusal_stays_when_it_would_be_accepted_now(alice: Client, workspace: Workspace) -> None:
    made = alice.post(alice.at("brands/"), {"name": "A"}).json()["id"]
    first = send(alice, "brands/", {"name": "A"})
    assert first.status_code in {400, 409}
    alice.patch(alice.at(f"brands/{made}/"), {"name": "B"})
    assert_replayed(first, send(alice, "brands/", {"name": "A"}))
    assert send(alice, "brands/", {"name": "A"}, key="another").status_code == 201
    assert brands(workspace) == ["B", "A"]


def test_case_6_who_may_no_more_is_not_told_what_was_done(bob: Client) -> None:
    assert send(bob, "brands/", {"name": "A"}).status_code == 201
    Membership.all_workspaces.filter(user=bob.user).update(role="viewer")
    answer = send(bob, "brands/", {"name": "A"})
    assert answer.status_code == 403
    assert REPLAYED not in answer.headers


def test_case_7_what_broke_down_is_done_anew(alice: Client, workspace: Workspace, then: list[Any]) -> None:
    then.append(break_down)
    with pytest.raises(RuntimeError):
        make_brand(alice)
    assert brands(workspace) == []
    answer = make_brand(alice)
    assert answer.status_code == 201
    assert REPLAYED not in answer.headers
    assert brands(workspace) == ["Maison Olivier"]


@pytest.mark.django_db(transaction=True)
def test_case_9_a_request_that_still_runs_is_not_joined(alice: Client, workspace: Workspace, then: list[Any]) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        assert go_on.wait(60)

    def ask() -> Any:
        try:
            return make_brand(alice)
        finally:
            connections.close_all()

    then.append(wait)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask)
        try:
            assert begun.wait(60)
            second = make_brand(alice)
        finally:
            go_on.set()
    assert (second.status_code, second.headers["Retry-After"]) == (409, "1")
    assert b"idempotency_key_running" in second.content
    assert_replayed(first.result(), make_brand(alice))
    assert brands(workspace) == ["Maison Olivier"]


# -- whose key, what is kept, and for how long --------------------------------------------------------------


def test_keys_of_two_people_programs_or_workspaces_never_meet(
    alice: Client, bob: Client, charlie: Client, key_client: Any
) -> None:
    for number, client in enumerate((alice, bob, charlie, key_client(), key_client())):
        answer = send(client, "brands/", {"name": f"Brand {number}"})
        assert answer.status_code == 201
        assert REPLAYED not in answer.headers
    assert len(alice.get(alice.at("brands/")).json()["results"]) == 4
    assert len(charlie.get(charlie.at("brands/")).json()["results"]) == 1


def test_a_secret_shown_once_is_shown_again_to_the_key_and_to_nobody_else(alice: Client) -> None:
    first = send(alice, "api-keys/", {"name": "Tableau de bord", "scope": "read"})
    assert first.status_code == 201
    assert_replayed(first, send(alice, "api-keys/", {"name": "Tableau de bord", "scope": "read"}))
    row = KeptAnswer.objects.get()
    kept = bytes(row.answer or b"")
    assert len(kept) > len(first.content)
    assert first.json()["key"].encode() not in kept
    assert b"Tableau de bord" not in kept
    assert KEY not in f"{row.name} {row.fingerprint}"


def test_an_answer_is_kept_for_a_day(alice: Client, workspace: Workspace) -> None:
    first = send(alice, "creators/", {"name": "Camille"})
    with clock.pinned(clock.now() + timedelta(hours=23, minutes=59)):
        answers.forget()
    assert_replayed(first, send(alice, "creators/", {"name": "Camille"}))
    with clock.pinned(clock.now() + timedelta(hours=24, minutes=1)):
        answers.forget()
    assert not KeptAnswer.objects.exists()
    assert REPLAYED not in send(alice, "creators/", {"name": "Camille"}).headers


def test_a_file_is_known_by_what_is_in_it(alice: Client) -> None:
    def upload(text: str) -> Any:
        # Each time in parts of its own: a client makes a new boundary when it sends again.
        file = SimpleUploadedFile("liste.csv", text.encode())
        return send(alice, "imports/", {"file": file}, format="multipart")

    first = upload("nom,blog\nLéa,lea.example\n")
    assert first.status_code == 201, first.content
    assert first.json()["total"] == 1
    assert_replayed(first, upload("nom,blog\nLéa,lea.example\n"))
    assert upload("nom,blog\nMarc,marc.example\n").status_code == 422
    assert len(alice.get(alice.at("imports/")).json()["results"]) == 1


def test_a_workspace_is_made_once(alice: Client) -> None:
    body = {"name": "Studio Mistral", "language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"}
    first = alice.post("/api/v1/workspaces/", body, HTTP_IDEMPOTENCY_KEY=KEY)
    assert first.status_code == 201, first.content
    assert_replayed(first, alice.post("/api/v1/workspaces/", body, HTTP_IDEMPOTENCY_KEY=KEY))
    assert Workspace.objects.filter(name="Studio Mistral").count() == 1

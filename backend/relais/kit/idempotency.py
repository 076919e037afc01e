"""A POST sent again with the same `Idempotency-Key` is done once, and answered as it was the first time.

The row of the key is inserted before anything else and locked while the work is done; the answer is kept in the
transaction of the effect. So whoever got no answer sends the request again: it was done and the answer is there, or
it was not done at all. Refusals are kept too; what went wrong on our side never is.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from relais.kit.actors import Actor
from relais.kit.database import retried
from relais.kit.errors import ConflictError, DomainError, InvalidError
from relais.kit.renderers import OrjsonRenderer

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
MAX_LENGTH = 255
#: Visible ASCII; quotation marks around it, as in a structured header, are not part of the key.
_KEY = re.compile(rf'"?([!#-~]{{1,{MAX_LENGTH}}})"?')
#: Refusals that say "not now": the same request may well be accepted later.
_PASSING = frozenset({408, 425, 429})
_SERVER_ERRORS = 500


class KeyMalformedError(InvalidError):
    """The header holds no key."""

    code = "idempotency_key_malformed"
    message = _("Idempotency-Key is 1 to 255 visible ASCII characters: a UUID is best.")


class KeyReusedError(DomainError):
    """The key stands for another request: doing either would be a guess."""

    code = "idempotency_key_reused"
    status = 422
    message = _("This Idempotency-Key was sent with another request before. Take a new key for each new request.")


class StillRunningError(ConflictError):
    """The first request with this key has not ended."""

    code = "idempotency_key_running"
    message = _("The first request with this Idempotency-Key is still running. Send it again in a moment.")

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "1"})


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose key it is: those of two people, of two programs or of two workspaces never meet."""

    workspace_id: int | None
    actor: Actor


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent, byte for byte."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A key whose row is locked until the transaction ends; `is_same` when it stands for the same request."""

    is_same: bool
    answer: Answer | None


class Store(Protocol):
    """Where keys and answers are kept."""

    def insert(self, asker: Asker, key: str, fingerprint: str) -> None:
        """Write the row of a key, unless it is there, and commit."""

    def hold(self, asker: Asker, key: str, fingerprint: str) -> Held | None:
        """Lock the row; None when another request holds it."""

    def keep(self, asker: Asker, key: str, answer: Answer) -> None:
        """Write the answer into the row that is held."""


class _Registry:
    store: Store


def register(store: Store) -> None:
    """Set where keys and answers are kept."""
    _Registry.store = store


class AnsweredOnce(APIView):
    """A view whose POST takes an `Idempotency-Key`."""

    takes_idempotency_key: ClassVar[bool] = True

    def asker(self) -> Asker:
        """Return whose request this is; asked once the view has let it in."""
        raise NotImplementedError

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Put the mechanism between the guards and the work."""
        super().initial(request, *args, **kwargs)
        work = getattr(self, "post", None)
        if request.method == "POST" and HEADER in request.headers and work is not None:
            self.post = self._once(work)

    def _once(self, work: Callable[..., Any]) -> Callable[..., HttpResponse]:
        def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            asker, key, fingerprint = self.asker(), read_key(request.headers[HEADER]), fingerprint_of(request)
            _Registry.store.insert(asker, key, fingerprint)
            return self._run_held(asker, key, fingerprint, lambda: work(request, *args, **kwargs))

        return run

    @retried
    def _run_held(self, asker: Asker, key: str, fingerprint: str, work: Callable[[], Any]) -> HttpResponse:
        held = _Registry.store.hold(asker, key, fingerprint)
        if held is None:
            raise StillRunningError
        if not held.is_same:
            raise KeyReusedError
        if held.answer is not None:
            return _response(held.answer, {REPLAYED: "true"})
        _rewind(self.request)
        answer = self._answer(work)
        if answer.status < _SERVER_ERRORS and answer.status not in _PASSING:
            _Registry.store.keep(asker, key, answer)
        return _response(answer)

    def _answer(self, work: Callable[[], Any]) -> Answer:
        """Do the work, or take back what it did when it is refused."""
        try:
            with transaction.atomic():
                return _answer(work())
        except (DomainError, APIException, Http404, PermissionDenied) as refusal:
            return _answer(self.handle_exception(refusal))


def read_key(header: str) -> str:
    """Return the key.

    Raises:
        KeyMalformedError: empty, too long, or not what a header may hold.
    """
    found = _KEY.fullmatch(header.strip())
    if found is None:
        raise KeyMalformedError
    return found[1]


def fingerprint_of(request: Request) -> str:
    """Return what tells this request from another: address and payload, however the payload is wrapped."""
    payload = json.dumps([request.method, request.get_full_path(), _plain(request.data)], sort_keys=True, default=str)
    return hashlib.sha256(payload.encode(errors="surrogatepass")).hexdigest()


def _plain(data: Any) -> Any:
    if isinstance(data, MultiValueDict):
        return {name: [_plain(value) for value in data.getlist(name)] for name in data}
    if isinstance(data, UploadedFile):
        return [data.name, hashlib.sha256(b"".join(data.chunks())).hexdigest()]
    return data


def _files(request: Request) -> Iterator[Any]:
    for name in request.FILES:
        yield from request.FILES.getlist(name)


def _rewind(request: Request) -> None:
    for file in _files(request):
        file.seek(0)


def _answer(response: HttpResponse) -> Answer:
    """Return what the work answers, rendered while its transaction is open."""
    headers = dict(response.headers.items())
    if isinstance(response, Response):
        headers["Content-Type"] = response.content_type or OrjsonRenderer.media_type
        return Answer(response.status_code, headers, OrjsonRenderer().render(response.data))
    return Answer(response.status_code, headers, response.content)


def _response(answer: Answer, more: Mapping[str, str] | None = None) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, headers={**answer.headers, **(more or {})})
    if not answer.body:
        del response.headers["Content-Type"]
    return response

"""Answers kept for `Idempotency-Key`, each sealed under its own key: an answer may hold a secret that is shown once.

Neither the key nor anything it was sent with is stored: a stolen database tells that somebody asked, and when.
"""

import secrets

import orjson
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.utils.crypto import salted_hmac

from relais.kit import clock
from relais.kit.idempotency import Answer, Asker, Held
from relais.workspaces.models import KeptAnswer
from relais.workspaces.rules import ANSWERS_KEPT

_SALT = "relais.workspaces.answers"
_NONCE_BYTES = 12


class KeptAnswers:
    """The table of keys and answers."""

    def insert(self, asker: Asker, key: str, fingerprint: str) -> None:
        """Write the row of a key, unless it is there, and commit."""
        row = KeptAnswer(
            name=_hash("name", asker, key).hex(),
            workspace_id=asker.workspace_id,
            user_id=asker.actor.person_id,
            fingerprint=_hash("fingerprint", asker, key, fingerprint).hex(),
            asked_at=clock.now(),
        )
        KeptAnswer.objects.bulk_create([row], ignore_conflicts=True)

    def hold(self, asker: Asker, key: str, fingerprint: str) -> Held | None:
        """Lock the row; None when another request holds it."""
        name = _hash("name", asker, key).hex()
        row = KeptAnswer.objects.select_for_update(skip_locked=True, no_key=True).filter(name=name).first()
        if row is None:
            return None
        is_same = row.fingerprint == _hash("fingerprint", asker, key, fingerprint).hex()
        return Held(is_same, None if row.answer is None else _open(asker, key, bytes(row.answer)))

    def keep(self, asker: Asker, key: str, answer: Answer) -> None:
        """Write the answer into the row that is held."""
        name = _hash("name", asker, key).hex()
        KeptAnswer.objects.filter(name=name).update(answer=_seal(asker, key, answer))


def forget() -> None:
    """Delete what is too old to be asked for."""
    KeptAnswer.objects.filter(asked_at__lt=clock.now() - ANSWERS_KEPT).delete()


def _hash(use: str, asker: Asker, *texts: str) -> bytes:
    whole = orjson.dumps([asker.workspace_id, asker.actor.user_id, asker.actor.api_key_id, *texts])
    return salted_hmac(f"{_SALT}.{use}", whole, algorithm="sha256").digest()


def _seal(asker: Asker, key: str, answer: Answer) -> bytes:
    plain = orjson.dumps([answer.status, dict(answer.headers)]) + b"\n" + answer.body
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(_hash("seal", asker, key)).encrypt(nonce, plain, None)


def _open(asker: Asker, key: str, sealed: bytes) -> Answer:
    nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    head, _, body = ChaCha20Poly1305(_hash("seal", asker, key)).decrypt(nonce, rest, None).partition(b"\n")
    status, headers = orjson.loads(head)
    return Answer(status, headers, body)

"""Reading a body that may be anything: counted after decompression, never more than the limit."""

from collections.abc import Mapping

from aiohttp import ClientResponse

from scrapers.errors import MalformedError, TooLargeError
from scrapers.fetch.policy import Policy

ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
CHUNK = 64 * 1024


def check_encoding(headers: Mapping[str, str]) -> None:
    """Refuse compressions that were not offered, and one packed in another. Raises MalformedError."""
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise MalformedError(f"The site sent a compression nobody asked for ({encoding[:40]}).")


def size_limit(headers: Mapping[str, str], policy: Policy) -> int:
    """Return the limit for this kind of document: pages are smaller than feeds and API answers."""
    return policy.max_html if "html" in headers.get("content-type", "").lower() else policy.max_feed


async def read_body(response: ClientResponse, limit: int, *, cut: bool = False) -> bytes:
    """Return the decompressed body. Beyond `limit` bytes: cut there, or raise TooLargeError."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.content.iter_chunked(CHUNK):
        size += len(chunk)
        if size > limit:
            response.close()
            if not cut:
                raise TooLargeError(f"The document is larger than {limit // 1024} KiB.")
            chunks.append(chunk[: len(chunk) - (size - limit)])
            break
        chunks.append(chunk)
    return b"".join(chunks)

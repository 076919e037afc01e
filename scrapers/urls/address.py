"""The spelling of an address: scheme, host, port, path; and the domain somebody registered."""

import posixpath
import re
from functools import cache, lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

import idna
import tldextract

from scrapers.errors import UnknownAddressError

MAX_LENGTH = 4096
#: Longer ones are always looked at closely; a host name has at most 253 letters.
MAX_PLAIN = 250

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST_AND_PORT = re.compile(r"[^/?#@]+:\d{1,5}(?:[/?#]|\Z)")
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\Z")
_LABEL = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
_STEP = r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*"
_PLAIN_PATH = re.compile(rf"/(?:{_STEP}(?:/{_STEP})*/?)?(?:\?[A-Za-z0-9_=&.~-]+)?")
_PLAIN = re.compile(rf"(https?://{_LABEL}(?:\.{_LABEL})*(?::(?:[1-5]\d{{4}}|[1-9]\d{{3}}))?){_PLAIN_PATH.pattern}")
_JUNK = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]")
#: Added by newsletters, advertisers and share buttons; they say who sent the reader, not what is read.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id"
    r"|mkt_tok|_hsenc|_hsmi|hsctatracking|vero_\w+|oly_\w+|wickedid|_ga|_gl|ref_src|ref_url|fb_\w+|__cft__.*|__tn__"
    r"|sub_confirmation|spm|at_\w+|xtor|epik|s_kwcid|trk|trkcampaign|cmpid|ncid)\Z",
    re.IGNORECASE,
)
_PATH_SAFE = "/:@!$&'()*+,;=~-._%"
_QUERY_SAFE = _PATH_SAFE + "?"


@lru_cache(maxsize=1024)  # to know whose address it is, the same one is spelled several times
def normalise(url: str, base: str = "") -> str:
    """One spelling of a web address: `//Example.com:80/a/../b#c` → `https://example.com/b`.

    `base` resolves relative links. A missing scheme is https. Credentials and the fragment go, international hosts
    become ASCII, the query stays as it is. Raises UnknownAddressError when it is not an http(s) address.
    """
    return _as_written(url, base) or _spell(url, base)


def _as_written(url: str, base: str) -> str:
    """The address where nothing has to be changed in it, as in most links; "" where a closer look is needed."""
    if len(url) > MAX_PLAIN:
        return ""
    if _PLAIN.fullmatch(url):
        return url
    if base and _PLAIN_PATH.fullmatch(url) and len(base) <= MAX_PLAIN and (found := _PLAIN.fullmatch(base)):
        return f"{found[1]}{url}"
    return ""


def _spell(url: str, base: str) -> str:
    parts = _split(url, base)
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise UnknownAddressError(f"not a web address: {url[:200]!r}")
    try:
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise UnknownAddressError(f"not a web address: {url[:200]!r}") from error
    authority = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    query = f"?{_quoted(parts.query, _QUERY_SAFE)}" if parts.query else ""
    return f"{scheme}://{authority}{_tidy_path(parts.path)}{query}"


def canonical(url: str, base: str = "") -> str:
    """The address of the document itself: normalised, without tracking parameters. Raises UnknownAddressError."""
    normal = normalise(url, base)
    address, _, query = normal.partition("?")
    if not query:
        return address
    kept = [part for part in query.split("&") if part and not _TRACKING.match(unquote(part.partition("=")[0]))]
    return f"{address}?{'&'.join(kept)}" if kept else address


def join(base: str, link: str) -> str:
    """The normalised address a link leads to, or "" when it leads nowhere on the web (mailto:, javascript:, junk)."""
    try:
        return normalise(link, base)
    except UnknownAddressError:
        return ""


def host_of(url: str) -> str:
    """The host of an address, lower case, ASCII, without `www.`. Raises UnknownAddressError."""
    host = urlsplit(normalise(url)).hostname or ""
    return host.removeprefix("www.")


@lru_cache(maxsize=8192)
def domain_of(host: str, *, private: bool = False) -> str:
    """The part of a host name that somebody registered; the host itself for an IP address or a bare name.

    `private` counts hosting suffixes too: `alice.blogspot.com` is then a domain of its own.
    """
    found = _suffixes()(host, include_psl_private_domains=private)
    return found.top_domain_under_public_suffix or host


def registrable_domain(url: str, *, private: bool = False) -> str:
    """`https://shop.alice.co.uk/x` → `alice.co.uk`. Raises UnknownAddressError."""
    return domain_of(urlsplit(normalise(url)).hostname or "", private=private)


def query_of(url: str) -> dict[str, str]:
    """The first value of each query parameter."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(urlsplit(url).query, max_num_fields=None):
        found.setdefault(name, value)
    return found


def encode_query(fields: dict[str, str]) -> str:
    """The opposite of `query_of`."""
    return urlencode(fields)


@cache
def _suffixes() -> tldextract.TLDExtract:
    # The bundled list: nothing is fetched and nothing is written to disk.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _split(url: str, base: str) -> SplitResult:
    url = _JUNK.sub("", url[: MAX_LENGTH + 1]).strip().replace("\\", "/")
    if not url or len(url) > MAX_LENGTH:
        raise UnknownAddressError("the address is empty" if not url else "the address is too long")
    try:
        if base:
            url = urljoin(base, url)
        elif url.startswith("//"):
            url = f"https:{url}"
        elif not _SCHEME.match(url) or _HOST_AND_PORT.match(url):
            url = f"https://{url}"
        return urlsplit(url)
    except ValueError as error:
        raise UnknownAddressError(f"not a web address: {url[:200]!r}") from error


def _ascii_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    host = unquote(host).strip(".").lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise UnknownAddressError(f"not a host name: {host[:100]!r}") from error
    if not _HOST.match(host):
        raise UnknownAddressError(f"not a host name: {host[:100]!r}")
    return host


def _tidy_path(path: str) -> str:
    path = re.sub(r"/{2,}", "/", path) if "://" not in path else path
    if "/." in path:
        slash = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = posixpath.normpath(path).lstrip("/.") if path != "/" else ""
        path = f"/{path}{slash if path else ''}"
    return _quoted(path or "/", _PATH_SAFE)


def _quoted(text: str, safe: str) -> str:
    """Percent-encode what must be and write existing escapes in upper case."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    text = re.sub(r"%[0-9a-fA-F]{2}", lambda escape: escape[0].upper(), text)
    return quote(text, safe=safe)

"""Addresses that only pass the reader on, with the target written inside them."""

from urllib.parse import urlsplit

from scrapers.errors import UnknownAddressError
from scrapers.urls.address import domain_of, normalise, query_of

MAX_HOPS = 5

#: Registrable domain (or its first label for national ones) → path → the parameter with the target.
_BY_PATH: dict[str, dict[str, tuple[str, ...]]] = {
    "google": {"/url": ("url", "q"), "/imgres": ("imgrefurl",)},
    "youtube": {"/redirect": ("q",)},
    "facebook": {"/l.php": ("u",), "/flx/warn/": ("u",)},
    "linkedin": {"/redir/redirect": ("url",), "/safety/go": ("url",)},
    "duckduckgo": {"/l/": ("uddg",)},
}
#: Hosts whose every page is a redirect.
_BY_HOST: dict[str, tuple[str, ...]] = {
    "l.instagram.com": ("u",),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.threads.net": ("u",),
    "l.threads.com": ("u",),
    "l.messenger.com": ("u",),
    "href.li": (),
    "awin1.com": ("ued", "p"),
    "go.skimresources.com": ("url",),
    "redirect.viglink.com": ("u",),
    "click.linksynergy.com": ("murl",),
    "clk.tradedoubler.com": ("url",),
    "out.reddit.com": ("url",),
    "vk.com": ("to",),
    "steamcommunity.com": ("url",),
    "slack-redir.net": ("url",),
    "nullrefer.com": (),
}


def unwrap(url: str) -> str:
    """The target a redirector names, through at most five of them; the normalised address itself otherwise.

    Short links (`t.co`, `bit.ly`) name no target and stay as they are. Raises UnknownAddressError.
    """
    url = normalise(url)
    for _ in range(MAX_HOPS):
        target = _target(url)
        if not target:
            break
        try:
            url = normalise(target)
        except UnknownAddressError:
            break
    return url


def redirects(host: str) -> bool:
    """Whether an address on this host may only pass the reader on."""
    host = host.removeprefix("www.")
    return host in _BY_HOST or domain_of(host).partition(".")[0] in _BY_PATH


def _target(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    names = _BY_HOST.get(host)
    if names is None:
        site = domain_of(host).partition(".")[0]
        names = _BY_PATH.get(site, {}).get(parts.path)
    if names is None:
        return ""
    if not names:
        return parts.query
    fields = query_of(url)
    return next((fields[name] for name in names if fields.get(name, "").startswith(("http", "//", "www."))), "")

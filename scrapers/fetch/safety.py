"""Which addresses Relais may talk to. Two checks: the URL before asking, the socket before connecting.

The socket check decides. It sees the final address of every attempt, so other spellings of an address,
redirects and names that resolve to something new between two look-ups all end here.
"""

import re
import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, TypeAlias

from yarl import URL

from scrapers.errors import UnsafeAddressError
from scrapers.fetch.policy import Network

Address: TypeAlias = IPv4Address | IPv6Address
#: As `socket.getaddrinfo` gives it: family, type, protocol, canonical name, socket address.
AddrInfo: TypeAlias = tuple[Any, Any, int, str, tuple[Any, ...]]

WEB_PORTS = frozenset({80, 443})

#: One text for every refusal: it must not tell what stands at the address.
REFUSAL = "This is not a public web address. Relais only reads http and https pages on the internet."

_NAT64 = ip_network("64:ff9b::/96")
_IPV4_COMPATIBLE = ip_network("::/96")

#: Not public, although Python 3.11 calls some of them global (IANA special-purpose registries).
_NEVER = tuple(
    ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20",
        "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip

#: Other spellings of an address (`127.1`, `0x7f.0.0.1`, `2130706433`): no public name ends in a number.
_NUMERIC_HOST = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?\Z", re.IGNORECASE)


class RefusedAddressError(OSError):
    """Raised inside the connector in place of connecting."""


def embedded_address(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one stands for (mapped, compatible, 6to4, NAT64), else itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _NAT64 or (address in _IPV4_COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def is_public(address: Address) -> bool:
    """Tell whether `address` is an ordinary one of the public internet; one that carries another is judged by that."""
    address = embedded_address(address)
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in net for net in _NEVER if net.version == address.version)
    )


def is_allowed(address: Address, port: int, allow_nets: Iterable[Network]) -> bool:
    """Tell whether Relais may connect: a public address on a web port, or any port in an allowed net."""
    carried = embedded_address(address)
    if any(carried in net for net in allow_nets if net.version == carried.version):
        return True
    return port in WEB_PORTS and is_public(address)


def check_url(text: str, allow_nets: tuple[Network, ...] = ()) -> URL:
    """Return the parsed URL, or raise UnsafeAddressError before anything is looked up.

    Refuses other schemes than http and https, user information, other ports than 80 and 443 (unless nets
    are allowed: then the socket decides), and literal addresses that are not public.
    """
    if any(char <= " " or char in "\\\x7f" for char in text):
        raise UnsafeAddressError(REFUSAL)
    try:
        url = URL(text)
        port = url.port
    except ValueError as error:
        raise UnsafeAddressError(REFUSAL) from error
    if url.scheme not in ("http", "https") or not url.host or port is None:
        raise UnsafeAddressError(REFUSAL)
    if "@" in text.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]:
        raise UnsafeAddressError(REFUSAL)
    if port not in WEB_PORTS and not allow_nets:
        raise UnsafeAddressError(REFUSAL)
    literal = literal_address(url.host)
    if literal is None and _NUMERIC_HOST.match(url.host):
        raise UnsafeAddressError(REFUSAL)
    if literal is not None and not is_allowed(literal, port, allow_nets):
        raise UnsafeAddressError(REFUSAL)
    return url


def literal_address(host: str) -> Address | None:
    """Return the address when `host` is one in its ordinary spelling, else None."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def guarded_socket(allow_nets: tuple[Network, ...]) -> Callable[[AddrInfo], socket.socket]:
    """Return a socket factory that raises RefusedAddressError for addresses Relais must not reach."""

    def open_socket(info: AddrInfo) -> socket.socket:
        family, kind, protocol, _, sockaddr = info
        try:
            address = ip_address(str(sockaddr[0]).split("%", 1)[0])
        except ValueError as error:
            raise RefusedAddressError(REFUSAL) from error
        if not is_allowed(address, int(sockaddr[1]), allow_nets):
            raise RefusedAddressError(REFUSAL)
        return socket.socket(family=family, type=kind, proto=protocol)

    return open_socket

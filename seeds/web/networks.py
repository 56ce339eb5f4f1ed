"""Which machines pages may be fetched from, judged by their addresses on the network.

A name is resolved once, each of its addresses is judged, and the connection goes to one that was judged: what the name
resolves to a moment later (DNS rebinding) does not matter.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seeds.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolve = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host's name; raises OSError where it has none."""

SETTING = "QUOTH_ALLOWED_NETWORKS"
_NAMED: dict[str, tuple[str, ...]] = {
    "loopback": ("127.0.0.0/8", "::1/128"),
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
}
# IPv4 addresses written as IPv6 (RFC 6052, section 2.1).
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_TRANSLATED_LOCALLY = ipaddress.IPv6Network("64:ff9b:1::/48")


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the operating system knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, kw_only=True, slots=True)
class Networks:
    """Public addresses, and the networks that the operator allows besides."""

    allowed: tuple[Network, ...] = ()
    resolve: Resolve = system_resolve

    @classmethod
    def parse(cls, text: str) -> "Networks":
        """The setting's networks: "loopback", "private", or addresses and networks such as 10.1.0.0/16, between blanks or
        commas.

        Raises:
            SourceError: for a word that is none of these.
        """
        allowed: list[Network] = []
        for word in text.replace(",", " ").split():
            try:
                allowed += map(ipaddress.ip_network, _NAMED.get(word.lower(), (word,)))
            except ValueError as error:
                raise SourceError(
                    f"{SETTING} holds {word!r}: write loopback, private, or networks such as 10.1.0.0/16"
                ) from error
        return cls(allowed=tuple(allowed))

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses at which a host may be reached; all of them were judged.

        Raises:
            SourceError: where the host is not known, or one of its addresses is not public and not allowed.
        """
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise SourceError(f"the host {host!r} is not known: check the address and the network") from error
        for each in found:
            if not self.admits(each):
                raise SourceError(
                    f"{host!r} is at {each}, which is not on the public internet, so nothing is fetched from it; the "
                    f"operator can allow that with {SETTING}={each.partition('%')[0]}"
                )
        return list(found)

    def admits(self, text: str) -> bool:
        """Whether an address is public or allowed."""
        address = _plain(ipaddress.ip_address(text.partition("%")[0]))
        return _is_public(address) or any(address in network for network in self.allowed)


PUBLIC = Networks()
"""Nothing but the public internet."""


def _plain(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it stands for one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        inner = address.ipv4_mapped or address.sixtofour
        return inner or (address.teredo[1] if address.teredo else address)
    return address


def _is_public(address: Address) -> bool:
    special = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    if isinstance(address, ipaddress.IPv6Address):
        special = special or address.is_site_local or address in _TRANSLATED_LOCALLY
    return address.is_global and not special

"""Which addresses may be asked: public ones only, unless whoever asks allows the others."""

import ipaddress
import socket

from allikas.intake.unpacking import Unreadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet, seen through what wraps it.

    >>> [is_public(one) for one in ("8.8.8.8", "127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False]
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (found, *_wrapped(found)))


def _wrapped(address: Address) -> tuple[Address, ...]:
    """Return the IPv4 addresses that an IPv6 address leads to: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    inner = [address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    return tuple(one for one in inner if one is not None)


def find_addresses(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """Resolve a host, once: the connection goes to what was checked, whatever the name means a moment later.

    Raises ``Unreadable`` where there is no such host, and where any of its addresses is not public, unless
    *private* ones are allowed.

    >>> find_addresses("127.0.0.1", 80, private=True)
    ('127.0.0.1',)
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"there is no host {host!r}; check the address and the network") from error
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    closed = [address for address in addresses if not is_public(address)]
    if closed and not private:
        raise Unreadable(f"leads into a private network ({closed[0]}); allow that, if it is meant")
    return addresses


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052

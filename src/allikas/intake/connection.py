"""One request and its answer, over a connection to an address that was checked, within a time and a size."""

import io
import socket
import ssl
import threading
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from allikas.intake.addresses import find_addresses
from allikas.intake.unpacking import Unreadable, read_whole, unpack


class Target(NamedTuple):
    """Where a request goes."""

    scheme: str
    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an exchange may take: *seconds* in all, *most* bytes; and whether it may go to *private* ones."""

    seconds: float
    most: int
    private: bool = False


class Answer(NamedTuple):
    """What came back; the names of the headers are in small letters."""

    status: int
    reason: str
    headers: dict[str, str]
    data: bytes


def parse_target(url: str) -> Target:
    """Take an address apart; raises ``Unreadable`` for what is none of http or https.

    >>> parse_target("https://näide.example/a b?q=õ").path
    '/a%20b?q=%C3%B5'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
        parts = urlsplit("")
    if parts.scheme not in PORTS or not host:
        raise Unreadable("is no address of http or https; check it")
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    return Target(
        parts.scheme, host, port or PORTS[parts.scheme], (quote(parts.path, safe=SAFE) or "/") + query
    )


def exchange(target: Target, headers: dict[str, str], bounds: Bounds) -> Answer:
    """Send a request and read the answer; raises ``Unreadable`` where that fails."""
    addresses = find_addresses(target.host, target.port, private=bounds.private)
    try:
        sock = _connect(target, addresses, bounds.seconds)
        return _talk(sock, target, headers, bounds)
    except TimeoutError:
        raise Unreadable(_too_slow(bounds)) from None
    except ssl.SSLError as error:
        raise Unreadable(f"cannot prove whose it is ({error.reason or error}); check the address") from error
    except (OSError, HTTPException) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise Unreadable(f"cannot be fetched ({why}); try again later") from error


def _too_slow(bounds: Bounds) -> str:
    return f"took longer than {bounds.seconds:g} s; try again later, or allow more time"


def _connect(target: Target, addresses: tuple[str, ...], seconds: float) -> socket.socket:
    """Connect to the first address that answers."""
    for last, address in enumerate(addresses, start=1):
        try:
            sock = socket.create_connection((address, target.port), timeout=seconds / len(addresses))
            break
        except OSError:
            if last == len(addresses):
                raise
    if target.scheme == "http":
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


def _talk(sock: socket.socket, target: Target, headers: dict[str, str], bounds: Bounds) -> Answer:
    """Ask and listen; whatever drips too slowly is cut off when the time is over."""
    over = threading.Event()
    watch = threading.Timer(bounds.seconds, _cut_off, (sock, over))
    watch.daemon = True
    watch.start()
    kind = HTTPSConnection if target.scheme == "https" else HTTPConnection
    connection = kind(target.host, target.port, timeout=bounds.seconds)
    connection.sock = sock
    try:
        connection.request("GET", target.path, headers=headers)
        return _answer(connection.getresponse(), bounds)
    except (OSError, HTTPException, Unreadable):
        if over.is_set():
            raise Unreadable(_too_slow(bounds)) from None
        raise
    finally:
        watch.cancel()
        connection.close()
        sock.close()


def _cut_off(sock: socket.socket, over: threading.Event) -> None:
    over.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # closed already, which is what was wanted


def _answer(response: HTTPResponse, bounds: Bounds) -> Answer:
    with response:
        headers = {name.lower(): value for name, value in response.getheaders()}
        data = response.read(bounds.most + 1)
        if len(data) > bounds.most:
            raise Unreadable(f"is larger than {bounds.most / 1e6:g} MB; raise the limit")
        if response.length:
            raise Unreadable("broke off before its end; try again later")
    if "gzip" in headers.get("content-encoding", ""):
        data = read_whole(unpack(io.BytesIO(data), most=bounds.most, ratio=RATIO), bounds.most)
    return Answer(response.status, response.reason, headers, data)


PORTS = {"http": 80, "https": 443}
SAFE = "/%:@!$&'()*+,;=~?-._[]"
RATIO = 200  # as ``Limits.ratio``

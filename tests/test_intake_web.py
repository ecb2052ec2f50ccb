"""The way to the web, over a server on the loopback interface that answers as each test wants."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from allikas.intake.addresses import is_public
from allikas.intake.connection import Bounds, parse_target
from allikas.intake.unpacking import Unreadable
from allikas.intake.web import Fetched, NotFetched, NotModified, Visit, Web
from serving import LOCAL, answer, served


def web(**more: object) -> Web:
    return Web(bounds=LOCAL, pause=0, **more)  # type: ignore[arg-type]


def test_a_page_is_fetched_with_what_to_remember_of_it() -> None:
    with served(lambda request: answer(request, b"Tere.", ETag='"1"', Content_Type="text/plain")) as url:
        assert web().fetch(url) == Fetched(url, b"Tere.", "text/plain", Visit(etag='"1"'))


def test_what_has_not_changed_is_not_sent_again() -> None:
    def site(request: BaseHTTPRequestHandler) -> None:
        known = request.headers["If-None-Match"] == '"1"' and request.headers["If-Modified-Since"] == "then"
        answer(request, status=304 if known else 200)

    with served(site) as url:
        assert web(seen={url: Visit('"1"', "then")}).fetch(url) == NotModified()
        assert isinstance(web().fetch(url), Fetched)


def test_a_redirection_is_followed_and_a_circle_is_not() -> None:
    def site(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/uus":
            answer(request, b"Tere.")
        else:
            answer(request, status=302, Location="/uus" if request.path == "/vana" else "/ring")

    with served(site) as url:
        assert web().fetch(f"{url}/vana") == Fetched(f"{url}/uus", b"Tere.", "", Visit())
        assert web().fetch(f"{url}/ring") == NotFetched("redirects more than 5 times; check the address")


def test_private_addresses_are_refused_and_nothing_is_sent_there() -> None:
    asked: list[str] = []
    with served(lambda request: asked.append(request.path)) as url:
        names = ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")
        for address in (url.replace("127.0.0.1", name) for name in names):
            got = Web().fetch(address)
            assert isinstance(got, NotFetched)
            assert "private network" in got.message
    assert not asked


def test_a_redirection_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address passes for a public one; the second is judged for itself."""
    monkeypatch.setattr("allikas.intake.addresses.is_public", lambda address: address == "127.0.0.1")
    with served(lambda request: answer(request, status=302, Location="http://10.0.0.1/")) as url:
        got = Web().fetch(url)
    assert got == NotFetched("leads into a private network (10.0.0.1); allow that, if it is meant")


def test_a_name_that_resolves_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("169.254.169.254", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    got = Web().fetch("http://uudised.example/")
    assert got == NotFetched("leads into a private network (169.254.169.254); allow that, if it is meant")


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1",
     "224.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:192.168.1.1", "2002:7f00:1::",
     "64:ff9b::a00:1", "ff02::1"],
)  # fmt: skip
def test_an_address_that_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "http://", "http://[::1", "http://a:x/", "a"]
)
def test_only_http_and_https_are_addresses(url: str) -> None:
    with pytest.raises(Unreadable, match="is no address"):
        parse_target(url)


def test_what_is_too_large_is_refused_packed_or_not() -> None:
    with served(lambda request: answer(request, bytes(20_000))) as url:
        assert web().fetch(url) == NotFetched("is larger than 0.01 MB; raise the limit")
    bomb = gzip.compress(bytes(5_000_000))
    with served(lambda request: answer(request, bomb, Content_Encoding="gzip")) as url:
        assert isinstance(web().fetch(url), NotFetched)
    with served(lambda request: answer(request, gzip.compress(b"Tere."), Content_Encoding="gzip")) as url:
        got = web().fetch(url)
        assert isinstance(got, Fetched)
        assert got.data == b"Tere."


def test_what_drips_is_cut_off() -> None:
    def site(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        for _ in range(40):
            try:
                request.wfile.write(b".")
            except OSError:
                return
            time.sleep(0.05)

    bounds = Bounds(seconds=0.3, most=10_000, private=True)
    start = time.monotonic()
    with served(site) as url:
        assert Web(bounds=bounds).fetch(url) == NotFetched(
            "took longer than 0.3 s; try again later, or allow more time"
        )
        assert time.monotonic() - start < 1.5


def test_what_breaks_off_is_not_taken_for_whole() -> None:
    def site(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(b"Tere.")

    with served(site) as url:
        assert web().fetch(url) == NotFetched("broke off before its end; try again later")


def test_a_host_is_asked_slowly_and_a_busy_one_not_at_all() -> None:
    slept: list[float] = []
    slow = Web(bounds=LOCAL, pause=2, now=lambda: 100.0, sleep=slept.append)
    with served(lambda request: answer(request, b"Tere.")) as url:
        slow.fetch(url)
        slow.fetch(f"{url}/teine")
    assert slept == [2.0]
    with served(lambda request: answer(request, status=429, Retry_After="600")) as url:
        busy = Web(bounds=LOCAL, now=lambda: 100.0, sleep=slept.append)
        assert busy.fetch(url) == NotFetched("its server answers 429 (Too Many Requests); try again in 600 s")
        assert busy.fetch(url) == NotFetched("asks to be left alone for another 600 s; try again then")


def test_no_server_and_no_page_are_told_in_a_line() -> None:
    with served(lambda request: answer(request, status=404)) as url:
        assert web().fetch(url) == NotFetched("its server answers 404 (Not Found); check the address")
    gone = web().fetch(url)
    assert isinstance(gone, NotFetched)
    assert gone.message.startswith("cannot be fetched (Connection refused)")

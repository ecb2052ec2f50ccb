"""The way to the web: it knows what was fetched before, and is in no hurry."""

import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from allikas.intake.connection import Answer, Bounds, exchange, parse_target
from allikas.intake.unpacking import Unreadable


@dataclass(frozen=True, slots=True)
class Visit:
    """What is remembered of an address: the validators of HTTP, or a *stamp* of what a feed said of it."""

    etag: str | None = None
    last_modified: str | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at *url*, where redirections ended; *visit* is to be remembered under the address asked."""

    url: str
    data: bytes
    content_type: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class NotModified:
    """What stands there is what stood there at the last visit."""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Nothing was had from there, and in a line why and what to do."""

    message: str


BOUNDS = Bounds(seconds=30, most=64_000_000)  # guesses: a slow server; a small archive


@dataclass(frozen=True, slots=True)
class Web:
    """How the web is asked, and what is remembered of it.

    ``seen`` is the caller's, to keep from one run to the next. A host is asked once in ``pause`` seconds, and
    not at all before the time that it asks for itself. ``agent`` is what the program calls itself.
    """

    seen: MutableMapping[str, Visit] = field(default_factory=dict)
    bounds: Bounds = BOUNDS
    pause: float = 1.0  # seconds; a guess, what crawlers keep to where robots.txt says nothing
    agent: str = "allikas (news reader)"
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _ready: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched | NotModified | NotFetched:
        """Fetch an address, following redirections; each is checked as the first was.

        >>> Web().fetch("file:///etc/passwd")
        NotFetched(message='is no address of http or https; check it')
        """
        known = self.seen.get(url, Visit())
        at = url
        try:
            for _ in range(REDIRECTIONS + 1):
                answer = self._ask(at, known)
                if answer.status not in MOVED or "location" not in answer.headers:
                    return _outcome(answer, at)
                at = urljoin(at, answer.headers["location"])
        except Unreadable as error:
            return NotFetched(str(error))
        return NotFetched(f"redirects more than {REDIRECTIONS} times; check the address")

    def _ask(self, url: str, known: Visit) -> Answer:
        target = parse_target(url)
        wait = self._ready.get(target.host, 0.0) - self.now()
        if wait > max(self.pause, self.bounds.seconds):
            raise Unreadable(f"asks to be left alone for another {wait:.0f} s; try again then")
        if wait > 0:
            self.sleep(wait)
        answer = exchange(target, _headers(known, self.agent), self.bounds)
        self._ready[target.host] = self.now() + max(self.pause, _rest(answer))
        return answer


def _headers(known: Visit, agent: str) -> dict[str, str]:
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    headers = {"User-Agent": agent, "Accept-Encoding": "gzip", "Accept": ACCEPT, "Connection": "close"}
    return headers | {name: value for name, value in asked.items() if value}


def _rest(answer: Answer) -> float:
    """Return for how many seconds a busy server asks to be left alone; dates are not understood."""
    asked = answer.headers.get("retry-after", "")
    return float(asked) if answer.status in BUSY and asked.isascii() and asked.isdigit() else 0.0


def _outcome(answer: Answer, url: str) -> Fetched | NotModified | NotFetched:
    if answer.status == 304:
        return NotModified()
    if answer.status != 200:
        again = f"; try again in {_rest(answer):.0f} s" if _rest(answer) else "; check the address"
        return NotFetched(f"its server answers {answer.status} ({answer.reason}){again}")
    visit = Visit(answer.headers.get("etag"), answer.headers.get("last-modified"))
    return Fetched(url, answer.data, answer.headers.get("content-type", ""), visit)


REDIRECTIONS = 5  # RFC 2068 recommended as many at most; browsers follow 20
MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"

"""Anything that holds reports, made into documents: the door of intake."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from allikas.intake.archives import find_parameter, receive_warc
from allikas.intake.feeds import parse_subscriptions, receive_feed
from allikas.intake.files import STDIN, Receipt, Received, Refused, receive_bytes, refuse
from allikas.intake.headers import Metadata
from allikas.intake.kinds import Kind, find_kind
from allikas.intake.pages import receive_page
from allikas.intake.parquet import receive_parquet
from allikas.intake.paths import find_paths
from allikas.intake.settings import DEFAULTS, Settings
from allikas.intake.tables import receive_csv, receive_json, receive_jsonl
from allikas.intake.unpacking import HEAD, Unreadable, read_whole, unpack
from allikas.intake.web import Fetched, NotFetched, NotModified


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that hold reports, unpacked, and what is known of them before they are read."""

    name: str
    stream: io.BufferedReader
    given: Metadata
    settings: Settings
    url: str | None = None
    content_type: str = ""


NOTHING = Metadata()


def receive_all(source: str, given: Metadata = NOTHING, settings: Settings = DEFAULTS) -> Iterator[Receipt]:
    """Yield the documents of a source, one after another as they are asked for.

    A source is ``-`` for ``settings.stdin``, an address of http or https, a file, a folder or a pattern. What
    is *given* wins over what a document says of itself. Whatever cannot be read comes as a ``Refused``; it
    never ends the rest.

    >>> [receipt.message for receipt in receive_all("no/such/file.txt")]
    ['no such file; check the name']
    """
    if source == STDIN:
        yield from _receive(STDIN, settings.stdin or io.BytesIO(), given, settings)
    elif source.lower().startswith(("http://", "https://")):
        yield from _receive_address(source, given, settings)
    else:
        paths = list(find_paths(source)) if "*" in source else find_paths(source)
        count = 0
        for count, path in enumerate(paths, start=1):  # noqa: B007 - counted for what follows
            yield from _receive_path(path, given, settings)
        if not count:
            yield Refused(source, "there is no file in it; check the name")


def _receive_path(path: str, given: Metadata, settings: Settings) -> Iterator[Receipt]:
    try:
        with Path(path).open("rb") as stream:
            yield from _receive(path, stream, given, settings)
    except (OSError, ValueError) as error:
        yield refuse(path, error)


def _receive_address(url: str, given: Metadata, settings: Settings) -> Iterator[Receipt]:
    """Fetch an address; it is remembered where all that it holds could be read."""
    if settings.web is None:
        yield Refused(url, "is an address, and nothing is fetched here; save it to a file")
        return
    got = settings.web.fetch(url)
    if isinstance(got, NotFetched):
        yield Refused(url, got.message)
    if isinstance(got, NotFetched | NotModified):
        return
    whole = True
    for receipt in _receive(url, io.BytesIO(got.data), given, settings, got=got):
        whole &= isinstance(receipt, Received) and not receipt.problems
        yield receipt
    if whole:
        settings.web.seen[url] = got.visit


def _receive(
    name: str, stream: BinaryIO, given: Metadata, settings: Settings, *, got: Fetched | None = None
) -> Iterator[Receipt]:
    """Unpack a stream, tell what it holds and read that."""
    limits = settings.limits
    url, content_type = (got.url, got.content_type) if got else (None, "")
    try:
        unpacked = unpack(stream, most=limits.document, ratio=limits.ratio)
        kind = settings.kind or find_kind(unpacked.peek(HEAD), name, content_type)
        yield from READERS[kind](Source(name, unpacked, given, settings, url, content_type))
    except Unreadable as error:
        yield Refused(name, str(error))
    except OSError as error:
        yield refuse(name, error)
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other documents
        yield Refused(name, FAULT.format(type(error).__name__, error))


FAULT = "could not be read, by a fault of Allikas ({}: {}); please report it with the file"


def _whole(source: Source) -> bytes:
    return read_whole(source.stream, source.settings.limits.document)


def _text(source: Source) -> Iterator[Receipt]:
    given = source.given.over(Metadata(url=source.url))
    yield receive_bytes(source.name, _whole(source), given)


def _page(source: Source) -> Iterator[Receipt]:
    charset = find_parameter(source.content_type, "charset")
    yield receive_page(
        source.name, _whole(source), source.given, url=source.url, charset=charset, zone=source.settings.zone
    )


def _feed(source: Source) -> Iterator[Receipt]:
    yield from receive_feed(source.name, _whole(source), source.given, source.settings, url=source.url)


def _subscriptions(source: Source) -> Iterator[Receipt]:
    """Read every feed of a list; a list in a list is not followed."""
    urls = parse_subscriptions(_whole(source))
    if not urls:
        yield Refused(source.name, "lists no feeds; check that it is OPML")
    for url in urls:
        yield from _receive_address(url, source.given, source.settings)


def _stream(reader: Callable[..., Iterator[Receipt]]) -> "Reader":
    return lambda source: reader(source.name, source.stream, source.given, source.settings)


Reader = Callable[[Source], Iterator[Receipt]]
READERS: dict[Kind, Reader] = {
    Kind.text: _text,
    Kind.page: _page,
    Kind.feed: _feed,
    Kind.subscriptions: _subscriptions,
    Kind.warc: _stream(receive_warc),
    Kind.jsonl: _stream(receive_jsonl),
    Kind.json: _stream(receive_json),
    Kind.csv: _stream(receive_csv),
    Kind.parquet: _stream(receive_parquet),
}

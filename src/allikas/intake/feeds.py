"""RSS and Atom feeds, and lists of them: each entry is a report, fetched where the feed only tells of it."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from allikas.intake.archives import find_parameter
from allikas.intake.dates import parse_stamp
from allikas.intake.files import Receipt, Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.pages import fragment_text, receive_page
from allikas.intake.settings import Settings
from allikas.intake.texts import as_document
from allikas.intake.web import Fetched, NotFetched, NotModified, Visit
from allikas.model.document import Document
from allikas.model.layers import Problem
from allikas.model.published import parse_published

# An entry as feedparser returns it, which has no types.
Entry = Any


def receive_feed(
    name: str, data: bytes, given: Metadata, settings: Settings, *, url: str | None = None
) -> Iterator[Receipt]:
    """Read a feed's entries; those that are as they were at the last visit are passed over.

    An entry is remembered when the next one is asked for, so that whoever stores documents and stops between
    two loses none.
    """
    import feedparser  # noqa: PLC0415 - loaded only where it is used

    feed = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url} if url else None)
    if not feed.entries and feed.bozo:
        yield Refused(name, f"is a damaged feed ({feed.bozo_exception}); check the address")
    told = Metadata(outlet=feed.feed.get("title") or None, language=_language(feed.feed))
    for number, entry in enumerate(feed.entries, start=1):
        entry_name = entry.get("link") or f"{name}:{number}"
        yield from _receive_new(entry_name, entry, given, told, settings)


def _language(feed: Entry) -> str | None:
    language = str(feed.get("language") or "").partition("-")[0].lower()
    return language if language.isalpha() and len(language) in {2, 3} else None


def _receive_new(
    name: str, entry: Entry, given: Metadata, told: Metadata, settings: Settings
) -> Iterator[Receipt]:
    stamp = _stamp(entry)
    seen = settings.web.seen if settings.web else {}
    if seen.get(name, Visit()).stamp == stamp:
        return
    known = given.over(_entry_metadata(entry, told, settings))
    receipt = _whole(name, entry, known) or _fetched(name, entry, given, known, settings)
    if receipt is not None:
        yield receipt
    if receipt is None or (isinstance(receipt, Received) and not _is_summary(receipt)):
        seen[name] = replace(seen.get(name, Visit()), stamp=stamp)


def _stamp(entry: Entry) -> str:
    """Digest what the feed says of a report: when it says the same again, nothing is new."""
    said = (dict.get(entry, key) for key in ("id", "title", "updated", "published", "summary", "content"))
    return hashlib.sha256(repr(tuple(said)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _entry_metadata(entry: Entry, told: Metadata, settings: Settings) -> Metadata:
    stamps = (dict.get(entry, key) for key in ("published", "created", "updated"))
    dates = (parse_stamp(stamp, zone=settings.zone) for stamp in stamps if stamp)
    outlet = (entry.get("source") or {}).get("title")
    title = fragment_text(entry.get("title") or "") or None
    own = Metadata(next(filter(None, dates), None), outlet, title, entry.get("link") or None)
    return own.over(told)


def _whole(name: str, entry: Entry, known: Metadata) -> Receipt | None:
    """Make a document of an entry that holds its whole report."""
    texts = (fragment_text(content.get("value") or "") for content in entry.get("content") or ())
    text = max(texts, key=len, default="")
    summary = fragment_text(entry.get("summary") or "")
    if not text or (text == summary and not _is_marked_up(entry)):
        return None
    return Received(name, as_document(text, known))


def _is_marked_up(entry: Entry) -> bool:
    """Tell a content of several paragraphs from a summary that some feeds give in its place."""
    return any("</p>" in (content.get("value") or "") for content in entry.get("content") or ())


def _fetched(name: str, entry: Entry, given: Metadata, known: Metadata, settings: Settings) -> Receipt | None:
    """Fetch the report that an entry tells of; ``None`` where it is as it was at the last visit."""
    url = entry.get("link")
    if settings.web is None or not url:
        return _summary(name, entry, known, "its feed holds no more of it, and nothing is fetched")
    got = settings.web.fetch(url)
    if isinstance(got, NotModified):
        return None
    if isinstance(got, NotFetched):
        return _summary(name, entry, known, f"its page {got.message}")
    receipt = _page(name, got, given, settings)
    if isinstance(receipt, Refused):
        return _summary(name, entry, known, f"its page {receipt.message}")
    settings.web.seen[name] = got.visit
    return replace(receipt, document=_completed(receipt.document, known))


def _page(name: str, got: Fetched, given: Metadata, settings: Settings) -> Received | Refused:
    charset = find_parameter(got.content_type, "charset")
    return receive_page(name, got.data, given, url=got.url, charset=charset, zone=settings.zone)


def _completed(doc: Document, told: Metadata) -> Document:
    """Add what the feed tells of a report and its page does not, or less precisely."""
    dates = [date for date in (doc.published, told.published) if date]
    published = max(dates, key=_precision, default=None)
    return replace(doc, published=published, outlet=doc.outlet or told.outlet, title=doc.title or told.title)


def _precision(edtf: str) -> int:
    date = parse_published(edtf)
    return sum(part is not None for part in (date.year, date.month, date.day, date.minute)) if date else 0


def _summary(name: str, entry: Entry, known: Metadata, why: str) -> Received | Refused:
    text = fragment_text(entry.get("summary") or "")
    if not text:
        return Refused(name, f"has no text: {why}")
    return Received(name, as_document(text, known), (Problem("intake", f"{SUMMARY}: {why}"),))


SUMMARY = "only the summary in the feed was read"


def _is_summary(receipt: Received) -> bool:
    return any(problem.message.startswith(SUMMARY) for problem in receipt.problems)


def parse_subscriptions(data: bytes) -> tuple[str, ...]:
    """Read the addresses of feeds from OPML, as feed readers export them.

    >>> parse_subscriptions(b'<opml><body><outline xmlUrl="https://a.example/rss"/></body></opml>')
    ('https://a.example/rss',)
    """
    from lxml import etree  # noqa: PLC0415 - loaded only where it is used

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing of it could be recovered
        return ()
    if tree is None:
        return ()
    outlines = [element for element in tree.iter() if str(element.tag).lower() == "outline"]
    urls = ((outline.get("xmlUrl") or outline.get("xmlurl") or "").strip() for outline in outlines)
    return tuple(dict.fromkeys(url for url in urls if url))

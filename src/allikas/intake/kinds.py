"""What a source is: told by how it begins, then by what its server or its name says."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What intake can read."""

    text = "text"
    page = "page"
    feed = "feed"
    subscriptions = "subscriptions"
    warc = "warc"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    parquet = "parquet"


def find_kind(head: bytes, name: str = "", content_type: str = "") -> Kind:
    """Tell the kind of a source from its first bytes (4,000 are enough), its name and its MIME type.

    >>> find_kind(b"<!DOCTYPE html><title>Sadam</title>").value, find_kind(b"WARC/1.1").value
    ('page', 'warc')
    >>> find_kind(b"a;b", "reports.csv").value, find_kind(b"Tere.", "a.html").value
    ('csv', 'text')
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return _by_start(start, name) or _by_name(name, content_type) or Kind.text


def _by_start(start: bytes, name: str) -> Kind | None:
    for sign, kind in SIGNS:
        if sign.match(start):
            return kind
    return _json(start, name) if start.startswith((b"{", b"[{")) or JSON_LIST.match(start) else None


def _json(start: bytes, name: str) -> Kind | None:
    """Tell JSON Lines, an object a line, from one object over many lines."""
    if name.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
        return Kind.jsonl
    line, _, rest = start.partition(b"\n")
    several = line.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
    whole = line.rstrip().endswith(b"}") and not rest.strip()
    return Kind.jsonl if start.startswith(b"{") and (several or whole) else Kind.json


def _by_name(name: str, content_type: str) -> Kind | None:
    stem = PACKED.sub("", name.lower())
    mime = content_type.partition(";")[0].strip().lower()
    return MIMES.get(mime) or next((kind for end, kind in ENDINGS.items() if stem.endswith(end)), None)


SIGNS = (
    (re.compile(rb"PAR1"), Kind.parquet),
    (re.compile(rb"WARC/"), Kind.warc),
    (re.compile(rb"(?s)<[?!].{0,3000}?<opml\b|<opml\b", re.IGNORECASE), Kind.subscriptions),
    (re.compile(rb"(?s)<\?xml.{0,3000}?<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE), Kind.feed),
    (re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE), Kind.feed),
    (
        re.compile(rb"(?s)(?:<\?xml.{0,3000}?)?(?:<!--.{0,3000}?-->\s*)*<!doctype html\b", re.IGNORECASE),
        Kind.page,
    ),
    (
        re.compile(
            rb"(?s)(?:<\?xml.{0,3000}?)?(?:<!--.{0,3000}?-->\s*)*<(?:html|head|body)\b", re.IGNORECASE
        ),
        Kind.page,
    ),
)
JSON_LIST = re.compile(rb"\[\s*\{")
PACKED = re.compile(r"\.(?:gz|bz2|xz|zst)$")
MIMES = {"text/csv": Kind.csv, "application/x-ndjson": Kind.jsonl, "application/jsonl": Kind.jsonl}
ENDINGS = {
    ".csv": Kind.csv,
    ".tsv": Kind.csv,
    ".jsonl": Kind.jsonl,
    ".ndjson": Kind.jsonl,
}

"""Rows of tables and objects of JSON made into documents: a column for each thing known of a report."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, tzinfo

from allikas.intake.dates import format_stamp, parse_stamp
from allikas.intake.files import Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.pages import fragment_text, is_markup
from allikas.intake.settings import Settings
from allikas.intake.texts import as_document
from allikas.model.layers import Problem

Row = Mapping[str, object]


def receive_row(name: str, row: Row, given: Metadata, settings: Settings) -> Received | Refused:
    """Make a document of a row; what the columns are called says ``settings.columns``.

    >>> from allikas.intake.settings import Settings
    >>> settings = Settings(columns={"text": "body"})
    >>> receive_row("a.csv:2", {"body": "Sajab.", "published": "2025-07"}, Metadata(), settings).document
    Document(text='Sajab.', language='et', published='2025-07', outlet=None, title=None, url=None)
    """
    own = _own_document(row)
    row = row if own is None else own
    text = find_value(row, "text", settings.columns)
    if not isinstance(text, str) or not text.strip():
        return Refused(name, _no_text(row, settings.columns))
    values = {field.name: find_value(row, field.name, settings.columns) for field in fields(Metadata)}
    published, problems = read_date(values.pop("published"), zone=settings.zone)
    known = Metadata(published=published, **{key: _string(value) for key, value in values.items()})
    return Received(name, as_document(_plain(text) if own is None else text, given.over(known)), problems)


def find_value(row: Row, name: str, columns: Mapping[str, str]) -> object:
    """Find what *row* holds for *name*: in the column that is given for it, or in one of its usual names.

    >>> find_value({"Body": 1, "meta": {"on": 2}}, "published", {"published": "meta.on"})
    2
    """
    if name in columns:
        return _at(row, columns[name])
    lower = {key.strip().lower(): value for key, value in row.items() if key}
    return next((lower[usual] for usual in USUAL[name] if lower.get(usual) not in {None, ""}), None)


def _at(row: object, path: str) -> object:
    """Follow a dotted path into nested objects, unless the whole of it is a key."""
    if not isinstance(row, Mapping) or path in row:
        return row.get(path) if isinstance(row, Mapping) else None
    first, dot, rest = path.partition(".")
    return _at(row.get(first), rest) if dot else None


def missing_column(names: Iterable[str], columns: Mapping[str, str]) -> str | None:
    """Say what is wrong with a table that has no column of texts; ``None`` if it has one.

    >>> missing_column(["id", "body"], {"text": "boddy"})
    "has no column 'boddy'; it has: id, body"
    """
    known = list(names)
    wanted = columns.get("text")
    usual = {name.strip().lower() for name in known} & set(USUAL["text"])
    if wanted.partition(".")[0] in {*known, *(name.partition(".")[0] for name in known)} if wanted else usual:
        return None
    return f"has no column {wanted or 'text'!r}; it has: {', '.join(known)}"


def _no_text(row: Row, columns: Mapping[str, str]) -> str:
    return missing_column(row, columns) or f"has nothing in its column {columns.get('text', 'text')!r}"


def _own_document(row: Row) -> Row | None:
    """Take the document out of a reading that Allikas itself has written."""
    doc = row.get("document")
    own = str(row.get("format", "")).startswith("allikas-reading/")
    return doc if own and isinstance(doc, Mapping) else None


def _plain(text: str) -> str:
    """Keep a text as it is, unless it is written in HTML."""
    return (fragment_text(text) or text) if is_markup(text) else text


def _string(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def read_date(value: object, *, zone: tzinfo | None) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a date of publication; one that is none is a problem of the document's.

    >>> read_date("eile", zone=None)[1][0].message
    "date of publication 'eile' is none; read without one"
    """
    if value is None or value == "":
        return None, ()
    if isinstance(value, datetime):
        return format_stamp(value, zone=zone), ()
    edtf = value.isoformat() if isinstance(value, date) else parse_stamp(str(value), zone=zone)
    message = f"date of publication {str(value)!r} is none; read without one"
    return edtf, () if edtf else (Problem("intake", message),)


USUAL: dict[str, tuple[str, ...]] = {  # names of columns, most telling first, where none is given
    "text": ("text", "body", "content", "article", "fulltext"),
    "published": ("published", "date", "published_at", "publishedat", "pubdate", "datetime", "timestamp"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang"),
}

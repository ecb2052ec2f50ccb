"""Documents into the ledger, each whole or not at all; and what becomes of those that are there."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from allikas.ledger.days import days_of
from allikas.ledger.errors import QueryError
from allikas.ledger.headlines import find_headline, pack_headline, unpack_headline
from allikas.ledger.keys import doc_number
from allikas.ledger.linking import Linker
from allikas.ledger.noting import note_changes
from allikas.ledger.restoring import restore_reading
from allikas.ledger.rows import rows_of
from allikas.ledger.store import Ledger
from allikas.ledger.tables import LAYERS, Row, insert, storable, storable_row
from allikas.ledger.terms import Terms, terms_of
from allikas.ledger.words import pack_parse
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.model.tree import Parse


@dataclass(frozen=True, slots=True)
class Reader:
    """What read a document: the version of the program, of its model if it has one, and when."""

    program: str
    model: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a document: its id, whether it is new, and which revision of its page it is."""

    id: str
    new: bool
    revision: int


def add(ledger: Ledger, reading: Reading, reader: Reader, *, origin: str | None = None) -> Added:
    """Add a reading; where the document is there already, nothing changes.

    *origin* is the file or address that it came from; if that had failed before, it no longer has.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     reading = Reading(Document("Tere."))
    ...     [add(ledger, reading, Reader("1.0")).new for _ in range(2)]
    [True, False]
    """
    doc = reading.document
    with ledger.transaction() as connection:
        if origin is not None:
            connection.execute("DELETE FROM failures WHERE origin = ?", (origin,))
        known = _known(connection, doc.id)
        if known is not None:
            return Added(doc.id, new=False, revision=known[1])
        number, revision = _enter(connection, doc, reader)
        _write(connection, number, reading, reader)
    return Added(doc.id, new=True, revision=revision)


def is_added(ledger: Ledger, doc: Document) -> bool:
    """Tell whether the document is in the ledger, without reading it."""
    with ledger.view() as connection:
        return _known(connection, doc.id) is not None


def read_again(ledger: Ledger, reading: Reading, reader: Reader) -> None:
    """Put a new reading in the place of the document's old one; raises ``QueryError`` where there is none."""
    with ledger.transaction() as connection:
        known = _known(connection, reading.document.id)
        if known is None:
            raise QueryError(f"{ledger.path}: there is no document {reading.document.id}")
        _forget(connection, known[0])
        _write(connection, known[0], reading, reader)


def restore(ledger: Ledger, id_: str) -> Reading:
    """Return the reading of the document *id_*, equal to the one that was added."""
    with ledger.view() as connection:
        known = _known(connection, id_)
        if known is None:
            raise QueryError(f"{ledger.path}: there is no document {id_}")
        return restore_reading(connection, known[0])


def retire(ledger: Ledger, id_: str, reason: str) -> None:
    """Withdraw a document: it stays, with the *reason*, but no question is answered from it."""
    with ledger.transaction() as connection:
        known = _known(connection, id_)
        if known is None:
            raise QueryError(f"{ledger.path}: there is no document {id_}")
        _retire(connection, known[0], reason)


def retire_page(ledger: Ledger, url: str, reason: str) -> int:
    """Withdraw whatever stands at *url* now; return how many documents that were: one, or none."""
    with ledger.transaction() as connection:
        found = _standing(connection, url)
        for doc in found:
            _retire(connection, doc, reason)
        return len(found)


def _standing(connection: sqlite3.Connection, url: str) -> list[int]:
    """Return the number of the document that stands at *url*, if one does."""
    command = "SELECT doc FROM documents WHERE url = CAST(? AS TEXT) AND state = 'current'"
    return [int(doc) for (doc,) in connection.execute(command, (storable(url),))]


def _retire(connection: sqlite3.Connection, doc: int, reason: str) -> None:
    connection.execute("UPDATE documents SET state = 'retired', reason = ? WHERE doc = ?", (reason, doc))
    note_changes(connection, "doc = ?", doc)


def fail(ledger: Ledger, origin: str, message: str, *, at: str | None = None) -> None:
    """Note that what came from *origin* could not be read, until it can."""
    with ledger.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO failures VALUES (CAST(? AS TEXT), ?, ?)", (storable(origin), message, at)
        )


def _known(connection: sqlite3.Connection, id_: str) -> tuple[int, int] | None:
    row = connection.execute("SELECT doc, revision FROM documents WHERE id = ?", (id_,)).fetchone()
    return None if row is None else (int(row[0]), int(row[1]))


def _enter(connection: sqlite3.Connection, doc: Document, reader: Reader) -> tuple[int, int]:
    """Enter a document; a former revision of the same page steps back."""
    seq = int(connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM documents").fetchone()[0])
    days = days_of(doc.published)
    number = doc_number(days.first, seq)
    revision = _supersede(connection, doc.url)
    known = (doc.id, doc.language, doc.published, *days, doc.outlet, doc.title, doc.url)
    _insert(connection, "documents", [(number, seq, *known, revision, "current", None, reader.at)])
    _insert(connection, "texts", [(number, doc.text)])
    return number, revision


def _supersede(connection: sqlite3.Connection, url: str | None) -> int:
    """Return the number of the page's new revision."""
    if url is None:
        return 1
    for doc in _standing(connection, url):
        connection.execute("UPDATE documents SET state = 'superseded' WHERE doc = ?", (doc,))
        note_changes(connection, "doc = ?", doc)
    latest = "SELECT coalesce(max(revision), 0) + 1 FROM documents WHERE url = CAST(? AS TEXT)"
    return int(connection.execute(latest, (storable(url),)).fetchone()[0])


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    insert(connection, table, map(storable_row, rows))


def _write(connection: sqlite3.Connection, doc: int, reading: Reading, reader: Reader) -> None:
    """Write what was read in a document."""
    counts = (len(reading.statements), len(reading.events), len(reading.problems))
    version = (reader.program, reader.model, reader.at)
    parse = Parse(reading.words, reading.names, reading.arguments)
    headline = find_headline(reading.document)
    row = (doc, *version, *counts, pack_parse(parse), pack_headline(headline))
    insert(connection, "readings", [row])
    rows = rows_of(reading, doc, Linker(connection).actors(reading))
    for table in LAYERS:
        insert(connection, table, rows[table])
    _index(connection, terms_of(reading, doc, headline))
    note_changes(connection, "doc = ?", doc)


def _forget(connection: sqlite3.Connection, doc: int) -> None:
    """Take out what was read in a document; the document stays."""
    old = restore_reading(connection, doc)
    headline = connection.execute("SELECT headline FROM readings WHERE doc = ?", (doc,)).fetchone()[0]
    connection.executemany(
        "INSERT INTO sentence_words (sentence_words, rowid, lemma, form, facet)"
        " VALUES ('delete', ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)",
        map(storable_row, terms_of(old, doc, unpack_headline(headline))),
    )
    for table in ("readings", *LAYERS):
        connection.execute(f"DELETE FROM {table} WHERE doc = ?", (doc,))  # noqa: S608 - names are our own


def _index(connection: sqlite3.Connection, terms: Iterable[Terms]) -> None:
    connection.executemany(
        "INSERT INTO sentence_words (rowid, lemma, form, facet)"
        " VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?)",
        map(storable_row, terms),
    )

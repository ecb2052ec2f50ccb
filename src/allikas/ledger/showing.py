"""One thing by its id: a document with its reading, a statement, an event, or an actor."""

import sqlite3
from dataclasses import dataclass

from allikas.ledger.answers import Actor, Happening, Said, Source
from allikas.ledger.errors import QueryError
from allikas.ledger.happenings import happening
from allikas.ledger.restoring import restore_reading
from allikas.ledger.store import Ledger
from allikas.ledger.who import actor, said
from allikas.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a page: its document and what became of it (``current``, ``superseded``, ``retired``)."""

    number: int
    document: str
    state: str
    reason: str | None
    added: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A document: where it comes from, what has read it, its reading, and all revisions of its page."""

    source: Source
    revision: Revision
    program: str
    model: str | None
    reading: Reading
    revisions: tuple[Revision, ...]


def show(ledger: Ledger, id_: str) -> Shown | Said | Happening | Actor:
    """Return what *id_* names: a document (the beginning of its id will do), ``document:s3``, an actor.

    Raises ``QueryError`` where there is no such thing, or where a beginning fits several.
    """
    document, colon, part = id_.partition(":")
    with ledger.view() as connection:
        row = connection.execute("SELECT actor FROM actors WHERE id = ?", (id_,)).fetchone()
        if row is not None:
            return actor(connection, row[0])
        doc = _find(connection, document)
        return _part(connection, doc, part) if colon else _document(connection, doc)


def document_id(ledger: Ledger, beginning: str) -> str:
    """Return the id of the one document whose id begins so; raises ``QueryError`` where it is not one."""
    with ledger.view() as connection:
        doc = _find(connection, beginning)
        return str(connection.execute("SELECT id FROM documents WHERE doc = ?", (doc,)).fetchone()[0])


def _find(connection: sqlite3.Connection, beginning: str) -> int:
    """Find the one document whose id begins so."""
    command = "SELECT doc FROM documents WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2"  # ids are hexadecimal
    found = connection.execute(command, (beginning,)).fetchall()
    if len(found) != 1 or not beginning:
        raise QueryError(f"{'several ids begin' if found else 'no id begins'} with {beginning!r}")
    return int(found[0][0])


def _part(connection: sqlite3.Connection, doc: int, part: str) -> Said | Happening:
    for table, make in (("statements", said), ("events", happening)):
        command = f"SELECT n FROM {table} WHERE doc = ? AND id = ?"  # noqa: S608 - the names are our own
        row = connection.execute(command, (doc, part)).fetchone()
        if row is not None:
            return make(connection, (doc, row[0]))
    raise QueryError(f"the document has no statement and no event {part!r}")


def _document(connection: sqlite3.Connection, doc: int) -> Shown:
    row = connection.execute(
        "SELECT id, published, outlet, title, url, revision, state, reason, added, program, model"
        " FROM documents JOIN readings USING (doc) WHERE doc = ?",
        (doc,),
    ).fetchone()
    source, revision = Source(*row[:5]), Revision(row[5], row[0], *row[6:9])
    others = connection.execute(
        "SELECT revision, document, state, reason, added FROM history WHERE url = ? ORDER BY revision",
        (source.url,),
    )
    revisions = tuple(Revision(*other) for other in others) or (revision,)
    return Shown(source, revision, row[9], row[10], restore_reading(connection, doc), revisions)

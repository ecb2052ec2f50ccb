"""Tables that another part of the program keeps in a ledger, with a version of their own.

A room names itself and says by what steps its tables came to be what they are::

    STORIES = Room("stories", (script("CREATE TABLE stories_claims (...);"), script("ALTER TABLE ...;")))

``furnish`` makes its tables, or brings them up to date, all or none. Names of tables begin with the room's,
so that nobody's meet. What a room keeps of a document it must renew when the document changes: ``changes``
tells which have, since when the room last asked.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from allikas.ledger.errors import NewerLedgerError, OlderLedgerError
from allikas.ledger.migrating import Migration, run
from allikas.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Room:
    """A set of tables: ``steps[0]`` makes them, each later one brings them to the next version."""

    name: str
    steps: tuple[Migration, ...]

    @property
    def version(self) -> int:
        """The version that this program knows."""
        return len(self.steps)


@dataclass(frozen=True, slots=True)
class Change:
    """A document that was added, read again, superseded, retired or linked anew, at this ``turn``.

    ``doc`` is its number, ``id`` its id, and ``state`` what has become of it.
    """

    turn: int
    doc: int
    id: str
    state: str


def script(commands: str) -> Migration:
    """Make a step of commands in SQL, each with a semicolon behind it."""
    return partial(run, script=commands)


def furnish(ledger: Ledger, room: Room) -> None:
    """Make the tables of *room*, or bring them up to date; raises ``NewerLedgerError`` for newer ones.

    >>> from allikas.ledger.store import open_ledger
    >>> room = Room("songs", (script("CREATE TABLE songs_titles (title TEXT);"),))
    >>> with open_ledger(":memory:") as ledger:
    ...     before = is_furnished(ledger, room)
    ...     furnish(ledger, room)
    ...     before, is_furnished(ledger, room)
    (False, True)
    """
    if is_furnished(ledger, room):
        return
    with ledger.transaction() as connection:
        for step in room.steps[_version(connection, room) :]:
            step(connection)
        connection.execute("INSERT OR REPLACE INTO rooms VALUES (?, ?)", (room.name, room.version))


def is_furnished(ledger: Ledger, room: Room) -> bool:
    """Tell whether the tables of *room* are there and up to date; raises ``NewerLedgerError`` if newer."""
    with ledger.view() as connection:
        version = _version(connection, room)
    if version > room.version:
        told = f"a newer Allikas keeps its {room.name} (version {version}, this one knows {room.version})"
        raise NewerLedgerError(f"{ledger.path}: {told}; update Allikas")
    return version == room.version


def check_furnished(ledger: Ledger, room: Room, *, advice: str) -> None:
    """Raise ``OlderLedgerError`` where a ledger that is only read lacks the tables of *room*."""
    if not is_furnished(ledger, room):
        raise OlderLedgerError(
            f"{ledger.path}: it has no {room.name} yet, or those of an older one; {advice}"
        )


def changes(ledger: Ledger, since: int = 0) -> tuple[Change, ...]:
    """Return the documents that have changed after the turn *since*, each once, in order."""
    with ledger.view() as connection:
        return tuple(_changes(connection, since))


def _changes(connection: sqlite3.Connection, since: int) -> Iterator[Change]:
    command = (
        "SELECT turn, doc, id, state FROM changes JOIN documents USING (doc) WHERE turn > ? ORDER BY turn"
    )
    for row in connection.execute(command, (since,)):
        yield Change(*row)


def _version(connection: sqlite3.Connection, room: Room) -> int:
    row = connection.execute("SELECT version FROM rooms WHERE name = ?", (room.name,)).fetchone()
    return 0 if row is None else int(row[0])

"""Who said what, through whom, when; and who is meant by a name."""

import sqlite3

from allikas.ledger.answers import Actor, Office, Page, Said, Source
from allikas.ledger.names import fold
from allikas.ledger.paging import ALL, Key, Question, Window, answer
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable

LOOKUPS = (
    "actor_by_id",
    "actors_by_name",
    "actors_by_last_name",
)  # each asked only where those before find none


def find_actors(ledger: Ledger, name: str) -> tuple[Actor, ...]:
    """Return the actors that *name* may mean: an id, what somebody is called, or else a last name."""
    with ledger.view() as connection:
        return tuple(actor(connection, number) for number in actor_numbers(connection, name))


def actor_numbers(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return the numbers of the actors that *name* may mean, in the order in which they were first met."""
    given = {"name": storable(fold(name))}
    for lookup in LOOKUPS:
        found = [int(row[0]) for row in connection.execute(query(lookup), given)]
        if found:
            return found
    return []


def actor(connection: sqlite3.Connection, number: int) -> Actor:
    """Return the actor with this number."""
    row = connection.execute(
        "SELECT id, name, type, country FROM actors WHERE actor = ?", (number,)
    ).fetchone()
    names = connection.execute("SELECT DISTINCT name FROM namings WHERE actor = ? ORDER BY 1", (number,))
    count = "SELECT count(DISTINCT doc) FROM entities WHERE actor = ?"
    documents = connection.execute(count, (number,)).fetchone()[0]
    roles = connection.execute("SELECT title, since, until FROM offices WHERE actor = ? ORDER BY n", row[:1])
    id_, name, type_, country = row
    offices = tuple(Office(*role) for role in roles)
    return Actor(id_, name, type_, country, tuple(called for (called,) in names), documents, offices)


def who(ledger: Ledger, name: str, window: Window = ALL, *, relayed: bool = False) -> Page[Said]:
    """Return what *name* said, newest first; or, if *relayed*, what they passed on of others' words.

    A name that no actor bears may be a description, such as that of a body: then what is said under that
    description is returned.
    """
    with ledger.view() as connection:
        return answer(
            connection,
            _question(connection, name, relayed=relayed),
            window,
            lambda key: said(connection, key),
        )


def _question(connection: sqlite3.Connection, name: str, *, relayed: bool) -> Question:
    innermost = 0 if relayed else 1
    actors = actor_numbers(connection, name)
    if actors:
        command = query("who").replace("--actors", ", ".join(map(str, actors)))
        return Question(command, {"innermost": innermost})
    return Question(query("who_described"), {"name": storable(name), "innermost": innermost})


def said(connection: sqlite3.Connection, key: Key) -> Said:
    """Return the statement with this key."""
    row = connection.execute(query("said"), dict(zip(("doc", "n"), key, strict=True))).fetchone()
    *source, id_, speaker, through, content, cue, called, addressee, mode, kind, certainty, negated = row
    return Said(
        id_,
        Source(*source),
        speaker,
        through,
        content,
        cue,
        called,
        addressee,
        mode,
        kind,
        certainty,
        bool(negated),
    )

"""Which actor an entity is: by its name and type, the user's authority file, and his decisions in order.

The answer depends on nothing else, so that it is the same whenever a document is read again.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allikas.ledger.names import fold, last_word, loosen, naming
from allikas.ledger.tables import storable
from allikas.model.layers import Entity, EntityType
from allikas.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its type, as a document has it."""

    name: str
    type: EntityType | str | None
    country: str | None = None

    @property
    def id(self) -> str:
        """The actor that it is as long as nobody decides otherwise."""
        return naming(self.name, self.type)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a user decided: merge *actor* into *other*, split *other* off it, rename it, tell it apart.

    ``names`` (folded) and ``documents`` (ids) say what a split takes along.
    """

    n: int
    action: str
    actor: str
    other: str
    names: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()

    def moves(self, folded: str, document: str) -> bool:
        """Tell whether it takes an entity of its actor elsewhere."""
        if self.action == "split":
            return folded in self.names or document in self.documents
        return self.action == "merge"


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return the decisions in force, in the order in which they were made."""
    rows = connection.execute(
        "SELECT n, action, actor, other, scope FROM decisions WHERE NOT undone ORDER BY n"
    )
    return tuple(_decision(*row) for row in rows)


def _decision(n: int, action: str, actor: str, other: str, scope: str) -> Decision:
    found = json.loads(scope)
    return Decision(
        n, action, actor, other, frozenset(found.get("names", ())), frozenset(found.get("documents", ()))
    )


def decided(start: str, folded: str, document: str, made: Iterable[Decision]) -> str:
    """Follow the decisions from the actor id *start* to the one that is meant.

    >>> only_d = Decision(2, "split", "a2", "a3", documents=frozenset({"d"}))
    >>> made = [Decision(1, "merge", "a1", "a2"), only_d]
    >>> decided("a1", "tamm", "c", made), decided("a1", "tamm", "d", made)
    ('a2', 'a3')
    """
    current = start
    for decision in made:
        if decision.actor == current and decision.moves(folded, document):
            current = decision.other
    return current


class Linker:
    """Links the entities of one document, or of many, under the decisions in force."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._decisions = decisions(connection)

    def actors(self, reading: Reading) -> dict[str, int]:
        """Return the actor of each entity that has a name; descriptions and pronouns name nobody for sure."""
        return {
            entity.id: self.actor(Named(entity.name, entity.type, entity.country), reading.document.id)
            for entity in reading.entities
            if is_named(entity)
        }

    def actor(self, named: Named, document: str) -> int:
        """Return the number of the actor that *named* is in *document*, a new one where it must be."""
        folded = fold(named.name)
        meant = self._authority(named, folded) or named
        number = self._number(decided(meant.id, folded, document, self._decisions), meant)
        self._connection.execute(
            "INSERT OR IGNORE INTO namings VALUES (?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT))",
            (named.id, number, storable(named.name), named.type, storable(folded)),
        )
        return number

    def _authority(self, named: Named, folded: str) -> Named | None:
        """Return what the authority file calls it; a name of unknown type if only one actor has that name."""
        rows = self._connection.execute(
            "SELECT name, type, country FROM authority WHERE folded = CAST(? AS TEXT)", (storable(folded),)
        ).fetchall()
        fitting = [row for row in rows if named.type in {row[1], None}]
        return Named(*fitting[0]) if len(fitting) == 1 else None

    def _number(self, id_: str, meant: Named) -> int:
        row = self._connection.execute("SELECT actor FROM actors WHERE id = ?", (id_,)).fetchone()
        return int(row[0]) if row else make_actor(self._connection, id_, meant)


def make_actor(connection: sqlite3.Connection, id_: str, named: Named) -> int:
    """Enter an actor; it is called as it was first met until somebody decides otherwise."""
    folded = fold(named.name)
    texts: Sequence[str] = (named.name, folded, last_word(folded), loosen(folded))
    name, *others = map(storable, texts)
    cursor = connection.execute(
        "INSERT INTO actors (id, met, name, type, country, folded, last_name, loose) VALUES"
        " (?1, CAST(?2 AS TEXT), CAST(?2 AS TEXT), ?3, ?4, CAST(?5 AS TEXT), CAST(?6 AS TEXT),"
        " CAST(?7 AS TEXT))",
        (id_, name, named.type, named.country, *others),
    )
    return int(cursor.lastrowid or 0)


def is_named(entity: Entity) -> bool:
    """Tell whether the text calls the entity by name anywhere."""
    return any(mention.kind == "name" for mention in entity.mentions)

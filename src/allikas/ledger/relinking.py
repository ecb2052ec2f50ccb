"""Links made anew where a decision or the authority file changed what they depend on."""

import json
import sqlite3
from collections.abc import Iterable

from allikas.ledger.linking import Linker, Named
from allikas.ledger.names import fold, last_word, loosen
from allikas.ledger.noting import note_changes
from allikas.ledger.tables import query, storable


def relink(connection: sqlite3.Connection, actors: Iterable[int]) -> None:
    """Link the entities of *actors* anew, each as it would be linked if its document were read now."""
    chosen = json.dumps(sorted(actors))
    rows = connection.execute(query("linked"), {"actors": chosen}).fetchall()
    connection.execute("DELETE FROM namings WHERE actor IN (SELECT value FROM json_each(?))", (chosen,))
    linker = Linker(connection)
    moved = set[int]()
    for doc, id_, name, type_, country, document, old in rows:
        new = linker.actor(Named(name, type_, country), document)
        if new != old:
            _move(connection, new, doc, id_)
            moved.add(doc)
    note_changes(connection, "doc IN (SELECT value FROM json_each(?))", json.dumps(sorted(moved)))
    _call(connection)


def _move(connection: sqlite3.Connection, actor: int, doc: int, entity: str) -> None:
    for command in (
        "UPDATE entities SET actor = ? WHERE doc = ? AND id = ?",
        "UPDATE voices SET actor = ? WHERE doc = ? AND entity = ?",
        "UPDATE roles SET actor = ? WHERE doc = ? AND entity = ?",
        "UPDATE events SET place_actor = ? WHERE doc = ? AND place = ?",
    ):
        connection.execute(command, (actor, doc, entity))


def reachable(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """Return the actors with these ids and all that decisions, undone ones too, lead to or from them."""
    pairs = connection.execute(
        "SELECT actor, other FROM decisions WHERE action IN ('merge', 'split')"
    ).fetchall()
    found, before = set(ids), -1
    while len(found) > before:
        before = len(found)
        found |= {end for pair in pairs if found & set(pair) for end in pair}
    return numbers(connection, found)


def numbers(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """Return the numbers of the actors with these ids."""
    command = "SELECT actor FROM actors WHERE id IN (SELECT value FROM json_each(?))"
    return {int(row[0]) for row in connection.execute(command, (json.dumps(sorted(ids)),))}


def _call(connection: sqlite3.Connection) -> None:
    """Call every actor what the last rename in force says, else the authority file, else as it was met."""
    for id_, old, new in connection.execute(query("callings")).fetchall():
        if new != old:
            folded = fold(new)
            texts = map(storable, (new, folded, last_word(folded), loosen(folded)))
            connection.execute(
                "UPDATE actors SET name = CAST(? AS TEXT), folded = CAST(? AS TEXT),"
                " last_name = CAST(? AS TEXT), loose = CAST(? AS TEXT) WHERE id = ?",
                (*texts, id_),
            )

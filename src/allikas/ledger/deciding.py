"""What users decide about actors: merge, split, rename, distinct, undo: kept for later readings."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allikas.ledger.answers import Actor
from allikas.ledger.errors import ActorError, QueryError
from allikas.ledger.linking import Named, make_actor
from allikas.ledger.names import fold, naming
from allikas.ledger.relinking import reachable, relink
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable
from allikas.ledger.who import actor, actor_numbers


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is kept; ``actor`` and ``other`` are ids, for a rename ``other`` is the name."""

    n: int
    action: str
    actor: str
    other: str
    at: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be one, and why; nobody but the user joins them."""

    first: Actor
    second: Actor
    why: str


def merge(ledger: Ledger, name: str, into: str, *, at: str | None = None) -> Decided:
    """Decide that the actor *name* is the actor *into*.

    Raises ``ActorError`` where a name fits none or several actors, or where both are the same already.
    """
    with ledger.transaction() as connection:
        first, second = the_actor(connection, name), the_actor(connection, into)
        if first.id == second.id:
            raise ActorError(f"{name!r} and {into!r} are one actor already")
        apart = _told_apart(connection, first, second)
        if apart is not None:
            raise ActorError(
                f"decision {apart} says that {name!r} and {into!r} are not the same; undo it first"
            )
        return _decide(connection, Decided(0, "merge", first.id, second.id, at), {})


def split(
    ledger: Ledger,
    name: str,
    new: str,
    *,
    names: Sequence[str] = (),
    documents: Sequence[str] = (),
    at: str | None = None,
) -> Decided:
    """Decide that under *names*, and in *documents* (their ids), the actor *name* is somebody else: *new*."""
    if not names and not documents:
        raise ActorError("say what to split off: names or documents")
    scope = {"names": sorted(map(fold, names)), "documents": sorted(documents)}
    with ledger.transaction() as connection:
        whole = the_actor(connection, name)
        other = naming(f"{new}\x1f{whole.id}", whole.type)  # its own, whoever else is called so
        if not connection.execute("SELECT 1 FROM actors WHERE id = ?", (other,)).fetchone():
            make_actor(connection, other, Named(new, whole.type, whole.country))
        return _decide(connection, Decided(0, "split", whole.id, other, at), scope)


def rename(ledger: Ledger, name: str, new: str, *, at: str | None = None) -> Decided:
    """Decide that the actor *name* is called *new*."""
    with ledger.transaction() as connection:
        return _decide(connection, Decided(0, "rename", the_actor(connection, name).id, new, at), {})


def distinct(ledger: Ledger, name: str, other: str, *, at: str | None = None) -> Decided:
    """Decide that two actors are not the same: ``doubtful`` no longer lists them, and ``merge`` refuses them.

    Raises ``ActorError`` where a name fits none or several actors, or where both are one by now.
    """
    with ledger.transaction() as connection:
        first, second = the_actor(connection, name), the_actor(connection, other)
        if first.id == second.id:
            raise ActorError(
                f"{name!r} and {other!r} are one actor; part them with split, or undo their merge"
            )
        return _decide(connection, Decided(0, "distinct", first.id, second.id, at), {})


def _told_apart(connection: sqlite3.Connection, first: Actor, second: Actor) -> int | None:
    """Return the number of the decision in force that two actors are not the same."""
    row = connection.execute(
        "SELECT n FROM decisions WHERE action = 'distinct' AND NOT undone"
        " AND ((actor = ?1 AND other = ?2) OR (actor = ?2 AND other = ?1))",
        (first.id, second.id),
    ).fetchone()
    return None if row is None else int(row[0])


def undo(ledger: Ledger, n: int | None = None) -> Decided:
    """Undo decision number *n*, or the last one; those made after it stay in force."""
    with ledger.transaction() as connection:
        in_force = [one for one in _history(connection) if not one.undone and n in {None, one.n}]
        if not in_force:
            raise QueryError("no decision is in force" if n is None else f"decision {n} is not in force")
        last = in_force[-1]
        connection.execute("UPDATE decisions SET undone = 1 WHERE n = ?", (last.n,))
        _follow(connection, last)
        return last


def history(ledger: Ledger) -> tuple[Decided, ...]:
    """Return all decisions in the order in which they were made, undone ones too."""
    with ledger.view() as connection:
        return _history(connection)


def doubtful(ledger: Ledger, *, limit: int = 1000) -> tuple[Doubt, ...]:
    """Return pairs of actors that may be one: same name of another type, last name, initial, spelling."""
    with ledger.view() as connection:
        rows = connection.execute(query("doubtful"), {"limit": limit}).fetchall()
        return tuple(Doubt(actor(connection, a), actor(connection, b), why) for a, b, why in rows)


def the_actor(connection: sqlite3.Connection, name: str) -> Actor:
    """Return the one actor that *name*, or an id, means; raises ``ActorError`` where it is not one."""
    found = [actor(connection, number) for number in actor_numbers(connection, name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ActorError(f"no actor is called {name!r}")
    listed = ", ".join(f"{one.id} ({one.name}, {one.type or 'type unknown'})" for one in found)
    raise ActorError(f"{len(found)} actors are called {name!r}; give the id of one: {listed}")


def _decide(connection: sqlite3.Connection, made: Decided, scope: Mapping[str, Any]) -> Decided:
    cursor = connection.execute(
        "INSERT INTO decisions (action, actor, other, scope, decided) VALUES (?, ?, CAST(? AS TEXT), ?, ?)",
        (made.action, made.actor, storable(made.other), json.dumps(scope), made.at),
    )
    _follow(connection, made)
    return Decided(int(cursor.lastrowid or 0), made.action, made.actor, made.other, made.at)


def _follow(connection: sqlite3.Connection, made: Decided) -> None:
    """Bring the links into line with a decision that was made or undone."""
    touched = [made.actor] if made.action in {"rename", "distinct"} else [made.actor, made.other]
    relink(connection, reachable(connection, touched))


def _history(connection: sqlite3.Connection) -> tuple[Decided, ...]:
    rows = connection.execute("SELECT n, action, actor, other, decided, undone FROM decisions ORDER BY n")
    return tuple(Decided(n, action, one, other, at, bool(gone)) for n, action, one, other, at, gone in rows)

"""What is reported to have happened or to be coming, where, to whom, and on whose word."""

import json
import sqlite3
from dataclasses import dataclass, fields
from typing import Any

from allikas.ledger.answers import Happening, Page, Source
from allikas.ledger.paging import ALL, Key, Question, Window, answer
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable
from allikas.ledger.who import actor_numbers


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted; ``None`` asks for nothing.

    ``actor`` takes part in it, ``place`` is where it is, each by a name; ``plover`` is a PLOVER type,
    ``lemma`` the dictionary form of its trigger. It happens between the days ``first`` and ``last``, as far
    as its time tells.
    """

    actor: str | None = None
    place: str | None = None
    plover: str | None = None
    lemma: str | None = None
    status: str | None = None
    outlet: str | None = None
    first: str | None = None
    last: str | None = None


FILTERS = {
    "actor": "EXISTS (SELECT 1 FROM roles r JOIN entities e ON e.doc = r.doc AND e.id = r.entity"
    " WHERE r.doc = v.doc AND r.event = v.id AND e.actor IN (SELECT value FROM json_each(:actor)))"
    " AND v.doc IN (SELECT doc FROM entities WHERE actor IN (SELECT value FROM json_each(:actor)))",
    "place": "EXISTS (SELECT 1 FROM entities e WHERE e.doc = v.doc AND e.id = v.place"
    " AND e.actor IN (SELECT value FROM json_each(:place)))"
    " AND v.doc IN (SELECT doc FROM entities WHERE actor IN (SELECT value FROM json_each(:place)))",
    "plover": "v.plover_event = :plover",
    "lemma": "v.lemma = CAST(:lemma AS TEXT)",
    "status": "v.status = :status",
    "outlet": "d.outlet = CAST(:outlet AS TEXT)",
    "first": "v.last_day >= :first",
    "last": "v.first_day <= :last",
}


def events(ledger: Ledger, wanted: Wanted, window: Window = ALL) -> Page[Happening]:
    """Return the events that *wanted* asks for, those of the newest documents first."""
    with ledger.view() as connection:
        question = _question(connection, wanted)
        return answer(connection, question, window, lambda key: happening(connection, key))


def _question(connection: sqlite3.Connection, wanted: Wanted) -> Question:
    asked = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    given = {name: _value(connection, name, value) for name, value in asked.items() if value is not None}
    filters = "".join(f" AND {FILTERS[name]}" for name in given)
    return Question(query("events").replace("--filters", filters), given)


def _value(connection: sqlite3.Connection, name: str, value: str) -> Any:  # noqa: ANN401 - SQLite's values
    if name in {"actor", "place"}:
        return json.dumps(actor_numbers(connection, value))
    return storable(value)


def happening(connection: sqlite3.Connection, key: Key) -> Happening:
    """Return the event with this key."""
    row = connection.execute(query("event"), dict(zip(("doc", "n"), key, strict=True))).fetchone()
    id_, *told = row[5:]
    return Happening(id_, Source(*row[:5]), *told)

"""What is reported to have happened or to be coming, where, to whom, and on whose word."""

import sqlite3
from dataclasses import asdict, dataclass

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


DOCUMENTS = "documents d ON d.doc = v.doc AND +d.state = 'current'"
BY_ACTOR = f"roles r CROSS JOIN events v ON v.doc = r.doc AND v.id = r.event CROSS JOIN {DOCUMENTS}"
BY_EVENT = f"events v CROSS JOIN {DOCUMENTS}"
BY_DAY = f"events v INDEXED BY events_day CROSS JOIN {DOCUMENTS}"
BY_DOCUMENT = "documents d CROSS JOIN events v ON v.doc = d.doc"

FILTERS = {  # the most telling first: its index is used, the others are looked up
    "actor": "r.actor IN (--numbers)",
    "place": "v.place_actor IN (--numbers)",
    "plover": "v.plover_event = :plover",
    "lemma": "v.lemma = CAST(:lemma AS TEXT)",
    "first": "v.last_day >= :first",
    "status": "v.status = :status",
    "last": "v.first_day <= :last",
    "outlet": "d.outlet = CAST(:outlet AS TEXT)",
}


def events(ledger: Ledger, wanted: Wanted, window: Window = ALL) -> Page[Happening]:
    """Return the events that *wanted* asks for, those of the newest documents first."""
    with ledger.view() as connection:
        question = _question(connection, wanted)
        return answer(connection, question, window, lambda key: happening(connection, key))


def _question(connection: sqlite3.Connection, wanted: Wanted) -> Question:
    asked = {name: value for name, value in asdict(wanted).items() if value is not None}
    chosen = [name for name in FILTERS if name in asked]
    filters = [_filter(connection, name, asked[name], first=name == chosen[0]) for name in chosen]
    tables, doc, place = _tables(chosen)
    command = query("events").replace("--tables", tables).replace("k.doc", doc).replace("k.place", place)
    given = {name: storable(value) for name, value in asked.items() if name not in {"actor", "place"}}
    state = "AND d.state = 'current' " if tables == BY_DOCUMENT else ""
    return Question(command.replace("--filters", state + " ".join(filters)), given)


def _tables(chosen: list[str]) -> tuple[str, str, str]:
    """Return the tables in the order in which they are asked, and the columns of the key."""
    if "actor" in chosen:
        return BY_ACTOR, "r.doc", "r.place"
    if chosen[:1] == ["first"]:
        return BY_DAY, "v.doc", "v.n"
    if {*chosen} - {"outlet", "last"}:
        return BY_EVENT, "v.doc", "v.n"
    return BY_DOCUMENT, "d.doc", "v.n"


def _filter(connection: sqlite3.Connection, name: str, value: str, *, first: bool) -> str:
    condition = FILTERS[name]
    if "--numbers" in condition:
        condition = condition.replace("--numbers", _numbers(actor_numbers(connection, value)))
    return f"AND {condition}" if first else f"AND +{condition}"


def _numbers(actors: list[int]) -> str:
    return ", ".join(map(str, actors)) or "NULL"


def happening(connection: sqlite3.Connection, key: Key) -> Happening:
    """Return the event with this key."""
    row = connection.execute(query("event"), dict(zip(("doc", "n"), key, strict=True))).fetchone()
    id_, *told = row[5:]
    return Happening(id_, Source(*row[:5]), *told)

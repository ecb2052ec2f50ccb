"""How many of what there are: what can be chosen from beside a list, with the number that it would leave."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from allikas.ledger.paging import ALL, Window, days
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable

LISTED = 20  # values of each: a guess at what fits beside a list
MOST = 2000  # documents looked at: all of them are counted in less than 0.2 s, measured on the examples


class Facet(StrEnum):
    """What statements, events and documents are counted by."""

    speaker = "speaker"
    relay = "relay"
    outlet = "outlet"
    kind = "kind"
    mode = "mode"
    certainty = "certainty"
    month = "month"
    place = "place"
    plover = "plover"


@dataclass(frozen=True, slots=True)
class Count:
    """A value that can be chosen, and how many statements, events or documents have it.

    ``value`` is what a filter takes: for actors their id; ``name`` is what to show.
    """

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What was counted in the newest ``documents``; ``whole`` says whether those are all that fit."""

    counts: Mapping[Facet, tuple[Count, ...]]
    documents: int
    whole: bool


def facets(
    ledger: Ledger,
    wanted: Sequence[Facet] = tuple(Facet),
    window: Window = ALL,
    *,
    outlet: str | None = None,
    limit: int = LISTED,
    most: int = MOST,
) -> Facets:
    """Count by each of *wanted*, the commonest first, in the newest documents of *window* and *outlet*.

    Speakers, relays, kinds, modes and certainties count statements, places and PLOVER types events, outlets
    and months (``2026-03``, the newest first) documents. *limit* values are listed of each; *most* documents
    are looked at, so that the time is bounded.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     facets(ledger, [Facet.outlet])
    Facets(counts={<Facet.outlet: 'outlet'>: ()}, documents=0, whole=True)
    """
    start, stop = days(window)
    given: dict[str, object] = {"since": start, "until": stop, "limit": limit, "most": most + 1}
    given["outlet"] = None if outlet is None else storable(outlet)
    with ledger.view() as connection:
        count, _ = connection.execute(query("facet_bound"), given).fetchone()
        given["most"] = most
        _, first = connection.execute(query("facet_bound"), given).fetchone()
        given["since"] = first or start
        counts = {facet: _counts(connection, facet, given) for facet in wanted}
    return Facets(counts, min(count, most), count <= most)


def _counts(connection: sqlite3.Connection, facet: Facet, given: dict[str, object]) -> tuple[Count, ...]:
    name, change = QUERIES[facet]
    rows = connection.execute(change(query(f"facet_{name}")), given)
    return tuple(Count(*row) for row in rows)


def _column(name: str) -> Callable[[str], str]:
    return lambda command: command.replace("--column", name)


QUERIES: dict[Facet, tuple[str, Callable[[str], str]]] = {
    Facet.speaker: ("voices", _column("1")),
    Facet.relay: ("voices", _column("0")),
    Facet.outlet: ("documents", _column("d.outlet")),
    Facet.month: ("months", str),
    Facet.kind: ("statements", _column("s.kind")),
    Facet.mode: ("statements", _column("s.mode")),
    Facet.certainty: ("statements", _column("s.certainty")),
    Facet.place: ("places", str),
    Facet.plover: ("plover", str),
}

"""Pages by key: the next page begins where this one ended, whatever was added meanwhile."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from allikas.ledger.answers import COUNTED, Page
from allikas.ledger.errors import QueryError
from allikas.ledger.keys import docs_between

Record = TypeVar("Record")
Key = tuple[int, int]

SHOWN = 50  # rows a page: a guess at what a screen takes


@dataclass(frozen=True, slots=True)
class Window:
    """Which of the answers are wanted: days of publication (``YYYY-MM-DD``, both included) and the page."""

    since: str | None = None
    until: str | None = None
    limit: int = SHOWN
    after: str | None = None


ALL = Window()


def format_key(key: Key) -> str:
    """Write where a page ended.

    >>> format_key((88, 3))
    '88-3'
    """
    return f"{key[0]}-{key[1]}"


def parse_key(after: str) -> Key:
    """Read what ``format_key`` wrote; raises ``QueryError`` where it did not.

    >>> parse_key("88-3")
    (88, 3)
    """
    doc, _, n = after.partition("-")
    if not doc.isdecimal() or not n.isdecimal():
        raise QueryError(f"{after!r} is no place to go on from; use what the last page gave")
    return int(doc), int(n)


@dataclass(frozen=True, slots=True)
class Question:
    """A query that returns keys ``(doc, n)``, newest document first, with its parameters."""

    command: str
    given: Mapping[str, Any] = field(default_factory=dict)


def answer(
    connection: sqlite3.Connection, question: Question, window: Window, make: Callable[[Key], Record]
) -> Page[Record]:
    """Return the page of *question* that *window* asks for; *make* makes a row of its key."""
    start, stop = days(window)
    given = {**question.given, "since": start, "until": stop}
    first = {"doc": stop, "n": -1}
    here = dict(zip(("doc", "n"), parse_key(window.after), strict=True)) if window.after else first
    found = _keys(connection, question.command, {**given, **here, "limit": window.limit + 1})
    count = f"SELECT count(*) FROM ({question.command})"  # noqa: S608 - the command is our own
    total = connection.execute(count, {**given, **first, "limit": COUNTED}).fetchone()[0]
    more = len(found) > window.limit > 0
    shown = found[: window.limit]
    return Page(tuple(map(make, shown)), total, format_key(shown[-1]) if more else None)


def days(window: Window) -> Key:
    """Return the half-open range of numbers of documents in a window; raises ``QueryError`` for no day."""
    try:
        return docs_between(window.since, window.until)
    except ValueError as error:
        raise QueryError(f"{window.since or window.until!r} is no day; write it as 2026-03-12") from error


def _keys(connection: sqlite3.Connection, command: str, given: Mapping[str, Any]) -> list[Key]:
    return [(doc, n) for doc, n in connection.execute(command, given)]

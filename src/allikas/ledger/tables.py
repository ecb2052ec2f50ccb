"""How a row is put into a table: one INSERT a table, made from its columns."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

Value = str | int | float | bytes | None
Row = Sequence[Value]

LAYERS = (
    "sentences", "entities", "mentions", "times", "quantities", "statements", "spans", "voices", "voiced",
    "events", "roles", "event_quantities", "problems",
)  # fmt: skip
"""Tables that hold what was read in a document, and are replaced when it is read again."""

BIGGEST = 1 << 63  # SQLite's integers have 64 bits


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Put *rows* into *table*, in the order of its columns."""
    connection.executemany(_insertion(table, _types(connection, table)), rows)


@cache
def _insertion(table: str, types: tuple[str, ...]) -> str:
    """Write the INSERT; text that came as bytes (see ``storable``) becomes text again."""
    places = ", ".join("CAST(? AS TEXT)" if kind == "TEXT" else "?" for kind in types)
    return f"INSERT INTO {table} VALUES ({places})"  # noqa: S608 - table names are our own


def _types(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Ask for the types of a table's columns."""
    return tuple(str(row[2]) for row in connection.execute(f"PRAGMA table_info({table})"))


def schema() -> str:
    """Return the commands that make a new ledger's tables, indexes and views."""
    return files("allikas.ledger").joinpath("schema.sql").read_text("utf-8")


def storable(value: str) -> str | bytes:
    r"""Make a text fit for SQLite: lone surrogates, which UTF-8 forbids, as the bytes that they would have.

    >>> storable("Tere"), storable("\ud800")
    ('Tere', b'\xed\xa0\x80')
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def storable_row(row: Row) -> Row:
    """Make every text and number of a row fit for SQLite."""
    return [_storable(value) for value in row]


def _storable(value: Value) -> Value:
    if isinstance(value, str):
        return storable(value)
    too_big = isinstance(value, int) and not -BIGGEST <= value < BIGGEST
    return float(value) if too_big and isinstance(value, int) else value


@cache
def query(name: str) -> str:
    """Return the text of ``queries/<name>.sql``."""
    return files("allikas.ledger").joinpath("queries", f"{name}.sql").read_text("utf-8")

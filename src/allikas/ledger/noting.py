"""Notes which documents have changed, so that whoever keeps something of them can renew it."""

import sqlite3


def note_changes(connection: sqlite3.Connection, where: str, *given: object) -> None:
    """Give every document that fits the condition *where* the next turns, in the order of their adding.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger, ledger.transaction() as connection:
    ...     note_changes(connection, "doc = ?", 7)
    """
    connection.execute(
        "INSERT OR REPLACE INTO changes (doc, turn)"  # noqa: S608 - the condition is our own
        " SELECT doc, (SELECT coalesce(max(turn), 0) FROM changes) + row_number() OVER (ORDER BY seq)"
        f" FROM documents WHERE {where}",
        given,
    )

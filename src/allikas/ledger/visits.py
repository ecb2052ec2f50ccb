"""What is remembered of addresses that were fetched, so that what has not changed is not fetched again."""

from dataclasses import dataclass

from allikas.ledger.store import Ledger
from allikas.ledger.tables import storable


@dataclass(frozen=True, slots=True)
class Visited:
    """An address with the validators that its server gave, or a stamp of what a feed says of it."""

    address: str
    etag: str | None = None
    last_modified: str | None = None
    stamp: str | None = None


def visited(ledger: Ledger, address: str) -> Visited | None:
    """Return what is remembered of *address*, if anything is.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     remember(ledger, Visited("https://lsa.example/", etag="5"))
    ...     visited(ledger, "https://lsa.example/").etag, visited(ledger, "https://kirdetuul.example/")
    ('5', None)
    """
    command = "SELECT address, etag, last_modified, stamp FROM visits WHERE address = CAST(? AS TEXT)"
    with ledger.view() as connection:
        row = connection.execute(command, (storable(address),)).fetchone()
    return None if row is None else Visited(*row)


def remember(ledger: Ledger, visit: Visited) -> None:
    """Remember a visit in the place of the one before."""
    row = (storable(visit.address), visit.etag, visit.last_modified, visit.stamp)
    with ledger.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO visits VALUES (CAST(? AS TEXT), ?, ?, ?)", row)

"""The ledger as a memory of what was fetched: asked at once, written behind the documents that came."""

from collections.abc import Iterator, MutableMapping

from allikas.intake.web import Visit
from allikas.ledger.store import Ledger
from allikas.ledger.visits import Visited, visited


class Seen(MutableMapping[str, Visit]):
    """Visits by their address; new ones wait until ``take_new`` hands them on to be written in their turn.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     seen = Seen(ledger)
    ...     seen["https://lsa.example/"] = Visit(etag="5")
    ...     seen["https://lsa.example/"].etag, [one.etag for one in seen.take_new()], list(seen.take_new())
    ('5', ['5'], [])
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._new: dict[str, Visit] = {}
        self._waiting: list[str] = []

    def __getitem__(self, address: str) -> Visit:
        """Return what is known of an address; raises ``KeyError`` where nothing is."""
        if address in self._new:
            return self._new[address]
        found = visited(self._ledger, address)
        if found is None:
            raise KeyError(address)
        return Visit(found.etag, found.last_modified, found.stamp)

    def __setitem__(self, address: str, visit: Visit) -> None:
        """Note a visit."""
        self._new[address] = visit
        self._waiting.append(address)

    def __delitem__(self, address: str) -> None:
        """Forget what was noted; what is written stays."""
        del self._new[address]

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses that were noted here."""
        return iter(self._new)

    def __len__(self) -> int:
        """Count the addresses that were noted here."""
        return len(self._new)

    def take_new(self) -> Iterator[Visited]:
        """Yield what was noted since last asked, to be written."""
        while self._waiting:
            address = self._waiting.pop(0)
            visit = self._new[address]
            yield Visited(address, visit.etag, visit.last_modified, visit.stamp)

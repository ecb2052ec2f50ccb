"""The user's own list of actors: names, aliases, roles with dates, country. TOML or CSV; mistakes have a place.

TOML has a table an actor::

    [[actor]]
    name = "Irena Sovall"
    type = "PER"
    aliases = ["Sovall"]
    country = "VE"
    [[actor.role]]
    title = "välisminister"
    since = "2024-05-01"

CSV has a line an actor, or several where there are several roles, and the columns name, type, aliases (parted
by ``|``), country, role, since, until; only the first two must be there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from allikas.ledger.answers import Office
from allikas.ledger.names import fold

TYPES = ("PER", "ORG", "GPE", "LOC", "PROD", "EVENT")  # of entities: EstNER's


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file something stands, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor as the file has it."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    place: Place = field(default=Place(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in the file that cannot be understood."""

    place: Place
    message: str

    def line(self, path: str) -> str:
        """Write it as compilers do.

        >>> Mistake(Place(3, 8), "no type 'MAN'").line("actors.toml")
        "actors.toml:3:8: no type 'MAN'"
        """
        return f"{path}:{self.place.line}:{self.place.column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Authority:
    """What was understood of a file, and what was not; it is used only where nothing was not."""

    entries: tuple[Entry, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def checked(entries: Iterable[Entry], mistakes: Iterable[Mistake] = ()) -> Authority:
    """Look for names that two actors of one type claim."""
    found = tuple(entries)
    every = (*mistakes, *_claimed_twice(found))
    return Authority(found, tuple(sorted(every, key=lambda one: (one.place.line, one.place.column))))


def _claimed_twice(entries: Iterable[Entry]) -> Iterator[Mistake]:
    owners: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for name in dict.fromkeys(map(fold, (entry.name, *entry.aliases))):
            owner = owners.setdefault((name, entry.type), entry)
            if owner is not entry:
                yield Mistake(
                    entry.place, f"{name!r} is a name of {owner.name!r} too, in line {owner.place.line}"
                )

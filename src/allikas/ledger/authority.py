"""The user's own list of actors: names, aliases, roles with dates, country. Every mistake has its place.

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

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from allikas.ledger.answers import Office
from allikas.ledger.days import Days, days_of
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


Raw = Mapping[str, Any]
Where = Callable[[str], Place]
"""Where the value of a key stands; where the actor begins, if the key is not there."""

KEYS = frozenset({"name", "type", "aliases", "country", "role"})
ROLE_KEYS = frozenset({"title", "since", "until"})


def check(raws: Iterable[tuple[Raw, Where]]) -> Authority:
    """Make entries of what a file has, or say what is wrong with it.

    >>> found = check([({"name": "Irena Sovall", "type": "MAN"}, lambda key: Place(3, 1))])
    >>> found.mistakes[0].message
    "there is no type 'MAN'; there is: PER, ORG, GPE, LOC, PROD, EVENT"
    """
    entries, mistakes = list[Entry](), list[Mistake]()
    for raw, where in raws:
        wrong = list(_mistakes(raw, where))
        mistakes += wrong
        entries += [] if wrong else [_entry(raw, where("name"))]
    mistakes += _claimed_twice(entries)
    return Authority(
        tuple(entries), tuple(sorted(mistakes, key=lambda one: (one.place.line, one.place.column)))
    )


def _mistakes(raw: Raw, where: Where) -> Iterator[Mistake]:
    for key in sorted(raw.keys() - KEYS):
        yield Mistake(where(key), f"there is no key {key!r}; there is: {', '.join(sorted(KEYS))}")
    if not isinstance(raw.get("name"), str) or not raw["name"].strip():
        yield Mistake(where("name"), "the actor has no name")
    if raw.get("type") not in TYPES:
        yield Mistake(where("type"), f"there is no type {raw.get('type')!r}; there is: {', '.join(TYPES)}")
    if not _are_texts(raw.get("aliases", [])):
        yield Mistake(where("aliases"), "aliases are texts in brackets, with commas between")
    if not isinstance(raw.get("country", ""), str):
        yield Mistake(where("country"), "the country is a text, such as its ISO 3166 code")
    yield from (Mistake(where("role"), message) for message in _role_mistakes(raw.get("role", [])))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _role_mistakes(roles: object) -> Iterator[str]:
    if not isinstance(roles, list) or not all(isinstance(role, dict) for role in roles):
        yield "write each role as a table [[actor.role]]"
        return
    for role in roles:
        if not isinstance(role.get("title"), str) or role.keys() - ROLE_KEYS:
            yield "a role has a title, and if known since and until"
        for key in ("since", "until"):
            if key in role and days_of(str(role[key])) == Days():
                yield f"{role[key]!r} is no date; write it as 2024-05-01, 2024-05 or 2024"


def _entry(raw: Raw, place: Place) -> Entry:
    offices = tuple(_office(role) for role in raw.get("role", []))
    return Entry(
        raw["name"].strip(), raw["type"], tuple(raw.get("aliases", [])), raw.get("country"), offices, place
    )


def _office(role: Raw) -> Office:
    since, until = (None if role.get(key) is None else str(role[key]) for key in ("since", "until"))
    return Office(role["title"], since, until)


def _claimed_twice(entries: Iterable[Entry]) -> Iterator[Mistake]:
    owners: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for name in dict.fromkeys(map(fold, (entry.name, *entry.aliases))):
            owner = owners.setdefault((name, entry.type), entry)
            if owner is not entry:
                told = f"{owner.name!r} in line {owner.place.line}"
                yield Mistake(entry.place, f"{name!r} is a name of {told} too")

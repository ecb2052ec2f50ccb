"""Joining mentions: the surname to the full name, the office to its holder, the pronoun to who spoke last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from allikas.lang.names import Names
from allikas.model.layers import Entity, EntityType, Mention, MentionKind
from allikas.model.span import Span

RECENT = 40  # actors back that a description may mean; a guess


@dataclass(slots=True, eq=False)
class Actor:
    """An entity while the report is being read: it grows as mentions join it."""

    name: str
    type: EntityType | None
    plural: bool = False
    named: bool = True
    heads: set[str] = field(default_factory=set)
    details: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, span: Span, kind: MentionKind, by: str) -> "Actor":
        """Take one more mention; *by* says what joined it."""
        self.mentions.append(Mention(span, kind, (by,)))
        return self

    def fits(self, head: str, details: frozenset[str]) -> bool:
        """Tell whether a description with this head and these details may mean this actor."""
        return details <= self.details and any(own.endswith(head) for own in self.heads)


@dataclass(frozen=True, slots=True)
class Described:
    """What a noun says of somebody: its lemma, the lemmas that make it more exact, what it describes."""

    head: str | None
    details: frozenset[str]
    type: EntityType | None
    plural: bool = False


class Office(NamedTuple):
    """An office with whom the report names as its holder: `NATO's secretary general X`."""

    head: str
    details: frozenset[str]
    holder: str


class Cast:
    """All actors of a report so far, looked up by what a mention can say of them.

    ``full`` holds the full names of persons by their last word: who is called by it alone is one of those.
    ``offices`` are all that the report names somebody with.
    """

    def __init__(self, names: Names, full: dict[str, list[str]], offices: Sequence[Office] = ()) -> None:
        self.names = names
        self.full = full
        self.offices = offices
        self.actors: list[Actor] = []
        self._by_name: dict[str, Actor] = {}
        self._last_of: dict[str, Actor] = {}

    def name(self, name: str, described: Described, span: Span) -> Actor:
        """Return the actor of a name, known by it, by its last word, or new."""
        actor = self._last_of.get(name) or self._by_name.get(name)
        by = "first mention" if actor is None else "last name" if actor.name != name else "same name"
        if actor is None:
            whole = self.full.get(name, [name])[0]
            by = "last name" if whole in self._by_name else by
            actor = self._by_name.get(whole) or self._introduced(whole, described)
            self._by_name[whole] = actor
        self._by_name[name] = actor
        self._learn(actor, described)
        if actor.type == "PER":
            self._last_of[actor.name.rpartition(" ")[2]] = actor
        return actor.add(span, "name", by)

    def _introduced(self, name: str, described: Described) -> Actor:
        """Return a new actor, or the holder of an office who is now called by name."""
        office = self._fitting(described) if described.type == "PER" else None
        if office is None or office.named:
            return self._new(Actor(name, described.type))
        office.name, office.named = name, True
        return office

    def _new(self, actor: Actor) -> Actor:
        self.actors.append(actor)
        return actor

    def _learn(self, actor: Actor, described: Described) -> None:
        actor.type = actor.type or described.type
        actor.details |= described.details
        if described.head is not None:
            actor.heads.add(described.head)

    def describe(self, name: str, described: Described, span: Span) -> Actor:
        """Return the actor of a description: described so before, holder of the office, or new."""
        actor = self._by_name.get(name)
        by = "same description"
        if actor is None:
            actor, by = self._fitting(described) or self._ahead(described), "office"
        if actor is None:
            by = "first mention"
            actor = self._new(Actor(name, described.type, plural=described.plural, named=False))
        self._by_name[name] = actor
        self._learn(actor, described)
        return actor.add(span, "nominal", by)

    def _ahead(self, described: Described) -> Actor | None:
        """Return the person who is named with this office further on, if there is only one."""
        head = described.head
        if described.plural or head is None or not described.details:
            return None
        holders = {
            office.holder
            for office in self.offices
            if office.head.endswith(head) and described.details <= office.details
        }
        if len(holders) != 1:
            return None
        [name] = holders
        if name not in self._by_name:
            self._by_name[name] = self._new(Actor(name, "PER"))
            self._last_of[name.rpartition(" ")[2]] = self._by_name[name]
        return self._by_name[name]

    def _fitting(self, described: Described) -> Actor | None:
        head = described.head
        if described.plural or head is None:
            return None
        recent = reversed(self.actors[-RECENT:])
        return next(
            (actor for actor in recent if not actor.plural and actor.fits(head, described.details)), None
        )

    def entities(self) -> tuple[Entity, ...]:
        """Return the records, in order of their first mention."""
        ordered = sorted(self.actors, key=lambda actor: _start(actor.mentions))
        return tuple(self._entity(f"e{number}", actor) for number, actor in enumerate(ordered, 1))

    def _entity(self, id_: str, actor: Actor) -> Entity:
        mentions = {(mention.span.start, mention.span.end): mention for mention in actor.mentions}
        ordered = tuple(mention for _, mention in sorted(mentions.items()))
        place = self.names.places.get(actor.name)
        return Entity(id_, actor.type, actor.name, ordered, country=place.country if place else None)


def _start(mentions: Iterable[Mention]) -> int:
    return min(mention.span.start for mention in mentions)

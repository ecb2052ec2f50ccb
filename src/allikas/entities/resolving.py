"""Joining mentions: the surname to the full name, the office to its holder, the pronoun to who spoke last."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from allikas.lang.names import Names, PronounRole
from allikas.model.layers import Entity, EntityType, Mention, MentionKind
from allikas.model.span import Span


@dataclass(slots=True)
class Actor:
    """An entity while the report is being read: it grows as mentions join it."""

    name: str
    type: EntityType | None
    named: bool
    plural: bool = False
    country: str | None = None
    heads: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, span: Span, kind: MentionKind) -> None:
        """Take one more mention."""
        self.mentions.append(Mention(span, kind))


class Cast:
    """All actors of a report so far, looked up by what a mention can say of them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.actors: list[Actor] = []
        self._by_name: dict[str, Actor] = {}
        self._by_surname: dict[str, Actor] = {}
        self._by_head: dict[str, Actor] = {}
        self._by_description: dict[str, Actor] = {}
        self._last: dict[PronounRole, Actor] = {}

    def name(self, name: str, type_: EntityType | None, head: str | None, span: Span) -> Actor:
        """Return the actor of a name, new or known by it, by its surname or its capital letters."""
        actor = self._by_name.get(name) or self._by_surname.get(name)
        if actor is None:
            place = self.names.places.get(name)
            actor = self._new(Actor(name, type_, named=True, country=place.country if place else None))
        self._learn(actor, name, type_, head)
        actor.add(span, "name")
        return actor

    def _new(self, actor: Actor) -> Actor:
        self.actors.append(actor)
        return actor

    def _learn(self, actor: Actor, name: str, type_: EntityType | None, head: str | None) -> None:
        actor.type = actor.type or type_
        self._by_name[name] = actor
        surname = name.rpartition(" ")[2]
        if surname != name and actor.type in {"PER", None}:
            self._by_surname[surname] = actor
        for suffix in _tails(head) if head else ():
            self._by_head[suffix] = actor
            actor.heads.add(suffix)

    def describe(self, name: str, head: str, type_: EntityType | None, span: Span, *, plural: bool) -> Actor:
        """Return the actor of a description: who holds the office, or was described so before."""
        actor = self._by_description.get(name)
        if actor is None and not plural:
            actor = self._by_head.get(head)
        if actor is None:
            actor = self._new(Actor(name, type_, named=False, plural=plural))
        self._by_description[name] = actor
        for suffix in _tails(head) if not plural else ():
            self._by_head.setdefault(suffix, actor)
        actor.add(span, "nominal")
        return actor

    def refer(self, role: PronounRole, span: Span) -> Actor | None:
        """Return the actor a pronoun stands for: the one who was spoken of last in that way."""
        actor = self._last.get(role)
        if actor is not None:
            actor.add(span, "pronoun")
        return actor

    def notice(self, actor: Actor) -> None:
        """Remember whom the report spoke of last."""
        if actor.plural:
            self._last["third plural"] = actor
        elif actor.type in {"PER", None}:
            self._last["third"] = actor
        self._last["relative"] = actor

    def entities(self) -> tuple[Entity, ...]:
        """Return the records, in order of their first mention."""
        ordered = sorted(self.actors, key=lambda actor: _start(actor.mentions))
        return tuple(_entity(f"e{number}", actor) for number, actor in enumerate(ordered, 1))


def _tails(head: str) -> tuple[str, ...]:
    return (head,)


def _start(mentions: Iterable[Mention]) -> int:
    return min(mention.span.start for mention in mentions)


def _entity(id_: str, actor: Actor) -> Entity:
    mentions = sorted({(m.span.start, m.span.end): m for m in actor.mentions}.items())
    return Entity(
        id_, actor.type, actor.name, tuple(mention for _, mention in mentions), country=actor.country
    )

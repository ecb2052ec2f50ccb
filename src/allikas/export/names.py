"""A reading with its ids looked up: names for entities, chains and times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from allikas.model.layers import Entity, Event, Quantity, Role, Statement, Timex
from allikas.model.reading import Reading
from allikas.model.span import Span


@dataclass(frozen=True)
class Named:
    """What the ids in a reading stand for."""

    reading: Reading

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by their ids."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def times(self) -> dict[str, Timex]:
        """Time expressions by their ids."""
        return {timex.id: timex for timex in self.reading.times}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Quantities by their ids."""
        return {quantity.id: quantity for quantity in self.reading.quantities}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by their ids."""
        return {statement.id: statement for statement in self.reading.statements}

    def name(self, id_: str | None) -> str | None:
        """Name an entity."""
        entity = self.entities.get(id_ or "")
        return entity.name if entity else None

    def edtf(self, id_: str | None) -> str | None:
        """Date a time expression."""
        timex = self.times.get(id_ or "")
        return timex.edtf if timex else None

    def chain(self, statement: str | None) -> tuple[str, ...]:
        """Name the voices of a statement, outermost first; none are those of the outlet itself.

        Who speaks in no chain is called as the text calls them, or ``unknown``.
        """
        found = self.statements.get(statement or "")
        if found is None:
            return ()
        voices = tuple(self.name(voice) or voice for voice in found.chain)
        if voices and found.speaker is not None:
            return voices
        return (*voices, joined([found.source]) if found.source else UNKNOWN)

    def player(self, role: Role) -> str:
        """Name who plays a role, by its entity or as the text has it."""
        return self.name(role.entity) or joined([role.span])

    def players(self, event: Event, *roles: str) -> tuple[str, ...]:
        """Name those who play one of the *roles* in an event."""
        return tuple(self.player(role) for role in event.roles if role.role in roles)


UNKNOWN = "unknown"


def joined(spans: Iterable[Span]) -> str:
    """Write the parts of something broken up on one line.

    >>> joined([Span(0, 5, "Sadam"), Span(9, 17, "on kinni")])
    'Sadam … on kinni'
    """
    return " … ".join(" ".join(span.text.split()) for span in spans)


def bounds(spans: Iterable[Span]) -> tuple[int, int] | None:
    """Return the half-open range from the first to the last of *spans*."""
    found = list(spans)
    return (min(span.start for span in found), max(span.end for span in found)) if found else None


def named(readings: Iterable[Reading]) -> Iterator[Named]:
    """Look up each of several readings."""
    return map(Named, readings)

"""A report cut where the voice changes: each piece knows the statements that it stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from allikas.model.layers import Statement
from allikas.model.reading import Reading
from allikas.model.span import Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement, its number on the page, and its voices, outermost first; a nameless one is ``unknown``."""

    number: int
    statement: Statement
    voices: tuple[str, ...]

    @property
    def voice(self) -> str:
        """Whose word it is in the end: the innermost voice."""
        return self.voices[-1]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one voice: the statements that they stand in, outermost first; none for the outlet's own.

    ``named`` is the voice whose source or relay the piece is; ``cues`` the statements whose cue it is;
    ``opened`` and ``closed`` those whose content begins or ends with it, outermost first.
    """

    text: str
    inside: tuple[Numbered, ...] = ()
    named: str | None = None
    cues: tuple[Numbered, ...] = ()
    opened: tuple[Numbered, ...] = ()
    closed: tuple[Numbered, ...] = ()


UNKNOWN = "unknown"


def number_statements(reading: Reading) -> tuple[Numbered, ...]:
    """Give the statements numbers as they come on the page, an outer one before those inside it."""
    names = {entity.id: entity.name for entity in reading.entities}
    ordered = sorted(reading.statements, key=_place)
    return tuple(Numbered(number, stmt, _voices(stmt, names)) for number, stmt in enumerate(ordered, start=1))


def _place(statement: Statement) -> tuple[int, int]:
    """Order by where the words begin, what holds more of them first."""
    first = min((span.start for span in statement.content), default=0)
    return first, -max((span.end for span in statement.content), default=0)


def _voices(statement: Statement, names: dict[str, str]) -> tuple[str, ...]:
    """Name the chain; a speaker that is in no chain is called as the text calls him."""
    chain = tuple(names.get(voice, voice) for voice in statement.chain)
    if statement.speaker is not None and chain:
        return chain
    return (*chain, UNKNOWN if statement.source is None else statement.source.text)


def own_share(text: str, numbered: Iterable[Numbered]) -> float:
    """Return how much of a text, white space apart, stands in no statement: what the outlet itself says.

    >>> own_share("Sajab.", ())
    1.0
    """
    outside = sum(_size(piece.text) for piece in pieces(text, numbered) if not piece.inside)
    return outside / max(1, _size(text))


def _size(text: str) -> int:
    return sum(map(len, text.split()))


class _Mark(NamedTuple):
    """A part of a statement, where it stands."""

    part: Literal["content", "source", "relay", "cue"]
    of: Numbered
    span: Span


def pieces(text: str, numbered: Iterable[Numbered]) -> Iterator[Piece]:
    """Cut the text wherever a part of a statement begins or ends; joined, the pieces are the text.

    One sweep: the time grows with the text and with how many statements overlap, not with their product.
    """
    starting: dict[int, list[_Mark]] = {}
    for mark in _marks(numbered):
        starting.setdefault(mark.span.start, []).append(mark)
    ends = {mark.span.end for marks in starting.values() for mark in marks}
    active: list[_Mark] = []
    for start, end in pairwise(sorted({0, len(text), *starting, *ends})):
        active = [mark for mark in active if mark.span.end > start] + starting.get(start, [])
        yield _piece(text, start, end, active)


def _marks(numbered: Iterable[Numbered]) -> Iterator[_Mark]:
    for one in numbered:
        stmt = one.statement
        yield from (_Mark("content", one, span) for span in stmt.content if span.text)
        yield from (_Mark("cue", one, span) for span in stmt.cue if span.text)
        if stmt.source:
            yield _Mark("source", one, stmt.source)
        if stmt.relay and len(one.voices) > 1:
            yield _Mark("relay", one, stmt.relay)


def _piece(text: str, start: int, end: int, active: Iterable[_Mark]) -> Piece:
    """Describe ``text[start:end]``; of what stands there, what began last and ends first is innermost."""
    marks = sorted(active, key=lambda mark: (mark.span.start, -mark.span.end, mark.of.number))
    content = [mark for mark in marks if mark.part == "content"]
    return Piece(
        text[start:end],
        inside=tuple(mark.of for mark in content),
        named=next((_named(mark) for mark in reversed(marks) if mark.part in {"source", "relay"}), None),
        cues=tuple(mark.of for mark in marks if mark.part == "cue"),
        opened=tuple(mark.of for mark in content if mark.span.start == start),
        closed=tuple(mark.of for mark in content if mark.span.end == end),
    )


def _named(mark: _Mark) -> str:
    """Name whom a source or relay is: a relay is the voice just outside the innermost."""
    return mark.of.voice if mark.part == "source" else mark.of.voices[-2]

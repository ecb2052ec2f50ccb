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
    """A statement, its number on the page, how deep it is nested (1: not), its voices, outermost first."""

    number: int
    statement: Statement
    depth: int
    voices: tuple[str, ...]

    @property
    def voice(self) -> str:
        """Whose word it is in the end: the innermost voice."""
        return self.voices[-1]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one voice: the statements that they stand in, outermost first; none for the outlet's own.

    ``sources`` and ``cues`` are the statements whose source or cue the piece is; ``opened`` and ``closed``
    those whose content begins or ends with it, outermost first.
    """

    text: str
    inside: tuple[Numbered, ...] = ()
    sources: tuple[Numbered, ...] = ()
    cues: tuple[Numbered, ...] = ()
    opened: tuple[Numbered, ...] = ()
    closed: tuple[Numbered, ...] = ()


UNKNOWN = "unknown"


def number_statements(reading: Reading) -> tuple[Numbered, ...]:
    """Give the statements numbers as they come on the page, an outer one before those inside it."""
    names = {entity.id: entity.name for entity in reading.entities}
    by_id = {stmt.id: stmt for stmt in reading.statements}
    ordered = sorted(reading.statements, key=lambda stmt: (_start(stmt), _depth(stmt, by_id)))
    return tuple(
        Numbered(number, stmt, _depth(stmt, by_id), _voices(stmt, names))
        for number, stmt in enumerate(ordered, start=1)
    )


def _start(statement: Statement) -> int:
    return min((span.start for span in statement.content), default=0)


def _depth(statement: Statement, by_id: dict[str, Statement]) -> int:
    """Count the statements around and including this one; a circle, which should not be, ends the count."""
    seen = {statement.id}
    while statement.parent in by_id and statement.parent not in seen:
        statement = by_id[statement.parent]
        seen.add(statement.id)
    return len(seen)


def _voices(statement: Statement, names: dict[str, str]) -> tuple[str, ...]:
    chain = statement.chain or ((statement.speaker,) if statement.speaker else ())
    return tuple(names.get(voice, voice) for voice in chain) or (UNKNOWN,)


class _Mark(NamedTuple):
    """A part of a statement, where it stands."""

    part: Literal["content", "source", "cue"]
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
        source = () if stmt.source is None else (stmt.source,)
        yield from (_Mark("content", one, span) for span in stmt.content if span.text)
        yield from (_Mark("source", one, span) for span in source if span.text)
        yield from (_Mark("cue", one, span) for span in stmt.cue if span.text)


def _piece(text: str, start: int, end: int, active: Iterable[_Mark]) -> Piece:
    marks = sorted(active, key=lambda mark: (mark.of.depth, mark.of.number))
    content = [mark for mark in marks if mark.part == "content"]
    return Piece(
        text[start:end],
        inside=tuple(mark.of for mark in content),
        sources=tuple(mark.of for mark in marks if mark.part == "source"),
        cues=tuple(mark.of for mark in marks if mark.part == "cue"),
        opened=tuple(mark.of for mark in content if mark.span.start == start),
        closed=tuple(mark.of for mark in content if mark.span.end == end),
    )

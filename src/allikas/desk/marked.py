"""An article's text as a tree: paragraphs, statements within statements, and marked words as leaves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from allikas.export.voiced import Numbered, pieces
from allikas.model.layers import Quantity, Timex
from allikas.model.span import Span


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words of one kind: ``kinds`` are of ``cue source figure time`` and ``sure``; ``id`` where it begins."""

    text: str
    kinds: tuple[str, ...] = ()
    id: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a statement; ``opens`` where the statement begins, so that its number stands there once."""

    one: Numbered
    depth: int
    opens: bool
    nodes: tuple["Node", ...]


Node = Leaf | Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the statements that begin in it."""

    nodes: tuple[Node, ...]
    begun: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Sliver:
    """A piece of text of which everything is the same, with the statements that it stands in."""

    start: int
    leaf: Leaf
    inside: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure or a time, to be marked in the text, with what it comes to."""

    id: str
    kind: str
    span: Span
    value: str | None


def find_paragraphs(text: str, numbered: Sequence[Numbered], marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    r"""Part a text into paragraphs at its line breaks, each a tree.

    >>> [leaf.text for paragraph in find_paragraphs("Sajab.\n\nTuul.", (), ()) for leaf in paragraph.nodes]
    ['Sajab.', 'Tuul.']
    """
    slivers = list(_slivers(text, numbered, marks))
    seen: set[int] = set()
    found, at = [], 0
    for start, end in _ranges(text):
        while at < len(slivers) and slivers[at].start < start:
            at += 1
        first = at
        while at < len(slivers) and slivers[at].start < end:
            at += 1
        begun = _begun(slivers[first:at], seen)
        nodes = tuple(_nodes(slivers[first:at], 0, {one.number for one in begun}))
        found.append(Paragraph(nodes, begun))
    return tuple(found)


def _begun(slivers: Sequence[Sliver], seen: set[int]) -> tuple[Numbered, ...]:
    new = {one.number: one for sliver in slivers for one in sliver.inside if one.number not in seen}
    seen.update(new)
    return tuple(new.values())


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs stand, less the white space around them."""
    for match in PARAGRAPH.finditer(text):
        if match[0].strip():
            yield match.start(), match.start() + len(match[0].rstrip())


PARAGRAPH = re.compile(r"[^\n\r]+")


def _slivers(text: str, numbered: Sequence[Numbered], marks: Sequence[Mark]) -> Iterator[Sliver]:
    """Cut the pieces of the text further, where a marked word or a paragraph begins or ends."""
    cuts = {edge for start, end in _ranges(text) for edge in (start, end)}
    cuts |= {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    edges, bounds = sorted(cuts), 0
    owners = _owners(marks)
    place = 0
    for piece in pieces(text, numbered):
        end = place + len(piece.text)
        while bounds < len(edges) and edges[bounds] <= place:
            bounds += 1
        last = bounds
        while last < len(edges) and edges[last] < end:
            last += 1
        kinds = ("source",) * (piece.named is not None) + ("cue",) * bool(piece.cues)
        for start, stop in pairwise([place, *edges[bounds:last], end]):
            yield Sliver(start, _leaf(text[start:stop], start, kinds, owners), piece.inside)
        bounds, place = last, end


def _owners(marks: Sequence[Mark]) -> dict[int, Mark]:
    """Say of every marked character what marks it; of two, the one that comes first in *marks*."""
    return {at: mark for mark in reversed(marks) for at in range(mark.span.start, mark.span.end)}


def _leaf(text: str, start: int, kinds: tuple[str, ...], owners: dict[int, Mark]) -> Leaf:
    mark = owners.get(start)
    if mark is None:
        return Leaf(text, kinds)
    return Leaf(text, (*kinds, mark.kind), mark.id if mark.span.start == start else None, mark.value)


def _nodes(slivers: Sequence[Sliver], depth: int, unopened: set[int]) -> Iterator[Node]:
    """Gather neighbours that stand in the same statement, outermost statement first."""
    for one, group in groupby(slivers, key=lambda s: s.inside[depth] if len(s.inside) > depth else None):
        if one is None:
            yield from (sliver.leaf for sliver in group)
            continue
        opens = one.number in unopened
        unopened.discard(one.number)
        yield Passage(one, depth, opens, tuple(_nodes(list(group), depth + 1, unopened)))


def figure_mark(quantity: Quantity, value: str) -> Mark:
    """Mark a figure."""
    return Mark(quantity.id, "figure", quantity.span, value)


def time_mark(timex: Timex, value: str) -> Mark:
    """Mark a time."""
    return Mark(timex.id, "time", timex.span, value)

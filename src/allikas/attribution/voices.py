"""Whose word each character is: the innermost statement whose content holds it, or the outlet's own."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import groupby, pairwise
from typing import NamedTuple

from allikas.model.layers import Statement


class Voice(NamedTuple):
    """A stretch ``[start, end)`` that one voice vouches for: a statement's id, or the outlet (``None``)."""

    start: int
    end: int
    statement: str | None


def find_voices(text: str, statements: Sequence[Statement]) -> tuple[Voice, ...]:
    """Part the whole text among its voices; neighbours differ, and nothing is left out or counted twice.

    >>> find_voices("Rain.", ())
    (Voice(start=0, end=5, statement=None),)
    """
    pieces = groupby(_pieces(len(text), statements), key=lambda piece: piece.statement)
    return tuple(_joined(list(group)) for _, group in pieces)


def _joined(pieces: Sequence[Voice]) -> Voice:
    return Voice(pieces[0].start, pieces[-1].end, pieces[0].statement)


def _pieces(length: int, statements: Sequence[Statement]) -> Iterator[Voice]:
    """Sweep over the starts and ends of contents; the one that began last, and ends first, is innermost."""
    spans = sorted(
        (span.start, -span.end, number)
        for number, statement in enumerate(statements)
        for span in statement.content
        if span.start < span.end
    )
    bounds = sorted({0, length, *(start for start, _, _ in spans), *(-end for _, end, _ in spans)})
    active: list[tuple[int, int, int]] = []
    at = 0
    for start, end in pairwise(bounds):
        while at < len(spans) and spans[at][0] <= start:
            opened, closed, number = spans[at]
            heappush(active, (-opened, -closed, -number))  # of two that hold the same, the inner
            at += 1
        while active and active[0][1] <= start:
            heappop(active)
        yield Voice(start, end, statements[-active[0][2]].id if active else None)

"""The text cut into regions (the outlet's words, and each quotation's) and those into clauses at their signs.

This is what attribution knows of sentence structure without a tree; ``phrases`` knows the rest.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from allikas.attribution.frame import Words
from allikas.attribution.quotes import Quote
from allikas.model.word import Sentence, Word
from allikas.segment.marks import is_mark

LONGEST = 100  # words in one clause; a guess: longer ones are lists, and the bound keeps cost linear
MANY = 40  # clauses that one frame may look over; a guess, for the same reason
_SIGNS = frozenset({",", ";", ":", "-", "–", "—", "--", "...", "…"})
_ENDS = frozenset({".", "?", "!", "...", "…", "?!"})


class Clause(NamedTuple):
    """Words between two signs; ``sign`` is the one before, empty at the start."""

    first: int
    last: int
    sign: str


class Region(NamedTuple):
    """A stretch of one sentence that is all inside, or all outside, a quotation.

    ``before`` and ``after`` are the quotations that touch it, ``inside`` the one that holds it.
    """

    first: int
    last: int
    clauses: tuple[Clause, ...]
    before: Quote | None = None
    after: Quote | None = None
    inside: Quote | None = None

    @property
    def words(self) -> Words:
        """The range of the region."""
        return Words(self.first, self.last)


def find_regions(
    words: Sequence[Word], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> tuple[Region, ...]:
    """Cut sentences where speech begins and ends, and what is left at commas, colons and dashes."""
    speech = [quote for quote in quotes if quote.speech]
    bounds = _Bounds(speech, len(words))
    return tuple(
        region
        for sent in sentences
        for first, last in pairwise(bounds.cuts(sent))
        if (region := _region(words, bounds, Words(first, last), sent)) is not None
    )


class _Bounds:
    """Which quotation each word stands in, and where quotations begin and end."""

    def __init__(self, speech: Sequence[Quote], count: int) -> None:
        self.inside: list[Quote | None] = [None] * (count + 1)
        self.marks = set[int]()
        for quote in speech:
            self.inside[quote.first : quote.last] = [quote] * (quote.last - quote.first)
            self.marks |= {quote.first - 1, quote.last}
        self.starting = {quote.first: quote for quote in speech}
        self.ending = {quote.last: quote for quote in speech}

    def cuts(self, sent: Sentence) -> list[int]:
        """Return the bounds of the regions of a sentence, first and last included."""
        inner = [
            at
            for at in range(sent.first + 1, sent.last)
            if at in self.marks or at - 1 in self.marks or self.inside[at] is not self.inside[at - 1]
        ]
        return [sent.first, *inner, sent.last]


def _region(words: Sequence[Word], bounds: _Bounds, part: Words, sent: Sentence) -> Region | None:
    first, last = part
    if first in bounds.marks and last == first + 1:
        return None
    clauses = tuple(_clauses(words, first, last))
    inside = bounds.inside[first]
    if inside is not None:
        return Region(first, last, clauses, inside=inside)
    before = bounds.ending.get(first - 1) if first > sent.first or words[first].form.islower() else None
    after = bounds.starting.get(last + 1) if last < sent.last or words[last - 1].form == ":" else None
    return Region(first, last, clauses, before, after)


def _clauses(words: Sequence[Word], first: int, last: int) -> Iterator[Clause]:
    start, sign = first, ""
    for at in range(first, last):
        form = words[at].form
        if at - start >= LONGEST:
            yield Clause(start, at, sign)
            start, sign = at, ""
        if form in _SIGNS or (form in {"(", ")"}) or form in _ENDS:
            if start < at:
                yield Clause(start, at, sign)
            start, sign = at + 1, form
    if start < last:
        yield Clause(start, last, sign)


def trim(words: Sequence[Word], part: Words) -> Words | None:
    """Drop signs and marks at both ends; ``None`` where nothing is left."""
    first, last = part
    while first < last and _is_sign(words[first].form):
        first += 1
    while first < last and _is_sign(words[last - 1].form) and words[last - 1].form not in {"?", "!", "%"}:
        last -= 1
    return Words(first, last) if first < last else None


def _is_sign(form: str) -> bool:
    return is_mark(form) or not any(char.isalnum() for char in form)

"""From tokens to sentences."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from allikas.lang.segmentation import Segmentation
from allikas.model.span import span_of
from allikas.model.word import Sentence, Token
from allikas.segment.headlines import ends_capitals, ends_credit, ends_headline
from allikas.segment.lines import find_breaks
from allikas.segment.marks import closing_marks, is_mark, is_quote


def find_sentences(text: str, tokens: Sequence[Token], tables: Segmentation) -> tuple[Sentence, ...]:
    """Group *tokens* into sentences; closing quotes and brackets belong to the sentence that they close.

    >>> from allikas.lang.segmentation import NO_TABLES
    >>> from allikas.segment.tokens import find_tokens
    >>> text = 'He left. "Why?" asked TASS. Nobody knew.'
    >>> [sent.span.text for sent in find_sentences(text, find_tokens(text, NO_TABLES), NO_TABLES)]
    ['He left.', '"Why?" asked TASS.', 'Nobody knew.']
    """
    firsts = _firsts(_mark(text, tokens), tables)
    return tuple(_sentence(text, tokens, *ends) for ends in pairwise((*firsts, len(tokens))))


def _sentence(text: str, tokens: Sequence[Token], first: int, last: int) -> Sentence:
    return Sentence(span_of(text, tokens[first].span.start, tokens[last - 1].span.end), first, last)


class _Marked(NamedTuple):
    """Forms, and the indices of those that begin a line that ends a sentence, and of marks that close."""

    forms: Sequence[str]
    line_starts: frozenset[int]
    closing: frozenset[int]


def _mark(text: str, tokens: Sequence[Token]) -> _Marked:
    offsets = [token.span.start for token in tokens]
    line_starts = frozenset(bisect_left(offsets, offset) for offset in find_breaks(text))
    return _Marked([token.form for token in tokens], line_starts, closing_marks(tokens, line_starts))


def _firsts(marked: _Marked, tables: Segmentation) -> Iterator[int]:
    """Yield the index of the first token of every sentence."""
    first, stopped = 0, False
    for at in range(len(marked.forms)):
        if not at or (stopped and _may_follow(marked, at)) or _begins(marked, at, tables, first=first):
            yield at
            first, stopped = at, False
        stopped = _stops(marked, at, first=first) or (stopped and at in marked.closing)


def _begins(marked: _Marked, at: int, tables: Segmentation, *, first: int) -> bool:
    """Tell whether a sentence begins here although the one that began at *first* came to no stop."""
    forms = marked.forms
    if at in marked.line_starts or forms[at][0].islower():
        return at in marked.line_starts
    return (
        forms[at] in _BULLETS
        or _answers(marked, at)
        or ends_headline(forms, at, tables, closed=at - 1 in marked.closing)
        or ends_capitals(forms, at, first=first)
        or ends_credit(forms, at, tables, first=first)
    )


_TERMINAL = frozenset(".!?…")
_BULLETS = frozenset("·•")
_DASHES = frozenset("-–—*") | {"--"}


def _stops(marked: _Marked, at: int, *, first: int) -> bool:
    """Tell whether a new sentence may follow: a stop, or an address or bracket that is one by itself."""
    form = marked.forms[at]
    if form[-1] in _TERMINAL and not form[0].isalnum():
        return True
    if at == first:
        return _is_address(form)
    return form in _BRACKETS and _is_caption(marked, at, first=first)


_BRACKETS = {")": "(", "]": "["}


def _is_caption(marked: _Marked, at: int, *, first: int) -> bool:
    """Tell whether the bracket closed here is a sentence of its own, behind another: ``(BNS)``, ``[12]``."""
    closing = marked.forms[at]
    if not first or first in marked.line_starts or marked.forms[first] != _BRACKETS[closing]:
        return False
    inside = marked.forms[first + 1][0]
    return inside.isupper() or (inside.isdigit() and closing == "]")


def _is_address(form: str) -> bool:
    return "@" in form[1:] or "://" in form


def _may_follow(marked: _Marked, at: int) -> bool:
    """Tell whether a sentence may begin behind a stop: behind what opens it stands no small letter."""
    if at in marked.closing:
        return False
    for form in marked.forms[at : at + 4]:
        if form[0].isalnum():
            return not form[0].islower() or _is_address(form)
        if form not in _DASHES and not is_mark(form):
            return False
    return False


def _answers(marked: _Marked, at: int) -> bool:
    """Tell whether a quotation opens right behind one that closed: somebody else speaks."""
    return (
        at - 1 in marked.closing
        and is_quote(marked.forms[at])
        and is_quote(marked.forms[at - 1])
        and _may_follow(marked, at)
    )

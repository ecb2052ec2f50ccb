"""From tokens to sentences."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from allikas.lang.segmentation import Segmentation
from allikas.model.span import span_of
from allikas.model.word import Sentence, Token
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
    firsts = _firsts(_Marked(tokens, *_marked(text, tokens)), tables)
    return tuple(_sentence(text, tokens, *ends) for ends in pairwise((*firsts, len(tokens))))


def _sentence(text: str, tokens: Sequence[Token], first: int, last: int) -> Sentence:
    return Sentence(span_of(text, tokens[first].span.start, tokens[last - 1].span.end), first, last)


class _Marked(NamedTuple):
    """Tokens with what their surroundings say of them."""

    tokens: Sequence[Token]
    line_starts: frozenset[int]
    closing: frozenset[int]

    def form(self, at: int) -> str:
        """Return the form at *at*, empty behind the end."""
        return self.tokens[at].form if at < len(self.tokens) else ""


def _marked(text: str, tokens: Sequence[Token]) -> tuple[frozenset[int], frozenset[int]]:
    offsets = [token.span.start for token in tokens]
    line_starts = frozenset(bisect_left(offsets, offset) for offset in find_breaks(text))
    return line_starts, closing_marks(tokens, line_starts)


def _firsts(marked: _Marked, tables: Segmentation) -> Iterator[int]:
    """Yield the index of the first token of every sentence."""
    first, stopped = 0, False
    for at in range(len(marked.tokens)):
        if not at or _is_first(marked, at, tables, stopped=stopped):
            yield at
            first, stopped = at, False
        stopped = _stops(marked, at, first) or (stopped and at in marked.closing)


def _is_first(marked: _Marked, at: int, tables: Segmentation, *, stopped: bool) -> bool:
    return (
        at in marked.line_starts
        or marked.form(at) in _BULLETS
        or (stopped and at not in marked.closing and _may_begin(marked, at))
        or _begins_unannounced(marked, at, tables)
        or _answers(marked, at)
    )


_TERMINAL = frozenset(".!?…")
_BULLETS = frozenset("·•")
_DASHES = frozenset("-–—*") | {"--"}


def _stops(marked: _Marked, at: int, first: int) -> bool:
    """Tell whether a new sentence may follow: a stop, or an address or bracket that is one by itself."""
    form = marked.form(at)
    if form[-1] in _TERMINAL and not form[0].isalnum():
        return True
    if at == first:
        return _is_address(form)
    return form in _CLOSING_BRACKETS and _is_caption(marked, first, form)


_CLOSING_BRACKETS = {")": "(", "]": "["}


def _is_caption(marked: _Marked, first: int, closing: str) -> bool:
    """Tell whether the bracket that closes is a sentence of its own, behind another: ``(BNS)``, ``[12]``."""
    if not first or first in marked.line_starts or marked.form(first) != _CLOSING_BRACKETS[closing]:
        return False
    inside = marked.form(first + 1)[:1]
    return inside.isupper() or (inside.isdigit() and closing == "]")


def _is_address(form: str) -> bool:
    return "@" in form[1:] or "://" in form


def _may_begin(marked: _Marked, at: int) -> bool:
    """Tell whether a sentence may begin here: behind what opens it stands no small letter."""
    for ahead in range(at, at + 4):
        form = marked.form(ahead)
        if form[:1].isalnum():
            return not form[0].islower() or _is_address(form)
        if form not in _DASHES and not is_mark(form):
            return False
    return False


def _begins_unannounced(marked: _Marked, at: int, tables: Segmentation) -> bool:
    """Tell whether a word that only ever begins sentences stands right behind a word: a headline ended."""
    form = marked.form(at)
    tells_time = form in tables.clock and form[0].isupper() and marked.form(at + 1)[:1].isdigit()
    if form not in tables.starters and not tells_time:
        return False
    before = marked.form(at - 2 if at - 1 in marked.closing else at - 1)
    return len(before) > _LONGEST_ITEM and before[-1].isalnum()


_LONGEST_ITEM = 2  # characters of the number or letter of a list's item, as in "(12) If"


def _answers(marked: _Marked, at: int) -> bool:
    """Tell whether a quotation opens right behind one that closed: somebody else speaks."""
    form = marked.form(at)
    return (
        at - 1 in marked.closing
        and at not in marked.closing
        and is_quote(form)
        and is_quote(marked.form(at - 1))
        and _may_begin(marked, at)
    )

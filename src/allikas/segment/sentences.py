"""From tokens to sentences."""

from collections.abc import Iterator, Sequence

from allikas.lang.segmentation import Segmentation
from allikas.model.span import span_of
from allikas.model.word import Sentence, Token
from allikas.segment.lines import find_breaks

_TERMINAL = frozenset(".!?…")
_QUOTES = frozenset("\"'")
_CLOSING = frozenset("”»›’)]}")
_OPENING = frozenset("“„«‹‘([{¿¡")
_BULLETS = frozenset("·•*")
_DASHES = frozenset("-–—")


def find_sentences(text: str, tokens: Sequence[Token], tables: Segmentation) -> tuple[Sentence, ...]:
    """Group *tokens* into sentences; closing quotes and brackets belong to the sentence that they close.

    >>> from allikas.lang.segmentation import NO_TABLES
    >>> from allikas.segment.tokens import find_tokens
    >>> text = "He left. 'Why?' asked TASS. Nobody knew."
    >>> [sent.span.text for sent in find_sentences(text, find_tokens(text, NO_TABLES), NO_TABLES)]
    ['He left.', "'Why?' asked TASS.", 'Nobody knew.']
    """
    ends = [*_ends(text, tokens, tables), len(tokens)] if tokens else []
    firsts = [0, *ends[:-1]]
    return tuple(_sentence(text, tokens, first, last) for first, last in zip(firsts, ends, strict=False))


def _sentence(text: str, tokens: Sequence[Token], first: int, last: int) -> Sentence:
    return Sentence(span_of(text, tokens[first].span.start, tokens[last - 1].span.end), first, last)


def _ends(text: str, tokens: Sequence[Token], tables: Segmentation) -> Iterator[int]:
    """Yield the index of every token that begins a sentence, but the first."""
    breaks = iter((*find_breaks(text), len(text) + 1))
    following_break = next(breaks)
    after_stop = False
    for at, token in enumerate(tokens):
        broken = False
        while following_break <= token.span.start:
            following_break, broken = next(breaks), True
        if at and (broken or (after_stop and _begins(tokens, at)) or _is_bullet(token)):
            yield at
            after_stop = False
        after_stop = _is_stop(token) or (after_stop and _closes(tokens, at))


def _is_stop(token: Token) -> bool:
    return token.form[-1:] in _TERMINAL and not token.form[0].isalnum()


def _is_bullet(token: Token) -> bool:
    return token.form in _BULLETS


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token closes what the sentence before it opened."""
    form = tokens[at].form
    if form in _CLOSING:
        return True
    touches_left = tokens[at - 1].span.end == tokens[at].span.start
    touches_right = at + 1 < len(tokens) and tokens[at].span.end == tokens[at + 1].span.start
    return form in _QUOTES | _OPENING and touches_left and not touches_right


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence begins with the token: behind what may open it stands no small letter."""
    if _closes(tokens, at):
        return False
    for token in tokens[at : at + 4]:
        if token.form[0].isalnum():
            return not token.form[0].islower()
        if token.form not in _OPENING | _QUOTES | _DASHES:
            return token.form not in {",", ";", ":", *_TERMINAL}
    return False

"""From text to tokens."""

from collections.abc import Iterator
from unicodedata import normalize

from allikas.lang.segmentation import Segmentation
from allikas.model.span import Span
from allikas.model.word import Token
from allikas.segment.shapes import token_shapes
from allikas.segment.spelling import spell
from allikas.segment.stops import stop_belongs

Piece = tuple[int, int]


def find_tokens(text: str, tables: Segmentation) -> tuple[Token, ...]:
    """Cut *text* into words, numbers and signs; every visible character stands in exactly one of them.

    >>> from allikas.lang.segmentation import NO_TABLES
    >>> [token.form for token in find_tokens("TASS (Moscow) said: 2.5%.", NO_TABLES)]
    ['TASS', '(', 'Moscow', ')', 'said', ':', '2.5', '%', '.']
    """
    plain, starts, ends = spell(text)
    as_received = plain is text
    tokens = []
    for first, last in _with_stops(plain, tables):
        start, end = starts[first], ends[last - 1]
        form = plain[first:last]
        span = Span(start, end, form if as_received else text[start:end])
        tokens.append(Token(span, form if as_received else normalize("NFC", form)))
    return tuple(tokens)


def _with_stops(plain: str, tables: Segmentation) -> Iterator[Piece]:
    """Join the full stops that are part of the word before them."""
    pieces = [match.span() for match in token_shapes(tables.clock).finditer(plain)]
    opens_line = True
    at = 0
    while at < len(pieces):
        start, end = pieces[at]
        at += 1
        if at < len(pieces) and pieces[at] == (end, end + 1) and plain[end] == ".":
            following = plain[slice(*pieces[at + 1])] if at + 1 < len(pieces) else ""
            if stop_belongs(plain[start:end], following, tables, opens_line=opens_line):
                end += 1
                at += 1
        opens_line = (
            plain[end - 1] in _ENDS or "\n" in plain[end : pieces[at][0] if at < len(pieces) else end]
        )
        yield start, end


_ENDS = frozenset('.!?…:"“”»·•')

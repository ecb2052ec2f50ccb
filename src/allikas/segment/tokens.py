"""From text to tokens."""

from collections.abc import Iterator
from unicodedata import normalize

from allikas.lang.segmentation import Segmentation
from allikas.model.span import Span
from allikas.model.word import Token
from allikas.segment.lines import has_break
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
    """Yield the pieces, each with the full stop that is part of it."""
    pieces = [match.span() for match in token_shapes(tables.clock).finditer(plain)]
    at, counts, in_bracket = 0, True, False
    while at < len(pieces):
        start, end = pieces[at]
        word = plain[start:end]
        if plain.startswith(".", end) and pieces[at + 1] == (end, end + 1):
            following = "".join(plain[slice(*piece)] for piece in pieces[at + 2 : at + 3])
            if stop_belongs(word, following, tables, counts=counts or in_bracket):
                at, end = at + 1, end + 1
        yield start, end
        at += 1
        gap = plain[end : pieces[at][0]] if at < len(pieces) else ""
        counts = word in _ENDS or (word == ":" and gap != "") or has_break(gap)
        in_bracket = (word == "(" or in_bracket) and word != ")" and not counts


_ENDS = frozenset('.!?…"“”»·•')  # and a colon before a space: "Agenda: 1. Budget", but not "won 3:14. Then"

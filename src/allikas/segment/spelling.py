"""The spelling that is analysed, and where each of its characters stands in the text as received.

Texts come decomposed (NFD), with soft hyphens and zero-width characters inside words, with a byte order mark
or typographic apostrophes. Analysis reads a plain spelling; offsets stay those of the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize


class Spelling(NamedTuple):
    """``text`` is the plain spelling; its character *i* stands at ``[starts[i], ends[i])`` as received."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


# Soft hyphen, combining grapheme joiner, zero-width characters, marks of direction, byte order mark.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = re.compile(rf"[{_INVISIBLE}\u02bc\u2010\u2011\u2019]")
_JOINER = "\u200d"  # between letters it is invisible; between pictures it makes one of two
_APOSTROPHES = "\u02bc\u2019"  # inside a word; elsewhere the second closes a quotation
_HYPHENS = "\u2010\u2011"
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]").match


def spell(text: str) -> Spelling:
    r"""Return the plain spelling of *text*.

    >>> spell("mere\u00adva\u0308gi").text
    'merevägi'
    >>> spell("mere\u00adva\u0308gi").ends[6]
    9
    """
    if is_normalized("NFC", text) and _ODD.search(text) is None:
        return Spelling(text, range(len(text)), range(1, len(text) + 1))
    written, starts, ends = list[str](), list[int](), list[int]()
    for start, end in _clusters(text):
        plain = _plain(text, start, end)
        inner = range(start + 1, start + len(plain))
        written.append(plain)
        starts += (start, *inner)[: len(plain)]
        ends += (*inner, end)[-len(plain) :] if plain else ()
    return Spelling("".join(written), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Cut *text* into characters, each with the combining marks that follow it."""
    start = 0
    for at in range(1, len(text)):
        if not combining(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _plain(text: str, start: int, end: int) -> str:
    """Spell one cluster; composing never lengthens it beyond what its offsets can hold."""
    char = text[start]
    if _IS_INVISIBLE(char):
        joins = char == _JOINER and 0 < start < len(text) - 1 and not text[start - 1].isalnum()
        return char + text[start + 1 : end] if joins else text[start + 1 : end]
    if char in _HYPHENS:
        return "-" + text[start + 1 : end]
    if char in _APOSTROPHES and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        return "'" + text[start + 1 : end]
    composed = normalize("NFC", text[start:end])
    return composed if len(composed) <= end - start else text[start:end]

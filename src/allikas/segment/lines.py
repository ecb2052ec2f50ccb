"""Line breaks: which of them end a sentence, and which only end a line.

A blank line always ends one. A single break does too, since headlines, lists and web pages have no full
stops; but not where the lines are filled to a width, as in e-mail and old archives, nor where the next line
goes on with a small letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NEWLINE = r"(?:\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029])"
_BREAK = re.compile(rf"{_NEWLINE}\s*")
_BLANK = re.compile(rf"{_NEWLINE}\s*?{_NEWLINE}")
_WIDEST = 120  # columns; a guess: nobody fills lines to more, and few paragraphs on one line are shorter
_ENOUGH = 3  # breaks needed to believe in a width; a guess
_SHARE = 0.8  # of all single breaks stand where the width asks for one; a guess, leaves room for headlines


class _Break(NamedTuple):
    line: str  # before the break
    end: int
    blank: bool
    following: str  # the first word after it


def has_break(gap: str) -> bool:
    """Tell whether a line ends in the space between two words."""
    return gap not in {"", " "} and _BREAK.search(gap) is not None


def find_breaks(text: str) -> tuple[int, ...]:
    r"""Return the offsets at which the lines begin that begin a sentence, in order.

    >>> find_breaks("Minister resigns\nHe said so on Monday.\n\nMore follows")
    (17, 40)
    >>> find_breaks("He said\nso.")
    ()
    """
    breaks = tuple(_breaks(text))
    width = _width(breaks)
    return tuple(one.end for one in breaks if one.blank or not (_fills(one, width) or _goes_on(one)))


def _breaks(text: str) -> Iterator[_Break]:
    start = 0
    for match in _BREAK.finditer(text):
        word = _FIRST_WORD.match(text, match.end())
        blank = _BLANK.search(match[0]) is not None
        line = text[start : match.start()].rstrip()
        yield _Break(line, match.end(), blank, word[0] if word else "")
        start = match.end()


_FIRST_WORD = re.compile(r"\S{0,40}")


def _width(breaks: Sequence[_Break]) -> int:
    """Return the width that lines are filled to, or 0 where they are not."""
    widest = max((len(one.line) for one in breaks), default=0)
    single = [one for one in breaks if one.line and one.following and not one.blank]
    filled = sum(_fills(one, widest) for one in single)
    return widest if widest <= _WIDEST and filled >= max(_ENOUGH, _SHARE * len(single)) else 0


def _fills(one: _Break, width: int) -> bool:
    """Tell whether the word after the break would not have fitted before it."""
    return width > 0 and len(one.line) + 1 + len(one.following) > width


_OPEN_END = re.compile(r"[^.!?…:;]$|[\"”»“]$")
_ITEM = re.compile(r"\w[.)]?$|\w[.)]\S")


def _goes_on(one: _Break) -> bool:
    """Tell whether the next line goes on with a small letter what this one left open."""
    return (
        one.following[:1].islower()
        and _ITEM.match(one.following) is None
        and _OPEN_END.search(one.line) is not None
    )

"""What a full stop after a word is: part of it (``12.``, ``nr.``, ``A.``) or a token of its own."""

import re

from allikas.lang.segmentation import Abbreviation, Segmentation

_NUMBER = re.compile(r"[\d.,:/–*+-]*\d")
_INITIALS = re.compile(r"[^\W\d_](?:\.?-?[^\W\d_])*")


def stop_belongs(word: str, following: str, tables: Segmentation, *, opens_line: bool) -> bool:
    """Tell whether the full stop right after *word* is part of it; *following* is the next token or empty.

    >>> stop_belongs("12", "juulil", Segmentation(ordinal_stop=True), opens_line=False)
    True
    >>> stop_belongs("2025", "See", Segmentation(ordinal_stop=True), opens_line=False)
    False
    """
    if not following:
        return False
    if _NUMBER.fullmatch(word):
        return tables.ordinal_stop and _counts(following, opens_line=opens_line)
    kind = tables.abbreviations.get(word.lower() if len(word) > 1 else word)  # "A." is an initial
    if kind is Abbreviation.OPENS:
        return True
    if kind is Abbreviation.CLOSES:
        return not _begins(following)
    return _is_initial(word) and (following[0].isalpha() or following[0] in _INSIDE)


_INSIDE = frozenset(",;:)].?!/-–")  # after these nothing new can have begun
_OPENING = frozenset("\"“„«‘'")


def _counts(following: str, *, opens_line: bool) -> bool:
    """Tell whether a number with a full stop is an ordinal, or the number of a list's item."""
    if following[0].islower() or following[0] in _INSIDE or _MONTH.fullmatch(following):
        return True
    return opens_line and following[0].isalnum()


_MONTH = re.compile(r"I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}")  # 12. VII 2025


def _begins(following: str) -> bool:
    """Tell whether a sentence may begin with this token."""
    return following[0].isupper() or following[0] in _OPENING


def _is_initial(word: str) -> bool:
    """Tell ``A``, ``A.W`` and ``K.-H`` from words."""
    return _INITIALS.fullmatch(word) is not None and word.isupper() and (len(word) == 1 or "." in word)

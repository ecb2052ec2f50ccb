"""What a full stop after a word is: part of it (``12.``, ``nr.``, ``A.``) or a token of its own."""

import re

from allikas.lang.segmentation import Abbreviation, Segmentation

_NUMBER = re.compile(r"[\d.,:/–*+-]*\d")
_ROMAN = re.compile(r"[IVXLC]+")
_INITIALS = re.compile(r"[^\W\d_](?:\.?-?[^\W\d_])*")


def stop_belongs(word: str, following: str, tables: Segmentation, *, counts: bool) -> bool:
    """Tell whether the full stop right after *word* is part of it; *following* is the next token or empty.

    *counts*: a number may count something even before a capital, as at the beginning of a list's item.

    >>> stop_belongs("12", "juulil", Segmentation(ordinal_stop=True), counts=False)
    True
    >>> stop_belongs("2025", "See", Segmentation(ordinal_stop=True), counts=False)
    False
    """
    if not following:
        return False
    if _NUMBER.fullmatch(word):
        return tables.ordinal_stop and (_is_ordinal(following) or (counts and _is_counted(following)))
    if tables.ordinal_stop and _ROMAN.fullmatch(word) and following[0].islower():
        return True
    kind = tables.abbreviations.get(word.lower() if len(word) > 1 else word)  # "A." is an initial
    if kind is Abbreviation.OPENS:
        return True
    if kind is Abbreviation.CLOSES:
        return not _begins(following)
    return _is_initial(word) and (following[0].isalpha() or following[0] in _INSIDE)


_INSIDE = frozenset(",;:)].?!/-–")  # after these nothing new can have begun
_OPENING = frozenset("\"“„«‘'")


def _is_ordinal(following: str) -> bool:
    return following[0].islower() or following[0] in _INSIDE or _MONTH.fullmatch(following) is not None


def _is_counted(following: str) -> bool:
    return following[0].isalnum() or following[0] in _OPENING


_MONTH = re.compile(r"I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}")  # 12. VII 2025


def _begins(following: str) -> bool:
    """Tell whether a sentence may begin with this token."""
    return following[0].isupper() or following[0] in _OPENING


def _is_initial(word: str) -> bool:
    """Tell ``A``, ``A.W`` and ``K.-H`` from words."""
    return _INITIALS.fullmatch(word) is not None and word.isupper() and (len(word) == 1 or "." in word)

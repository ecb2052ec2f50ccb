"""Sentences that end without a stop: headlines, bylines and credits on a page that has lost its line breaks.

Only what shows by itself ends one: a headline before a name looks like the sentence that it is not.
"""

from collections.abc import Sequence

from allikas.lang.segmentation import Segmentation


def ends_headline(forms: Sequence[str], at: int, tables: Segmentation, *, closed: bool) -> bool:
    """Tell whether a word that only ever begins sentences stands at *at* right behind a word.

    *closed*: a quotation or a bracket stands between them.

    >>> tables = Segmentation(starters=frozenset({"However"}))
    >>> ends_headline(["Snow", "ahead", "However"], 2, tables, closed=False)
    True
    """
    form = forms[at]
    if form not in tables.starters and not _tells_time(forms, at, tables):
        return False
    before = forms[at - 2 if closed and at > 1 else at - 1]
    return len(before) > _LONGEST_ITEM and before[-1].isalnum()


_LONGEST_ITEM = 2  # characters of the number or letter of a list's item, as in "(12) If"


def _tells_time(forms: Sequence[str], at: int, tables: Segmentation) -> bool:
    following = "".join(forms[at + 1 : at + 2])
    return forms[at] in tables.clock and forms[at][0].isupper() and following[:1].isdigit()


def ends_capitals(forms: Sequence[str], at: int, *, first: int) -> bool:
    """Tell whether all is in capitals from *first* on, and the word at *at* is not.

    >>> ends_capitals(["WEATHER", "More", "snow"], 1, first=0)
    True
    >>> ends_capitals(["NATO", "Council"], 1, first=0)
    False
    """
    form = forms[at]
    if at - first > _LONGEST_SHOUT or not (
        forms[at - 1].isupper() and form[0].isupper() and form[1:].islower()
    ):
        return False
    words = [word for word in forms[first:at] if word[0].isalpha()]
    longest = max(map(len, words), default=0)
    return all(word.isupper() for word in words) and longest >= (_SHOUT if len(words) == 1 else _SHOUTS)


# Shorter ones are names. Measured on the treebank's training part: right 52 times, wrong 7 times.
_SHOUT, _SHOUTS = 7, 5  # letters of the longest word, where it stands alone and where it does not
_LONGEST_SHOUT = 12  # tokens


def ends_credit(forms: Sequence[str], at: int, tables: Segmentation, *, first: int) -> bool:
    """Tell whether what began at *first* says whose a picture is, and ends before *at*.

    >>> tables = Segmentation(credits=frozenset({"photo"}))
    >>> ends_credit(["Photo", ":", "Ann", "Smith", "The"], 4, tables, first=0)
    True
    """
    size = at - first - 2
    if size not in {1, 2} or forms[first + 1] != ":" or forms[first].lower() not in tables.credits:
        return False
    owner = forms[first + 2 : at]
    if not all(form[0].isalnum() for form in owner) or forms[at][0].islower():
        return False
    return forms[at][0].isalnum() and (_is_one_word(owner[0], tables) if size == 1 else owner[1][0].isupper())


def _is_one_word(owner: str, tables: Segmentation) -> bool:
    """Tell an abbreviation, an address, several joined and a known agency from a first name."""
    return owner.isupper() or "." in owner or "/" in owner or owner.lower() in tables.agencies

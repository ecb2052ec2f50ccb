"""How far a noun phrase reaches, and which one is a verb's subject, asked of words without a tree."""

from collections.abc import Sequence

from allikas.attribution.frame import Words
from allikas.model.word import Word
from allikas.segment.marks import is_quote

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_LONGEST = 24  # words in a source phrase; a guess, twice the longest seen in training articles
_TITLE = 8  # words in a title inside a phrase, marks included; a guess


def case(word: Word) -> str:
    """Return the value of ``Case``, empty where there is none."""
    for feat in word.feats:
        if feat.startswith("Case="):
            return feat[5:]
    return ""


def is_finite(word: Word) -> bool:
    """Tell whether the word is a finite verb."""
    return "VerbForm=Fin" in word.feats and word.upos in {"VERB", "AUX"}


def genitive_before(words: Sequence[Word], at: int, first: int, joining: frozenset[str]) -> Words | None:
    """Return the genitive phrase that ends before word *at*, with names and titles inside it."""
    start = at
    while start > max(first, at - _LONGEST):
        step = _step_left(words, start, first, {"Gen", ""}, joining)
        if not step:
            break
        start -= step
    start = _skip_joining(words, start, at, joining)
    head = words[at - 1]
    if start >= at or not (head.upos in _NOMINAL or _is_closing(words, at - 1, first)):
        return None
    return Words(start, at)


def _step_left(
    words: Sequence[Word], start: int, first: int, cases: set[str], joining: frozenset[str]
) -> int:
    """Return how many words before *start* go on to belong to the phrase."""
    word = words[start - 1]
    if is_quote(word.form):
        return _title_left(words, start, first)
    if word.upos == "PROPN":
        return 1 if case(word) in cases | {"Nom", "Add"} or word.form.isupper() else 0
    if word.upos in _NOMINAL:
        return 1 if case(word) in cases or (word.upos == "ADJ" and not case(word)) else 0
    if word.form.lower() in joining and word.upos == "CCONJ":
        return 1 if start - 2 >= first and case(words[start - 2]) in cases | {"Nom"} else 0
    if _is_attribute(word) or _is_initial(word):
        return 1
    return 0


def _is_attribute(word: Word) -> bool:
    """Tell whether a participle stands where an attribute can: it carries no case and is no predicate."""
    return "VerbForm=Part" in word.feats and "Case=" not in "".join(word.feats)


def _is_initial(word: Word) -> bool:
    return len(word.form.rstrip(".")) == 1 and word.form[0].isupper()


def _title_left(words: Sequence[Word], start: int, first: int) -> int:
    for back in range(2, min(_TITLE, start - first) + 1):
        if is_quote(words[start - back].form):
            return back
    return 0


def _is_closing(words: Sequence[Word], at: int, first: int) -> bool:
    return is_quote(words[at].form) and _title_left(words, at + 1, first) > 0


def _skip_joining(words: Sequence[Word], start: int, at: int, joining: frozenset[str]) -> int:
    while start < at and (words[start].form.lower() in joining or words[start].upos in {"CCONJ", "PUNCT"}):
        if is_quote(words[start].form):
            break
        start += 1
    return start


def nominative_before(words: Sequence[Word], at: int, first: int, joining: frozenset[str]) -> Words | None:
    """Return the nominative phrase that ends before word *at*."""
    if at <= first or not _can_be_subject(words[at - 1]):
        if at - 1 > first and _is_closing(words, at - 1, first):
            start = at - _title_left(words, at, first)
        else:
            return None
    else:
        start = at - 1
    while start > max(first, at - _LONGEST):
        step = _step_left(words, start, first, {"Gen", ""}, joining)
        if not step and _agrees(words, start):
            step = 1
        if not step:
            break
        start -= step
    start = _skip_joining(words, start, at, joining)
    return Words(start, at) if start < at else None


def _agrees(words: Sequence[Word], start: int) -> bool:
    """Tell whether the nominative before *start* is part of the phrase: an attribute or a title."""
    word, head = words[start - 1], words[start]
    if case(word) != "Nom" or word.upos not in _NOMINAL:
        return False
    return word.upos in {"ADJ", "DET", "NUM"} or head.upos == "PROPN" or head.form[:1].isupper()


def _can_be_subject(word: Word) -> bool:
    if word.upos == "PROPN":
        return case(word) in {"Nom", "Gen", ""}
    return word.upos in _NOMINAL and case(word) in {"Nom", ""}


def nominative_after(words: Sequence[Word], at: int, last: int, joining: frozenset[str]) -> Words | None:
    """Return the nominative phrase that begins with word *at*."""
    end, best = at, None
    while end < min(last, at + _LONGEST):
        word = words[end]
        if is_quote(word.form):
            step = _title_right(words, end, last)
            if not step:
                break
            end += step
            best = end if best is not None else best
            continue
        if not _goes_on(words, end, last, joining, headed=best is not None):
            break
        end += 1
        if word.upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} and _ends_phrase(word):
            best = end
    return None if best is None else Words(at, best)


def _ends_phrase(word: Word) -> bool:
    return case(word) == "Nom" or (word.upos == "PROPN" and case(word) in {"", "Gen"}) or word.form.isupper()


def _goes_on(words: Sequence[Word], end: int, last: int, joining: frozenset[str], *, headed: bool) -> bool:
    word = words[end]
    if word.upos == "PROPN":
        return case(word) in {"Nom", "Gen", "", "Add"} or headed
    if word.upos in _NOMINAL:
        return case(word) in {"Nom", "Gen"} or (case(word) == "" and not headed)
    if word.form.lower() in joining:
        return headed and end + 1 < last and case(words[end + 1]) in {"Nom", "Gen"}
    return _is_attribute(word) or _is_initial(word)


def _title_right(words: Sequence[Word], at: int, last: int) -> int:
    for ahead in range(2, min(_TITLE, last - at)):
        if is_quote(words[at + ahead].form):
            return ahead + 1
    return 0

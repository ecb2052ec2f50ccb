"""Whether a time lies behind or ahead, by the verb of its clause."""

from collections.abc import Sequence

from allikas.lang.time import Times
from allikas.model.word import Word
from allikas.time.anchor import Tense

_STOPS = frozenset(",;:()–—")


def tense_of(words: Sequence[Word], first: int, last: int, tables: Times) -> Tense | None:
    """Tell whether the clause around ``words[first:last]`` speaks of the past or of what is to come.

    *words* are those of one sentence.
    """
    begin, end = _clause(words, first, last)
    after = next((one for at in range(last, end) if (one := _tense(words[at], tables))), None)
    before = next((one for at in range(first - 1, begin - 1, -1) if (one := _tense(words[at], tables))), None)
    if _is_in_phrase(words, last, end):
        return after
    return _finite(words, begin, end, tables) or after or before


def _clause(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    begin = next((at + 1 for at in range(first - 1, -1, -1) if words[at].form in _STOPS), 0)
    end = next((at for at in range(last, len(words)) if words[at].form in _STOPS), len(words))
    return begin, end


def _is_in_phrase(words: Sequence[Word], last: int, end: int) -> bool:
    """Tell whether the time belongs to a participle before a noun: *the meeting held on Friday in Riga*."""
    verb = next((at for at in range(last, end) if _VERBS & words[at].feats), None)
    if verb is None or "VerbForm=Part" not in words[verb].feats or verb + 1 >= end:
        return False
    return words[verb + 1].upos in {"NOUN", "PROPN", "ADJ", "NUM"} and _has_case(words[verb + 1])


_VERBS = frozenset({"VerbForm=Fin", "VerbForm=Part"})


def _has_case(word: Word) -> bool:
    return any(feat.startswith("Case=") for feat in word.feats)


def _finite(words: Sequence[Word], begin: int, end: int, tables: Times) -> Tense | None:
    verbs = [words[at] for at in range(begin, end) if "VerbForm=Fin" in words[at].feats]
    tenses = {tense for verb in verbs if (tense := _tense(verb, tables))}
    if "past" not in tenses and verbs and _is_perfect(words, begin, end):
        return "past"
    return "past" if "past" in tenses else "future" if tenses else None


def _is_perfect(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether an auxiliary in the present makes a perfect with a past participle."""
    aux = any(words[at].upos == "AUX" and "VerbForm=Fin" in words[at].feats for at in range(begin, end))
    return aux and any(
        "VerbForm=Part" in words[at].feats and "Tense=Past" in words[at].feats and words[at].upos == "VERB"
        for at in range(begin, end)
    )


def _tense(word: Word, tables: Times) -> Tense | None:
    if "Tense=Past" in word.feats:
        return "past"
    if "Tense=Fut" in word.feats:
        return "future"
    if "Tense=Pres" in word.feats and tables.present_is_future:
        return "future"
    return None

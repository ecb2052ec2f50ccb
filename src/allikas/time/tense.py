"""Whether a time lies behind or ahead, by the verb of its clause."""

from collections.abc import Iterator, Sequence

from allikas.lang.time import Times
from allikas.model.word import Sentence, Word
from allikas.time.anchor import Tense

_STOPS = frozenset(",;:()–—")
_VERBS = frozenset({"VerbForm=Fin", "VerbForm=Part"})


def tense_of(words: Sequence[Word], sent: Sentence, first: int, last: int, tables: Times) -> Tense | None:
    """Tell whether the clause around ``words[first:last]`` speaks of the past or of what is to come.

    Where there is a tree, the verb is what the time hangs on; else it is looked for beside the time.
    """
    if any(words[at].deprel is not None for at in range(first, last)):
        return next(
            (
                tense
                for verb in _governors(words, first, last)
                if (tense := _of_verb(words, sent, verb, tables))
            ),
            None,
        )
    return _beside(words, sent, first, last, tables)


def told_tense(words: Sequence[Word], sent: Sentence, first: int, last: int) -> Tense | None:
    """Return the tense of the finite verb on which the time hangs; ``None`` where anything else governs it.

    What is *planned for* a day, or *was to be* on it, says nothing of whether the day has come.
    """
    if not any("Case=Ade" in words[at].feats for at in range(first, last)):
        return None
    head = next(_governors(words, first, last), None)
    verb = words[head].head if head is not None else None
    if verb is None or not sent.first <= verb < sent.last:
        return None
    feats = words[verb].feats
    if not {"VerbForm=Fin", "Mood=Ind"} <= feats:
        return None
    return "past" if "Tense=Past" in feats else "future" if "Tense=Pres" in feats else None


def is_state(words: Sequence[Word], sent: Sentence, first: int, last: int) -> bool:
    """Tell whether the time stands where something is said to be so, or would be: *today we are richer*."""
    head = next(_governors(words, first, last), None)
    top = words[head].head if head is not None else None
    if top is None:
        return False
    if "Mood=Cnd" in words[top].feats:
        return True
    copulas = [word for word in words[sent.first : sent.last] if word.head == top and word.deprel == "cop"]
    return words[top].upos != "VERB" and any("Tense=Pres" in word.feats for word in copulas)


def _governors(words: Sequence[Word], first: int, last: int) -> Iterator[int]:
    """Yield the head of the time (*it was in March*) and the words above it, the nearest first."""
    at: int | None = next(
        (at for at in range(first, last) if not _is_within(words[at].head, first, last)), None
    )
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = words[at].head


def _is_within(head: int | None, first: int, last: int) -> bool:
    return head is not None and first <= head < last


def _of_verb(words: Sequence[Word], sent: Sentence, verb: int, tables: Times) -> Tense | None:
    """Read the tense of a verb with its auxiliaries; a perfect is past, whatever its auxiliary."""
    word = words[verb]
    forms = [word, *(words[at] for at in range(sent.first, sent.last) if _is_auxiliary(words[at], verb))]
    if _is_state(word, forms[1:]):
        return None
    if "VerbForm=Part" in word.feats and "Tense=Past" in word.feats:
        return "past"
    tenses = {tense for form in forms if (tense := _tense(form, tables))}
    return "past" if "past" in tenses else "future" if tenses else None


def _is_state(word: Word, auxiliaries: Sequence[Word]) -> bool:
    """Tell whether a passive perfect says what is: *the shop is closed until Friday*."""
    passive = {"VerbForm=Part", "Voice=Pass"} <= word.feats
    return passive and any("Tense=Pres" in one.feats for one in auxiliaries)


def _is_auxiliary(word: Word, verb: int) -> bool:
    return word.head == verb and (word.deprel or "").startswith(("aux", "cop"))


def _beside(words: Sequence[Word], sent: Sentence, first: int, last: int, tables: Times) -> Tense | None:
    """Read the tense without a tree: of a participle before a noun, else of the clause."""
    begin, end = _clause(words, sent, first, last)
    after = next((one for at in range(last, end) if (one := _tense(words[at], tables))), None)
    before = next((one for at in range(first - 1, begin - 1, -1) if (one := _tense(words[at], tables))), None)
    if _is_in_phrase(words, last, end):
        return after
    return _finite(words, begin, end, tables) or after or before


def _clause(words: Sequence[Word], sent: Sentence, first: int, last: int) -> tuple[int, int]:
    begin = next(
        (at + 1 for at in range(first - 1, sent.first - 1, -1) if words[at].form in _STOPS), sent.first
    )
    end = next((at for at in range(last, sent.last) if words[at].form in _STOPS), sent.last)
    return begin, end


def _is_in_phrase(words: Sequence[Word], last: int, end: int) -> bool:
    """Tell whether the time belongs to a participle before a noun: *the meeting held on Friday in Riga*."""
    verb = next((at for at in range(last, end) if _VERBS & words[at].feats), None)
    if verb is None or "VerbForm=Part" not in words[verb].feats or verb + 1 >= end:
        return False
    return words[verb + 1].upos in {"NOUN", "PROPN", "ADJ", "NUM"} and _has_case(words[verb + 1])


def _has_case(word: Word) -> bool:
    return any(feat.startswith("Case=") for feat in word.feats)


def _finite(words: Sequence[Word], begin: int, end: int, tables: Times) -> Tense | None:
    verbs = [words[at] for at in range(begin, end) if "VerbForm=Fin" in words[at].feats]
    tenses = {tense for verb in verbs if (tense := _tense(verb, tables))}
    if "past" in tenses or (verbs and _is_perfect(words, begin, end)):
        return "past"
    return "future" if tenses else None


def _is_perfect(words: Sequence[Word], begin: int, end: int) -> bool:
    """Tell whether an auxiliary in the present makes a perfect with a past participle."""
    has_auxiliary = any(words[at].upos == "AUX" for at in range(begin, end))
    return has_auxiliary and any(
        words[at].upos == "VERB" and words[at].feats >= {"VerbForm=Part", "Tense=Past"}
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

"""Which cases Estonian numbers govern: the partitive in ``kolm meest``, agreement in ``kolme mehega``."""

from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.measures import is_measure
from allikas.packs.et.numeral_words import case_of

PARTITIVE = frozenset({"Par", "Add"})  # Add: the analyser's other reading of forms such as latti
WITH_GENITIVE = frozenset({"Gen", "Ter", "Ess", "Abe", "Com"})  # kolme mehe, kolme mehega
_ALIKE = frozenset({3, 4})  # kolme and nelja are genitive and partitive
_SYNCRETIC = frozenset({8, 9})  # kaheksa and üheksa are nominative and genitive
_ONE = frozenset({"Nom", "Gen", "Par"})  # üks mees; ühes intervjuus is "in an interview"
_VOWELS = frozenset("aiou")  # not e: hüpe, hüppe
ORDINALS_FROM = 3  # esimene and teine mean "the other", "at first" more often than a place in a row
YEARS = (1000, 2100)


def is_part(number: Number) -> bool:
    """Tell whether a number is a part of a whole: ``kolmandik``."""
    return number.value is not None and number.value < 1 and not number.ordinal


def counts(number: Number, head: Word, *, alone: bool) -> bool:
    """Tell whether *head* may be what *number* before it counts, by their cases; *alone* right behind it."""
    case = case_of(head)
    if case is None or is_measure(head) or head.form[:1].isdigit():
        return False
    if number.ordinal:
        return _ranks(number, head, case)
    return _is_countable(number, head, case) and _governs(number, head, case, alone=alone)


def _is_countable(number: Number, head: Word, case: str) -> bool:
    """Refuse years, a magic nought, and plurals after a number that is not itself one."""
    if (number.is_range and may_be_years(number)) or (number.value == 0 and case not in PARTITIVE):
        return False
    return "Number=Plur" not in head.feats or number.is_open or is_part(number) or case in PARTITIVE


def _governs(number: Number, head: Word, case: str, *, alone: bool) -> bool:
    if number.value == 1:
        agrees = number.case in {None, case} or may_be_genitive(head)
        return head.upos != "PROPN" and case in _ONE and agrees
    if number.case is None or (number.whole is not None and number.whole % 10 in _SYNCRETIC):
        return case != "Nom" or may_be_genitive(head)
    mistaken = alone and number.case == "Nom" and case == "Gen" and head.form[-1:] in _VOWELS  # kaks metalli
    return mistaken or case in _governed(number) or (number.case in _CORE and may_be_genitive(head))


def may_be_genitive(word: Word) -> bool:
    """Tell whether a nominative is spelled like its genitive: ``külastaja``, ``maja``."""
    return word.form == word.lemma and word.form[-1:] in _VOWELS and case_of(word) in {"Nom", "Gen"}


_CORE = frozenset({"Nom", "Gen", "Par"})


def _ranks(number: Number, head: Word, case: str) -> bool:
    late = number.least is not None and number.least >= ORDINALS_FROM
    return late and head.upos != "PROPN" and number.case in {None, case}


def may_be_years(number: Number) -> bool:
    """Tell whether digits may be a year or a range of years: ``1895``, ``1979-1990``."""
    least, most = number.least, number.most
    return number.digits and least is not None and most is not None and YEARS[0] <= least <= most <= YEARS[1]


def _governed(number: Number) -> frozenset[str]:
    """Return the cases that the counted noun may stand in, by the case of the number."""
    part = frozenset({"Ela"}) if is_part(number) else frozenset[str]()
    if number.case == "Nom":
        return PARTITIVE | part | (frozenset({"Nom"}) if number.is_open else frozenset())
    if number.case not in _CORE:
        return frozenset({number.case or ""})
    if number.whole is not None and number.whole % 10 in _ALIKE and number.step == 1:
        return WITH_GENITIVE | PARTITIVE
    return part | (WITH_GENITIVE if number.case == "Gen" else PARTITIVE)

"""Estonian noun phrases after a number: ``10 000 Vene sõdurit``, ``40 protsenti laskemoonast``."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from allikas.lang.quantities import ORDINAL, SHARE, Amount
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.agreement import PARTITIVE, WITH_GENITIVE, counts, is_part, may_be_years
from allikas.packs.et.measures import is_measure
from allikas.packs.et.numeral_words import case_of
from allikas.rules.rule import Piece, Rule, form, lemma, maybe, upos, value

_HEAD = upos("NOUN", "ADJ", "PROPN")
_MODIFIER = maybe(upos("ADJ", "NOUN", "PROPN", "VERB", "PRON", "DET", "ADV", "CCONJ"))
_MODIFIERS = (_MODIFIER,) * 4  # a guess: longer ones are rare


def _counted(number: Number, *words: Word | None) -> Amount | None:
    """Read ``kolm meest``, ``üheksa uut kooli``, ``tuhandeid Põhja-Korea sõdureid``, ``kolmandal kohal``."""
    phrase = [word for word in words if word is not None]
    if not _is_phrase(phrase) or _counts_owner(number, phrase) or _dates(number, phrase[0]):
        return None
    if number.ordinal and case_of(phrase[0]) not in {"Gen", None, case_of(phrase[-1])}:
        return None
    if not counts(number, phrase[-1], alone=len(phrase) == 1):
        return None
    return Amount(number, ORDINAL if number.ordinal else _share_unit(number, phrase[-1]), of=_offsets(phrase))


def _counts_owner(number: Number, phrase: Sequence[Word]) -> bool:
    """Tell whether a figure counts the owner: in ``12 riigi esindajaga`` there are twelve states."""
    owned = any(word.upos == "NOUN" and case_of(word) == "Gen" for word in phrase[:-1])
    return number.case in {None, "Gen"} and owned and case_of(phrase[-1]) not in PARTITIVE


def _dates(number: Number, first: Word) -> bool:
    """Tell whether a figure is the year of what follows: ``1895 alanud ülestõusu``."""
    return may_be_years(number) and _is_participle(first)


def _share_unit(number: Number, head: Word) -> str | None:
    return SHARE if is_part(number) and case_of(head) == "Ela" else None


def _is_phrase(phrase: Sequence[Word]) -> bool:
    """Check that every word before the last can modify it."""
    head = phrase[-1]
    modifies = (_modifies(word, phrase[at + 1], head) for at, word in enumerate(phrase[:-1]))
    return phrase[0].upos != "CCONJ" and all(modifies)


def _modifies(word: Word, following: Word, head: Word) -> bool:
    case = case_of(word)
    if is_measure(word) or word.form[:1].isdigit() or ("NumType=Ord" in word.feats and word.form.isupper()):
        return False
    if _is_adjective(word):
        return case in {None, case_of(head)} or (case == "Gen" and case_of(head) in WITH_GENITIVE)
    if word.upos in {"ADV", "CCONJ"}:
        return following is not head and (_is_adjective(following) or following.upos == "ADV")
    if word.upos == "PROPN" and case is None:
        return True
    if case == "Gen":
        return word.upos == "PROPN" or case_of(head) != "Gen"
    return word.upos in {"NOUN", "PROPN"} and case not in {None, "Nom"} and _is_participle(following)


def _is_adjective(word: Word) -> bool:
    return word.upos == "ADJ" or _is_participle(word)


_PARTICIPLE_ENDS = ("v", "tav", "dav", "nud", "tud", "dud")  # lemmas: hukkunud, kasutatav


def _is_participle(word: Word) -> bool:
    return "VerbForm=Part" in word.feats or (word.upos == "ADJ" and word.lemma.endswith(_PARTICIPLE_ENDS))


def _offsets(phrase: Sequence[Word]) -> tuple[int, int]:
    return phrase[0].span.start, phrase[-1].span.end


def _part_of(amount: Amount, *words: Word | None) -> Amount | None:
    """Read ``40 protsenti elanikest``: percentages and fractions of a phrase in the elative."""
    return _extended(amount, words, "Ela") if amount.unit in {"%", SHARE} else None


def _measure_of(amount: Amount, *words: Word | None) -> Amount | None:
    """Read ``viis liitrit piima``, ``200 eurot toetust``: a phrase in the partitive."""
    governs = amount.number.case in {None, "Nom", *PARTITIVE} and amount.unit not in {"%", SHARE, ORDINAL}
    return _extended(amount, words, "Par") if governs else None


def _extended(amount: Amount, words: Sequence[Word | None], case: str) -> Amount | None:
    phrase = [word for word in words if word is not None]
    if amount.of is not None or case_of(phrase[-1]) != case or not _is_phrase(phrase):
        return None
    if is_measure(phrase[-1]):
        return None
    return replace(amount, of=_offsets(phrase), after=amount.after + len(phrase))


def _places(number: Number, noun: Word) -> Amount | None:
    """Read ``kuus kohta``: after a number it is the noun, not the postposition that the analyser sees."""
    counted = not number.ordinal and number.case in {None, "Nom"}
    return Amount(number, of=(noun.span.start, noun.span.end)) if counted else None


def _and_second(amount: Amount, _: Word, second: Word) -> Amount | None:
    """Read ``6000 sõjaväeinseneri ja -ehitajat``: the hyphen says that the number counts both."""
    if amount.of is None or not second.form.startswith("-"):
        return None
    start, _end = amount.of
    return replace(
        amount, of=(start, second.span.end), after=amount.after + 2 if amount.unit else amount.after
    )


def _every(_: Word, number: Number, *words: Word | None) -> Amount | None:
    """Read ``iga viies elanik``: one of five."""
    phrase = [word for word in words if word is not None]
    if not number.ordinal or number.value is None or number.value <= 1:
        return None
    if not phrase:
        return Amount(Number(1 / number.value), SHARE)
    if is_measure(phrase[-1]) or case_of(phrase[-1]) is None or not _is_phrase(phrase):
        return None
    return Amount(Number(1 / number.value), SHARE, of=_offsets(phrase))


def _per(amount: Amount, number: Number, noun: Word, _: Word) -> Amount | None:
    """Read ``15 juhtumit 100 000 elaniku kohta``: a rate."""
    if amount.of is None or amount.unit is not None or number.whole is None or number.ordinal:
        return None
    return replace(amount, unit=f"/({number.whole}.{{{noun.lemma}}})")


def _base(number: Number, noun: Word, _: Word) -> Amount | None:
    """Read ``tuhande elaniku kohta``: what a rate is counted per."""
    plain = not number.ordinal and number.value is not None and number.value >= HUNDRED
    return Amount(number, of=(noun.span.start, noun.span.end)) if plain else None


HUNDRED = Fraction(100)
_NOUN_GENITIVE = upos("NOUN", feats="Case=Gen")
_OPEN = value(Amount, where=lambda amount: amount.of is None and amount.unit is not None)
_WITH_NOUN = value(Amount, where=lambda amount: amount.of is not None)
_HYPHENED = Piece(where=lambda word: word.form.startswith("-"))

COUNTED = (
    Rule("<number> <noun phrase>", (value(Number), *_MODIFIERS, _HEAD), _counted),
    Rule("<number> kohta", (value(Number), form("kohta")), _places),
    Rule("<share> <noun phrase>st", (_OPEN, *_MODIFIERS, _HEAD), _part_of),
    Rule("<measure> <noun phrase>", (_OPEN, *_MODIFIERS, _HEAD), _measure_of),
    Rule("<amount> ja -<noun>", (_WITH_NOUN, form("ja", "ning", "või"), _HYPHENED), _and_second),
    Rule("iga <ordinal> <noun phrase>", (lemma("iga"), value(Number), _MODIFIER, maybe(_HEAD)), _every),
    Rule(
        "<amount> <number> <noun> kohta", (value(Amount), value(Number), _NOUN_GENITIVE, form("kohta")), _per
    ),
    Rule("<number> <noun> kohta", (value(Number), _NOUN_GENITIVE, form("kohta")), _base),
)

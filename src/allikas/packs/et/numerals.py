"""Estonian numerals in words and digits, in every case: rules that give ``Number`` values."""

from dataclasses import replace
from fractions import Fraction

from allikas.model.number import Number, add, between, exact, multiply
from allikas.model.word import Word
from allikas.packs.et.numeral_digits import DIGITS, THOUSAND
from allikas.packs.et.numeral_words import case_of, read_numeral
from allikas.rules.rule import Rule, form, lemma, upos, value


def _worded(word: Word) -> Number | None:
    """Read a numeral in words; in the plural, a round one means several of it: ``tuhandeid``."""
    number = read_numeral(word.lemma)
    if number is None or (word.lemma == "üks" and word.form.endswith(("gi", "ki"))):  # ei ühtegi: none at all
        return None
    if "Number=Plur" in word.feats and number.step > 1 and not number.ordinal:
        number = replace(number, value=None, low=number.least, high=None, approx="more_than")
    return replace(number, case=case_of(word))


def _spelled_ordinal(word: Word) -> Number | None:
    """Read ``viies`` and ``sajas`` as ordinals too: the analyser sees only *in five*, *in a hundred*."""
    number = read_numeral(word.form)
    return replace(number, case="Nom") if number and number.ordinal else None


def _scaled(count: Number, unit: Number) -> Number | None:
    """Read ``kolm miljonit``, ``1,5 miljardit``, ``poolteist tuhat``, ``sadu tuhandeid``."""
    if not unit.is_scale or count.ordinal or (unit.value is None and not count.is_open):
        return None
    most = count.most if count.most is not None else count.least
    return multiply(count, unit) if most is not None and most < unit.step else None


def _added(whole: Number, rest: Number) -> Number | None:
    """Read ``kakskümmend viis``, ``sada kümme``, ``kolm miljonit 200 tuhat``, ``kahekümne viies``."""
    if whole.digits or whole.ordinal or whole.is_range or rest.is_range or whole.value is None:
        return None
    if rest.whole is None or not 1 <= rest.whole < whole.step or not _agree(whole, rest):
        return None
    return add(whole, rest)


def _agree(whole: Number, rest: Number) -> bool:
    """Check the cases: all alike, or genitive before the last (``kahekümne viiele``); digits have none."""
    if rest.digits:
        return whole.step >= THOUSAND
    return whole.case == rest.case or whole.case in {"Gen", "Par"} or (rest.ordinal and whole.case == "Nom")


def _and_six(whole: Number, six: Word) -> Number | None:
    """Read ``kahekümne kuuega``, where the analyser sees a coat (``kuub``)."""
    return _added(whole, replace(exact(6), case=case_of(six)))


def _of_parts(count: Number, part: Number) -> Number | None:
    """Read ``kaks kolmandikku``, ``kolm neljandikku``."""
    if part.digits or count.whole is None or count.ordinal or part.value is None or part.value >= 1:
        return None
    return multiply(count, part) if 0 < count.whole * part.value < 1 else None


def _and_half(whole: Number, _: Word, half: Number) -> Number | None:
    """Read ``kaks ja pool``."""
    fits = whole.whole is not None and not whole.ordinal and half.value == Fraction(1, 2)
    return replace(add(whole, half), step=Fraction(1)) if fits else None


def _several(_: Word, unit: Number) -> Number | None:
    """Read ``mõni tuhat``, ``mitu miljonit``: at least two, fewer than ten."""
    few = read_numeral("mitu")
    return (
        multiply(few, replace(unit, value=unit.step, low=None, high=None)) if few and unit.is_scale else None
    )


def _to(first: Number, _: Word, second: Number) -> Number | None:
    """Read ``kolm kuni viis``, ``10 – 15``, ``kaks või kolm``; a scale at the end may belong to both."""
    if first.ordinal or second.ordinal or first.is_range or second.is_range:
        return None
    if first.case not in {None, "Nom", "Gen", "Par", second.case}:
        return None
    shared = (
        second.step >= THOUSAND and first.step == 1 and (first.most or 0) < (second.most or 0) / second.step
    )
    return None if shared else between(first, second)


def _from_to(first: Number, second: Number) -> Number | None:
    """Read ``viiest kümneni``, ``10-st 15-ni``; before a minus sign, ``10 -15``, likewise."""
    if first.case == "Ela" and second.case == "Ter":
        return between(first, second)
    return None


def _quadrillions(count: Number, word: Word) -> Number | None:
    """Read ``kaks biljardit``: alone, the word is a game."""
    return _scaled(count, Number(QUADRILLION, step=QUADRILLION, is_scale=True, case=case_of(word)))


QUADRILLION = Fraction(10**15)
NOUNS = (
    "null", "poolteist", "kolmveerand", "tosinkond", "tuhatkond", "kolmandik", "neljandik", "viiendik",
    "kuuendik", "seitsmendik", "kaheksandik", "üheksandik", "kümnendik", "sajandik", "tuhandik", "miljondik",
)  # fmt: skip
SCALES = {
    "tuh": 10**3, "tuh.": 10**3, "milj": 10**6, "milj.": 10**6, "mln": 10**6, "mln.": 10**6,
    "mld": 10**9, "mld.": 10**9, "mlrd": 10**9, "mlrd.": 10**9,
}  # fmt: skip


def _abbreviated(word: Word) -> Number:
    """Read ``mld``, ``milj.``, ``tuh``."""
    size = Fraction(SCALES[word.form.lower()])
    return Number(size, step=size, is_scale=True)


NUMERALS = (
    Rule("<numeral>", (upos("NUM"),), _worded),
    Rule("üks", (lemma("üks"),), _worded),
    Rule("<numeral that is a noun>", (lemma(*NOUNS),), _worded),
    Rule("<abbreviated scale>", (form(*SCALES),), _abbreviated),
    Rule("<ordinal>", (upos("ADJ", feats="NumType=Ord"),), _worded),
    Rule("<ordinal spelled like an inessive>", (upos("NUM", feats="Case=Ine"),), _spelled_ordinal),
    Rule("<ordinal spelled like a verb>", (form("viies"),), _spelled_ordinal),
    *DIGITS,
    Rule("<number> <scale>", (value(Number), value(Number)), _scaled),
    Rule("<number> <smaller number>", (value(Number), value(Number)), _added),
    Rule("<number> kuue", (value(Number), lemma("kuub")), _and_six),
    Rule("<number> <fraction>", (value(Number), value(Number)), _of_parts),
    Rule("<number> ja pool", (value(Number), form("ja"), value(Number)), _and_half),
    Rule("mõni <scale>", (lemma("mõni", "mitu"), value(Number)), _several),
    Rule("<number> biljard", (value(Number), lemma("biljard")), _quadrillions),
    Rule(
        "<number> kuni <number>",
        (value(Number), form("kuni", "või", "-", "–", "—", "--"), value(Number)),
        _to,
    ),
    Rule("<number>st <number>ni", (value(Number), value(Number)), _from_to),
)

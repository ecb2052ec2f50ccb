"""Estonian words for times that no calendar holds: ``praegu``, ``hiljuti``, ``varsti``, ``seni``."""

from allikas.model.calendar import Vague
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_words import is_plural
from allikas.rules.rule import Rule, form, lemma

NOW, BEFORE, AHEAD = Vague("PRESENT_REF"), Vague("PAST_REF"), Vague("FUTURE_REF")
SO_FAR = Vague("PRESENT_REF", "ON_OR_BEFORE")

WORDS: dict[str, Vague] = {
    "praegu": NOW, "praegune": NOW, "nüüd": NOW, "nüüdne": NOW, "nüüdseks": NOW, "nüüdisaeg": NOW,
    "nüüdisaegne": NOW, "tänapäev": NOW, "tänapäevane": NOW, "kaasaeg": NOW, "kaasaegne": NOW,
    "seni": SO_FAR, "senine": SO_FAR, "siiani": SO_FAR, "senini": SO_FAR, "tänini": SO_FAR,
    "siiamaani": SO_FAR, "tänaseni": SO_FAR, "seniajani": SO_FAR,
    "hiljuti": BEFORE, "hiljutine": BEFORE, "hiljaaegu": BEFORE, "äsja": BEFORE, "äsjane": BEFORE,
    "ammu": BEFORE, "ammune": BEFORE, "vanasti": BEFORE, "varem": BEFORE, "minevik": BEFORE,
    "lähiminevik": BEFORE, "toona": BEFORE, "toonane": BEFORE, "tookord": BEFORE, "tookordne": BEFORE,
    "tollal": BEFORE, "tollane": BEFORE, "tolleaegne": BEFORE, "muiste": BEFORE,
    "tulevik": AHEAD, "lähitulevik": AHEAD, "varsti": AHEAD, "peagi": AHEAD, "peatselt": AHEAD,
    "peatne": AHEAD, "edaspidi": AHEAD, "edaspidine": AHEAD, "lähiaeg": AHEAD, "lähiaasta": AHEAD,
    "lähinädal": AHEAD, "lähikuu": AHEAD, "lähipäev": AHEAD, "hiljem": AHEAD,
}  # fmt: skip
FORMS: dict[str, Vague] = {"hetkel": NOW, "momendil": NOW, "praegugi": NOW, "nüüdki": NOW, "tänasel": NOW}
_AGES = {"viimane": BEFORE, "praegune": NOW, "lähem": AHEAD, "lähim": AHEAD, "varasem": BEFORE}


def _word(word: Word) -> Vague:
    return WORDS[word.lemma]


def _form(word: Word) -> Vague:
    return FORMS[word.form.lower()]


def _age(adjective: Word, _: Word) -> Vague:
    """Read ``viimasel ajal``, ``praegusel ajal``, ``lähemal ajal``."""
    return _AGES[adjective.lemma]


def _some_time_ago(*_: Word) -> Vague:
    """Read ``mõni aeg tagasi``, ``aastaid tagasi``."""
    return BEFORE


VAGUE = (
    Rule("<vague word>", (lemma(*WORDS),), _word),
    Rule("<vague form>", (form(*FORMS),), _form),
    Rule("viimasel ajal", (lemma(*_AGES), lemma("aeg", where=lambda word: case_of(word) == "Ade")), _age),
    Rule("mõni aeg tagasi", (lemma("mõni"), lemma("aeg"), form("tagasi")), _some_time_ago),
    Rule(
        "aastaid tagasi",
        (lemma("aasta", "kuu", "nädal", "sajand", "aastakümme", where=is_plural), form("tagasi", "eest")),
        _some_time_ago,
    ),
)

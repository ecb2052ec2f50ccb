"""Estonian words for times that no calendar holds: ``praegu``, ``hiljuti``, ``varsti``, ``seni``."""

from fractions import Fraction

from allikas.lang.time import NotTime
from allikas.model.calendar import Point, Shift, Vague, given
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_words import YEARS, is_plural
from allikas.rules.rule import Rule, form, lemma, maybe, value

NOW, BEFORE, AHEAD = Vague("PRESENT_REF"), Vague("PAST_REF"), Vague("FUTURE_REF")
THEN = Vague("PAST_REF", then=True)
SO_FAR = Vague("PRESENT_REF", "ON_OR_BEFORE")

WORDS: dict[str, Vague] = {
    "praegu": NOW, "praegune": NOW, "nüüd": NOW, "nüüdne": NOW, "nüüdseks": NOW, "nüüdisaeg": NOW,
    "nüüdisaegne": NOW, "tänapäev": NOW, "tänapäevane": NOW, "kaasaeg": NOW, "kaasaegne": NOW,
    "seni": SO_FAR, "siiani": SO_FAR, "senini": SO_FAR, "tänini": SO_FAR,
    "siiamaani": SO_FAR, "täna-homme": AHEAD, "tänaseni": SO_FAR, "seniajani": SO_FAR,
    "hiljuti": BEFORE, "hiljutine": BEFORE, "hiljaaegu": BEFORE, "äsja": BEFORE, "äsjane": BEFORE,
    "ammu": BEFORE, "ammune": BEFORE, "vanasti": BEFORE, "varem": BEFORE, "minevik": BEFORE,
    "lähiminevik": BEFORE, "toona": THEN, "toonane": THEN, "tookord": THEN, "tookordne": THEN,
    "tollal": THEN,  "tolleaegne": THEN, "muiste": BEFORE,
    "tulevik": AHEAD, "lähitulevik": AHEAD, "varsti": AHEAD, "peagi": AHEAD, "peatselt": AHEAD,
    "peatne": AHEAD, "edaspidi": AHEAD, "lähiaeg": AHEAD, "lähiaasta": AHEAD,
    "lähinädal": AHEAD, "lähikuu": AHEAD, "lähipäev": AHEAD,
}  # fmt: skip
FORMS: dict[str, Vague] = {"hetkel": NOW, "momendil": NOW, "praegugi": NOW, "nüüdki": NOW, "tänasel": NOW}
_AGES = {"viimane": BEFORE, "praegune": NOW, "lähem": AHEAD, "lähim": AHEAD, "varasem": BEFORE}


def _word(word: Word) -> Vague | None:
    is_name = word.upos == "PROPN" or word.form == "Tulevik"  # a club
    return None if is_name else WORDS[word.lemma]


def _no_time(*_: Word) -> NotTime:
    """Read ``varem või hiljem``, and the *hereinafter* of laws."""
    return NotTime()


def _one_day(*_: Word | None) -> Point:
    """Read ``ühel päeval``, ``ühel heal päeval``: nobody says which."""
    return Point(shift=Shift(Fraction(0), "day", "nowhere"))


def _one_time(_: Word, point: Point) -> Point | None:
    """Read ``ühel laupäeval``, ``ühel õhtul``: nobody says of which year or week."""
    names = set(given(point.fields))
    fits = names and names <= {"season", "month", "weekday", "part", "weekend"}
    return Point(point.fields, Shift(Fraction(0), "day", "nowhere")) if fits and not point.shift else None


def _some_year(word: Word) -> Point | None:
    """Read ``eelarveaasta``, ``õppeaasta``: a year of a kind that nobody says which."""
    return None if is_plural(word) else Point(shift=Shift(Fraction(0), "year", "nowhere"))


def _moment(*_: Word) -> Point:
    """Read ``ühel hetkel``, ``21. minutil``: in a day that only the story knows."""
    return Point(shift=Shift(Fraction(0), "minute", "nowhere"))


def _minute_of(number: Number, word: Word) -> Point | None:
    """Read ``21. minutil``."""
    return _moment() if number.ordinal and case_of(word) in {"Ade", "Tra", "Ter", "Ela"} else None


def _form(word: Word) -> Vague:
    return FORMS[word.form.lower()]


def _age(adjective: Word, _: Word) -> Vague:
    """Read ``viimasel ajal``, ``praegusel ajal``, ``lähemal ajal``."""
    return _AGES[adjective.lemma]


def _some_time_ago(*_: Word) -> Vague:
    """Read ``mõni aeg tagasi``, ``aastaid tagasi``."""
    return BEFORE


_DAY = lemma("päev", feats="Case=Ade|Number=Sing")

VAGUE = (
    Rule("varem või hiljem", (form("varem"), form("või"), form("hiljem")), _no_time),
    Rule("(edaspidi", (form("("), form("edaspidi")), _no_time),
    Rule("ühel päeval", (form("ühel"), maybe(lemma("hea", "ilus", "kena")), _DAY), _one_day),
    Rule("ühel <time>", (form("ühel"), value(Point)), _one_time),
    Rule("<kind of year>", (lemma(*(year for year in YEARS if year != "aasta")),), _some_year),
    Rule("ühel hetkel", (form("ühel", "viimasel"), form("hetkel")), _moment),
    Rule("<ordinal> minutil", (value(Number), lemma("minut")), _minute_of),
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

"""Estonian words for parts of the calendar, by lemma, and what they name."""

from fractions import Fraction

from allikas.model.calendar import Hint, Origin, Part, Point, Season, Shift, Unit
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of

MONTHS = {
    "jaanuar": 1, "veebruar": 2, "märts": 3, "aprill": 4, "mai": 5, "juuni": 6, "juuli": 7, "august": 8,
    "september": 9, "oktoober": 10, "november": 11, "detsember": 12,
}  # fmt: skip
MONTH_STEMS = {
    "jaanuari": 1, "veebruari": 2, "märtsi": 3, "aprilli": 4, "mai": 5, "juuni": 6, "juuli": 7, "augusti": 8,
    "septembri": 9, "oktoobri": 10, "novembri": 11, "detsembri": 12,
}  # fmt: skip  # the genitive, as in maikuu, oktoobrikuine
WEEKDAYS = {
    "esmaspäev": 1, "teisipäev": 2, "kolmapäev": 3, "neljapäev": 4, "reede": 5, "laupäev": 6, "pühapäev": 7,
    "tööpäev": 0,  # any working day
}  # fmt: skip
SEASONS: dict[str, Season] = {
    "kevad": "SP", "suvi": "SU", "sügis": "FA", "talv": "WI",
    "varakevad": "SP", "hiliskevad": "SP", "varasuvi": "SU", "hilissuvi": "SU", "kesksuvi": "SU",
    "südasuvi": "SU", "varasügis": "FA", "hilissügis": "FA", "kevadsuvi": "SP", "kevadtalv": "SP",
    "südatalv": "WI", "kevad-suvi": "SU", "sügistalv": "FA",
}  # fmt: skip
PARTS: dict[str, Part] = {
    "hommik": "MO", "varahommik": "MO", "hommikupoolik": "MO", "ennelõuna": "MO", "keskpäev": "MI",
    "lõuna": "AF", "pärastlõuna": "AF", "õhtupoolik": "AF", "õhtu": "EV", "hilisõhtu": "EV", "öö": "NI",
    "hommikutund": "MO", "õhtutund": "EV", "öötund": "NI", "kesköö": "NI", "südaöö": "NI", "öösel": "NI",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "sekund": "second", "minut": "minute", "tund": "hour", "päev": "day", "ööpäev": "day", "tööpäev": "day",
    "pangapäev": "day", "kauplemispäev": "day", "kalendripäev": "day", "puhkepäev": "day",
    "nädal": "week", "töönädal": "week", "nädalavahetus": "weekend", "nädalalõpp": "weekend", "kuu": "month",
    "kalendrikuu": "month", "kvartal": "quarter", "poolaasta": "half", "aasta": "year",
    "kalendriaasta": "year", "aastakümme": "decade", "kümnend": "decade", "dekaad": "decade",
    "sajand": "century", "aastasada": "century", "aastatuhat": "millennium", "millennium": "millennium",
}  # fmt: skip
YEARS: dict[str, Unit] = {
    "aasta": "year", "õppeaasta": "school year", "kooliaasta": "school year",
    "majandusaasta": "financial year", "eelarveaasta": "financial year", "rahandusaasta": "financial year",
}  # fmt: skip
SHIFTS = {
    "eelmine": -1, "möödunud": -1, "läinud": -1, "mineva": -1, "üle-eelmine": -2, "üleeelmine": -2,
    "järgmine": 1, "järgnev": 1, "tulev": 1, "eelolev": 1, "eelseisev": 1, "ülejärgmine": 2,
    "käesolev": 0, "jooksev": 0, "tänavune": 0, "mullune": -1,
}  # fmt: skip
HINTS: dict[int, Hint] = {-2: "before last", -1: "last", 0: "this", 1: "next", 2: "after next"}
_FORMS = {
    "möödunud": "möödunud",
    "läinud": "läinud",
    "mineva": "mineva",
    "mineval": "mineva",
    "tuleva": "tulev",
}
_CASES_LIKE_GENITIVE = frozenset(
    {"Ter", "Ess", "Abe", "Com"}
)  # viimase aastani: the adjective stays in the genitive


def shift_of(word: Word) -> int | None:
    """Return how many units away ``eelmine``, ``tuleval``, ``möödunud`` are; ``None`` for other words."""
    form = word.form.lower()
    return SHIFTS.get(_FORMS.get(form, word.lemma))


def agree(adjective: Word, noun: Word) -> bool:
    """Tell whether an adjective is in the case that *noun* asks of it; those without cases always are."""
    first, second = case_of(adjective), case_of(noun)
    if first is None or second is None or first == second:
        return True
    return first == "Gen" and second in _CASES_LIKE_GENITIVE


def is_plural(word: Word) -> bool:
    """Tell whether a word is in the plural."""
    return "Number=Plur" in word.feats


CLOCK_UNITS: frozenset[Unit] = frozenset({"hour", "minute", "second"})


def unit_of(word: Word) -> Unit | None:
    """Return the unit that a word names; a school year is no year of the calendar."""
    return YEARS.get(word.lemma) or UNITS.get(word.lemma)


def here(count: int, unit: Unit, origin: Origin = "published") -> Point:
    """Make a time *count* units away.

    >>> here(-1, "day").shift == Shift(Fraction(-1), "day", "published")
    True
    """
    return Point(shift=Shift(Fraction(count), unit, origin))

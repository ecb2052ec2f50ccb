"""Estonian names that are made of times and are none: ``Suve tänav``, ``must reede``."""

from fractions import Fraction

from allikas.lang.time import NotTime
from allikas.model.calendar import Fields, Point, Shift
from allikas.model.word import Word
from allikas.packs.et.time_words import MONTHS, PARTS, SEASONS, WEEKDAYS, is_plural
from allikas.rules.rule import Rule, form, lemma, maybe, upos

_STREETS = ("tänav", "tn", "tn.", "puiestee", "pst", "pst.", "põik", "allee", "põiktänav")


def _street(*words: Word | None) -> NotTime | None:
    """Read ``Suve tänav``, ``Talve 3. põik``."""
    first = words[0]
    return NotTime() if first is not None and first.form[:1].isupper() else None


def _black_day(_: Word, day: Word) -> Point | None:
    """Read ``must esmaspäev``: the name of a day that the text need not date."""
    nowhere = Shift(Fraction(0), "day", "nowhere")
    return None if is_plural(day) else Point(Fields(weekday=WEEKDAYS[day.lemma]), nowhere)


def _called(*_: Word) -> NotTime:
    """Read ``„Kevade”``: a title."""
    return NotTime()


def _is_capitalised(word: Word) -> bool:
    return word.form[:1].isupper()


_QUOTES = ("“", "”", "„", '"', "«", "»")
_TIMES = (*SEASONS, *MONTHS, *WEEKDAYS, *PARTS, "tulevik", "minevik", "tänapäev")

NAMES = (
    Rule("„Kevade“", (form(*_QUOTES), lemma(*_TIMES, where=_is_capitalised), form(*_QUOTES)), _called),
    Rule(
        "Suve tänav",
        (lemma(*SEASONS, *MONTHS, *WEEKDAYS, *PARTS), maybe(upos("ADJ")), lemma(*_STREETS)),
        _street,
    ),
    Rule("must <weekday>", (lemma("must"), lemma(*WEEKDAYS)), _black_day),
)

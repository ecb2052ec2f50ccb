"""Estonian names: nouns that name persons and bodies, places that act, pronouns."""

from functools import cache

from allikas.lang.names import Names, Place, PronounRole
from allikas.packs.et.inflection import genitives, nominative_plural
from allikas.packs.et.tables import rows


@cache
def names() -> Names:
    """Read the tables.

    >>> names().places["Pyongyang"]
    Place(country='KP', capital=True)
    """
    return Names(
        persons=speakers("person"),
        bodies=speakers("body", "agency"),
        people=speakers("people"),
        living=tuple(end for end, _ in rows("people.tsv")),
        lifeless=_LIFELESS,
        agencies=frozenset(lemma for lemma in speakers("agency") if lemma[0].isupper()),
        places={lemma: Place(country, capital == "c") for lemma, country, capital, _ in rows("places.tsv")},
        pronouns=_PRONOUNS,
        genitives=genitives,
        nominative_plural=nominative_plural,
        endings=frozenset(vowel + case for vowel in ("", "a", "e", "i", "u") for case in _CASES) - {""},
    )


def speakers(*classes: str) -> tuple[str, ...]:
    """Return the lemmas of those classes of ``speakers.tsv``."""
    return tuple(lemma for lemma, cls, _ in rows("speakers.tsv") if cls in classes)


_LIFELESS = (
    "maja", "koja", "raja", "traktor", "sektor", "reaktor", "faktor", "mootor", "kontor", "koor", "monitor",
    "argument", "dokument", "protsent", "moment", "parlament", "element", "eksperiment", "fundament",
    "instrument", "patent", "kontinent", "variant", "kultuur", "temperatuur", "struktuur", "tuur", "juur",
    "aparatuur", "diktatuur", "karjäär", "affäär", "sfäär", "vaja",
)  # fmt: skip
"""Nouns that end like living beings and are none."""

_CASES = ("", "t", "d", "sse", "s", "st", "le", "l", "lt", "ks", "ni", "na", "ta", "ga")  # Lepiku|ga

_PRONOUNS: dict[str, PronounRole] = {
    "ta": "third",
    "tema": "third",
    "too": "third",
    "talle": "third",
    "nad": "third plural",
    "nemad": "third plural",
    "nende": "third plural",
    "neile": "third plural",
    "neid": "third plural",
    "neist": "third plural",
    "neil": "third plural",
    "neilt": "third plural",
    "neis": "third plural",
    "neisse": "third plural",
    "nendel": "third plural",
    "nendele": "third plural",
    "nendelt": "third plural",
    "nendega": "third plural",
    "nendest": "third plural",
    "mina": "first",
    "ma": "first",
    "me": "first",
    "meie": "first",
    "minu": "first",
    "mu": "first",
    "meile": "first",
    "mulle": "first",
    "kes": "who",
    "kelle": "who",
    "mis": "relative",
    "mille": "relative",
    "kellele": "who",
    "see": "this",
    "selle": "this",
    "need": "this",
    "seal": "this",
    "siin": "this",
    "kus": "this",
}

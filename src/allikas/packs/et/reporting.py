"""Estonian reporting: the tables, and the words of its grammar that attribution asks for."""

from functools import cache

from allikas.lang.reporting import Cue, Phrase, Reporting, by_last_form, by_lemma
from allikas.model.layers import Kind
from allikas.packs.et.names import speakers
from allikas.packs.et.tables import rows


def _verb(name: str, governs: str, kind: str, factive: str, example: str) -> Cue:
    particle, _, lemma = name.rpartition(" ")
    return Cue(lemma, frozenset(governs.split()), _kind(kind), example, particle or None, factive == "f")


def _noun(lemma: str, governs: str, kind: str, example: str) -> Cue:
    return Cue(lemma, frozenset(governs.split()), _kind(kind), example)


def _phrase(form: str, kind: str, example: str) -> Phrase:
    return Phrase(tuple(form.split()), _kind(kind), example)


def _kind(name: str) -> Kind:
    return "think" if name == "think" else "say"


@cache
def reporting() -> Reporting:
    """Read the tables.

    >>> reporting().nouns["lootus"].kind
    'think'
    """
    return Reporting(
        verbs=by_lemma(_verb(*row) for row in rows("reporting.tsv")),
        nouns={row[0]: _noun(*row) for row in rows("speech_nouns.tsv")},
        phrases=by_last_form(_phrase(*row) for row in rows("source_phrases.tsv")),
        adverbs=by_last_form(_phrase(*row) for row in rows("evidentials.tsv")),
        general=frozenset({"järgi", "kohaselt", "põhjal"}),
        firm=frozenset({"kohaselt"}),
        leading=frozenset({"vastavalt"}),
        speakers=speakers("person", "body", "people", "agency"),
        documents=speakers("document"),
        agencies=frozenset(speakers("agency")),
        outlets=tuple(lemma for lemma in speakers("agency") if lemma.islower()),
        support=_SUPPORT,
        quoting=frozenset({"tsiteerima"}),
        quoted=frozenset({"sõna", "ütlus", "lause"}),
        that=frozenset({"et"}),
        like=frozenset({"nagu", "justkui", "otsekui"}),
        questions=_QUESTIONS,
        relatives=frozenset({"kes", "mis", "milline", "kus", "kuhu", "kust", "mil", "mida"}),
        returning=frozenset({"ja", "ning", "ega", "või"}),
        opposing=frozenset({"kuid", "aga", "ent", "vaid"}),
        negations=frozenset({"ei", "ära"}),
        floating=_FLOATING,
        there=frozenset({"seal", "kus", "siin"}),  # Seal öeldakse, et ...
        whose=frozenset({"mille"}),  # otsus, mille kohaselt ...
        things=frozenset({"mis", "see"}),
        pledges=frozenset({"toetus", "solidaarsus", "poolehoid"}),  # kinnitas toetust
        showing=frozenset({"näitama", "tõestama", "tõendama", "demonstreerima"}),
        appearing=frozenset({"tunduma", "näima", "paistma", "viirastuma"}),  # Talle tundub, et ...
        emerging=frozenset({"selguma", "nähtuma", "ilmnema"}),  # Aruandest selgub, et ...
        denying=frozenset({"eitama", "välistama", "ümber lükkama"}),
        refusing=frozenset({"keelduma", "loobuma", "hoiduma"}),  # keeldus kinnitamast, et ...
        daring=frozenset(
            {"häbenema", "kõhklema", "väsima", "pelgama", "unustama"}
        ),  # ei väsi kordamast, et ...
        being=frozenset({"olema", "tekkima"}),  # ei ole otsust, et ...
        possible=frozenset({"võima"}),
        signs={form: certainty for form, certainty, _ in rows("event_signs.tsv")},  # type: ignore[misc]
        relaying=frozenset({"vahendama", "kirjutama", "edastama"}),
    )


_SUPPORT = frozenset(
    {
        "avaldama",  # avaldas lootust
        "tegema",  # tegi ettepaneku
        "andma",  # andis lubaduse
        "väljendama",  # väljendas muret
        "esitama",  # esitas nõude
        "saatma",  # saatis hoiatuse
        "levitama",  # levitas kuuldust
        "edastama",  # edastas palve
    }
)

_QUESTIONS = frozenset(
    {
        "kas", "kes", "mis", "kuidas", "miks", "millal", "kus", "kuhu", "kust", "milline", "missugune",
        "kumb", "mitu", "palju", "mispärast", "milleks", "kuivõrd", "mil", "kaua",
    }
)  # fmt: skip

_FLOATING = frozenset(
    {"ka", "siis", "veel", "samas", "samuti", "omakorda", "lihtsalt", "ju", "hiljem", "nüüd", "eile", "täna",
     "juba", "alles", "isegi", "kohe", "seejärel", "mullu", "üldse"}
)  # fmt: skip

"""Estonian events: the tables of words that name them, and what makes them sure."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from allikas.lang.events import Effect, Events, Part, Predicate, Sign, with_frames
from allikas.lang.frames import Frame, parse_frames
from allikas.model.layers import Kind
from allikas.packs.et.names import speakers
from allikas.packs.et.reporting import reporting
from allikas.packs.et.tables import rows
from allikas.packs.et.vabamorf import vabamorf

FRAMES = "plover.tsv"
_EFFECTS: dict[str, Effect] = {
    "planned": "planned", "possible": "possible", "demanded": "demanded", "hoped": "hoped", "done": "done",
    "denied": "denied", "negated": "negated", "cancelled": "cancelled", "postponed": "postponed", "-": "-",
}  # fmt: skip
_INTRANSITIVE = (
    "kohtumine", "rääkimine", "lahkumine", "saabumine", "põgenemine", "sekkumine", "taganemine", "taandumine",
    "astumine", "ühinemine", "esinemine", "pidamine", "hukkumine", "liikumine", "suremine", "nõudmine",
    "osalemine", "keeldumine", "loobumine", "nõustumine", "jõudmine", "tulemine", "minemine", "langemine",
    "tõusmine", "kasvamine", "laienemine", "lõppemine", "jätkumine", "algamine", "toimumine",
)  # fmt: skip


@cache
def events() -> Events:
    """Read the tables.

    >>> events().noun("raketirünnak").cls
    'OCCURRENCE'
    """
    verbs = [_verb(*row) for row in rows("predicates.tsv")]
    nouns = [_noun(*row) for row in rows("event_nouns.tsv")]
    tables = Events(
        verbs=_by_lemma(verbs),
        nouns={noun.lemma: noun for noun in nouns if not noun.lemma.startswith("=")}
        | {lemma: _intransitive(lemma) for lemma in _INTRANSITIVE}
        | {noun.lemma: noun for noun in map(_made_of, verbs) if noun.lemma.endswith("mine")},
        whole={noun.lemma[1:]: noun for noun in nouns if noun.lemma.startswith("=")},
        saying=_reporting("say"),
        thinking=_reporting("think"),
        phrases=_phrases(),
        signs={form: Sign(form, certainty, example) for form, certainty, example in rows("event_signs.tsv")},  # type: ignore[arg-type]
        light=_LIGHT,
        existing=_EXISTING,
        sending=frozenset(
            {"saatma", "lähetama", "läkitama", "suunama", "viima", "tooma", "õhutama", "sundima"}
        ),
        killing=frozenset({"tapma", "mõrvama", "hukkama", "maha laskma", "hukkuma", "surema", "surma saama"}),
        copulas=frozenset({"olema"}),
        denials=frozenset({"ega", "mitte"}),
        ahead=frozenset({"veel", "hiljemalt"}),  # Delegatsioon saabub veel sel nädalal.
        conditions=frozenset({"kui", "juhul", "korral"}),
        cases={row[0]: Part(*row[1:4]) for row in rows("event_parts.tsv")},
        adpositions={row[0]: Part(*row[1:4]) for row in rows("event_parts.tsv")},
        someone=(*speakers("person", "body", "people", "agency"), *_ACTING),
        particles=_particles(verb.lemma for verb in verbs),
        verb_of=verb_of,
        noun_of=noun_of,
    )
    return with_frames(tables, frames())


@cache
def frames() -> tuple[Frame, ...]:
    """Read the frames of PLOVER that come with the pack."""
    text = files(__package__).joinpath(FRAMES).read_text(encoding="utf-8")
    return parse_frames(text.splitlines(), FRAMES)


@lru_cache(maxsize=4096)
def verb_of(form: str) -> str | None:
    """Return the verb of which a form is a participle.

    >>> verb_of("kavandatud"), verb_of("suur")
    ('kavandama', None)
    """
    [readings] = vabamorf().candidates([form])
    return next((one.lemma for one in readings if one.pos == "V" and one.form in {"tud", "nud"}), None)


_MINDS = frozenset({"meelest", "arvates", "teada"})  # phrases that think; the others report
_ACTING = (
    "lane",  # sakslane
    "nik",  # põgenik
    "riik",  # liitlasriik
    "vägi",  # Ukraina väed
    "väed",  # the same, where the plural is the lemma
    "armee",
    "liit",
    "ühing",
    "erakond",
    "opositsioon",
    "juhtkond",
    "vaenlane",
    "mässuline",
    "mees",
    "naine",
    "inimene",
    "laps",
    "vang",
    "pantvang",
    "varas",
    "diplomaat",
    "kurjategija",
    "võitleja",
    "kaitsja",
    "töötaja",
    "meeleavaldaja",
    "ohver",
    "pagulane",
    "tudeng",
    "õpilane",
    "rahvas",
)
_LIGHT = frozenset(
    {
        "tegema",  # tegi visiidi
        "andma",  # andis lubaduse
        "pidama",  # pidas kõne
        "osutama",  # osutas abi
        "sooritama",  # sooritas kuriteo
        "toime panema",  # pani toime mõrva
    }
)


_EXISTING = frozenset(
    {
        "toimuma",  # Kõnelused toimuvad linnas.
        "juhtuma",  # Õnnetus juhtus teel.
        "aset leidma",  # Kohtumine leidis aset linnas.
        "algama",  # Lahing algas piiril.
        "jätkuma",  # Kõnelused jätkuvad linnas.
        "kestma",  # Lahing kestis metsas.
        "lõppema",  # Lahing lõppes linnas.
        "arenema",  # Naabritega areneb dialoog.
        "käima",  # Naabritega käivad kõnelused.
        "puhkema",  # Linnas puhkesid rahutused.
    }
)


def _verb(lemma: str, cls: str, effect: str, needs: str, example: str) -> Predicate:
    return Predicate(lemma, cls, _EFFECTS[effect], example, None if needs == "-" else needs)


def _noun(lemma: str, cls: str, effect: str, example: str) -> Predicate:
    return Predicate(
        lemma, cls, _EFFECTS[effect], example, genitive="patient" if lemma.endswith("mine") else "agent"
    )


def _intransitive(lemma: str) -> Predicate:
    return Predicate(lemma, "OCCURRENCE", "-", "")


def _particles(lemmas: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the particles of verbs, by verb.

    >>> _particles(["ette nägema", "nägema"])
    {'nägema': frozenset({'ette'})}
    """
    table: dict[str, frozenset[str]] = {}
    for particle, _, verb in (lemma.rpartition(" ") for lemma in lemmas):
        if particle:
            table[verb] = table.get(verb, frozenset()) | {particle}
    return table


def _made_of(verb: Predicate) -> Predicate:
    """Return the noun of a verb that does something to what it governs: *planning*, *cancelling*."""
    if verb.effect in {"-", "done"} or verb.needs is not None:
        return verb
    noun = noun_of(verb.lemma) or verb.lemma
    return replace(verb, lemma=noun, genitive="agent" if noun.endswith(_INTRANSITIVE) else "patient")


def noun_of(verb: str) -> str | None:
    """Return the noun of a verb.

    >>> noun_of("välja saatma"), noun_of("sõda")
    ('väljasaatmine', None)
    """
    return verb.replace(" ", "").removesuffix("ma") + "mine" if verb.endswith("ma") else None


def _by_lemma(verbs: Iterable[Predicate]) -> dict[str, tuple[Predicate, ...]]:
    table: dict[str, tuple[Predicate, ...]] = {}
    for verb in verbs:
        table[verb.lemma] = (*table.get(verb.lemma, ()), verb)
    return table


def _reporting(kind: Kind) -> frozenset[str]:
    cues = (cue for group in reporting().verbs.values() for cue in group)
    return frozenset(cue.name for cue in cues if cue.kind == kind)


def _phrases() -> dict[str, dict[tuple[str, ...], str]]:
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for group in reporting().phrases.values():
        for phrase in group:
            cls = "I_STATE" if phrase.forms[0] in _MINDS else "REPORTING"
            table.setdefault(phrase.forms[0], {})[phrase.forms[1:]] = cls
    return table

"""What events must be told of a language: which words name them, of what class, and what makes them sure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from allikas.lang.frames import Frame, by_trigger
from allikas.model.layers import Certainty

Effect = Literal[
    "planned", "possible", "demanded", "hoped", "denied", "negated", "cancelled", "postponed", "done", "-"
]
"""What a word makes of the event that it governs: a status, ``done`` (the status of the word's own event:
*managed to*), or ``-`` (nothing)."""


ONLY_CODED = "?"
"""The class of a noun that is an event only where a frame fits it."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word whose class is known: a verb (with its particle, *give up*) or a noun.

    ``needs`` is ``inf`` where the row holds only above an infinitive, or a feature that the verb must have.
    ``genitive`` is the role of what a noun has in the genitive.
    """

    lemma: str
    cls: str
    effect: Effect
    example: str
    needs: str | None = None
    genitive: str = "agent"


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that says how sure something is."""

    form: str
    certainty: Certainty
    example: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a case or an adposition makes of a phrase: of somebody, of a place, of anything else."""

    someone: str
    place: str
    thing: str


def _nothing(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Events:
    """The tables of a language.

    ``verbs`` are looked up by lemma with particle; ``nouns`` by the end of the lemma, ``whole`` by all of
    it. ``saying`` verbs are reports and ``thinking`` ones states of mind where they have content.
    ``phrases`` are such as *according to*: by the first form the others, and the class. ``light`` verbs
    are one event with the eventive noun that is their object; of ``existing`` ones it is the subject.
    ``sending`` verbs have whom they send do something; of ``killing`` ones somebody is dead.
    ``denials`` deny beside what grammar marks, ``ahead`` before a time say that it is still to come,
    ``conditions`` open a condition. ``cases`` and ``adpositions`` say what a phrase does. ``someone`` are
    ends of lemmas that denote somebody. ``particles`` are those that the tables know with a verb.
    ``verb_of`` gives the verb of a participle that is read as an adjective, ``noun_of`` the noun of a
    verb.
    """

    verbs: Mapping[str, tuple[Predicate, ...]] = field(default_factory=dict)
    nouns: Mapping[str, Predicate] = field(default_factory=dict)
    whole: Mapping[str, Predicate] = field(default_factory=dict)
    saying: frozenset[str] = frozenset()
    thinking: frozenset[str] = frozenset()
    phrases: Mapping[str, Mapping[tuple[str, ...], str]] = field(default_factory=dict)
    signs: Mapping[str, Sign] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    existing: frozenset[str] = frozenset()
    sending: frozenset[str] = frozenset()
    killing: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    cases: Mapping[str, Part] = field(default_factory=dict)
    adpositions: Mapping[str, Part] = field(default_factory=dict)
    someone: tuple[str, ...] = ()
    frames: Mapping[str, tuple[Frame, ...]] = field(default_factory=dict)
    particles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    verb_of: Callable[[str], str | None] = _nothing
    noun_of: Callable[[str], str | None] = _nothing

    def noun(self, lemma: str) -> Predicate | None:
        """Return the row of a noun: its own, or that of its longest end.

        >>> table = Events(nouns={"visit": Predicate("visit", "OCCURRENCE", "-", "")})
        >>> table.noun("state-visit").lemma
        'visit'
        """
        found = self.whole.get(lemma)
        at = 0
        while found is None and at < len(lemma):
            found = self.nouns.get(lemma[at:])
            at += 1
        return found if found is not None and found.cls != "-" else None


NO_EVENTS = Events()
"""What any language gets whose pack says nothing: every verb is an event, and no noun."""


def with_frames(tables: Events, frames: Iterable[Frame]) -> Events:
    """Return *tables* with more frames, which go before those that are there.

    >>> own = Frame("AID", None, ("gift",))
    >>> with_frames(Events(), [own]).frames["gift"] == (own,)
    True
    """
    added = [_with_nouns(frame, tables) for frame in frames]
    triggers = [trigger for frame in added for trigger in frame.triggers]
    unknown = (one for one in triggers if " " not in one and tables.noun(one) is None)
    nouns = {one: Predicate(one, ONLY_CODED, "-", "") for one in unknown}
    table = by_trigger(added)
    return replace(
        tables,
        frames={**tables.frames, **{one: (*table[one], *tables.frames.get(one, ())) for one in table}},
        nouns={**nouns, **tables.nouns},
        particles=_with_particles(tables.particles, triggers),
    )


def _with_nouns(frame: Frame, tables: Events) -> Frame:
    """Add to a frame the nouns that its verbs make."""
    nouns = (tables.noun_of(trigger) for trigger in frame.triggers)
    return replace(frame, triggers=tuple(dict.fromkeys((*frame.triggers, *filter(None, nouns)))))


def _with_particles(known: Mapping[str, frozenset[str]], lemmas: Iterable[str]) -> dict[str, frozenset[str]]:
    """Add the particles of verbs of two words, by verb."""
    table = dict(known)
    for particle, _, verb in (lemma.rpartition(" ") for lemma in lemmas):
        if particle and " " not in particle:
            table[verb] = table.get(verb, frozenset()) | {particle}
    return table

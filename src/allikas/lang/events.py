"""What events must be told of a language: which words name them, of what class, and what makes them sure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from allikas.lang.frames import Frame
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


def _no_verb(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Events:
    """The tables of a language.

    ``verbs`` are looked up by lemma with particle; ``nouns`` by the end of the lemma, ``whole`` by all of it.
    ``saying`` verbs are reports and ``thinking`` ones states of mind where they have content. ``phrases`` are
    such as *according to*: by the first form the others, and the class. ``light`` verbs are one event with
    the eventive noun that is their object; of ``existing`` ones it is the subject. ``denials`` deny beside
    what grammar marks, ``conditions`` open a condition. ``cases`` and ``adpositions`` say what a phrase does. ``particles`` are those
    that the tables know with a verb. ``someone`` are ends of lemmas that denote somebody.
    ``verb_of`` gives the verb of a participle that is read as an adjective.
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
    copulas: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    cases: Mapping[str, Part] = field(default_factory=dict)
    adpositions: Mapping[str, Part] = field(default_factory=dict)
    someone: tuple[str, ...] = ()
    frames: Mapping[str, tuple[Frame, ...]] = field(default_factory=dict)
    particles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    verb_of: Callable[[str], str | None] = _no_verb

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

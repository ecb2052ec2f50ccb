"""What attribution must be told of a language: how its texts say that somebody says or thinks something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from allikas.model.layers import Certainty, Kind


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that reports: what it governs, whether it says or thinks, and an example.

    ``governs`` has of: ``quote`` (a quotation, or a clause that it interrupts), ``that`` (a finite
    clause), ``ask`` (an indirect question), ``da`` and ``ma`` (an infinitive), ``da+`` and ``ma+`` (an
    infinitive, where a verb has a subject, or a noun a verb that supports it), ``pledge`` (a noun of
    ``pledges``). ``particle`` is the word that a phrasal verb needs beside it. What a ``factive`` cue
    reports is presented as true.
    """

    lemma: str
    governs: frozenset[str]
    kind: Kind
    example: str
    particle: str | None = None
    factive: bool = False

    @property
    def name(self) -> str:
        """The dictionary form, with the particle of a phrasal verb."""
        return self.lemma if self.particle is None else f"{self.particle} {self.lemma}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand after a source and make it one (`according to`), or an adverb that hides one."""

    forms: tuple[str, ...]
    kind: Kind
    example: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """The tables of a language.

    ``verbs``, ``nouns`` are looked up by lemma; ``phrases`` and ``adverbs`` by their last form in lower
    case. ``general`` are postpositions that report only after something that speaks, unless they are
    ``firm``, and ``leading`` prepositions that do so before it; ``speakers`` are ends of lemmas that
    can speak, ``documents`` of those that can be read. ``agencies`` are names of those who pass on what
    others say, ``outlets`` ends of nouns for such; ``relaying`` verbs do it. ``support`` verbs make a
    cue together with a noun (`express hope`). ``quoting`` verbs have whom they quote in the genitive
    before a word of ``quoted``. ``there`` are adverbs that point at a text, ``whose`` relative pronouns
    for one; ``things`` are pronouns that mean no person.

    Some verbs report only where somebody does: ``showing`` ones (`shows`) have a subject that speaks or can
    be read, ``appearing`` ones (`seems`) name to whom, ``emerging`` ones (`turns out`) what can be read.
    ``pledges`` are nouns that are themselves what is affirmed (`affirmed their support`).

    Of whether it is said, and how surely: ``denying`` verbs (by name) say that it is not so,
    ``refusing`` ones that somebody does not say it, ``daring`` ones, denied, that he does; ``possible``
    verbs make what completes them no more than possible; ``being`` verbs say that there is something;
    ``signs`` are words that say how sure something is.
    """

    verbs: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    nouns: Mapping[str, Cue] = field(default_factory=dict)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    adverbs: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    general: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    speakers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    agencies: frozenset[str] = frozenset()
    outlets: tuple[str, ...] = ()
    support: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    returning: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    floating: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    pledges: frozenset[str] = frozenset()
    showing: frozenset[str] = frozenset()
    appearing: frozenset[str] = frozenset()
    emerging: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    refusing: frozenset[str] = frozenset()
    daring: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    signs: Mapping[str, Certainty] = field(default_factory=dict)
    relaying: frozenset[str] = frozenset()


NO_REPORTING = Reporting()
"""What any language gets whose pack says nothing: quotations are found, their sources are not."""


def by_last_form(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Index phrases by their last word, longer ones first.

    >>> table = by_last_form([Phrase(("to",), "say", ""), Phrase(("according", "to"), "say", "")])
    >>> [phrase.forms for phrase in table["to"]]
    [('according', 'to'), ('to',)]
    """
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        known = (*table.get(phrase.forms[-1], ()), phrase)
        table[phrase.forms[-1]] = tuple(sorted(known, key=lambda one: -len(one.forms)))
    return table


def by_lemma(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    """Index cues by lemma, phrasal verbs first: they ask more.

    >>> table = by_lemma([Cue("give", frozenset(), "say", ""), Cue("give", frozenset(), "say", "", "up")])
    >>> [cue.name for cue in table["give"]]
    ['up give', 'give']
    """
    table: dict[str, tuple[Cue, ...]] = {}
    for cue in cues:
        table[cue.lemma] = tuple(
            sorted((*table.get(cue.lemma, ()), cue), key=lambda one: one.particle is None)
        )
    return table

"""Entities of a document: every name, and every description and pronoun that a stage asks about."""

from collections.abc import Iterator, Mapping, Sequence

from allikas.entities.antecedents import Antecedents
from allikas.entities.cast import Actor, Cast, Described, Office
from allikas.entities.names import find_names
from allikas.entities.nouns import Noun, Reader, kind_of
from allikas.entities.phrases import find_phrase
from allikas.entities.spelling import known_names
from allikas.lang.names import Names, PronounRole
from allikas.model.layers import Entity, EntityType
from allikas.model.span import Span, span_of
from allikas.model.tree import NamedSpan
from allikas.model.word import Word
from allikas.syntax.trees import turn

_JOINED: dict[PronounRole, str] = {
    "third": "pronoun, preferred antecedent",
    "third plural": "pronoun, preferred antecedent",
    "relative": "relative clause",
    "who": "relative clause",
    "first": "speaker of the quotation",
}

_TYPES: dict[str, EntityType] = {
    "PER": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "PROD": "PROD", "EVENT": "EVENT",
}  # fmt: skip


def find_entities(
    text: str,
    words: Sequence[Word],
    phrases: Sequence[tuple[int, int]],
    names: Names,
    found: Sequence[NamedSpan] = (),
    quotations: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> tuple[Entity, ...]:
    """Name every entity and join its mentions.

    *phrases* are noun phrases, such as the sources of statements, that must be mentions whatever they are;
    *found* are the names that the network finds; *quotations* pair quoted words with who speaks.

    >>> find_entities("", (), (), Names())
    ()
    """
    known = known_names(words, names, _surnames(words, found))
    reader = Reader(turn(words), names, find_names(words, found, names, known), known)
    speakers = _speakers(reader, quotations)
    stage = _Stage(
        text, reader, frozenset(phrases), Cast(names, _full_names(reader), _offices(reader)), speakers
    )
    for first, last in _in_order(reader, phrases):
        stage.meet(first, last)
    stage.settle()
    return stage.cast.entities()


def _offices(reader: Reader) -> list[Office]:
    """Return the offices right before the names of persons, with what makes them more exact."""
    found = []
    for span in dict.fromkeys(reader.spans.values()):
        at = span.first - 1
        if span.type == "PER" and at >= 0 and kind_of(reader.words[at].lemma, reader.names) == "PER":
            details = (child for child in reader.trees.children[at] if child < at)
            lemmas = frozenset(reader.words[child].lemma.lower() for child in details)
            found.append(Office(reader.words[at].lemma, lemmas, reader.name(span)))
    return found


def _speakers(
    reader: Reader, quotations: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> dict[int, int]:
    """Return for every quoted word the head of the phrase that names who speaks."""
    return {at: reader.read(*source).head for part, source in quotations for at in range(*part)}


def pronoun_role(word: Word, names: Names) -> PronounRole | None:
    """Return what a pronoun does, ``None`` for other words."""
    if word.upos not in {"PRON", "DET"}:
        return None
    return names.pronouns.get(word.form.lower()) or names.pronouns.get(word.lemma)


def _surnames(words: Sequence[Word], found: Sequence[NamedSpan]) -> frozenset[str]:
    """Return the last words of full names of persons, as they stand in the nominative."""
    people = (span for span in found if span.type == "PER" and span.last - span.first > 1)
    last = (words[span.last - 1] for span in people)
    return frozenset(word.form for word in last if "Case=Nom" in word.feats or word.upos == "VERB")


def _full_names(reader: Reader) -> dict[str, list[str]]:
    """Return the names of persons by their last word, first come first."""
    full: dict[str, list[str]] = {}
    for span in dict.fromkeys(reader.spans.values()):
        if span.type == "PER" and span.last - span.first > 1:
            name = reader.name(span)
            full.setdefault(name.rpartition(" ")[2], []).append(name)
    return full


def _in_order(reader: Reader, phrases: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the phrases that were asked for, and every name that none of them means."""
    nouns = [reader.read(first, last) for first, last in phrases]
    meant = {noun.name for noun in nouns if noun.name is not None}
    others = {(span.first, span.last) for span in reader.spans.values() if span not in meant}
    pronouns = {
        (at, at + 1) for at, word in enumerate(reader.words) if pronoun_role(word, reader.names) in _JOINED
    }
    yield from sorted({*phrases, *others, *pronouns})


class _Stage:
    """One walk through the report."""

    def __init__(
        self,
        text: str,
        reader: Reader,
        asked: frozenset[tuple[int, int]],
        cast: Cast,
        speakers: Mapping[int, int],
    ) -> None:
        self.text, self.reader, self.asked, self.cast = text, reader, asked, cast
        self._at_head: dict[int, Actor] = {}
        sources = frozenset(reader.read(first, last).head for first, last in asked)
        self._antecedents = Antecedents(reader, sources, speakers)
        self._speakers = speakers
        self._mine: list[Noun] = []

    def meet(self, first: int, last: int) -> None:
        """Let a phrase join the cast: as a pronoun, by its name, or by its description."""
        noun = self.reader.read(first, last)
        role = self._pronoun(noun)
        if role is not None:
            self._refer(noun, role)
            self._mine += [noun] if role == "first" else []
            return
        actor = self._named(noun, noun.name) if noun.name is not None else self._described(noun)
        self._at_head[noun.head] = actor

    def _pronoun(self, noun: Noun) -> PronounRole | None:
        if noun.last - noun.first > 1:
            return None
        return pronoun_role(self.reader.words[noun.first], self.reader.names)

    def _refer(self, noun: Noun, role: PronounRole) -> None:
        actor = None
        if role in {"relative", "who"}:
            actor = self._antecedent(noun, anything=role == "who" or (noun.first, noun.last) in self.asked)
        elif role in {"third", "third plural"}:
            actor = self._third(noun)
        if actor is not None:
            actor.add(self._span(noun), "pronoun", _JOINED[role])
            self._at_head[noun.first] = actor

    def settle(self) -> None:
        """Join the first person in quotations with who speaks, now that all are known."""
        for noun in self._mine:
            speaker = self._speakers.get(noun.first)
            actor = self._at_head.get(speaker) if speaker is not None else None
            if actor is not None and "Number=Plur" not in self.reader.words[noun.first].feats:
                actor.add(self._span(noun), "pronoun", _JOINED["first"])

    def _third(self, noun: Noun) -> Actor | None:
        """Return whom a pronoun of the third person stands for."""
        found = self._antecedents.find(noun.first, self._at_head)
        if found is None:
            return None
        self._antecedents.resolved(noun.first, found)
        return self._at_head.get(found.at) or self._whole(found.at)

    def _antecedent(self, noun: Noun, *, anything: bool) -> Actor | None:
        """Return whom a relative pronoun stands for: the noun that its clause hangs on."""
        trees = self.reader.trees
        for at in (noun.first, *trees.upwards(noun.first)):
            head = trees.head(at)
            if head is not None and trees.words[at].deprel == "acl:relcl":
                known = self._at_head.get(head)
                return known or (self._whole(head) if anything or self._acts(head) else None)
        return None

    def _acts(self, head: int) -> bool:
        """Tell whether a noun is a name or means somebody."""
        look = self._antecedents.look(head)
        return look.named or look.living or look.kind is not None

    def _whole(self, head: int) -> Actor | None:
        """Return the actor of the phrase around *head*, which nobody has asked about."""
        if self.reader.words[head].upos not in {"NOUN", "PROPN"}:
            return None
        first, last = find_phrase(self.reader.trees, head)
        behind = [at + 1 for at in self.reader.trees.with_deprel(head, "cop") if first <= at < head]
        noun = self.reader.read(max([first, *behind]), last)
        actor = self._named(noun, noun.name) if noun.name is not None else self._described(noun)
        self._at_head[head] = actor
        return actor

    def _named(self, noun: Noun, span: NamedSpan) -> Actor:
        title = noun.head if not span.first <= noun.head < span.last else None
        type_ = _TYPES.get(span.type) or (
            kind_of(self.reader.words[title].lemma, self.cast.names) if title else None
        )
        lemma = self.reader.words[title].lemma if title is not None else None
        if lemma is None and type_ != "PER":
            lemma = self.reader.words[span.last - 1].lemma
        described = Described(lemma, self._details(noun, noun.first, span.first), type_)
        return self.cast.name(self.reader.name(span), described, self._span(noun))

    def _described(self, noun: Noun) -> Actor:
        head = self.reader.words[noun.head]
        joined = any(self.reader.trees.is_deprel(at, "conj") for at in range(noun.first, noun.last))
        plural = joined or "Number=Plur" in head.feats
        details = self._details(noun, noun.first, noun.head)
        type_ = kind_of(head.lemma, self.cast.names)
        described = Described(head.lemma, details, type_, plural=plural)
        return self.cast.describe(self.reader.description(noun), described, self._span(noun))

    def _details(self, noun: Noun, first: int, last: int) -> frozenset[str]:
        words = self.reader.words
        return frozenset(
            words[at].lemma.lower()
            for at in range(first, last)
            if at != noun.head and words[at].upos != "PUNCT"
        )

    def _span(self, noun: Noun) -> Span:
        words = self.reader.words
        return span_of(self.text, words[noun.first].span.start, words[noun.last - 1].span.end)

"""Noun phrases read: the name in them, the noun that describes, and what both are in the nominative."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from allikas.entities.phrases import phrase_head
from allikas.entities.spelling import dictionary_form
from allikas.lang.names import Names
from allikas.model.layers import EntityType
from allikas.model.tree import NamedSpan
from allikas.model.word import Word
from allikas.segment.marks import is_mark
from allikas.syntax.trees import Trees

DEEPEST = 6  # words from a surname up to the head of its phrase; a guess


class Noun(NamedTuple):
    """A noun phrase: its words, its head, and the name that it means, if it means one by name."""

    first: int
    last: int
    head: int
    name: NamedSpan | None


class Reader(NamedTuple):
    """All that is needed to read phrases: trees, tables, names by the words they cover, known spellings."""

    trees: Trees
    names: Names
    spans: Mapping[int, NamedSpan]
    known: Mapping[int, str]

    @property
    def words(self) -> Sequence[Word]:
        """The document's words."""
        return self.trees.words

    def read(self, first: int, last: int) -> Noun:
        """Find the head of the phrase ``[first, last)``, and the name at it or explained by it."""
        while last - 1 > first and (is_mark(self.words[last - 1].form) or self.words[last - 1].form == ","):
            last -= 1
        head = phrase_head(self.trees, first, last)
        return Noun(first, last, head, self._meant(head, last))

    def _meant(self, head: int, last: int) -> NamedSpan | None:
        own = self.spans.get(head)
        if own is not None and any(child < last for child in self.trees.with_deprel(head, "conj")):
            return None
        if own is not None and (
            own.type == "PER" or own.last >= last or own.first < head or own.last > head + 1
        ):
            return own
        behind = [span for at in range(head + 1, last) if (span := self.spans.get(at)) is not None]
        people = [span for span in behind if span.type == "PER"]
        if people:
            return people[0]
        explained = kind_of(self.words[head].lemma, self.names) is not None
        return own or (behind[0] if behind and explained and behind[0].first == head + 1 else None)

    def name(self, span: NamedSpan) -> str:
        """Return a name in the nominative: only its last word changes."""
        last = span.last - 1
        if span.first == last and self._is_common(last):
            return self.words[last].lemma
        if last not in self.known and self._is_subject(last):
            return " ".join(
                word.form for word in self.words[span.first : span.last] if not is_mark(word.form)
            )
        forms = [word.form for word in self.words[span.first : last] if not is_mark(word.form)]
        return " ".join([*forms, self.known.get(last) or dictionary_form(self.words[last])])

    def _is_common(self, at: int) -> bool:
        """Tell whether a noun has its capital only from the beginning of a sentence: `Ministry`."""
        word = self.words[at]
        plain = word.upos == "NOUN" and word.lemma.islower() and "Number=Plur" not in word.feats
        return (
            plain
            and at not in self.known
            and not word.form[1:].isupper()
            and kind_of(word.lemma, self.names) is not None
        )

    def _is_subject(self, at: int) -> bool:
        """Tell whether a name belongs to a subject: it stands in the nominative, whatever it looks like."""
        for one in (at, *islice(self.trees.upwards(at), DEEPEST)):
            if not self.trees.is_deprel(one, "flat", "appos"):
                return self.words[one].deprel == "nsubj"
        return False

    def description(self, noun: Noun) -> str:
        """Return a description in the nominative: its head, and what agrees with it."""
        return " ".join(self._nominative(at, noun) for at in self._spoken(noun))

    def _spoken(self, noun: Noun) -> list[int]:
        """Return the words of a description, without what stands in brackets."""
        spoken, depth = [], 0
        for at in range(noun.first, noun.last):
            form = self.words[at].form
            depth += form == "("
            if not depth and not is_mark(form):
                spoken.append(at)
            depth -= form == ")"
        return spoken or [noun.head]

    def _nominative(self, at: int, noun: Noun) -> str:
        word, head = self.words[at], self.words[noun.head]
        changes = at == noun.head or self._agrees(at, noun.head)
        if not changes or "Case=Nom" in word.feats:
            return self._lowered(at, noun, word.form)
        if "Number=Plur" in head.feats:
            return self.names.nominative_plural(word.lemma, word.upos) or word.form
        name = self.known.get(at) or dictionary_form(word)
        return self._lowered(at, noun, name)

    def _agrees(self, at: int, head: int) -> bool:
        """Tell whether the word is in the case of the head: an attribute, or joined to it."""
        joined = self.trees.is_deprel(at, "conj") and self.trees.head(at) == head
        if joined:
            return True
        of_head = self.trees.head(at) == head and self.trees.is_deprel(at, "amod", "det", "nummod", "acl")
        cases = [{feat for feat in self.words[one].feats if feat.startswith("Case=")} for one in (at, head)]
        return of_head and bool(cases[0] & cases[1])

    def _lowered(self, at: int, noun: Noun, form: str) -> str:
        """Take the capital that only the beginning of a sentence gave."""
        plain = at == noun.first and self.words[at].upos != "PROPN" and at not in self.spans
        return form[:1].lower() + form[1:] if plain and not form[1:2].isupper() else form


def kind_of(lemma: str, names: Names) -> EntityType | None:
    """Return what a common noun describes, by the last part of a compound."""
    if lemma.endswith(names.bodies):
        return "ORG"
    return "PER" if lemma.endswith((*names.persons, *names.people)) else None

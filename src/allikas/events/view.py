"""What the stage looks at: a document's trees and a language's tables, and questions about one verb."""

from collections.abc import Iterator
from typing import NamedTuple

from allikas.lang.events import Events, Predicate
from allikas.model.features import Feats
from allikas.syntax.trees import Trees

_COMPLEMENTS = ("xcomp", "csubj", "ccomp")
_NONFINITE = frozenset({"VerbForm=Inf", "VerbForm=Sup"})


class View(NamedTuple):
    """Trees and tables; words are named by their place in the document."""

    trees: Trees
    tables: Events

    def feats(self, at: int) -> Feats:
        """Return the features of a word."""
        return self.trees.words[at].feats

    def is_verb(self, at: int) -> bool:
        """Tell whether a word is a verb that heads something: no auxiliary, but a copula."""
        word = self.trees.words[at]
        return word.upos == "VERB" or (word.upos == "AUX" and not self.trees.is_deprel(at, "aux"))

    def is_nominal(self, at: int) -> bool:
        """Tell whether a word is a noun."""
        return self.trees.words[at].upos in {"NOUN", "PROPN"}

    def lemma(self, at: int) -> str:
        """Return a verb's lemma with the particles and nouns that belong to it: *take place*."""
        words = self.trees.words
        parts = [words[child].form.lower() for child in self.trees.with_deprel(at, "compound")]
        return " ".join([*parts, words[at].lemma])

    def predicate(self, at: int) -> Predicate | None:
        """Return the row of a verb, with its particle or without, or that of a noun."""
        word = self.trees.words[at]
        if word.upos in {"VERB", "AUX"}:
            rows = self.tables.verbs.get(self.lemma(at)) or self.tables.verbs.get(word.lemma, ())
            return next((row for row in rows if self._holds(at, row)), None)
        return self.tables.noun(word.lemma) if word.upos == "NOUN" else None

    def _holds(self, at: int, row: Predicate) -> bool:
        if row.needs is None:
            return True
        if row.needs == "inf":
            return self.has_infinitive(at)
        return row.needs in self.group(at) and self.has_infinitive(at)

    def has_infinitive(self, at: int) -> bool:
        """Tell whether a verb governs an infinitive, or helps one."""
        if self.trees.words[at].upos == "AUX":
            return True
        return any(_NONFINITE & self.feats(child) for child in self.trees.with_deprel(at, *_COMPLEMENTS))

    def helpers(self, at: int) -> tuple[int, ...]:
        """Return the auxiliaries of a verb or predicate, the copula too."""
        return self.trees.with_deprel(at, "aux", "cop")

    def group(self, at: int) -> Feats:
        """Return the features of a verb and its auxiliaries together."""
        found = self.feats(at)
        for helper in self.helpers(at):
            found |= self.feats(helper)
        return found

    def is_denied(self, at: int) -> bool:
        """Tell whether a word of denial stands with a verb or predicate."""
        feats = self.feats(at)
        if "Polarity=Neg" in feats or ("Case=Abe" in feats and "VerbForm=Sup" in feats):
            return True
        return any("Polarity=Neg" in self.feats(child) for child in self._deniers(at))

    def _deniers(self, at: int) -> Iterator[int]:
        yield from self.helpers(at)
        yield from self.trees.with_deprel(at, "advmod")

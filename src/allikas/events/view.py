"""What the stage looks at: a document's trees and a language's tables, and questions about one verb."""

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
        if not parts:
            parts = self._loose(at, self.tables.particles.get(words[at].lemma, frozenset()))
        return " ".join([*parts, words[at].lemma])

    def _loose(self, at: int, particles: frozenset[str]) -> list[str]:
        """Return a particle of the verb that the tree has taken for something else, or hung too low."""
        if not particles:
            return []
        words, children = self.trees.words, self.trees.children
        near = (low for child in children[at] for low in (child, *children[child]))
        return next(
            (
                [words[low].form.lower()]
                for low in near
                if words[low].form.lower() in particles and not self._dates(low)
            ),
            [],
        )

    def _dates(self, at: int) -> bool:
        """Tell whether a word is the adposition of a time, and no particle: *a year ago*."""
        head = self.trees.head(at)
        return (
            head is not None
            and self.trees.is_deprel(at, "case")
            and (self.trees.words[head].deprel == "obl:tmod")
        )

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
        if row.needs == "clause":
            return self.has_content(at)
        if row.needs == "inf":
            return self.has_infinitive(at)
        return row.needs in self.group(at) and self.has_infinitive(at)

    def has_content(self, at: int) -> bool:
        """Tell whether a verb governs a clause, or stands beside what it reports."""
        return bool(self.trees.with_deprel(at, "ccomp", "parataxis")) or self.trees.is_deprel(at, "parataxis")

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
        return ("Case=Abe" in feats and "VerbForm=Sup" in feats) or self.is_denied_by_word(at)

    def is_denied_by_word(self, at: int) -> bool:
        """Tell whether a word of its own denies, not the ending of the verb alone."""
        words, denials = self.trees.words, self.tables.denials
        return "Polarity=Neg" in self.feats(at) or any(
            "Polarity=Neg" in words[child].feats or words[child].lemma in denials
            for child in self.trees.with_deprel(at, "aux", "cop", "advmod", "cc")
        )

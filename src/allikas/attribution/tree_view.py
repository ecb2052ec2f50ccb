"""What attribution looks at where there are trees: with a language's tables, and the cues among the words."""

from typing import NamedTuple

from allikas.attribution.frame import Words
from allikas.lang.reporting import Cue, Reporting
from allikas.syntax.trees import Trees


class TreeView(NamedTuple):
    """Trees and tables."""

    trees: Trees
    tables: Reporting

    def lower(self, at: int) -> str:
        """Return the form at *at* in lower case."""
        return self.trees.words[at].form.lower()

    def cue(self, at: int) -> Cue | None:
        """Return what the tables say of the verb at *at*, with the particle among its children."""
        word = self.trees.words[at]
        if word.upos not in {"VERB", "AUX"} and "VerbForm=Part" not in word.feats:
            return None
        for cue in self.tables.verbs.get(word.lemma, ()):
            if cue.particle is None or self.particle(at, cue) is not None:
                return cue
        return None

    def particle(self, at: int, cue: Cue) -> int | None:
        """Return the child that completes a phrasal verb."""
        return next((child for child in self.trees.children[at] if self.lower(child) == cue.particle), None)

    def cue_words(self, at: int, *others: int | None) -> tuple[Words, ...]:
        """Return the words of a cue as ranges, neighbours joined."""
        places = sorted({at, *(other for other in others if other is not None)})
        if len(places) > 1 and places[-1] - places[0] == len(places) - 1:
            return (Words(places[0], places[-1] + 1),)
        return tuple(Words(place, place + 1) for place in places)

    def negated(self, at: int) -> bool:
        """Tell whether a word of denial hangs on the verb at *at*, or on the verb that it completes."""
        chain = [at]
        head = self.trees.head(at)
        if self.trees.is_deprel(at, "xcomp") and head is not None:
            chain.append(head)
        return any(
            self.lower(child) in self.tables.negations or "Polarity=Neg" in self.trees.words[child].feats
            for one in chain
            for child in (one, *self.trees.children[one])
        )

    def own_words(self, at: int, *contents: int) -> frozenset[int]:
        """Return the words of the clause at *at* without the contents that hang on it and without signs."""
        found = {at}
        for child in self.trees.children[at]:
            if child not in contents and self.trees.words[child].upos != "PUNCT":
                found.update(self.trees.subtree(child))
        return frozenset(found)

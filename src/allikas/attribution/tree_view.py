"""What attribution looks at where there are trees: with a language's tables, and the cues among the words."""

from typing import NamedTuple

from allikas.attribution.extents import is_impersonal, noun_phrase, subject
from allikas.attribution.frame import Words
from allikas.lang.reporting import Cue, Reporting
from allikas.syntax.trees import Trees

NEAR = 4  # words between a verb and its particle; a guess


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
        if self.completes(at):
            return None
        for cue in self.tables.verbs.get(word.lemma, ()):
            if cue.particle is None or self.particle(at, cue) is not None:
                return cue
        return None

    def completes(self, at: int) -> bool:
        """Tell whether the word at *at* is the particle of the phrasal verb on which it hangs."""
        head = self.trees.head(at)
        above = self.tables.verbs.get(self.trees.words[head].lemma, ()) if head is not None else ()
        return any(cue.particle == self.lower(at) for cue in above)

    def particle(self, at: int, cue: Cue) -> int | None:
        """Return the child that completes a phrasal verb."""
        children = (child for child in self.trees.children[at] if self.lower(child) == cue.particle)
        return next(children, None) or self._loose_particle(at, cue)

    def _loose_particle(self, at: int, cue: Cue) -> int | None:
        """Return an adverb near the verb that the tree hangs elsewhere."""
        words = self.trees.words
        near = range(max(0, at - NEAR), min(len(words), at + NEAR + 1))
        found = (other for other in near if words[other].upos == "ADV" and self.lower(other) == cue.particle)
        return next(found, None)

    def cue_words(self, at: int, *others: int | None) -> tuple[Words, ...]:
        """Return the words of a cue as ranges, neighbours joined."""
        places = sorted({at, *(other for other in others if other is not None)})
        if len(places) > 1 and places[-1] - places[0] == len(places) - 1:
            return (Words(places[0], places[-1] + 1),)
        return tuple(Words(place, place + 1) for place in places)

    def negated(self, at: int) -> bool:
        """Tell whether a word of denial hangs on the verb at *at*, or on the verb that it completes."""
        head = self.trees.head(at)
        above = head if self.trees.is_deprel(at, "xcomp", "advcl", "obl") else None
        lemma = self.trees.words[above].lemma if above is not None else ""
        if lemma in self.tables.refusing and "VerbForm=Sup" in self.trees.words[at].feats:
            return not self._denied(above)
        if lemma in self.tables.daring or not self.trees.is_deprel(at, "xcomp"):
            above = None
        return self._denied(at) or self._denied(above)

    def _denied(self, at: int | None) -> bool:
        """Tell whether a word of denial belongs to the verb at *at*, or is the verb itself."""
        if at is None:
            return False
        return "Case=Abe" in self.trees.words[at].feats or any(
            self.lower(one) in self.tables.negations or "Polarity=Neg" in self.trees.words[one].feats
            for one in (at, *self.trees.with_deprel(at, "aux", "cop"))
        )

    def source(self, verb: int) -> Words | None:
        """Return the phrase of whoever the verb at *verb* makes speak: its subject, or a document."""
        found = subject(self.trees, verb)
        if found is None and is_impersonal(self.trees, verb):
            found = self._document(verb)
        if found is None:
            return None
        phrase = noun_phrase(self.trees, found, self.tables.floating)
        return Words(self._with_genitives(phrase.first, verb), phrase.last)

    def _with_genitives(self, first: int, verb: int) -> int:
        """Take in the genitives just before a phrase that the tree has hung on the verb itself."""
        words = self.trees.words
        while first - 1 > verb and "Case=Gen" in words[first - 1].feats and words[first - 1].head == verb:
            first = self.trees.edges[first - 1][0]
        return first

    def _document(self, verb: int) -> int | None:
        """Return what can be read, where something is said without a speaker: `in the letter it is said`."""
        for child in self.trees.children[verb]:
            word = self.trees.words[child]
            inside = "Case=Ine" in word.feats and word.lemma.endswith(self.tables.documents)
            if inside or self.lower(child) in self.tables.there:
                return child
        return None

    def own_words(self, at: int, *contents: int) -> frozenset[int]:
        """Return the words of the clause at *at* without the contents that hang on it and without signs."""
        found = {at}
        for child in self.trees.children[at]:
            if child not in contents and self.trees.words[child].upos != "PUNCT":
                found.update(self.trees.subtree(child))
        return frozenset(found)

"""Why a statement is one: its cue's entry, the rule, the way through the tree, how its speaker was found."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from allikas.attribution.turns import ANSWER
from allikas.lang.pack import languages, load
from allikas.lang.reporting import Cue, Phrase, Reporting
from allikas.model.layers import Entity, Mention, Statement
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Word
from allikas.syntax.trees import Trees, turn

FAR = 12  # steps of a path worth printing; a guess, longer ones tell nobody anything


class Reasons:
    """The reasons of a reading's statements; its trees are turned once."""

    def __init__(self, reading: Reading) -> None:
        self.entities = {entity.id: entity for entity in reading.entities}
        self.trees = turn(reading.words)
        self.starts = [word.span.start for word in reading.words]
        language = reading.document.language
        self.tables = load(language).reporting if language in languages() else Reporting()

    def of(self, statement: Statement) -> Iterator[str]:
        """Yield lines that say why *statement* was read, each with what it is about before a colon.

        >>> import allikas
        >>> reading = allikas.read("Rektor ütles, et ülikool kasvab.")
        >>> print(*Reasons(reading).of(reading.statements[0]), sep=chr(10))
        by: ütlema, verb + that-clause
        cue: ütlema, say, governs ask, da, quote, that (Rektor ütles, et ülikool kasvab.)
        tree: ütles →ccomp kasvab
        source: ütles →nsubj Rektor
        speaker: Rektor is rektor, a nominal, e1 (first mention)
        """
        yield f"by: {', '.join(statement.by) or 'no rule'}"
        entry = find_entry(self.tables, statement.by[0]) if statement.by else None
        if entry is not None:
            yield f"cue: {describe(entry)}"
        yield from self._paths(statement)
        yield from self._speaker(statement)

    def _paths(self, statement: Statement) -> Iterator[str]:
        cue = self._head(statement.cue, verbs=True)
        for name, spans in (("tree", statement.content), ("source", (statement.source,))):
            end = self._head([span for span in spans if span is not None])
            steps = self.trees.path(cue, end) if cue is not None and end is not None else []
            if 1 < len(steps) <= FAR:
                yield f"{name}: {draw(self.trees, steps)}"

    def _head(self, spans: Sequence[Span], *, verbs: bool = False) -> int | None:
        """Return the word of the spans on which the others hang; of a cue, its verb."""
        words = self.trees.words
        inside = [at for one in spans for at in range(self._at(one.start), self._at(one.end))]
        verb = next((at for at in inside if words[at].upos == "VERB"), None) if verbs else None
        hanging = (at for at in inside if words[at].upos != "PUNCT" and words[at].head not in inside)
        return next(hanging, None) if verb is None else verb

    def _at(self, start: int) -> int:
        return bisect_left(self.starts, start)

    def _speaker(self, statement: Statement) -> Iterator[str]:
        entity = self.entities.get(statement.speaker or "")
        if entity is None:
            yield "speaker: the text does not say who"
            return
        mention = _mention(entity, statement.source)
        if mention is None:
            how = "whom a question addresses" if statement.by == (ANSWER,) else "who spoke before"
            yield f"speaker: {entity.name}, {how}, {entity.id}"
            return
        why = ", ".join(getattr(mention, "by", ()))
        named = f"speaker: {mention.span.text} is {entity.name}, a {mention.kind}, {entity.id}"
        yield f"{named} ({why})" if why else named


def find_entry(tables: Reporting, name: str) -> Cue | Phrase | None:
    """Return the entry of the tables that has this name.

    >>> find_entry(load("et").reporting, "sõnul").example
    'Politsei sõnul oli tee libe.'
    """
    lemma, last = name.rpartition(" ")[2], name.rpartition(" ")[2]
    verbs = (cue for cue in tables.verbs.get(lemma, ()) if cue.name == name)
    phrases = (*tables.phrases.get(last, ()), *tables.adverbs.get(last, ()))
    named = (phrase for phrase in phrases if " ".join(phrase.forms) == name)
    return next(verbs, None) or tables.nouns.get(name) or next(named, None)


def describe(entry: Cue | Phrase) -> str:
    """Say what the tables know of a cue, and their example."""
    if isinstance(entry, Phrase):
        return f"{' '.join(entry.forms)}, {entry.kind} ({entry.example})"
    facts = (entry.name, entry.kind, *(("factive",) if entry.factive else ()))
    return f"{', '.join(facts)}, governs {', '.join(sorted(entry.governs))} ({entry.example})"


def draw(trees: Trees, steps: Sequence[int]) -> str:
    """Draw the way from word to word: down with the relation of what hangs there, up with one's own."""
    words: Sequence[Word] = trees.words
    drawn = words[steps[0]].form
    for here, there in pairwise(steps):
        down = words[there].head == here
        arrow = f"→{words[there].deprel}" if down else f"←{words[here].deprel}"
        drawn += f" {arrow} {words[there].form}"
    return drawn


def _mention(entity: Entity, source: Span | None) -> Mention | None:
    """Return the mention of *entity* in the source."""
    if source is None:
        return None
    inside = [mention for mention in entity.mentions if source.contains(mention.span)]
    return max(inside, key=lambda mention: mention.span.end - mention.span.start, default=None)

"""What the words of a clause speak of, so that two reports' words for one thing meet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from allikas.lang.stories import Stories
from allikas.model.layers import Entity
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Word

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
PIECE = 0.4  # what a word of a name of several counts: *Paldiski* in *Paldiski Lõunasadam*, a guess
LEAST = 0.3  # words that are lighter are in every report: measured on the invented stories


class Keys:
    """The key and the weight of every word of a reading."""

    def __init__(self, reading: Reading, tables: Stories) -> None:
        self._words = reading.words
        self._tables = tables
        self._names = dict(_named(reading))
        self._measured = tuple(timex.span for timex in reading.times)
        self._measured += tuple(one.span for one in reading.quantities if one.unit is not None)

    def key(self, at: int) -> str:
        """Return what the word means: a name, the shared name of its lemma, or the lemma."""
        if at in self._names:
            return self._names[at].casefold()
        lemma = self._verb(self._words[at])
        return self._tables.same.get(lemma, lemma)

    def _verb(self, word: Word) -> str:
        """Return the verb that a noun is made of, so that *opening* meets *open*; else the lemma."""
        lemma = word.lemma.lower()
        return self._tables.verb_of(lemma) or lemma if word.upos == "NOUN" else lemma

    def name(self, at: int) -> str | None:
        """Return the name that the word is part of."""
        return self._names.get(at)

    def of(self, places: Iterable[int]) -> Mapping[str, float]:
        """Return the keys of words with their weights."""
        found: dict[str, float] = {}
        for at in places:
            word = self._words[at]
            if at in self._names or (word.upos in TELLING and not self._is_measured(word.span)):
                key = self.key(at)
                weight = 1.0 if at in self._names else self._tables.weight(key)
                found[key] = max(weight, found.get(key, 0.0))
        for key in [one for one in found if " " in one]:
            found |= dict.fromkeys(key.split(), PIECE) | found
        return {key: weight for key, weight in self._joined(found).items() if weight >= LEAST}

    def shared_name(self, at: int, keys: Mapping[str, float]) -> str:
        """Return the key of a word, or that of the several words of which it is one."""
        key = self.key(at)
        found = (name for words, name in self._tables.phrases.items() if key in words and name in keys)
        return key if key in keys else next(found, key)

    def _is_measured(self, span: Span) -> bool:
        return any(time.contains(span) for time in self._measured)

    def _joined(self, found: dict[str, float]) -> dict[str, float]:
        """Put the shared name in the place of two words that mean it together: *come to harm*."""
        for words, name in self._tables.phrases.items():
            if all(word in found for word in words):
                weight = max(found.pop(word) for word in words)
                found[name] = max(weight, found.get(name, 0.0))
        return found


def _named(reading: Reading) -> Iterator[tuple[int, str]]:
    """Give every word inside a name the last word of its entity's name: *Kallaste* for *Triin Kallaste*."""
    starts = {word.span.start: at for at, word in enumerate(reading.words)}
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.kind == "name" and mention.span.start in starts:
                yield from _words_of(entity, starts[mention.span.start], mention.span.end, reading)


def _words_of(entity: Entity, at: int, end: int, reading: Reading) -> Iterator[tuple[int, str]]:
    name = entity.name.rpartition(" ")[2] if entity.type == "PER" else entity.name
    while at < len(reading.words) and reading.words[at].span.end <= end:
        yield at, name
        at += 1


def likeness(one: str, other: str) -> float:
    """Say how far two keys mean the same: *warehouse* and *pellet warehouse* mostly.

    >>> likeness("liin", "maakonnaliin"), likeness("liin", "laev"), likeness("liin", "liin")
    (0.8, 0.0, 1.0)
    """
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    return 0.8 if len(short) >= 4 and long.endswith(short) else 0.0


def ends_of(key: str) -> Sequence[str]:
    """List the ends of a key under which a shorter one may meet it.

    >>> ends_of("järv")
    ['järv']
    """
    return [key, *(key[at:] for at in range(2, len(key) - 3))]

"""Headlines made fit to be searched: each word with its place and all dictionary forms that it may have.

A headline is no part of the text that is read, so it has no words there. What was found is kept beside the
reading: the index forgets it by being told again what it holds, whatever a later version would find.
"""

import json
import re
from typing import NamedTuple

from allikas.lang.pack import LanguageError
from allikas.ledger.keys import LAST_SENTENCE
from allikas.ledger.lemmas import lemmatiser
from allikas.model.document import Document

HEADLINE = LAST_SENTENCE  # the number under which a headline is found, which no sentence of a report has
WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


class HeadWord(NamedTuple):
    """A word of a headline: its range there, and its dictionary forms."""

    start: int
    stop: int
    lemmas: tuple[str, ...]


def find_headline(doc: Document) -> tuple[HeadWord, ...]:
    """Return the words of a document's headline; none where its language has no pack.

    >>> find_headline(Document("Tere.", title="Vange vahetati"))[1]
    HeadWord(start=6, stop=14, lemmas=('vahetama',))
    """
    ranges = [match.span() for match in WORD.finditer(doc.title or "")]
    forms = [(doc.title or "")[start:stop] for start, stop in ranges]
    try:
        lemmas = lemmatiser(doc.language)(forms) if forms else ()
    except LanguageError:
        lemmas = [(form,) for form in forms]
    return tuple(HeadWord(*ends, tuple(some)) for ends, some in zip(ranges, lemmas, strict=True))


def pack_headline(words: tuple[HeadWord, ...]) -> str | None:
    """Write them as JSON; ``None`` where there are none.

    >>> unpack_headline(pack_headline((HeadWord(0, 5, ("vang",)),)))
    (HeadWord(start=0, stop=5, lemmas=('vang',)),)
    """
    return json.dumps(words, separators=(",", ":")) if words else None


def unpack_headline(packed: str | None) -> tuple[HeadWord, ...]:
    """Read what ``pack_headline`` wrote."""
    return tuple(HeadWord(start, stop, tuple(lemmas)) for start, stop, lemmas in json.loads(packed or "[]"))


def variants(title: str, words: tuple[HeadWord, ...]) -> list[list[tuple[str, str]]]:
    """Return form and lemma of each word, once for every dictionary form that any of them may have.

    >>> variants("Vange", (HeadWord(0, 5, ("vang",)),))
    [[('Vange', 'vang')]]
    """
    deepest = max((len(word.lemmas) for word in words), default=0)
    return [
        [(title[word.start : word.stop], word.lemmas[min(n, len(word.lemmas) - 1)]) for word in words]
        for n in range(deepest)
    ]

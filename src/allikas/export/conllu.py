"""A reading as CoNLL-U: its sentences, words and trees, with its names in MISC."""

from bisect import bisect_left
from collections.abc import Iterator

from allikas.model.reading import Reading
from allikas.model.tree import NamedSpan
from allikas.syntax.conllu import format_conllu


def reading_as_conllu(reading: Reading) -> str:
    """Write the words of a reading; a report without words is nothing.

    >>> from allikas.model.document import Document
    >>> reading_as_conllu(Reading(Document("")))
    ''
    """
    names = sorted(_names(reading), key=lambda name: name.first)
    return format_conllu(reading.words, reading.sentences, names=names, doc_id=reading.document.id)


def _names(reading: Reading) -> Iterator[NamedSpan]:
    """Yield the names of typed entities as ranges of words."""
    starts = [word.span.start for word in reading.words]
    for entity in reading.entities:
        for mention in entity.mentions:
            first, last = (bisect_left(starts, at) for at in (mention.span.start, mention.span.end))
            if mention.kind == "name" and entity.type and first < last:
                yield NamedSpan(first, last, entity.type)

"""A reading as CoNLL-U: its sentences, words and trees, with names and arguments in MISC."""

from allikas.model.reading import Reading
from allikas.syntax.conllu import format_conllu


def reading_as_conllu(reading: Reading) -> str:
    """Write the words of a reading; a report without words is nothing.

    >>> from allikas.model.document import Document
    >>> reading_as_conllu(Reading(Document("")))
    ''
    """
    return format_conllu(
        reading.words,
        reading.sentences,
        names=reading.names,
        arguments=reading.arguments,
        doc_id=reading.document.id,
    )

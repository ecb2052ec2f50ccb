"""A text in hand, made into a reading: what `allikas.read` does."""

from dataclasses import replace

from allikas.intake.headers import Metadata, split_header
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.pipeline import read_document


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Reading:
    """Read a text as a report: published on the EDTF date *published*, by *outlet*.

    A header at the top of the text (``date 2025-07 ...``, or lines between two of ``---``) tells what is not
    given, and is no part of the text that is read. The language is Estonian unless something says otherwise.
    Raises ``LanguageError`` where there is no pack for it.

    >>> reading = read("date 2025-07 TASS teatas. Moskva eitas.")
    >>> [sent.span.text for sent in reading.sentences], reading.document.published
    (['TASS teatas.', 'Moskva eitas.'], '2025-07')
    """
    headed = split_header(text)
    doc = as_document(headed.text, Metadata(published, outlet, title, url, language).over(headed.metadata))
    reading = read_document(doc, load(doc.language))
    return replace(reading, problems=headed.problems + reading.problems)


def as_document(text: str, known: Metadata) -> Document:
    """Make a document of a text and what is known of it."""
    return Document(text, known.language or "et", known.published, known.outlet, known.title, known.url)

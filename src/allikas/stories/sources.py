"""Where tellings come from: a report, its text, and the name under which its outlet is counted."""

from dataclasses import dataclass

from allikas.model.reading import Reading
from allikas.stories.records import Report


@dataclass(frozen=True, slots=True)
class Source:
    """A report with its text; ``outlet`` is its outlet's name, or the document's id where none is known."""

    report: Report
    text: str
    outlet: str


def source_of(reading: Reading) -> Source:
    """Return where the points of a reading come from.

    >>> from allikas.model.document import Document
    >>> source_of(Reading(Document("Tere.", outlet="Kirdetuul"))).outlet
    'Kirdetuul'
    """
    doc = reading.document
    return Source(
        Report(doc.id, doc.outlet, doc.published, doc.title, doc.url), doc.text, doc.outlet or doc.id
    )

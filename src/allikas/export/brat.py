"""A reading as brat standoff (https://brat.nlplab.org/standoff.html): a text and its annotations.

Offsets are Unicode code points. brat wants no line break inside an annotation, so one that crosses lines is
given in pieces, as one that is broken up is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from allikas.export.marks import LABELS, LINKS, Mark, find_links, find_marks
from allikas.model.reading import Reading
from allikas.model.span import Span


class Standoff(NamedTuple):
    """What goes into the ``.txt`` and the ``.ann`` file."""

    text: str
    annotations: str


def reading_as_brat(reading: Reading) -> Standoff:
    r"""Write a reading's spans, their relations and, as notes, what is known of them.

    Line breaks of other systems are written as spaces before a line feed, which leaves every offset true.

    >>> from allikas.model.document import Document
    >>> reading_as_brat(Reading(Document("Sajab.\r\n")))
    Standoff(text='Sajab. \n', annotations='')
    """
    text = _one_width(reading.document.text)
    marks = [mark for mark in find_marks(reading) if any(_pieces(text, mark.spans))]
    ids = {mark.id: f"T{number}" for number, mark in enumerate(marks, start=1)}
    lines = [*(_text_bound(text, mark, ids) for mark in marks), *_notes(marks, ids)]
    links = [link for link in find_links(reading) if link.start in ids and link.end in ids]
    for number, link in enumerate(links, start=1):
        lines.append(f"R{number}\t{_label(link.label)} Arg1:{ids[link.start]} Arg2:{ids[link.end]}")
    return Standoff(text, "".join(f"{line}\n" for line in lines))


def _one_width(text: str) -> str:
    """Keep the length of the text, with line feeds for its only breaks: brat knows no others."""
    text = BREAKS.sub("\n", text.replace("\r\n", " \n"))
    return SURROGATES.sub("\ufffd", text)


def _text_bound(text: str, mark: Mark, ids: dict[str, str]) -> str:
    pieces = list(_pieces(text, mark.spans))
    places = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    return f"{ids[mark.id]}\t{_label(mark.label)} {places}\t{words}"


def _pieces(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Cut spans at line breaks; white space at the ends of a piece is left out."""
    for span in spans:
        for line in LINE.finditer(text, span.start, span.end):
            yield line.span()


def _notes(marks: list[Mark], ids: dict[str, str]) -> Iterator[str]:
    told = [mark for mark in marks if mark.traits]
    for number, mark in enumerate(told, start=1):
        said = "; ".join(f"{key}={value}" for key, value in mark.traits)
        note = " ".join(SURROGATES.sub("\ufffd", said).split())
        yield f"#{number}\tAnnotatorNotes {ids[mark.id]}\t{note}"


def _label(label: str) -> str:
    """Keep to the letters that brat allows in the name of a type."""
    return re.sub(r"[^\w-]", "_", label)


BREAKS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SURROGATES = re.compile("[\ud800-\udfff]")
LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def annotation_conf() -> str:
    """Write the ``annotation.conf`` that tells brat which labels there are."""
    relations = [f"{_label(one)}\tArg1:<ENTITY>, Arg2:<ENTITY>" for one in LINKS]
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    parts = ("[entities]", *LABELS, "[relations]", overlap, *relations, "[events]", "[attributes]")
    return "\n".join(parts) + "\n"

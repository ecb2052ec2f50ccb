"""A reading as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one a statement and an event.

``TextPositionSelector`` counts Unicode code points, as the standard demands and as offsets here do;
``TextQuoteSelector`` finds the words again where the page has changed around them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from allikas.export.names import Named
from allikas.model.reading import Reading
from allikas.model.span import Span

AROUND = 32  # characters before and after a quotation; a guess, what annotation clients keep


def reading_as_annotations(reading: Reading) -> str:
    """Write an annotation collection in JSON-LD.

    >>> from allikas.model.document import Document
    >>> json.loads(reading_as_annotations(Reading(Document("Sajab."))))["total"]
    0
    """
    items = list(_annotations(Named(reading)))
    doc = reading.document
    page = {"type": "AnnotationPage", "id": f"urn:allikas:{doc.id}:page", "startIndex": 0, "items": items}
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:allikas:{doc.id}:annotations",
        "type": "AnnotationCollection",
        "label": doc.title or doc.id,
        "total": len(items),
        "first": page,
    }
    return SURROGATES.sub("\ufffd", json.dumps(collection, ensure_ascii=False))


def _annotations(it: Named) -> Iterator[dict[str, Any]]:
    for statement in it.reading.statements:
        voices = " > ".join(it.chain(statement.id))
        about = f"{voices} ({statement.mode}, {statement.kind}, {statement.certainty})"
        if statement.content:
            yield _annotation(it, statement.id, about, statement.content)
    for event in it.reading.events:
        when = it.edtf(event.time)
        about = ", ".join(
            filter(None, (event.lemma, event.status, event.certainty, when, it.name(event.place)))
        )
        yield _annotation(it, event.id, about, (event.span,))


def _annotation(it: Named, id_: str, about: str, spans: Iterable[Span]) -> dict[str, Any]:
    doc = it.reading.document
    targets = [_target(doc.url or f"urn:allikas:{doc.id}", doc.text, span) for span in spans]
    return {
        "id": f"urn:allikas:{doc.id}:{id_}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": about, "format": "text/plain", "language": "en"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(source: str, text: str, span: Span) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


SURROGATES = re.compile("[\ud800-\udfff]")

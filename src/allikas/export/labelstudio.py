"""Readings as Label Studio tasks: https://labelstud.io/guide/predictions.

Label Studio counts in JavaScript, whose characters are UTF-16 units: an emoji is two of them. Offsets are
turned into these.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from allikas.export.marks import LABELS, LINKS, Mark, find_links, find_marks
from allikas.model.reading import Reading
from allikas.model.span import Span


def readings_as_label_studio(readings: Iterable[Reading], *, version: str = "allikas") -> str:
    """Write a list of tasks to import; each has its reading as a prediction, to be corrected.

    >>> readings_as_label_studio([])
    '[]'
    """
    tasks = [_task(reading, version) for reading in readings]
    return SURROGATES.sub("\ufffd", json.dumps(tasks, ensure_ascii=False))


def label_config() -> str:
    """Write the labelling interface for these tasks, to be pasted into a project's settings."""
    labels = "".join(f'<Label value="{label}"/>' for label in LABELS)
    relations = "".join(f'<Relation value="{relation}"/>' for relation in (*LINKS, "Goes on"))
    return (
        f'<View><Relations>{relations}</Relations><Labels name="label" toName="text">{labels}</Labels>'
        '<Text name="text" value="$text" granularity="symbol"/></View>'
    )


def _task(reading: Reading, version: str) -> dict[str, Any]:
    doc = reading.document
    known = {
        "id": doc.id,
        "title": doc.title,
        "outlet": doc.outlet,
        "published": doc.published,
        "url": doc.url,
    }
    results = [*_regions(reading), *_relations(reading)]
    return {
        "data": {"text": doc.text, **{key: value for key, value in known.items() if value is not None}},
        "predictions": [{"model_version": version, "result": results}],
    }


def _regions(reading: Reading) -> Iterator[dict[str, Any]]:
    wide = tuple(at for at, char in enumerate(reading.document.text) if ord(char) > LAST_SINGLE)
    for mark in find_marks(reading):
        ids = _ids(mark)
        for id_, span in zip(ids, mark.spans, strict=True):
            yield _region(id_, mark, span, wide)
        for first, second in pairwise(ids):
            yield {
                "type": "relation",
                "from_id": first,
                "to_id": second,
                "direction": "right",
                "labels": ["Goes on"],
            }


def _ids(mark: Mark) -> list[str]:
    """Name the parts of a mark: the first as the mark itself, since relations lead there."""
    return [mark.id if not number else f"{mark.id}~{number}" for number in range(len(mark.spans))]


def _region(id_: str, mark: Mark, span: Span, wide: tuple[int, ...]) -> dict[str, Any]:
    start, end = (at + bisect_left(wide, at) for at in (span.start, span.end))
    value = {"start": start, "end": end, "text": span.text, "labels": [mark.label]}
    meta = {"text": [f"{key}: {told}" for key, told in mark.traits]}
    return {
        "id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value,
        **({"meta": meta} if mark.traits else {}),
    }  # fmt: skip


def _relations(reading: Reading) -> Iterator[dict[str, Any]]:
    for link in find_links(reading):
        ends = {"from_id": link.start, "to_id": link.end}
        yield {"type": "relation", **ends, "direction": "right", "labels": [link.label]}


LAST_SINGLE = 0xFFFF  # the last code point that is one unit in UTF-16
SURROGATES = re.compile("[\ud800-\udfff]")

"""Readings as Parquet: one row a document, its layers nested as in JSON; needs ``allikas[parquet]``."""

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from allikas.model.reading import FORMAT, Reading

# A schema of pyarrow, which has no types.
Schema = Any


def readings_as_parquet(readings: Iterable[Reading], *, rows_a_group: int = 1000) -> bytes:
    """Write readings as one Parquet table, with the columns and the nesting of ``Reading.as_dict()``.

    A lone surrogate, which Parquet's UTF-8 cannot carry, is written as U+FFFD: every offset stays true.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only where it is used
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - the same

    stream, schema = io.BytesIO(), parquet_schema()
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(readings, rows_a_group):
            writer.write_table(pa.Table.from_pylist([_carried(one.as_dict()) for one in group], schema))
    return stream.getvalue()


def _groups(readings: Iterable[Reading], size: int) -> Iterator[list[Reading]]:
    group: list[Reading] = []
    for reading in readings:
        group.append(reading)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _carried(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Replace what UTF-8 cannot carry, character by character."""
    if isinstance(value, str):
        return (
            value
            if value.isascii()
            else "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in value)
        )
    if isinstance(value, list):
        return [_carried(item) for item in value]
    return {key: _carried(item) for key, item in value.items()} if isinstance(value, dict) else value


def parquet_as_dicts(data: bytes) -> Iterator[dict[str, Any]]:
    """Read back what ``readings_as_parquet`` wrote: the objects of ``Reading.as_dict()``."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra, loaded only where it is used

    for batch in ParquetFile(io.BytesIO(data)).iter_batches():
        yield from batch.to_pylist()


def parquet_schema() -> Schema:
    """Return the schema of the table; it says which format of reading it holds."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only where it is used

    fields = [(name, _type(shape)) for name, shape in SHAPE.items()]
    return pa.schema(fields, metadata={"allikas": json.dumps({"format": FORMAT})})


def _type(shape: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only where it is used

    if isinstance(shape, dict):
        return pa.struct([(name, _type(inner)) for name, inner in shape.items()])
    if isinstance(shape, list):
        return pa.list_(_type(shape[0]))
    return {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "bool": pa.bool_()}[shape]


RANGE = {"start": "whole", "end": "whole"}
SELECTED = {**RANGE, "text": "text"}
FOUND = {"id": "text", **SELECTED}
BY = ["text"]
SHAPE: dict[str, Any] = {
    "format": "text",
    "document": dict.fromkeys(("id", "language", "published", "outlet", "title", "url", "text"), "text"),
    "sentences": [RANGE],
    "entities": [
        {
            "id": "text",
            "type": "text",
            "name": "text",
            "country": "text",
            "geonames": "whole",
            "latitude": "number",
            "longitude": "number",
            "mentions": [{**SELECTED, "kind": "text", "by": BY}],
        }
    ],
    "times": [{**FOUND, "type": "text", "value": "text", "edtf": "text", "mod": "text", "by": BY}],
    "quantities": [
        {
            **FOUND,
            "value": "number",
            "low": "number",
            "high": "number",
            "unit": "text",
            "of": RANGE,
            "approx": "text",
            "by": BY,
        }
    ],
    "statements": [
        {
            "id": "text",
            "mode": "text",
            "kind": "text",
            "content": [RANGE],
            "cue": [RANGE],
            "source": RANGE,
            "speaker": "text",
            "relay": RANGE,
            "addressee": RANGE,
            "chain": ["text"],
            "parent": "text",
            "negated": "bool",
            "certainty": "text",
            "time": "text",
            "by": BY,
        }
    ],
    "events": [
        {
            **FOUND,
            **dict.fromkeys(
                (
                    "lemma",
                    "class",
                    "polarity",
                    "modality",
                    "certainty",
                    "status",
                    "relation",
                    "time",
                    "place",
                ),
                "text",
            ),
            "roles": [{"role": "text", **RANGE, "entity": "text"}],
            "quantities": ["text"],
            "plover": {"event": "text", "mode": "text"},
            "statement": "text",
            "by": BY,
        }
    ],
    "problems": [{"stage": "text", **RANGE, "message": "text"}],
}

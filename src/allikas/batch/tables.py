"""The Parquet files of one shard: a table a layer, a folder a year, and whole readings for the ledger."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from allikas.export.sheets import COLUMNS, Row, Sheet, rows
from allikas.ledger.words import pack_parse, unpack_parse
from allikas.model.parsing import parse_reading
from allikas.model.published import parse_published
from allikas.model.reading import Reading
from allikas.model.tree import Parse

READINGS, PROBLEMS = "readings", "problems"
NO_YEAR = "year=__HIVE_DEFAULT_PARTITION__"  # Hive's own name for no value; DuckDB and Spark read it as NULL


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read, and the file or address that it came from."""

    origin: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Apart:
    """What could not be read, and in a line why."""

    origin: str
    message: str


def write_tables(out: Path, key: str, done: Iterable[Read | Apart]) -> None:
    """Write all that a shard gave, in files of its *key*; each appears whole or not at all.

    Written twice, the same files result.
    """
    everything = list(done)
    read = sorted((one for one in everything if isinstance(one, Read)), key=lambda one: _year(one.reading))
    for year, group in groupby(read, lambda one: _year(one.reading)):
        together = list(group)
        readings = [one.reading for one in together]
        for sheet in Sheet:
            _write(out, sheet, f"{year}/{key}.parquet", list(rows(readings, sheet)), COLUMNS[sheet])
        _write(out, READINGS, f"{year}/{key}.parquet", list(map(_whole, together)), WHOLE)
    _write(out, PROBLEMS, f"{key}.parquet", list(_problems(everything)), TROUBLE)


def _year(reading: Reading) -> str:
    published = parse_published(reading.document.published) if reading.document.published else None
    return f"year={published.year}" if published and published.year is not None else NO_YEAR


def _whole(one: Read) -> Row:
    reading = one.reading
    beneath = Parse(reading.words, reading.names, reading.arguments)
    whole = json.dumps(reading.as_dict(), separators=(",", ":"))
    return {
        "document": reading.document.id,
        "origin": one.origin,
        "reading": whole,
        "grammar": pack_parse(beneath),
    }


def _problems(done: Iterable[Read | Apart]) -> Iterator[Row]:
    for one in done:
        if isinstance(one, Apart):
            yield {"origin": one.origin, "stage": "reading", "message": one.message}
        else:
            for problem in one.reading.problems:
                span = problem.span
                where = {"start": span.start, "end": span.end} if span else {}
                known = {"origin": one.origin, "document": one.reading.document.id}
                yield {**known, "stage": problem.stage, "message": problem.message, **where}


def _write(out: Path, table: str, file: str, found: list[Row], columns: list[str]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only where it is used
    from pyarrow.parquet import write_table  # noqa: PLC0415 - the same

    path = out / table / file
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = pa.schema([(name, _type(table, name)) for name in columns])
    arrow = pa.Table.from_pylist(
        [{name: _carried(row.get(name)) for name in columns} for row in found], schema
    )
    beginning = path.with_name(f".{path.name}.{os.getpid()}")
    write_table(arrow, beginning, compression="zstd")
    beginning.replace(path)


def _carried(value: Any) -> Any:  # noqa: ANN401 - a cell
    """Replace lone surrogates, which UTF-8 cannot carry."""
    return (
        value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, str)
        else value
    )


def _type(table: str, column: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded only where it is used

    kinds = {"whole": pa.int64(), "number": pa.float64(), "bool": pa.bool_(), "bytes": pa.binary()}
    return next(
        (kinds[kind] for kind, names in KINDS.items() if {column, f"{table}.{column}"} & names), pa.string()
    )


KINDS = {
    "whole": {"start", "end", "geonames", "mentions"},
    "number": {"latitude", "longitude", "low", "high", "quantities.value"},
    "bool": {"negated"},
    "bytes": {"grammar"},
}
WHOLE = ["document", "origin", "reading", "grammar"]
TROUBLE = ["origin", "document", "stage", "message", "start", "end"]


def whole_readings(out: Path) -> Iterator[Read]:
    """Yield every reading of a batch, in the order of the names of its files."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra, loaded only where it is used

    for path in sorted((out / READINGS).glob("*/*.parquet")):
        for batch in ParquetFile(path).iter_batches(batch_size=100):
            for row in batch.to_pylist():
                known = json.loads(row["reading"])
                yield Read(
                    row["origin"],
                    parse_reading(known, unpack_parse(row["grammar"], known["document"]["text"])),
                )

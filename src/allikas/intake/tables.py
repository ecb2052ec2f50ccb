"""JSON Lines, JSON, CSV and Parquet, read row by row; a row that cannot be read costs the others nothing."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from allikas.intake.encodings import decode
from allikas.intake.files import Receipt, Received, Refused
from allikas.intake.formats import NotText
from allikas.intake.headers import Metadata
from allikas.intake.ninjs import is_ninjs, receive_ninjs
from allikas.intake.rows import Row, missing_column, receive_row
from allikas.intake.settings import Settings
from allikas.intake.unpacking import Unreadable, read_whole
from allikas.model.layers import Problem


def receive_jsonl(
    name: str, stream: io.BufferedReader, given: Metadata, settings: Settings
) -> Iterator[Receipt]:
    """Read an object a line; blank lines are skipped, and counted in the names of the others."""
    for number, line in enumerate(_lines(stream, settings.limits.document), start=1):
        if line is None:
            yield Refused(f"{name}:{number}", _too_long(settings))
        elif line.strip():
            yield _json_row(f"{name}:{number}", line, given, settings)


def _too_long(settings: Settings) -> str:
    return f"is longer than {settings.limits.document / 1e6:g} MB, which no report is; raise the limit"


def _lines(stream: io.BufferedReader, most: int) -> Iterator[bytes | None]:
    """Yield lines; ``None`` for one that is longer than *most* bytes, of which no more is kept."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield None


def _json_row(name: str, line: bytes, given: Metadata, settings: Settings) -> Receipt:
    value = _parse_json(line)
    return Refused(name, value) if isinstance(value, str) else receive_object(name, value, given, settings)


def _parse_json(data: bytes) -> Row | list[Any] | str:
    """Parse JSON; a string says what is wrong with it."""
    decoded = decode(data)
    if isinstance(decoded, NotText):
        return f"is {decoded.kind}, not JSON"
    try:
        value = json.loads(decoded.text, strict=False)
    except (ValueError, RecursionError) as error:
        return f"is no JSON ({error}); check how it was written"
    return value if isinstance(value, dict | list) else "is JSON, but no object"


def receive_object(name: str, value: object, given: Metadata, settings: Settings) -> Receipt:
    """Make a document of a JSON object: of a news item in ninjs, or of a row."""
    if not isinstance(value, dict):
        return Refused(name, "is JSON, but no object")
    if is_ninjs(value):
        return receive_ninjs(name, value, given, zone=settings.zone)
    return receive_row(name, value, given, settings)


def receive_json(
    name: str, stream: io.BufferedReader, given: Metadata, settings: Settings
) -> Iterator[Receipt]:
    """Read one JSON value: an object, or a list of objects, which are numbered from 1."""
    value = _parse_json(read_whole(stream, settings.limits.table))
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield receive_object(f"{name}:{number}", item, given, settings)
    else:
        yield Refused(name, value) if isinstance(value, str) else receive_object(name, value, given, settings)


def receive_csv(
    name: str, stream: io.BufferedReader, given: Metadata, settings: Settings
) -> Iterator[Receipt]:
    """Read a table with a line of headings, parted by commas, semicolons, tabs or bars.

    A row is named by the line on which it ends, as editors count.
    """
    csv.field_size_limit(settings.limits.document)
    lines = _Decoded(_lines(stream, settings.limits.document))
    heading = next(lines, "")
    reader = csv.DictReader(_again(heading, lines), delimiter=max(DELIMITERS, key=heading.count))
    complaint = missing_column(reader.fieldnames or (), settings.columns)
    if complaint:
        yield Refused(name, complaint)
        return
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Refused(
                f"{name}:{reader.line_num}", f"is no CSV ({error}); check the quotation marks above"
            )
            continue
        if row is None:
            return
        yield _with(receive_row(f"{name}:{reader.line_num}", _named(row), given, settings), lines.doubts())


def _again(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest


def _named(row: Mapping[Any, object]) -> Row:
    """Leave out cells beyond the headings."""
    return {str(key): value for key, value in row.items() if key is not None}


def _with(receipt: Receipt, doubts: tuple[str, ...]) -> Receipt:
    if not isinstance(receipt, Received) or not doubts:
        return receipt
    problems = tuple(Problem("intake", doubt) for doubt in doubts)
    return Received(receipt.name, receipt.document, problems + receipt.problems)


class _Decoded(Iterator[str]):
    """Lines as text, and what had to be guessed of those read since last asked."""

    def __init__(self, lines: Iterator[bytes | None]) -> None:
        self._lines = lines
        self._doubts: dict[str, None] = {}

    def __next__(self) -> str:
        line = next(self._lines)
        if line is None:
            raise Unreadable("holds a line longer than any report; raise the limit")
        decoded = decode(line)
        if isinstance(decoded, NotText):
            raise Unreadable(f"is {decoded.kind}, not CSV; {decoded.advice}")
        self._doubts.update(dict.fromkeys(decoded.doubts))
        return decoded.text

    def doubts(self) -> tuple[str, ...]:
        found = tuple(self._doubts)
        self._doubts.clear()
        return found


DELIMITERS = (",", ";", "\t", "|")

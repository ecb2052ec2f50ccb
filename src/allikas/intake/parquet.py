"""Parquet tables, read a few rows at a time; needs the extra ``allikas[parquet]``."""

import io
from collections.abc import Iterator
from typing import Any

from allikas.intake.files import Receipt, Refused
from allikas.intake.headers import Metadata
from allikas.intake.rows import USUAL, missing_column
from allikas.intake.settings import Settings
from allikas.intake.tables import receive_object
from allikas.intake.unpacking import Unreadable, read_whole

BATCH = 64  # rows in memory at once; a guess: reports are short


def receive_parquet(
    name: str, stream: io.BufferedReader, given: Metadata, settings: Settings
) -> Iterator[Receipt]:
    """Read the rows of a Parquet file, numbered from 1; of its columns only those that are asked for."""
    table = _open(stream, settings)
    names = table.schema_arrow.names
    complaint = missing_column(names, settings.columns) if "document" not in names else None
    if complaint:
        yield Refused(name, complaint)
        return
    _check_size(table, settings)
    number = 0
    for batch in table.iter_batches(batch_size=BATCH, columns=_wanted(names, settings), use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield receive_object(f"{name}:{number}", row, given, settings)


def _open(stream: io.BufferedReader, settings: Settings) -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        from pyarrow import ArrowException  # noqa: PLC0415 - an extra, loaded only where it is used
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - the same
    except ImportError:
        raise Unreadable("is a Parquet table; to read it, install 'allikas[parquet]'") from None
    source = stream if stream.seekable() else io.BytesIO(read_whole(stream, settings.limits.table))
    try:
        return ParquetFile(source)
    except (ArrowException, OSError) as error:
        raise Unreadable(f"is a damaged Parquet table ({error}); fetch it again") from error


def _wanted(names: list[str], settings: Settings) -> list[str]:
    """Choose the columns to read: those of a document, or of a reading as Allikas writes it."""
    usual = {name for several in USUAL.values() for name in several} | {"format", "document"}
    mapped = {path.partition(".")[0] for path in settings.columns.values()} | set(settings.columns.values())
    return [name for name in names if name in mapped or name.strip().lower() in usual]


def _check_size(table: Any, settings: Settings) -> None:  # noqa: ANN401 - pyarrow has no types
    """Refuse a table whose columns would fill the memory."""
    groups = (table.metadata.row_group(at) for at in range(table.metadata.num_row_groups))
    largest = max((group.total_byte_size for group in groups), default=0)
    if largest > settings.limits.table:
        raise Unreadable(f"holds {largest / 1e6:.0f} MB in one row group; write it in smaller ones")

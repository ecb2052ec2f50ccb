"""What a batch read, into a ledger: nothing is read anew."""

import json
from collections.abc import Iterator
from pathlib import Path

from allikas.batch.running import PLAN, BatchError
from allikas.batch.tables import PROBLEMS, whole_readings
from allikas.ledger.adding import Added, Reader, add, fail
from allikas.ledger.store import Ledger


def load_batch(ledger: Ledger, out: Path) -> Iterator[Added]:
    """Add every reading of the batch in *out*, and note what it set apart; what is there already stays.

    Raises ``BatchError`` if *out* holds no batch.
    """
    reader = _reader(out)
    for one in whole_readings(out):
        yield add(ledger, one.reading, reader, origin=one.origin)
    for origin, message in _apart(out):
        fail(ledger, origin, message)


def _reader(out: Path) -> Reader:
    """Say what read the batch, as its plan does."""
    try:
        by = json.loads((out / PLAN).read_text("utf-8").partition("\n")[0])["by"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BatchError(f"{out}: is no batch's folder; give the one that `allikas batch` wrote") from error
    program, _, model = by.partition("+")
    return Reader(program, model or None)


def _apart(out: Path) -> Iterator[tuple[str, str]]:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra, loaded only where it is used

    for path in sorted((out / PROBLEMS).glob("*.parquet")):
        rows = ParquetFile(path).read().to_pylist()
        yield from ((row["origin"], row["message"]) for row in rows if row["document"] is None)

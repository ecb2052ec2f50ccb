"""What can go wrong with a ledger: every message is one line that says what, where and what to do.

Each is a ``LedgerError``, so that catching that one catches all.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from allikas.model.errors import AllikasError


class LedgerError(AllikasError):
    """Something stands between a ledger and what was asked of it."""


class NoLedgerError(LedgerError):
    """There is no such file."""


class NotALedgerError(LedgerError):
    """The file is something else."""


class NewerLedgerError(LedgerError):
    """A newer Allikas wrote it."""


class OlderLedgerError(LedgerError):
    """An older Allikas wrote it, and it was opened for reading only."""


class LockedLedgerError(LedgerError):
    """Another program is writing."""


class FullDiskError(LedgerError):
    """No room."""


class ReadOnlyLedgerError(LedgerError):
    """The file or its folder cannot be written."""


class DamagedLedgerError(LedgerError):
    """The file is corrupt."""


class QueryError(LedgerError):
    """The question cannot be answered as it was asked."""


class ActorError(LedgerError):
    """There is no such actor, or there are several."""


# SQLite's primary result codes (https://www.sqlite.org/rescode.html)
KINDS: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_BUSY: (LockedLedgerError, "another program is writing to it; try again when it is done"),
    sqlite3.SQLITE_LOCKED: (LockedLedgerError, "another program is writing to it; try again when it is done"),
    sqlite3.SQLITE_FULL: (FullDiskError, "the disk is full; make room and run the same command again"),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyLedgerError,
        "cannot be written; check who owns the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyLedgerError, "cannot be opened; check that its folder can be written"),
    sqlite3.SQLITE_PERM: (ReadOnlyLedgerError, "cannot be opened; check who owns the file"),
    sqlite3.SQLITE_IOERR: (DamagedLedgerError, "the disk does not give or take its data; check the disk"),
    sqlite3.SQLITE_CORRUPT: (
        DamagedLedgerError,
        "is damaged; restore it from a copy, or add the documents anew",
    ),
    sqlite3.SQLITE_NOTADB: (NotALedgerError, "is no ledger; name another file"),
}


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn SQLite's complaint about the file *path* into one of ours.

    >>> with explained("news.ledger"):
    ...     raise LockedLedgerError("news.ledger: another program is writing to it")
    Traceback (most recent call last):
    allikas.ledger.errors.LockedLedgerError: news.ledger: another program is writing to it
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the primary code
        kind, advice = KINDS.get(code, (LedgerError, f"cannot be used ({error})"))
        raise kind(f"{path}: {advice}") from error

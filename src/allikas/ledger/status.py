"""What is in a ledger, what went wrong, and what an older version has read."""

import re
from collections.abc import Iterator
from pathlib import Path

from allikas.ledger.answers import Page, Status, Trouble, Versions
from allikas.ledger.errors import QueryError
from allikas.ledger.paging import ALL, Question, Window, answer
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query


def status(ledger: Ledger) -> Status:
    """Count what is in the ledger."""
    with ledger.view() as connection:
        counts = connection.execute(query("counts")).fetchone()
        rows = connection.execute("SELECT program, model, count(*) FROM readings GROUP BY 1, 2 ORDER BY 1, 2")
        versions = tuple(Versions(*row) for row in rows)
    return Status(ledger.path, _size(ledger.path), *counts, versions)  # type: ignore[call-arg]


def _size(path: str) -> int:
    files = (Path(path), Path(f"{path}-wal"))
    return sum(file.stat().st_size for file in files if file.is_file())


def problems(ledger: Ledger, window: Window = ALL, *, stage: str | None = None) -> Page[Trouble]:
    """Return what could not be read as it should in the documents that are in the ledger."""
    with ledger.view() as connection:

        def trouble(key: tuple[int, int]) -> Trouble:
            found = connection.execute(query("problem"), {"doc": key[0], "n": key[1]}).fetchone()
            return Trouble(*found)

        return answer(connection, Question(query("problems"), {"stage": stage}), window, trouble)


def failures(ledger: Ledger) -> Iterator[Trouble]:
    """Yield the files and addresses that could not be read at all, in alphabetical order."""
    with ledger.view() as connection:
        rows = connection.execute("SELECT origin, message FROM failures ORDER BY origin")
        for origin, message in rows:
            yield Trouble(origin, "intake", message)


def read_before(ledger: Ledger, version: str, *, model: str | None = None) -> tuple[str, ...]:
    """Return the ids of documents read by a program older than *version*, or by another model than *model*.

    Those are what should be read again; superseded and retired documents are among them.
    """
    newest = parse_version(version)
    with ledger.view() as connection:
        rows = connection.execute("SELECT DISTINCT program, model FROM readings").fetchall()
        old = [
            (program, by)
            for program, by in rows
            if parse_version(program) < newest or (model is not None and by != model)
        ]
        command = "SELECT seq, id FROM readings JOIN documents USING (doc) WHERE program = ? AND model IS ?"
        found = [row for pair in old for row in connection.execute(command, pair)]
    return tuple(id_ for _, id_ in sorted(found))


VERSION = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(.*)")


def parse_version(version: str) -> tuple[int, int, int, bool, str]:
    """Read a version such that versions compare as they followed; what is before a release comes before it.

    >>> parse_version("0.9.1") < parse_version("0.10.0.dev1") < parse_version("0.10.0")
    True
    """
    match = VERSION.fullmatch(version)
    if match is None:
        raise QueryError(f"{version!r} is no version; write it as 0.2.0")
    major, minor, patch, rest = match.groups()
    return int(major), int(minor), int(patch or 0), not rest, rest

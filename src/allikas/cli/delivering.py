"""Readings written where they are wanted: to the standard output, a file, or a folder."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from allikas.cli.complaints import give_up, stop
from allikas.export.forms import Form, companions, files_of, has_file_a_document, write
from allikas.export.sheets import Sheet
from allikas.model.reading import Reading

Out = Annotated[
    str | None,
    typer.Option(
        "--out", metavar="PATH", help="Write to this file; brat, timeml, webannotation: into this folder."
    ),
]
SheetName = Annotated[
    Sheet, typer.Option("--sheet", metavar="NAME", help=f"For csv, one of {', '.join(Sheet)}.")
]


def deliver(readings: Iterable[Reading], form: Form, out: str | None, sheet: Sheet) -> None:
    """Write readings; a file is there under its name only once it is whole."""
    with _told(out):
        if has_file_a_document(form):
            _deliver_files(readings, form, out)
        elif out is None:
            _print(readings, form, sheet)
        else:
            _write_whole(Path(out), write(readings, form, sheet=sheet))


def _print(readings: Iterable[Reading], form: Form, sheet: Sheet) -> None:
    if form is Form.parquet and sys.stdout.isatty():
        stop("--format", "parquet is nothing to be read on a screen; give --out FILE")
    for piece in write(readings, form, sheet=sheet):
        typer.echo(piece, nl=False)


def _deliver_files(readings: Iterable[Reading], form: Form, out: str | None) -> None:
    if out is None:
        _print(_only(readings, form), form, Sheet.documents)
        return
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in companions(form).items():
        _write_whole(folder / name, [data])
    for reading in readings:
        for ending, data in files_of(reading, form).items():
            _write_whole(folder / f"{reading.document.id}.{ending}", [data])


def _only(readings: Iterable[Reading], form: Form) -> Iterator[Reading]:
    """Let one reading pass, and end where there are more."""
    if form is Form.brat:
        stop("--format", "brat has two files a document; give --out FOLDER")
    first = list(islice(readings, 2))
    if len(first) > 1:
        stop("--format", f"{form.value} has a file a document; give --out FOLDER")
    return iter(first)


def _write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside it and put it in its place at the end."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            stream.writelines(pieces)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _told(out: str | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        give_up(
            f"{error.filename or out or 'output'}: cannot be written ({why}); check the disk and the name"
        )


def several(readings: Iterable[tuple[str, Reading]]) -> tuple[bool, Iterator[tuple[str, Reading]]]:
    """Tell whether there are several, and give them back; no more than two are read ahead.

    >>> several(iter([("a.txt", 1)]))[0], several(iter([("a.txt", 1), ("b.txt", 2)]))[0]
    (False, True)
    """
    rest = iter(readings)
    first = list(islice(rest, 2))
    return len(first) > 1, chain(first, rest)

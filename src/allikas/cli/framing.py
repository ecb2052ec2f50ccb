"""`--frames my.tsv`: event frames of a user's own, beside those of the language."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from allikas.cli.complaints import stop
from allikas.lang.events import with_frames
from allikas.lang.frames import Frame, FrameError, load_frames
from allikas.lang.pack import Pack, load

Frames = tuple[Frame, ...]


def _checked(path: str | None) -> str | None:
    """Let a table pass that can be read; it is read again where it is used."""
    if path is not None:
        frames_of(path)
    return path


FramesPath = Annotated[
    str | None,
    typer.Option("--frames", metavar="TSV", callback=_checked, help="A table of event frames of your own."),
]


def frames_of(path: str | None) -> Frames:
    """Read a user's table, and end where there is a mistake in it, told with its line and column."""
    try:
        return load_frames(Path(path)) if path is not None else ()
    except FrameError as error:
        stop("--frames", str(error))


@lru_cache(maxsize=4)
def pack_with(language: str, frames: Frames) -> Pack:
    """Return the pack of a language with a user's frames before its own; raises ``LanguageError``.

    >>> pack_with("et", ()) is load("et")
    True
    """
    pack = load(language)
    return replace(pack, events=with_frames(pack.events, frames)) if frames else pack

"""What goes wrong, told on the standard error: one line each, that says what, where and what to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, NoReturn

import typer

from allikas.lang.pack import LanguageError, load
from allikas.model.errors import AllikasError
from allikas.model.published import parse_published


def complain(name: str, message: str) -> Literal[False]:
    """Tell what is wrong with *name*."""
    typer.echo(f"allikas: {name}: {message}", err=True)
    return False


def stop(option: str, message: str) -> NoReturn:
    """Tell what is wrong with an option, and end: the command line was not understood."""
    complain(option, message)
    raise typer.Exit(2)


def give_up(message: str) -> NoReturn:
    """Tell why the command cannot do what it was asked for, and end."""
    typer.echo(f"allikas: {message}", err=True)
    raise typer.Exit(1)


@contextmanager
def told() -> Iterator[None]:
    """Tell in a line what a user can mend, and end."""
    try:
        yield
    except AllikasError as error:
        give_up(str(error))


def checked_date(published: str | None) -> str | None:
    """Let any EDTF date pass."""
    if published is not None and parse_published(published) is None:
        stop("--published", f"{published!r} is no EDTF date; write it like 2025-07-12, 2025-07 or 2025")
    return published


def checked_language(language: str | None) -> str | None:
    """Let a language pass for which there is a pack."""
    try:
        load(language) if language else None
    except LanguageError as error:
        stop("--language", str(error))
    return language


Check = Callable[[str | None], str | None]

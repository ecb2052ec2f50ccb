"""The commands in their order, and the way in."""

import signal
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated

import typer

from allikas import __version__
from allikas.cli import actors, adding, asking, reading, stories

SETTINGS = {"help_option_names": ["-h", "--help"]}


def main() -> None:
    """Run the command line; a closed pipe and Ctrl-C end it at once and without a word, as they do `cat`."""
    for name in ("SIGPIPE", "SIGINT"):
        if hasattr(signal, name):  # Windows has no SIGPIPE
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that is not in UTF-8 still gets the page
    app()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"allikas {__version__}")
        raise typer.Exit


def about(
    _version_: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news reports and write down what they say and whose word it is."""


def who_is_who() -> None:
    """Decide who is who across documents; decisions are kept, and hold for what is read later."""


def _group() -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings=SETTINGS,
    )


def _build() -> typer.Typer:
    whole, deciding = _group(), _group()
    whole.callback()(about)
    deciding.callback()(who_is_who)
    whole.command(epilog=reading.EXAMPLES, short_help="Show whose word each sentence of a report is.")(
        reading.read
    )
    for command in COMMANDS:
        whole.command()(command)
    for command in ACTOR_COMMANDS:
        deciding.command()(command)
    whole.add_typer(deciding, name="actor")
    return whole


COMMANDS: tuple[Callable[..., None], ...] = (
    adding.add,
    asking.status,
    asking.problems,
    asking.who,
    asking.search,
    asking.events,
    asking.show,
    *stories.COMMANDS,
    asking.sql,
    adding.reread,
)
ACTOR_COMMANDS: tuple[Callable[..., None], ...] = (
    actors.find,
    actors.merge,
    actors.split,
    actors.rename,
    actors.undo,
    actors.decisions,
    actors.doubtful,
    actors.adopt,
)
app = _build()

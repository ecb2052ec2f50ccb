"""The commands in their order, and the way in."""

import signal
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated

import typer

from allikas import __version__
from allikas.cli import actors, adding, asking, batch, desk, exporting, reading, stories, watching

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
        whole.command(short_help=SHORT.get(command.__name__))(command)
    for command in ACTOR_COMMANDS:
        deciding.command()(command)
    whole.add_typer(deciding, name="actor", short_help="Decide who is who across documents.")
    return whole


COMMANDS: tuple[Callable[..., None], ...] = (
    adding.add,
    watching.watch,
    asking.status,
    asking.problems,
    asking.who,
    asking.search,
    asking.events,
    asking.show,
    *stories.COMMANDS,
    batch.batch,
    batch.load,
    exporting.export,
    asking.sql,
    desk.desk,
    adding.reread,
)
SHORT = {  # where the first line of the manual is too long for the list of commands
    "add": "Read reports and add them to a ledger.",
    "watch": "Look at feeds again and again; add what is new.",
    "status": "Count what is in the ledger.",
    "problems": "List what could not be read.",
    "who": "Show what somebody said, through whom, when.",
    "search": "Find sentences by words in any form, and by whose word they are.",
    "events": "List events as they are reported.",
    "show": "Show a document, a statement, an event or an actor.",
    "stories": "List the stories that several reports tell.",
    "story": "Show a story: echo and agreement, who took it from whom.",
    "trace": "Show who else says what a statement says.",
    "compare": "Set two reports beside each other.",
    "figures": "Show which figures were given for something.",
    "agenda": "Show what is announced for the days ahead.",
    "timeline": "Show day by day what is said to have happened.",
    "export": "Write readings of the ledger for another program.",
    "sql": "Ask the ledger in SQL; nothing can be changed.",
    "reread": "Read again what an older version has read.",
}
ACTOR_COMMANDS: tuple[Callable[..., None], ...] = (
    actors.find,
    actors.merge,
    actors.split,
    actors.rename,
    actors.distinct,
    actors.undo,
    actors.decisions,
    actors.doubtful,
    actors.adopt,
)
app = _build()

"""The command line: parse arguments, call one function, print."""

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from io import TextIOWrapper
from typing import Annotated, Literal, NoReturn

import typer

from allikas import __version__
from allikas.intake.files import Received, Refused, receive
from allikas.intake.headers import Metadata
from allikas.lang.pack import LanguageError, load
from allikas.model.errors import AllikasError
from allikas.model.published import parse_published
from allikas.model.reading import Reading
from allikas.pipeline import read_document

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Show = Callable[[str, Reading], None]
WIDEST = 100  # columns: a guess; longer lines are hard to read


class Format(StrEnum):
    """What a reading is printed as."""

    text = "text"
    json = "json"
    conllu = "conllu"


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


@app.callback()
def about(
    _version_: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news reports and write down what they say and whose word it is."""


def _date(published: str | None) -> str | None:
    if published is not None and parse_published(published) is None:
        _stop("--published", f"{published!r} is no EDTF date; write it like 2025-07-12, 2025-07 or 2025")
    return published


def _language(language: str | None) -> str | None:
    try:
        load(language) if language else None
    except LanguageError as error:
        _stop("--language", str(error))
    return language


def _stop(option: str, message: str) -> NoReturn:
    _complain(option, message)
    raise typer.Exit(2)


EXAMPLES = """\b
Examples:
  allikas read report.txt
  allikas read --published 2025-07 --outlet Kirdetuul report.txt
  curl -s https://example.org/report.txt | allikas read -
  allikas read --format json reports/*.txt > readings.jsonl

\b
Exit status:
  0  everything was read
  1  a file could not be read; the others were
  2  the command line was not understood
\n"""


@app.command(epilog=EXAMPLES, short_help="Show whose word each sentence of a report is.")
def read(  # noqa: PLR0913 - to Typer each option is a parameter
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text files; - is standard input.")],
    *,
    form: Annotated[
        Format,
        typer.Option("--format", help="text for people; json, a line a report; conllu, for linguists."),
    ] = Format.text,
    published: Annotated[
        str | None,
        typer.Option(metavar="EDTF", callback=_date, help="Date of publication, as precise as it is known."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", callback=_language, help="Its language.  [default: et]")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which rules found what.")] = False,
) -> None:
    """Show whose word each sentence of a report is, and list who says what, through whom.

    In a terminal each voice has its colour and the outlet's own words have none; what is nested in somebody
    else's words is underlined. In a pipe there is no colour: numbered brackets tell the same.

    A report may begin with a header, which is not read as text: "date 2025-07" on its first line, or lines
    such as "published: 2025-07", "outlet: Kirdetuul", "title: ..." between two lines of "---". Options win
    over headers. The date is EDTF, as precise as it is known: 2025-07-12, 2025-07, 2025-07~, 2025.

    Files are read as UTF-8, UTF-16 or, where they must be guessed, Windows-1257 or ISO-8859-15; a guess is
    stated. A file that cannot be read gets a line on the standard error and the others are read.
    """
    given = Metadata(published=published, outlet=outlet, title=title, url=url, language=language)
    several = len(files) > 1
    show = _SHOWS[form](several=several, explain=explain)
    refused = [name for name in files if not _read_one(receive(name, given, stdin=sys.stdin.buffer), show)]
    if refused:
        raise typer.Exit(1)


def _read_one(received: Received | Refused, show: Show) -> bool:
    """Read and show one file; what stood in the way goes to the standard error, a line each."""
    if isinstance(received, Refused):
        return _complain(received.name, received.message)
    for problem in received.problems:
        _complain(received.name, problem.message)
    try:
        reading = read_document(received.document, load(received.document.language))
    except LanguageError as error:
        return _complain(received.name, f"{error}; choose one with --language")
    except AllikasError as error:
        return _complain(received.name, str(error))
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other files their reading
        return _complain(received.name, FAULT.format(type(error).__name__, error))
    show(received.name, replace(reading, problems=received.problems + reading.problems))
    return True


FAULT = "could not be read, by a fault of Allikas ({}: {}); please report it with the text"


def _complain(name: str, message: str) -> Literal[False]:
    typer.echo(f"allikas: {name}: {message}", err=True)
    return False


def _as_json(*, several: bool, explain: bool) -> Show:  # noqa: ARG001 - JSON explains everything
    """Print an object on a line, or laid out if a person looks at the only one."""
    from allikas.export.jsonlines import format_json  # noqa: PLC0415 - loaded only where it is used

    indent = 2 if sys.stdout.isatty() and not several else None
    return lambda _, reading: typer.echo(format_json(reading, indent=indent).encode())


def _as_conllu(*, several: bool, explain: bool) -> Show:  # noqa: ARG001 - one document follows another
    """Print sentences, each with an empty line behind it."""
    from allikas.export.conllu import reading_as_conllu  # noqa: PLC0415 - loaded only where it is used

    return lambda _, reading: typer.echo(reading_as_conllu(reading).encode("utf-8", "replace"), nl=False)


def _as_text(*, several: bool, explain: bool) -> Show:
    """Print a page: in colour in a terminal, without any escape code elsewhere."""
    from rich.console import Console  # noqa: PLC0415 - loaded only where it is used

    from allikas.export.terminal import page, visible  # noqa: PLC0415 - the same

    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)

    def show(name: str, reading: Reading) -> None:
        if several:
            console.rule(visible(name), align="left", style="dim")
        for block in page(reading, explain=explain):
            console.print(block)
        if several:
            console.print()

    return show


_SHOWS = {Format.text: _as_text, Format.json: _as_json, Format.conllu: _as_conllu}

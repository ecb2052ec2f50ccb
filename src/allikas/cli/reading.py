"""`allikas read`: show whose word each sentence of a report is."""

import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from allikas.cli.complaints import checked_date, checked_language, complain
from allikas.cli.framing import Frames, FramesPath, frames_of, pack_with
from allikas.intake.files import Received, Refused, receive
from allikas.intake.headers import Metadata
from allikas.lang.pack import LanguageError
from allikas.model.errors import AllikasError
from allikas.model.reading import Reading
from allikas.pipeline import read_document

Show = Callable[[str, Reading], None]
WIDEST = 100  # columns: a guess; longer lines are hard to read


class Format(StrEnum):
    """What a reading is printed as."""

    text = "text"
    json = "json"
    conllu = "conllu"


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


def read(  # noqa: PLR0913 - to Typer each option is a parameter
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Text files; - is standard input.")],
    *,
    form: Annotated[
        Format,
        typer.Option("--format", help="text for people; json, a line a report; conllu, for linguists."),
    ] = Format.text,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="EDTF", callback=checked_date, help="Date of publication, as precise as it is known."
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was.")] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", callback=checked_language, help="Its language.  [default: et]"),
    ] = None,
    frames: FramesPath = None,
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
    own = frames_of(frames)
    received = (receive(name, given, stdin=sys.stdin.buffer) for name in files)
    refused = [one.name for one in received if not _read_one(one, show, own)]
    if refused:
        raise typer.Exit(1)


def _read_one(received: Received | Refused, show: Show, frames: Frames) -> bool:
    """Read and show one file; what stood in the way goes to the standard error, a line each."""
    if isinstance(received, Refused):
        return complain(received.name, received.message)
    for problem in received.problems:
        complain(received.name, problem.message)
    try:
        reading = read_document(received.document, pack_with(received.document.language, frames))
    except LanguageError as error:
        return complain(received.name, f"{error}; choose one with --language")
    except AllikasError as error:
        return complain(received.name, str(error))
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other files their reading
        return complain(received.name, FAULT.format(type(error).__name__, error))
    show(received.name, replace(reading, problems=received.problems + reading.problems))
    return True


FAULT = "could not be read, by a fault of Allikas ({}: {}); please report it with the text"


def _as_json(*, several: bool, explain: bool) -> Show:  # noqa: ARG001 - JSON explains everything
    """Print an object on a line, or laid out if a person looks at the only one."""
    from allikas.export.jsonlines import format_json  # noqa: PLC0415 - loaded only where it is used

    indent = 2 if sys.stdout.isatty() and not several else None
    return lambda _, reading: typer.echo(format_json(reading, indent=indent).encode())


def _as_conllu(*, several: bool, explain: bool) -> Show:  # noqa: ARG001 - one document follows another
    """Print sentences, each with an empty line behind it."""
    from allikas.export.conllu import reading_as_conllu  # noqa: PLC0415 - loaded only where it is used

    return lambda _, reading: typer.echo(reading_as_conllu(reading).encode("utf-8", "replace"), nl=False)


def as_text(*, several: bool, explain: bool) -> Show:
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


_SHOWS = {Format.text: as_text, Format.json: _as_json, Format.conllu: _as_conllu}

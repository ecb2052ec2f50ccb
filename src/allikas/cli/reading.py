"""`allikas read`: show whose word each sentence of a report is."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from allikas.cli.complaints import complain
from allikas.cli.delivering import Out, SheetName, deliver, several
from allikas.cli.framing import Frames, FramesPath, frames_of, pack_with
from allikas.cli.receiving import (
    Columns,
    From,
    Outlet,
    Private,
    Published,
    ReportLanguage,
    Sources,
    Title,
    Url,
    Zone,
    settings_of,
)
from allikas.export.forms import Form
from allikas.export.jsonlines import format_json
from allikas.export.sheets import Sheet
from allikas.intake.files import Receipt, Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.settings import Settings
from allikas.intake.sources import receive_all
from allikas.lang.pack import LanguageError
from allikas.model.errors import AllikasError
from allikas.model.reading import Reading
from allikas.pipeline import read_document

Show = Callable[[str, Reading], None]
WIDEST = 100  # columns: a guess; longer lines are hard to read


class Format(StrEnum):
    """What a reading is printed as: a page for people, or an export."""

    text = "text"
    json = Form.json.value
    csv = Form.csv.value
    parquet = Form.parquet.value
    conllu = Form.conllu.value
    timeml = Form.timeml.value
    webannotation = Form.webannotation.value
    jsonld = Form.jsonld.value
    plover = Form.plover.value
    acled = Form.acled.value
    ftm = Form.ftm.value
    ical = Form.ical.value
    brat = Form.brat.value
    labelstudio = Form.labelstudio.value


EXAMPLES = """\b
Examples:
  allikas read report.txt
  allikas read --published 2025-07 --outlet Kirdetuul report.txt
  allikas read https://example.org/feed.xml
  curl -s https://example.org/report.txt | allikas read -
  allikas read --format json reports/ > readings.jsonl
  allikas read --column text=body --format csv --sheet events table.csv

\b
Exit status:
  0  everything was read
  1  a report could not be read; the others were
  2  the command line was not understood
\n"""


def read(  # noqa: PLR0913 - to Typer each option is a parameter
    sources: Sources,
    *,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORM", help=f"text for people; or {', '.join(Form)}.")
    ] = Format.text,
    sheet: SheetName = Sheet.statements,
    out: Out = None,
    kind: From = None,
    columns: Columns = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    url: Url = None,
    language: ReportLanguage = None,
    zone: Zone = None,
    private: Private = False,
    frames: FramesPath = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which rules found what.")] = False,
) -> None:
    """Show whose word each sentence of a report is, and list who says what, through whom.

    A source is a file, a folder, an address of the web, or what comes in by a pipe. It holds one report or
    many: text, web pages, feeds, web archives, JSON Lines, CSV, Parquet, packed or not, told apart by how
    they begin.

    In a terminal each voice has its colour and the outlet's own words have none; what is nested in somebody
    else's words is underlined. In a pipe there is no colour: numbered brackets tell the same.

    A text may begin with a header, which is not read: "date 2025-07" on its first line, or lines such as
    "published: 2025-07", "outlet: Kirdetuul", "title: ..." between two lines of "---". Options win over what
    reports say of themselves. A date is EDTF, as precise as it is known: 2025-07-12, 2025-07, 2025-07~, 2025.

    What cannot be read gets a line on the standard error, and the rest is read.
    """
    given = Metadata(published=published, outlet=outlet, title=title, url=url, language=language)
    settings = settings_of(columns, kind, zone, private=private)
    refused: list[str] = []
    found = _readings(_receive(sources, given, settings), frames_of(frames), refused)
    if form is Format.text:
        _show(found, explain=explain)
    else:
        _write(found, Form(form.value), out, sheet)
    if refused:
        raise typer.Exit(1)


def _receive(sources: Iterable[str], given: Metadata, settings: Settings) -> Iterator[Receipt]:
    for source in sources:
        yield from receive_all(source, given, settings)


def _readings(
    receipts: Iterable[Receipt], frames: Frames, refused: list[str]
) -> Iterator[tuple[str, Reading]]:
    """Read what is received; what stands in the way goes to the standard error, a line each."""
    for receipt in receipts:
        if isinstance(receipt, Received):
            reading = _read_one(receipt, frames)
            if reading is None:
                refused.append(receipt.name)
            else:
                yield receipt.name, reading
        elif isinstance(receipt, Refused):
            refused.append(receipt.name)
            complain(receipt.name, receipt.message)
        else:
            complain(receipt.name, f"{receipt.url} was {receipt.reason}")


def _read_one(received: Received, frames: Frames) -> Reading | None:
    """Read one report, or tell why it cannot be read."""
    for problem in received.problems:
        complain(received.name, problem.message)
    try:
        reading = read_document(received.document, pack_with(received.document.language, frames))
    except LanguageError as error:
        complain(received.name, f"{error}; choose one with --language")
    except AllikasError as error:
        complain(received.name, str(error))
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other files their reading
        complain(received.name, FAULT.format(type(error).__name__, error))
    else:
        return replace(reading, problems=received.problems + reading.problems)
    return None


FAULT = "could not be read, by a fault of Allikas ({}: {}); please report it with the text"


def _show(found: Iterable[tuple[str, Reading]], *, explain: bool) -> None:
    """Print pages for people, each under its name where there are several."""
    many, found = several(found)
    show = as_text(several=many, explain=explain)
    for name, reading in found:
        show(name, reading)


def _write(found: Iterable[tuple[str, Reading]], form: Form, out: str | None, sheet: Sheet) -> None:
    """Write an export; in a terminal, the JSON of the only reading is laid out for the eye."""
    if form is Form.json and out is None and sys.stdout.isatty():
        many, found = several(found)
        for _, reading in found:
            typer.echo(format_json(reading, indent=None if many else 2).encode())
    else:
        deliver((reading for _, reading in found), form, out, sheet)


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

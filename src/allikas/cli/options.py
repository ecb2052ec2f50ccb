"""Options that several commands have."""

from typing import Annotated

import typer

from allikas.cli.complaints import checked_language
from allikas.cli.printing import Output

LedgerPath = Annotated[
    str, typer.Option("--ledger", metavar="PATH", envvar="ALLIKAS_LEDGER", help="The ledger's file.")
]
DEFAULT_LEDGER = "allikas.ledger"

Format = Annotated[
    Output | None,
    typer.Option("--format", help="table, json (an object a line) or csv.  [default: table, json in a pipe]"),
]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or earlier.")]
Limit = Annotated[
    int,
    typer.Option(metavar="N", min=0, help="Rows at most.  [default: 50, all in a pipe]", show_default=False),
]
After = Annotated[str | None, typer.Option(metavar="KEY", help="Go on where the last page ended.")]
Language = Annotated[
    str, typer.Option(metavar="CODE", callback=checked_language, help="The language of the words.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Plover = Annotated[str | None, typer.Option(metavar="TYPE", help="The PLOVER type of an event.")]
Jobs = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read.")]

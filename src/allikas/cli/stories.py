"""`allikas stories, story, trace, compare, figures, agenda, timeline`: many reports of one thing."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allikas.cli.complaints import told
from allikas.cli.options import DEFAULT_LEDGER, Format, Language, LedgerPath, Limit, Since, Until
from allikas.cli.printing import Output, chosen, flat, show_rows
from allikas.ledger.paging import Window
from allikas.ledger.store import Ledger, open_ledger, open_to_read
from allikas.stories import asking
from allikas.stories.following import follow

if TYPE_CHECKING:
    from allikas.cli.story_page import Block

Plot = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Draw it too: a file that ends in .svg or .png.")
]


class Calendar(StrEnum):
    """What an agenda is printed as."""

    text = "text"
    json = "json"
    ics = "ics"


def _opened(path: str) -> Ledger:
    """Open a ledger, and follow what was added to it since the last question about stories."""
    open_to_read(path).close()  # says what is wrong where there is none, and makes none
    ledger = open_ledger(path)
    try:
        follow(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def stories(
    *,
    since: Since = None,
    until: Until = None,
    limit: Limit = 0,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """List the stories that several reports tell, those of the newest reports first."""
    with told(), _opened(ledger) as opened:
        rows = asking.stories(opened, Window(since=since, until=until, limit=limit))
    show_rows(map(flat, rows), ("id", "title", "reports", "outlets", "first_day", "last_day"), chosen(form))


def story(
    words: Annotated[
        list[str], typer.Argument(metavar="ID|WORDS", help="Of a story or one of its reports; or words.")
    ],
    *,
    whole: Annotated[bool, typer.Option("--all", help="Also what only one report says.")] = False,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show a story: echo and agreement, who took it from whom, contradictions, and what is ahead."""
    with told(), _opened(ledger) as opened:
        found = asking.story(opened, " ".join(words), language=language)
    if chosen(form) is Output.table:
        from allikas.cli.story_page import story_page  # noqa: PLC0415 - loaded only where it is used

        _print(story_page(found, whole=whole))
    else:
        _as_json(found)


def trace(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement's id: DOCUMENT:s3.")],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show who else says what a statement says, and from whom they have it."""
    with told(), _opened(ledger) as opened:
        found = asking.trace(opened, statement)
    if chosen(form) is Output.table:
        from allikas.cli.story_page import claim_blocks  # noqa: PLC0415 - the same

        _print(claim_blocks(found))
    else:
        _as_json(found)


def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A document's id, or its beginning.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another's.")],
    *,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Set two reports beside each other: what both say, where they contradict, what only one says."""
    with told(), _opened(ledger) as opened:
        found = asking.compare(opened, one, other, language=language)
    if chosen(form) is Output.table:
        from allikas.cli.story_page import comparison_page  # noqa: PLC0415 - the same

        _print(comparison_page(found))
    else:
        _as_json(found)


def figures(
    words: Annotated[list[str], typer.Argument(help="What is counted or measured, in any form.")],
    *,
    plot: Plot = None,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show which figures were given for something, by whom, and when."""
    with told(), _opened(ledger) as opened:
        rows = asking.figures(opened, " ".join(words), language=language)
        if plot is not None:
            from allikas.stories.plots import plot_figures  # noqa: PLC0415 - the same

            plot_figures(rows, plot, title=" ".join(words))
    columns = ("day", "figure", "who", "outlet", "text")
    show_rows(({**_row(one), "figure": one.text} for one in rows), columns, chosen(form))


def timeline(
    name: Annotated[list[str], typer.Argument(help="Of a person, a body, a place; or a story's id.")],
    *,
    plot: Plot = None,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show day by day what is said to have happened or to be coming, and on whose word."""
    with told(), _opened(ledger) as opened:
        rows = asking.timeline(opened, " ".join(name), language=language)
        if plot is not None:
            from allikas.stories.plots import plot_timeline  # noqa: PLC0415 - the same

            plot_timeline(rows, plot, title=" ".join(name))
    show_rows(map(_row, rows), ("date", "status", "who", "outlet", "text"), chosen(form))


def agenda(
    *,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="On this day or later.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="On this day or earlier.")] = None,
    form: Annotated[Calendar, typer.Option("--format", help="How to print it.")] = Calendar.text,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Show what is announced for the days ahead, by whom, and what was moved or called off since."""
    with told(), _opened(ledger) as opened:
        found = asking.agenda(opened, first, last, language=language)
    if form is Calendar.text:
        from allikas.cli.story_page import agenda_blocks  # noqa: PLC0415 - the same

        _print(agenda_blocks(found))
    elif form is Calendar.json:
        for item in found:
            _as_json(item)
    else:
        from allikas.stories.calendar import as_icalendar  # noqa: PLC0415 - the same

        typer.echo(as_icalendar(found), nl=False)


def _row(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of a figure or of a timeline
    """Return a row for people and programs: its fields, and whose word it is."""
    telling = record.telling
    own = {name: value for name, value in asdict(record).items() if name != "telling"}
    report = telling.report
    return {
        **own,
        "who": " > ".join(telling.voices) or telling.origin,
        "outlet": report.outlet,
        "published": report.published,
        "document": report.document,
        "text": telling.text,
    }


def _as_json(record: Any) -> None:  # noqa: ANN401 - any record of a story
    typer.echo(json.dumps(asdict(record), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _print(blocks: "Iterable[Block]") -> None:
    from rich.console import Console  # noqa: PLC0415 - loaded only where it is used

    console = Console(highlight=False, markup=False, emoji=False)
    for block in blocks:
        console.print(block)


COMMANDS = (stories, story, trace, compare, figures, agenda, timeline)

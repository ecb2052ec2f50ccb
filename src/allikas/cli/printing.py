"""Records printed: a table for people, JSON Lines or CSV for programs."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer

from allikas.ledger.answers import Page, Source
from allikas.ledger.paging import SHOWN, Window

if TYPE_CHECKING:
    from rich.console import Console

MANY = 1000  # rows asked for at a time where all are wanted
WHOLE = frozenset({"published", "id", "document", "first_id", "second_id", "status"})  # never on two lines
ROOMY = 110  # columns of a terminal that a table with long texts needs: what looks well on the examples
WIDE = frozenset({"content", "text", "message", "roles"})  # what takes the room that is left


class Output(StrEnum):
    """What rows are printed as."""

    table = "table"
    json = "json"
    csv = "csv"


Row = dict[str, Any]
Ask = Callable[[Window], Page[Any]]


def chosen(output: Output | None) -> Output:
    """Return how to print: as a table in a terminal, as JSON Lines in a pipe, unless somebody chose."""
    return output or (Output.table if sys.stdout.isatty() else Output.json)


def flat(record: Any) -> Row:  # noqa: ANN401 - any record
    """Return the fields of a record by their names, those of records in it among them.

    >>> from allikas.ledger.answers import Trouble
    >>> flat(Trouble("a.txt", "intake", "is empty"))
    {'origin': 'a.txt', 'stage': 'intake', 'message': 'is empty', 'text': None}
    """
    found: Row = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Source):
            found |= flat(value)
        elif is_dataclass(value):
            found |= {f"{field.name}_{name}": part for name, part in flat(value).items()}
        else:
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field
    if isinstance(value, tuple):
        return [flat(part) if is_dataclass(part) else part for part in value]
    return value


def show_page(ask: Ask, window: Window, columns: Sequence[str], output: Output | None) -> None:
    """Print what *ask* answers: in a terminal a page and how to go on, elsewhere all, page after page."""
    form = chosen(output)
    if form is not Output.table and not window.limit:
        show_rows((flat(record) for record in _all(ask, window)), columns, form)
        return
    page = ask(replace(window, limit=window.limit or SHOWN))
    show_rows(map(flat, page.rows), columns, form)
    if form is Output.table or page.after:
        _tell(page)


def _all(ask: Ask, window: Window) -> Iterator[Any]:
    page = ask(replace(window, limit=MANY))
    yield from page.rows
    while page.after:
        page = ask(replace(window, limit=MANY, after=page.after))
        yield from page.rows


def _tell(page: Page[Any]) -> None:
    """Say how many there are and how to see more."""
    if not page.total:
        typer.echo("nothing found", err=True)
        return
    total = f"{page.total:,}" if page.is_counted else f"{page.total:,} or more"
    more = f"; go on with --after {page.after}" if page.after else ""
    typer.echo(f"{len(page.rows)} of {total}{more}", err=True)


def show_rows(rows: Iterable[Row], columns: Sequence[str], form: Output) -> None:
    """Print rows; a table has only the *columns*, for the rest there is `show`."""
    {Output.table: _table, Output.json: _json, Output.csv: _csv}[form](rows, columns)


def _json(rows: Iterable[Row], _columns: Sequence[str]) -> None:
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Print CSV with a line of names; what is a list is JSON in its cell."""
    writer: csv.DictWriter[str] | None = None
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    if writer is None:
        csv.writer(sys.stdout, lineterminator="\n").writerow(columns)


def _cell(value: Any) -> Any:  # noqa: ANN401 - any field
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Print a table, or where it would be too narrow to read a block a row; of no rows, nothing."""
    from rich.console import Console  # noqa: PLC0415 - loaded only where it is used

    found = list(rows)
    console = Console(highlight=False, markup=False, emoji=False)
    wide = [name for name in columns if name in WIDE]
    if wide and console.width < ROOMY:
        for row in found:
            _print_block(console, row, [name for name in columns if name not in WIDE], wide)
    elif found:
        _print_table(console, found, columns)


def _print_table(console: "Console", rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - loaded only where it is used
    from rich.table import Table  # noqa: PLC0415 - the same

    named = any(name.strip() for name in columns)
    table = Table(box=SIMPLE_HEAD if named else None, show_edge=False, pad_edge=False, show_header=named)
    for name in columns:
        ratio = 2 if name in WIDE else None
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=name in WHOLE, ratio=ratio)
    for row in rows:
        table.add_row(*(_shown(row.get(name)) for name in columns))
    console.print(table)


def _print_block(console: "Console", row: Row, short: Sequence[str], wide: Sequence[str]) -> None:
    """Print what is short on a line, and beneath it, each on lines of its own, what is long."""
    from rich.padding import Padding  # noqa: PLC0415 - loaded only where it is used

    console.print("  ".join(filter(None, (_shown(row.get(name)) for name in short))))
    for name in wide:
        if text := _shown(row.get(name)):
            console.print(Padding(text, (0, 0, 0, 4), expand=False))


def _shown(value: Any) -> str:  # noqa: ANN401 - any field
    """Write a cell for people: no control characters, a list with commas."""
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    text = (
        ""
        if value is None
        else f"{value:,}"
        if isinstance(value, int) and not isinstance(value, bool)
        else str(value)
    )
    return "".join(char if char.isprintable() else " " for char in text)

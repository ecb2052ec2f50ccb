"""`allikas status, problems, who, search, show, events, sql`: questions to a ledger."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from allikas.cli.complaints import told
from allikas.cli.options import (
    DEFAULT_LEDGER,
    After,
    Format,
    Language,
    LedgerPath,
    Limit,
    Outlet,
    Plover,
    Since,
    Until,
)
from allikas.cli.printing import Output, chosen, flat, show_page, show_rows
from allikas.ledger import asking
from allikas.ledger import status as statuses
from allikas.ledger.happenings import Wanted
from allikas.ledger.happenings import events as find_events
from allikas.ledger.lemmas import lemmatiser
from allikas.ledger.paging import Window
from allikas.ledger.search import Filters
from allikas.ledger.search import search as find
from allikas.ledger.showing import Shown
from allikas.ledger.showing import show as find_one
from allikas.ledger.store import open_to_read
from allikas.ledger.who import who as find_said


def status(ledger: LedgerPath = DEFAULT_LEDGER, form: Format = None) -> None:
    """Count what is in the ledger, and say which versions have read it."""
    with told(), open_to_read(ledger) as opened:
        found = flat(statuses.status(opened))
    if chosen(form) is not Output.table:
        show_rows([found], list(found), chosen(form))
        return
    versions = found.pop("versions")
    show_rows(
        ({"": name.replace("_", " "), " ": value} for name, value in found.items()), ("", " "), Output.table
    )
    show_rows(versions, ("program", "model", "documents"), Output.table)


def problems(
    *,
    stage: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those of this stage of the work.")
    ] = None,
    limit: Limit = 0,
    after: After = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """List what could not be read: whole files first, then places in documents."""
    columns = ("origin", "stage", "message", "text")
    with told(), open_to_read(ledger) as opened:
        failed = (
            [flat(one) for one in statuses.failures(opened)]
            if after is None and stage in {None, "intake"}
            else []
        )
        if failed:
            show_rows(failed, columns, chosen(form))
        show_page(
            lambda window: statuses.problems(opened, window, stage=stage),
            Window(limit=limit, after=after), columns, form,
        )  # fmt: skip


def who(  # noqa: PLR0913 - to Typer each option is a parameter
    name: Annotated[str, typer.Argument(help="A name, a last name, an actor's id, or a description.")],
    *,
    relayed: Annotated[bool, typer.Option("--relayed", help="What they passed on of others' words.")] = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = 0,
    after: After = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show what somebody said, through whom, in which outlet, when; the newest first."""
    with told(), open_to_read(ledger) as opened:
        show_page(
            lambda window: find_said(opened, name, window, relayed=relayed),
            Window(since, until, limit, after),
            ("published", "outlet", "speaker", "through", "content", "id"),
            form,
        )


def search(  # noqa: PLR0913 - the same
    words: Annotated[
        list[str] | None, typer.Argument(help='Words in any form, "phrases", begin*, -without.')
    ] = None,
    *,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who says it.")] = None,
    relay: Annotated[str | None, typer.Option(metavar="NAME", help="Who passes it on.")] = None,
    outlet: Outlet = None,
    mentions: Annotated[
        str | None, typer.Option(metavar="NAME", help="A person, body or place in it.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="say or think.")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="direct, indirect or mixed.")] = None,
    certainty: Annotated[
        str | None, typer.Option(metavar="C", help="certain, probable, possible, unknown.")
    ] = None,
    plover: Plover = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 0,
    after: After = None,
    language: Language = "et",
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Find sentences by their words, whatever their form, and by whose word they are; the newest first."""
    filters = Filters(speaker, relay, outlet, kind, mode, certainty, mentions, plover)
    with told(), open_to_read(ledger) as opened:
        show_page(
            lambda window: find(opened, " ".join(words or ()), lemmatiser(language), filters, window),
            Window(since, until, limit, after),
            ("published", "outlet", "chain", "text", "document"),
            form,
        )


def events(  # noqa: PLR0913 - the same
    *,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Who takes part.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Where it is.")] = None,
    plover: Plover = None,
    lemma: Annotated[
        str | None, typer.Option(metavar="WORD", help="Its word, in the dictionary form.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="happened, planned, denied...")
    ] = None,
    outlet: Outlet = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="It happens on this day or later.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="It happens on this day or earlier.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 0,
    after: After = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """List events as they are reported: who, where, when, how surely, and on whose word."""
    wanted = Wanted(actor, place, plover, lemma, kind, outlet, first, last)
    with told(), open_to_read(ledger) as opened:
        show_page(
            lambda window: find_events(opened, wanted, window),
            Window(since, until, limit, after),
            ("published", "outlet", "text", "status", "time", "place", "roles", "chain", "id"),
            form,
        )


def show(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Of a document, a statement (ID:s3), an event, an actor.")
    ],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Show a document as `allikas read` does, or all that is known of a statement, an event or an actor."""
    with told(), open_to_read(ledger) as opened:
        found = find_one(opened, id_)
    if isinstance(found, Shown):
        _show_document(found, chosen(form))
    elif chosen(form) is Output.table:
        rows = ({"": name.replace("_", " "), " ": value} for name, value in flat(found).items())
        show_rows(rows, ("", " "), Output.table)
    else:
        show_rows([flat(found)], list(flat(found)), chosen(form))


def _show_document(found: Shown, form: Output) -> None:
    from allikas.export.jsonlines import format_json  # noqa: PLC0415 - loaded only where it is used

    if form is Output.table:
        from allikas.cli.reading import as_text  # noqa: PLC0415 - the same

        as_text(several=False, explain=False)(found.source.document, found.reading)
        version = f"{found.program}, model {found.model}" if found.model else found.program
        typer.echo(f"\nread by {version}; revisions:")
        show_rows(map(flat, found.revisions), ("number", "document", "state", "reason", "added"), form)
    else:
        typer.echo(format_json(found.reading).encode())


def sql(
    command: Annotated[
        str, typer.Argument(metavar="QUERY", help="A SELECT; - reads it from the standard input.")
    ],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """Ask the ledger in SQL; docs/ledger.md explains its tables and views. Nothing can be changed."""
    asked = sys.stdin.read() if command == "-" else command
    with told(), open_to_read(ledger) as opened, asking.sql(opened, asked) as (names, rows):
        show_rows((_named(names, row) for row in rows), names, chosen(form))


def _named(names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """Give the values of a row their names; bytes are told by their number only."""
    return {
        name: f"({len(value)} bytes)" if isinstance(value, bytes) else value
        for name, value in zip(names, row, strict=True)
    }

"""`allikas actor ...`: who is who across documents, as the user decides it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from allikas.cli.complaints import give_up, told
from allikas.cli.options import DEFAULT_LEDGER, Format, LedgerPath
from allikas.cli.printing import chosen, flat, show_rows
from allikas.ledger import deciding
from allikas.ledger.adopting import adopt as take_over
from allikas.ledger.authority_files import read_authority
from allikas.ledger.store import open_ledger, open_to_read
from allikas.ledger.who import find_actors

Name = Annotated[str, typer.Argument(help="A name that only one actor has, or an actor's id.")]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def find(name: Name, *, ledger: LedgerPath = DEFAULT_LEDGER, form: Format = None) -> None:
    """List the actors that a name may mean, with their ids, names and number of documents."""
    with told(), open_to_read(ledger) as opened:
        rows = [flat(actor) for actor in find_actors(opened, name)]
    show_rows(rows, ("id", "name", "type", "country", "documents", "names"), chosen(form))


def merge(
    name: Name,
    into: Annotated[str, typer.Argument(help="The actor that it is.")],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that two actors are one."""
    with told(), open_ledger(ledger) as opened:
        _tell(deciding.merge(opened, name, into, at=_now()))


def split(
    name: Name,
    new: Annotated[str, typer.Argument(help="What the part that is split off is called.")],
    *,
    called: Annotated[list[str] | None, typer.Option("--name", help="Split off what is called so.")] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="Split off what is in it.")] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that an actor is two: some names, or some documents, mean somebody else."""
    with told(), open_ledger(ledger) as opened:
        _tell(deciding.split(opened, name, new, names=called or (), documents=document or (), at=_now()))


def rename(
    name: Name,
    new: Annotated[str, typer.Argument(help="What to call it.")],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide what an actor is called."""
    with told(), open_ledger(ledger) as opened:
        _tell(deciding.rename(opened, name, new, at=_now()))


def distinct(
    name: Name,
    other: Annotated[str, typer.Argument(help="The actor that it is not.")],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that two actors are not the same; `actor doubtful` lists them no more."""
    with told(), open_ledger(ledger) as opened:
        _tell(deciding.distinct(opened, name, other, at=_now()))


def undo(
    n: Annotated[
        int | None, typer.Argument(metavar="N", help="A decision's number.  [default: the last]")
    ] = None,
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Undo a decision; those made after it stay in force."""
    with told(), open_ledger(ledger) as opened:
        undone = deciding.undo(opened, n)
    typer.echo(f"decision {undone.n} ({undone.action}) is undone", err=True)


def _tell(made: deciding.Decided) -> None:
    typer.echo(f"decision {made.n}: {made.action} {made.actor}, {made.other}", err=True)


def decisions(*, ledger: LedgerPath = DEFAULT_LEDGER, form: Format = None) -> None:
    """List all decisions, undone ones too."""
    with told(), open_to_read(ledger) as opened:
        rows = [flat(one) for one in deciding.history(opened)]
    show_rows(rows, ("n", "action", "actor", "other", "at", "undone"), chosen(form))


def doubtful(
    *,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Pairs at most.")] = 1000,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: Format = None,
) -> None:
    """List pairs of actors that may be one, and why; only `actor merge` joins them."""
    with told(), open_to_read(ledger) as opened:
        rows = [flat(one) for one in deciding.doubtful(opened, limit=limit)]
    columns = ("first_name", "first_type", "first_id", "second_name", "second_type", "second_id", "why")
    show_rows(rows, columns, chosen(form))


def adopt(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Names, aliases, roles with dates: TOML or CSV.")
    ],
    *,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Take over your own list of actors in the place of the one before; docs/ledger.md shows its form."""
    authority = read_authority(file)
    if authority.mistakes:
        give_up("\n".join(mistake.line(file) for mistake in authority.mistakes))
    with told(), open_ledger(ledger) as opened:
        typer.echo(f"{take_over(opened, authority, path=file)} actors", err=True)

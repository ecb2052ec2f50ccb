"""`allikas batch`, `allikas load`: archives into Parquet on every core, and from there into a ledger."""

import os
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from allikas.batch.loading import load_batch
from allikas.batch.running import Count, Job, done, plan, run_here
from allikas.cli.adding import this_reader
from allikas.cli.complaints import give_up, told
from allikas.cli.options import DEFAULT_LEDGER, LedgerPath
from allikas.cli.progress import Step, followed
from allikas.intake.paths import find_paths
from allikas.ledger.store import open_ledger

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the batch.", show_default=False)]


def batch(
    sources: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files, folders, patterns, archives.")
    ],
    out: Out,
    *,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Processes.  [default: one a core]")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="For one report.", min=0.1)] = 60.0,
) -> None:
    """Read an archive into Parquet tables, on all cores.

    OUT holds a table a layer (documents, statements, events, entities, times, quantities), a folder a year of
    publication in each; readings, whole, for `allikas load`; and problems: what was set apart, and why.

    The same command goes on where it was stopped or killed: work is done in shards of some hundred
    reports, and each is written whole or not at all.
    """
    _need_parquet()
    reader = this_reader("et")
    paths = (path for source in sources for path in find_paths(source))
    with told():
        shards = plan(out, paths, made_by=f"{reader.program}+{reader.model or ''}")
        finished = done(out)
        left = [shard for shard in shards if shard.key not in finished]
        tally = _Tally(list(finished.values()))
        steps = _steps(
            run_here(Job(str(out), seconds=timeout), left, jobs=jobs or os.cpu_count() or 1), tally
        )
        stopped = not followed(steps, len(left), tally.line)
    typer.echo(f"{tally.line()}{'; stopped, run the same command to go on' if stopped else ''}", err=True)
    if stopped or tally.total.apart:
        raise typer.Exit(130 if stopped else 1)


def load(out: Out, *, ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """Add what a batch read to a ledger, without reading it anew; what is there already is passed over."""
    _need_parquet()
    new = known = 0
    with told(), open_ledger(ledger) as opened:
        for added in load_batch(opened, out):
            new, known = new + added.new, known + (not added.new)
    typer.echo(f"{new:,} added, {known:,} there already", err=True)


class _Tally:
    """What became of the reports so far."""

    def __init__(self, counts: list[Count]) -> None:
        self.total = Count(sum(one.read for one in counts), sum(one.apart for one in counts))

    def add(self, count: Count) -> None:
        """Count a shard."""
        self.total = Count(self.total.read + count.read, self.total.apart + count.apart)

    def line(self) -> str:
        """Say how many."""
        apart = f", {self.total.apart:,} set apart (see the table problems)" if self.total.apart else ""
        return f"{self.total.read:,} read{apart}"


def _steps(counts: Generator[Count, None, None], tally: _Tally) -> Generator[Step, None, None]:
    for count in counts:
        tally.add(count)
        yield Step()


def _need_parquet() -> None:
    if find_spec("pyarrow") is None:
        give_up("Parquet needs pyarrow; install it with: pip install 'allikas[parquet]'")

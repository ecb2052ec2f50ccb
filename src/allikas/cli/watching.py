"""`allikas watch`: feeds looked at again and again, and what is new in them added."""

import re
from datetime import datetime
from typing import Annotated

import typer

from allikas.cli.adding import How, Tally, add_all, paths_of
from allikas.cli.complaints import complain, stop, told
from allikas.cli.framing import FramesPath, frames_of
from allikas.cli.options import DEFAULT_LEDGER, Jobs, LedgerPath
from allikas.cli.progress import followed, until_stopped
from allikas.cli.receiving import Outlet, Private, ReportLanguage, Sources, Zone, settings_of
from allikas.intake.headers import Metadata
from allikas.ledger.errors import FullDiskError, LockedLedgerError
from allikas.ledger.store import open_ledger

SPAN = re.compile(r"(\d+)([smhd])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse_span(span: str) -> int | None:
    """Read a length of time in seconds; ``None`` if it is none.

    >>> parse_span("10m"), parse_span("1h30m"), parse_span("soon"), parse_span("0s")
    (600, 5400, None, None)
    """
    if re.fullmatch(rf"(?:{SPAN.pattern})+", span) is None:
        return None
    return sum(int(number) * SECONDS[unit] for number, unit in SPAN.findall(span)) or None


def _checked_span(span: str) -> str:
    if parse_span(span) is None:
        stop("--every", f"{span!r} is no length of time; write it as 10m, 1h30m or 1d")
    return span


def watch(  # noqa: PLR0913 - to Typer each option is a parameter
    sources: Sources,
    *,
    every: Annotated[
        str, typer.Option(metavar="TIME", callback=_checked_span, help="How often to look: 90s, 10m, 1h30m.")
    ] = "10m",
    once: Annotated[bool, typer.Option("--once", help="Look once and end, as cron and timers want.")] = False,
    outlet: Outlet = None,
    language: ReportLanguage = None,
    zone: Zone = None,
    private: Private = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    frames: FramesPath = None,
    jobs: Jobs = 1,
) -> None:
    """Look at feeds again and again, and add to a ledger what is new in them.

    A source is a list of feeds in OPML, as feed readers export it, a feed, or whatever `allikas add` takes.
    What has not changed since the last time is not fetched. Every look ends with a line; Ctrl-C ends
    the watch after the report at hand. Where another program writes to the ledger, or the disk is full, what
    was missed is made up for at the next look.
    """
    settings = settings_of(None, None, zone, private=private)
    how = How(Metadata(outlet=outlet, language=language), settings, frames_of(frames), jobs)
    if once:
        tally = _look(sources, ledger, how, patient=False)
        raise typer.Exit(130 if tally is None else min(tally.failed, 1))
    with until_stopped() as stopped:
        while _look(sources, ledger, how, patient=True) and not stopped.wait(parse_span(every)):
            pass


def _look(sources: list[str], ledger: str, how: How, *, patient: bool) -> Tally | None:
    """Look once; ``None`` where Ctrl-C ended it."""
    tally = Tally()
    with told():
        try:
            paths = [path for source in sources for path in paths_of(source)]
            with open_ledger(ledger) as opened:
                whole = followed(add_all(opened, paths, tally, how), len(paths), tally.line)
        except (LockedLedgerError, FullDiskError) as error:
            if not patient:
                raise
            complain("watch", str(error))
            return tally
    at = datetime.now().astimezone().isoformat(" ", timespec="seconds")
    typer.echo(f"{at}  {tally.line()}{'' if whole else '; stopped'}", err=True)
    return tally if whole else None

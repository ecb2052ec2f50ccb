"""`allikas add, reread`: documents into a ledger, and read again by a newer program."""

import hashlib
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Annotated

import typer

from allikas import __version__
from allikas.cli.complaints import complain, told
from allikas.cli.framing import Frames, FramesPath, frames_of, pack_with
from allikas.cli.options import DEFAULT_LEDGER, Jobs, LedgerPath
from allikas.cli.progress import Step, followed
from allikas.cli.receiving import (
    Columns,
    From,
    Outlet,
    Private,
    Published,
    ReportLanguage,
    Sources,
    Title,
    Zone,
    remembering,
    settings_of,
)
from allikas.cli.seeing import Seen
from allikas.intake.files import STDIN, Receipt, Received, Refused
from allikas.intake.headers import Metadata
from allikas.intake.paths import find_paths
from allikas.intake.settings import Settings
from allikas.intake.sources import receive_all
from allikas.lang.pack import load
from allikas.ledger.adding import Reader, fail
from allikas.ledger.filling import Arrival, Arriving, Filled, Withdrawal, fill, refill
from allikas.ledger.status import read_before
from allikas.ledger.store import Ledger, open_ledger
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.pipeline import read_document


def read(doc: Document, *, frames: Frames = ()) -> Reading:
    """Read one document; a process of its own may do it."""
    return read_document(doc, pack_with(doc.language, frames))


def this_reader(language: str, frames: Frames = ()) -> Reader:
    """Say what reads documents of a language here and now; frames of a user's own are part of it."""
    model = load(language).model
    digests = model.folder / "digests.json" if model else None
    known = digests is not None and digests.is_file()
    digest = hashlib.sha256(digests.read_bytes()).hexdigest()[:12] if digests and known else None
    own = f"+{hashlib.sha256(repr(frames).encode()).hexdigest()[:12]}" if frames else ""
    return Reader(__version__, f"{digest or ''}{own}" or None, _now())


def add(  # noqa: PLR0913 - to Typer each option is a parameter
    sources: Sources,
    *,
    kind: From = None,
    columns: Columns = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    language: ReportLanguage = None,
    zone: Zone = None,
    private: Private = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    frames: FramesPath = None,
    jobs: Jobs = 1,
) -> None:
    """Read reports and add them to a ledger, which is made if there is none.

    A source is whatever `allikas read` takes. A report that is there already is passed over, so that the same
    command goes on where it was stopped; another text at the same address is a new revision. Addresses that
    have not changed are not fetched again. Ctrl-C stops after the report at hand. What cannot be read is
    noted; `allikas problems` lists it.
    """
    paths = [path for source in sources for path in paths_of(source)]
    given = Metadata(published=published, outlet=outlet, title=title, language=language)
    how = How(given, settings_of(columns, kind, zone, private=private), frames_of(frames), jobs)
    tally = Tally()
    with told(), open_ledger(ledger) as opened:
        steps = add_all(opened, paths, tally, how)
        stopped = not followed(steps, len(paths), tally.line)
    _end(tally, stopped=stopped)


def reread(
    *,
    older_than: Annotated[
        str, typer.Option(metavar="VERSION", help="Read again what an older version has read.")
    ] = __version__,
    ledger: LedgerPath = DEFAULT_LEDGER,
    frames: FramesPath = None,
    jobs: Jobs = 1,
) -> None:
    """Read documents of a ledger again that an older version has read, or another model or table of frames.

    Ctrl-C stops after the document at hand; the same command goes on from there.
    """
    tally = Tally(word="read again")
    with told(), open_ledger(ledger) as opened:
        own = frames_of(frames)
        reader = this_reader("et", own)
        ids = read_before(opened, older_than, model=reader.model)
        steps = (
            tally.step(filled) for filled in refill(opened, ids, partial(read, frames=own), reader, jobs=jobs)
        )
        stopped = not followed(steps, len(ids), tally.line)
    _end(tally, stopped=stopped)


@dataclass
class Tally:
    """What became of the documents so far."""

    word: str = "added"
    new: int = 0
    known: int = 0
    withdrawn: int = 0
    failed: int = 0

    def step(self, filled: Filled) -> Step:
        """Count a document; a failure is told at once."""
        if filled.failure:
            self.fail(filled.origin, filled.failure)
        self.new += filled.new
        self.withdrawn += filled.retired
        self.known += filled.id != "" and not filled.new and not filled.failure
        return Step()

    def fail(self, origin: str, message: str) -> None:
        """Count and tell a failure."""
        self.failed += 1
        complain(origin, message)

    def line(self) -> str:
        """Say how many."""
        known = f", {self.known:,} there already" if self.known else ""
        withdrawn = f", {self.withdrawn:,} withdrawn" if self.withdrawn else ""
        return f"{self.new:,} {self.word}{known}{withdrawn}, {self.failed:,} failed"


def _end(tally: Tally, *, stopped: bool) -> None:
    again = "; stopped, run the same command to go on" if stopped else ""
    typer.echo(f"{tally.line()}{again}", err=True)
    if stopped or tally.failed:
        raise typer.Exit(130 if stopped else 1)  # 130: ended by Ctrl-C, as shells have it


def paths_of(source: str) -> Iterator[str]:
    """Yield the files of a source; an address or the standard input as it is."""
    if source == STDIN or source.lower().startswith(("http://", "https://")):
        yield source
    else:
        yield from find_paths(source)


@dataclass(frozen=True, slots=True)
class How:
    """How reports are received and read: what is known beforehand, and by how many processes."""

    given: Metadata
    settings: Settings
    frames: Frames = ()
    jobs: int = 1


def add_all(ledger: Ledger, paths: Iterable[str], tally: "Tally", how: How) -> Generator[Step, None, None]:
    """Add what the files hold; a step is a file that is done or a document in it."""
    done = 0
    seen = Seen(ledger)
    settings = remembering(how.settings, seen)

    def arrivals() -> Iterator[Arriving]:
        nonlocal done
        for path in paths:
            for receipt in receive_all(path, how.given, settings):
                yield from seen.take_new()
                yield from _arrivals(ledger, receipt, tally)
            yield from seen.take_new()
            done += 1

    reader = partial(read, frames=how.frames)
    for filled in fill(ledger, arrivals(), reader, this_reader("et", how.frames), jobs=how.jobs):
        tally.step(filled)
        yield Step(done)
    yield Step(done)


def _arrivals(ledger: Ledger, receipt: Receipt, tally: "Tally") -> Iterator[Arriving]:
    """Yield what is received; note what cannot be read."""
    if isinstance(receipt, Received):
        yield Arrival(receipt.name, receipt.document, receipt.problems)
    elif isinstance(receipt, Refused):
        fail(ledger, receipt.name, receipt.message, at=_now())
        tally.fail(receipt.name, receipt.message)
    else:
        yield Withdrawal(receipt.name, receipt.url, receipt.reason)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Many documents read and added in their order, by one process or several; what fails is noted and passed."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from allikas.ledger.adding import Reader, add, fail, is_added, read_again, restore, retire_page
from allikas.ledger.errors import LedgerError
from allikas.ledger.store import Ledger
from allikas.ledger.visits import Visited, remember
from allikas.model.document import Document
from allikas.model.errors import AllikasError
from allikas.model.layers import Problem
from allikas.model.reading import Reading

Read = Callable[[Document], Reading]
"""Reads a document; with several processes it must be a function of a module."""

Result = Reading | str
"""A reading, or in a line why there is none."""

Item = TypeVar("Item")
Start = Callable[[Document], Callable[[], Result]]

AHEAD = 4  # documents a process read before they are added: a guess, so that none idles and all fit
FAULT = "could not be read, by a fault of Allikas ({}: {}); please report it with the text"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document from the file or address *origin*, and what was wrong with it there."""

    origin: str
    document: Document
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Word from *origin* that what stands at *url* was withdrawn, and why."""

    origin: str
    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a document: its id and whether it is new, or why it could not be read.

    For a withdrawal the id is empty, and ``retired`` says whether it met a document.
    """

    origin: str
    id: str
    new: bool = False
    failure: str | None = None
    retired: bool = False


Arriving = Arrival | Withdrawal | Visited
"""What intake has: a document, word of a withdrawal, or that an address was seen to its end."""


def fill(
    ledger: Ledger, arrivals: Iterable[Arriving], read: Read, reader: Reader, *, jobs: int = 1
) -> Iterator[Filled]:
    """Read and add documents; those that are there already are not read.

    All is done in the order of *arrivals* however many *jobs* there are, so that the ledger is the same. An
    address is remembered behind the documents that came from it, unless one could not be read: then it, and
    the feed or list in which it stood, are fetched again next time.
    """
    last, failed = "", set[str]()
    with _starter(read, jobs) as start:
        waiting = ((arrival, _begin(ledger, arrival, start)) for arrival in arrivals)
        for arrival, result in _in_order(waiting, jobs):
            if isinstance(arrival, Visited):
                if not failed or (arrival.address == last and last not in failed):
                    remember(ledger, arrival)
            elif isinstance(arrival, Withdrawal):
                met = retire_page(ledger, arrival.url, arrival.reason)
                yield Filled(arrival.origin, "", retired=met > 0)
            else:
                filled = _put(ledger, arrival, result, reader)
                last = arrival.origin
                if filled.failure:
                    failed.add(last)
                yield filled


def _begin(ledger: Ledger, arrival: Arriving, start: Start) -> Callable[[], Result] | None:
    """Begin to read what must be read."""
    if not isinstance(arrival, Arrival) or is_added(ledger, arrival.document):
        return None
    return start(arrival.document)


def _put(ledger: Ledger, arrival: Arrival, result: Result | None, reader: Reader) -> Filled:
    origin, id_ = arrival.origin, arrival.document.id
    if isinstance(result, str):
        fail(ledger, origin, result, at=reader.at)
        return Filled(origin, id_, failure=result)
    if result is None:
        return Filled(origin, id_)
    whole = replace(result, problems=arrival.problems + result.problems)
    return Filled(origin, id_, new=add(ledger, whole, reader, origin=origin).new)


def refill(
    ledger: Ledger, ids: Iterable[str], read: Read, reader: Reader, *, jobs: int = 1
) -> Iterator[Filled]:
    """Read documents of the ledger again; where one cannot be read, its old reading stays.

    What intake had to say of a document is kept.
    """
    with _starter(read, jobs) as start:
        olds = (restore(ledger, id_) for id_ in ids)
        for old, result in _in_order(((old, start(old.document)) for old in olds), jobs):
            id_ = old.document.id
            if isinstance(result, Reading):
                kept = tuple(problem for problem in old.problems if problem.stage == "intake")
                read_again(ledger, replace(result, problems=kept + result.problems), reader)
            yield Filled(id_, id_, isinstance(result, Reading), result if isinstance(result, str) else None)


def _in_order(
    waiting: Iterable[tuple[Item, Callable[[], Result] | None]], jobs: int
) -> Iterator[tuple[Item, Result | None]]:
    """Wait for results one after another, while a few more are being made."""
    started: deque[tuple[Item, Callable[[], Result] | None]] = deque()
    for pair in waiting:
        started.append(pair)
        if len(started) > (jobs - 1) * AHEAD:
            yield _finish(started.popleft())
    while started:
        yield _finish(started.popleft())


def _finish(pair: tuple[Item, Callable[[], Result] | None]) -> tuple[Item, Result | None]:
    item, finish = pair
    try:
        return item, finish() if finish else None
    except BrokenProcessPool as error:
        raise LedgerError("a process that read was killed; run the command again to go on") from error


@contextmanager
def _starter(read: Read, jobs: int) -> Iterator[Start]:
    """Give what starts a reading: here, when its result is asked for, or at once in another process."""
    if jobs <= 1:
        yield lambda doc: partial(read_safely, read, doc)
        return
    context = multiprocessing.get_context("spawn")  # the only kind that every system has
    pool = ProcessPoolExecutor(jobs, context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield lambda doc: pool.submit(read_safely, read, doc).result
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_safely(read: Read, doc: Document) -> Result:
    """Read a document, or say why it cannot be read; a mistake of ours must not cost the other documents.

    >>> read_safely(lambda doc: 1 / 0, Document("Tere."))[:59]
    'could not be read, by a fault of Allikas (ZeroDivisionError'
    """
    try:
        return read(doc)
    except AllikasError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - said above
        return FAULT.format(type(error).__name__, error)

"""How far a long command is: a bar in a terminal with speed and time left, nothing elsewhere."""

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import takewhile
from threading import Event


@dataclass(frozen=True, slots=True)
class Step:
    """A document is done; of the files or documents that were counted at the start, *done* are, if known."""

    done: int | None = None


def followed(steps: Generator[Step, None, None], total: int, line: Callable[[], str]) -> bool:
    """Take every step and show how far it is; tell whether nobody stopped it with Ctrl-C.

    Ctrl-C lets the step at hand end; a second one does not.

    >>> followed((Step() for _ in range(2)), 2, lambda: "2 added")
    True
    """
    stopped = Event()
    before = signal.signal(signal.SIGINT, lambda *_: _stop(stopped))
    try:
        with closing(steps):
            taken = takewhile(lambda _: not stopped.is_set(), steps)
            _with_bar(taken, total, line) if sys.stderr.isatty() else deque(taken, maxlen=0)
    except KeyboardInterrupt:
        stopped.set()
    finally:
        signal.signal(signal.SIGINT, before)
    return not stopped.is_set()


@contextmanager
def until_stopped() -> Iterator[Event]:
    """Give an event to wait for, which Ctrl-C sets wherever in the block it comes.

    >>> with until_stopped() as stopped:
    ...     stopped.wait(0)
    False
    """
    stopped = Event()
    before = signal.signal(signal.SIGINT, lambda *_: stopped.set())
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(stopped: Event) -> None:
    stopped.set()
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _with_bar(steps: Iterable[Step], total: int, line: Callable[[], str]) -> None:
    from rich.console import Console  # noqa: PLC0415 - loaded only where it is used
    from rich.progress import (  # noqa: PLC0415 - the same
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"), TimeRemainingColumn(),
        TextColumn("{task.fields[line]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, speed="", line="")
        for taken, step in enumerate(steps, start=1):
            elapsed = bar.tasks[0].elapsed or 0
            speed = f"{taken / elapsed:.1f} documents/s" if elapsed else ""
            done = taken if step.done is None else step.done
            bar.update(task, completed=done, speed=speed, line=line())

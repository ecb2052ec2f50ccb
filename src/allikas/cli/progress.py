"""How far a long command is: a bar in a terminal with speed and time left, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A document is done; of the files or documents that were counted at the start, *done* are, if known."""

    done: int | None = None


def followed(steps: Iterable[Step], total: int, line: Callable[[], str]) -> bool:
    """Take every step and show how far it is; tell whether nobody stopped it with Ctrl-C.

    >>> followed([Step(), Step()], 2, lambda: "2 added")
    True
    """
    try:
        if sys.stderr.isatty():
            _with_bar(steps, total, line)
        else:
            for _ in steps:
                pass
    except KeyboardInterrupt:
        return False
    return True


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

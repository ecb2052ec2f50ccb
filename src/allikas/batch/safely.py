"""Read one document whatever it is: within a time, and never with an exception."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never

from allikas.ledger.filling import Read, Result, read_safely
from allikas.model.document import Document

TOO_LONG = "took longer than {:g} seconds to read and was set apart; cut it into reports or raise --timeout"


class TooLong(BaseException):
    """A document took longer than it may; no ``except Exception`` on the way catches it."""


def read_within(seconds: float, read: Read, doc: Document) -> Result:
    """Read a document, or say in a line why there is no reading.

    >>> from allikas.model.reading import Reading
    >>> read_within(5, Reading, Document("Tere.")).document.text
    'Tere.'
    >>> import time
    >>> read_within(0.01, lambda doc: time.sleep(5), Document("Tere."))[:31]
    'took longer than 0.01 seconds t'
    """
    try:
        with _alarm(seconds):
            return read_safely(read, doc)
    except TooLong:
        return TOO_LONG.format(seconds)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Interrupt what runs within after some seconds, where the system has such alarms (Windows has none)."""
    possible = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not possible:
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> Never:
    raise TooLong

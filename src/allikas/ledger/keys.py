"""Numbers of documents and sentences, made so that their order is that of the days of publication.

A document's number is its day (17 bits, from the year 1800, enough for 358 years) before its place in the
order of adding (30 bits, a thousand million documents); a sentence's is its document's before its own
(16 bits): 63 bits, what SQLite has. So the newest stands last in every index, and a range of dates is a
range of numbers.
"""

from collections.abc import Iterator
from datetime import date

EPOCH = date(1800, 1, 1).toordinal()
LAST_DAY = (1 << 17) - 2  # one less than fits, so that the day after it fits too
SEQ_BITS = 30
SENTENCE_BITS = 16
LAST_SENTENCE = (1 << SENTENCE_BITS) - 1


def doc_number(first_day: str | None, seq: int) -> int:
    """Return the number of the *seq*-th document added, published on *first_day* at the earliest.

    >>> doc_number("2026-03-12", 2) < doc_number("2026-03-13", 1)
    True
    >>> doc_number(None, 7)
    7
    """
    return _day(first_day) << SEQ_BITS | seq


def _day(day: str | None) -> int:
    """Count days; what was published before 1800 or on no known day comes first."""
    return 0 if day is None else min(max(date.fromisoformat(day).toordinal() - EPOCH, 0), LAST_DAY)


def docs_between(since: str | None, until: str | None) -> tuple[int, int]:
    """Return the half-open range of numbers of documents of these days, both included.

    >>> first, last = docs_between("2026-03-12", "2026-03-12")
    >>> first <= doc_number("2026-03-12", 1) < last <= doc_number("2026-03-13", 0)
    True
    """
    return _day(since) << SEQ_BITS, (_day(until) if until else LAST_DAY) + 1 << SEQ_BITS


def sentence_number(doc: int, sentence: int) -> int:
    """Return the number of a sentence of a document; those beyond the 65,535th share one.

    From the highest number down, documents come newest first and their sentences in order.

    >>> sentence_number(8, 0) > sentence_number(8, 1) > sentence_number(7, 0)
    True
    """
    return doc << SENTENCE_BITS | LAST_SENTENCE - min(sentence, LAST_SENTENCE)


def split_number(number: int) -> tuple[int, int]:
    """Part a sentence's number into its document's and its own.

    >>> split_number(sentence_number(77, 3))
    (77, 3)
    """
    return number >> SENTENCE_BITS, LAST_SENTENCE - (number & LAST_SENTENCE)


def ranges(count: int) -> Iterator[tuple[int, int]]:
    """Yield the range of sentences that each number of a document with *count* sentences stands for.

    >>> list(ranges(2))
    [(0, 1), (1, 2)]
    >>> list(ranges(70000))[-1]
    (65535, 70000)
    """
    for n in range(min(count, LAST_SENTENCE)):
        yield n, n + 1
    if count > LAST_SENTENCE:
        yield LAST_SENTENCE, count

"""What a batch is cut into: shards of some hundred reports, each read by one process from beginning to end.

The cut is written down when a batch begins, so that the same command, run again, goes on with the same shards
however many processes there are by then.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

SMALL = 1_000_000  # bytes: a file that is larger is taken for an archive of many reports
FEW = 400  # files of one report in a shard: a quarter of a minute's work, so little is lost with a process
PIECES = 8  # shards that an archive is cut into; a process passes over the reports of the others


@dataclass(frozen=True, slots=True)
class Shard:
    """Some sources, of whose reports every ``pieces``-th is read, beginning with number ``piece``."""

    key: str
    sources: tuple[str, ...]
    piece: int = 0
    pieces: int = 1

    def takes(self, number: int) -> bool:
        """Tell whether the report of this *number* among those of its source is this shard's.

        >>> [Shard("k", ("a.warc",), 1, 3).takes(number) for number in range(4)]
        [False, True, False, False]
        """
        return number % self.pieces == self.piece


def cut(paths: Iterable[str]) -> Iterator[Shard]:
    """Cut sources into shards, in their order: archives by themselves and in pieces, small files together.

    >>> [shard.sources for shard in cut(["no/a.txt", "no/b.txt"])]
    [('no/a.txt', 'no/b.txt')]
    """
    for large, group in groupby(paths, _is_large):
        if large:
            yield from (_shard((path,), piece, PIECES) for path in group for piece in range(PIECES))
        else:
            together = list(group)
            yield from (_shard(together[at : at + FEW], 0, 1) for at in range(0, len(together), FEW))


def _is_large(path: str) -> bool:
    try:
        return Path(path).stat().st_size > SMALL
    except (OSError, ValueError):
        return False


def _shard(sources: Sequence[str], piece: int, pieces: int) -> Shard:
    name = json.dumps([list(sources), piece, pieces])
    return Shard(
        hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16], tuple(sources), piece, pieces
    )


def parse_shard(line: str) -> Shard:
    """Read back a line of ``format_shard``.

    >>> shard = Shard("k", ("a.txt",))
    >>> parse_shard(format_shard(shard)) == shard
    True
    """
    known = json.loads(line)
    return Shard(known["key"], tuple(known["sources"]), known["piece"], known["pieces"])


def format_shard(shard: Shard) -> str:
    """Write a shard as a line of JSON."""
    return json.dumps(asdict(shard))

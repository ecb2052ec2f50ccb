"""Tables of this pack: one row a line, columns parted by tabs."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of each row of the table *name*; lines that begin with ``#`` are remarks.

    >>> next(rows("places.tsv"))[:2]
    ['Afganistan', 'AF']
    """
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")

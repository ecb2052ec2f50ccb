"""How a form becomes numbers: the inputs of the network, shared by training and run time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from allikas.model.tree import Candidate, Description

BUCKETS = 32768  # n-gram hash buckets; a guess: the treebank has about 200,000 distinct n-grams
_SIZES = (3, 4, 5)  # n-gram lengths, as fastText's common choice without its 6
_HALF = 12  # characters kept from either end of a long form; EDT's words are 6 long on average
UNKNOWN = 1  # id 0 is padding


class Encoded(NamedTuple):
    """Ids of one form: word, shape, n-grams, candidate lemmas, candidate tags and marks."""

    word: int
    shape: int
    ngrams: tuple[int, ...]
    lemmas: tuple[int, ...]
    tags: tuple[int, ...]


class EncodedChoice(NamedTuple):
    """Ids of what the analyser would choose in the sentence: lemmas and tags."""

    lemmas: tuple[int, ...]
    tags: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Ids of the strings the network knows; 0 pads, 1 is anything else."""

    words: Mapping[str, int]
    lemmas: Mapping[str, int]
    tags: Mapping[str, int]
    shapes: Mapping[str, int]

    def encode(self, form: str, described: Description) -> Encoded:
        """Return the ids of *form*, whatever its neighbours."""
        return Encoded(
            self.words.get(normal(form), UNKNOWN),
            self.shapes.get(shape(form), UNKNOWN),
            ngrams(form),
            self._lemmas(described.readings),
            self._tags((*(reading.tag for reading in described.readings), *described.marks)),
        )

    def encode_choice(self, chosen: tuple[Candidate, ...]) -> EncodedChoice:
        """Return the ids of the readings *chosen* in the sentence."""
        return EncodedChoice(self._lemmas(chosen), self._tags(tuple(reading.tag for reading in chosen)))

    def _lemmas(self, readings: tuple[Candidate, ...]) -> tuple[int, ...]:
        return _ids(self.lemmas, tuple(reading.lemma for reading in readings))

    def _tags(self, tags: tuple[str, ...]) -> tuple[int, ...]:
        return _ids(self.tags, tags)


def _ids(known: Mapping[str, int], strings: tuple[str, ...]) -> tuple[int, ...]:
    """Return the distinct ids in order of appearance."""
    return tuple(dict.fromkeys([known.get(string, UNKNOWN) for string in strings]))


_DIGIT = re.compile(r"\d")


def normal(form: str) -> str:
    """Return the spelling under which a word is known: lower case, every digit a nought.

    >>> normal("Aastal"), normal("2025.")
    ('aastal', '0000.')
    """
    return _DIGIT.sub("0", form.lower())


def ngrams(form: str) -> tuple[int, ...]:
    """Return hashed character n-grams of *form* with its edges marked; ids from 1 on, 0 pads.

    >>> len(ngrams("sõna")), ngrams("Sõna") == ngrams("sõna")
    (9, True)
    """
    return _ngrams(normal(form))


@lru_cache(maxsize=65536)
def _ngrams(spelling: str) -> tuple[int, ...]:
    if len(spelling) > 2 * _HALF:
        spelling = spelling[:_HALF] + spelling[-_HALF:]
    edged = f"<{spelling}>"
    length = len(edged)
    pieces = {edged[at : at + size] for size in _SIZES for at in range(length - size + 1)} or {edged}
    return tuple(sorted(1 + crc32(piece.encode("utf-8", "replace")) % BUCKETS for piece in pieces))


_LONG_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)


class _Signs(dict[int, str]):
    """What every character's sign is, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = sign = _sign(chr(code))
        return sign


_SIGNS = _Signs()


def shape(form: str) -> str:
    """Return the pattern of upper and lower case, digits and signs, runs longer than two cut to two.

    >>> shape("Lavrov"), shape("NATO"), shape("2025."), shape("Põhja-Korea")
    ('Xxx', 'XX', 'dd.', 'Xxx-Xxx')
    """
    return _LONG_RUN.sub(r"\1\1", form[:64].translate(_SIGNS))[:12]


def _sign(character: str) -> str:
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return "d" if character.isdigit() else character

"""What Vabamorf and the gazetteer tell the network of a word: readings, and marks such as ``city``."""

from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np

from allikas.model.tree import Candidate, Description
from allikas.packs.et.vabamorf import Analysis, vabamorf

MODEL = Path(__file__).parent / "model"
_MARKS = ("@country", "@city", "@metropolis", "@part")  # bits of the gazetteer, lowest first
_REMEMBERED = 20000  # forms kept; some 10 MB, and a day's news has about as many


class Describer:
    """Describes forms and remembers them: two words in three of a report have been seen before."""

    def __init__(self) -> None:
        self._known: dict[str, Description] = {}

    def describe(self, forms: list[str]) -> list[Description]:
        """Return what is known of each form whatever its neighbours."""
        known = self._known = self._known if len(self._known) <= _REMEMBERED else {}
        missing = [form for form in dict.fromkeys(forms) if form not in known]
        for form, found in zip(missing, vabamorf().candidates(missing) if missing else (), strict=True):
            known[form] = _description(form, found)
        return [known[form] for form in forms]

    def choose(self, forms: list[str]) -> list[tuple[Candidate, ...]]:
        """Return the analyser's own choice among the readings of each form of one sentence."""
        return [_readings(found) for found in vabamorf().disambiguated(forms)]


@cache
def describer() -> Describer:
    """Return this process's describer, whose memory all documents share."""
    return Describer()


def _description(form: str, found: tuple[Analysis, ...]) -> Description:
    readings = _readings(found)
    return Description(readings, _marks(form, readings) if form[:1].isupper() else ())


def _readings(found: tuple[Analysis, ...]) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(_reading(analysis) for analysis in found))


@lru_cache(maxsize=65536)
def _reading(analysis: Analysis) -> Candidate:
    return Candidate(analysis.lemma, f"{analysis.pos} {analysis.form}".rstrip())


def _marks(form: str, readings: tuple[Candidate, ...]) -> tuple[str, ...]:
    spellings = {form.lower(), *(reading.lemma.lower() for reading in readings)}
    bits = 0
    for spelling in spellings:
        bits |= _places().get(crc32(spelling.encode("utf-8", "replace")), 0)
    return tuple(mark for bit, mark in enumerate(_MARKS) if bits >> bit & 1)


@cache
def _places() -> dict[int, int]:
    with np.load(MODEL / "places.npz") as table:
        return dict(zip(table["keys"].tolist(), table["bits"].tolist(), strict=True))

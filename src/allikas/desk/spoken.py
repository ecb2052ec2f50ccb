"""Who speaks in an article: each voice with a look of its own, its statements, and its share of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from allikas.export.voiced import UNKNOWN, Numbered, pieces

LOOKS = 10  # looks that desk.css has; further voices begin again, and the numbers tell them apart


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: ``look`` numbers its colour and line, 0 is that of nobody named; ``share`` is in percent."""

    name: str
    look: int
    numbers: tuple[int, ...]
    share: int


def find_speakers(text: str, numbered: Sequence[Numbered]) -> tuple[Speaker, ...]:
    """Return the voices of a text in the order in which they are met, outer ones too.

    >>> find_speakers("Sajab.", ())
    ()
    """
    names = dict.fromkeys(voice for one in numbered for voice in reversed(one.voices))
    sizes = dict.fromkeys(names, 0)
    for piece in pieces(text, numbered):
        if piece.inside:
            sizes[piece.inside[-1].voice] += len(piece.text)
    looks = _looks(names)
    return tuple(
        Speaker(name, looks[name], _numbers(name, numbered), round(100 * sizes[name] / max(1, len(text))))
        for name in names
    )


def _looks(names: Sequence[str] | dict[str, None]) -> dict[str, int]:
    known = [name for name in names if name != UNKNOWN]
    return {UNKNOWN: 0} | {name: 1 + at % LOOKS for at, name in enumerate(known)}


def _numbers(name: str, numbered: Sequence[Numbered]) -> tuple[int, ...]:
    """Return the numbers of the statements that *name* makes, not of those that it passes on."""
    return tuple(one.number for one in numbered if one.voice == name)

"""What a network needs of a language: its folder, and an analyser that describes forms."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from allikas.model.tree import Candidate, Description


class Analyser(Protocol):
    """What a language tells of its forms: alone, and in their sentence."""

    def describe(self, forms: list[str]) -> list[Description]:
        """Return what is known of each form whatever its neighbours."""

    def choose(self, forms: list[str]) -> list[tuple[Candidate, ...]]:
        """Return the likeliest readings of each form of one sentence."""


class Model(NamedTuple):
    """A trained network: the folder of its files, and how to get the analyser whose words it reads."""

    folder: Path
    analyser: Callable[[], Analyser]

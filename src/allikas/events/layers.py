"""The layers that events are found in."""

from collections.abc import Sequence
from dataclasses import dataclass

from allikas.model.layers import Entity, Quantity, Statement, Timex
from allikas.model.published import Published
from allikas.model.tree import Argument
from allikas.model.word import Sentence, Word


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that was found before; layers that a document lacks are empty."""

    words: Sequence[Word]
    sentences: Sequence[Sentence] = ()
    arguments: Sequence[Argument] = ()
    times: Sequence[Timex] = ()
    quantities: Sequence[Quantity] = ()
    entities: Sequence[Entity] = ()
    statements: Sequence[Statement] = ()
    published: Published | None = None

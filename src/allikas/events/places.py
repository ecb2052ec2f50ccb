"""Where the other layers stand among the words: entities, times, quantities and voices, word by word."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from allikas.events.layers import Layers
from allikas.model.layers import Entity, Quantity, Timex
from allikas.model.span import Span

Layer = TypeVar("Layer")


@dataclass(frozen=True, slots=True)
class Places:
    """What stands at each word; ``voices`` are the innermost statements, ``times`` the times."""

    entities: Mapping[int, Entity]
    times: Mapping[int, Timex]
    voices: Mapping[int, str]


class Ruler:
    """Characters to words."""

    def __init__(self, layers: Layers) -> None:
        self._starts = [word.span.start for word in layers.words]
        self._ends = [word.span.end for word in layers.words]

    def words(self, span: Span) -> range:
        """Return the words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))


def find_places(layers: Layers, ruler: Ruler) -> Places:
    """Lay every layer over the words; where two overlap, the shorter one counts."""
    return Places(
        _painted(
            ruler, ((entity, mention.span) for entity in layers.entities for mention in entity.mentions)
        ),
        _painted(ruler, ((timex, timex.span) for timex in layers.times)),
        _painted(ruler, _contents(layers)),
    )


def _contents(layers: Layers) -> Iterator[tuple[str, Span]]:
    """Yield the contents of statements, as large as the whole statement is: the innermost is the smallest."""
    sized = [(sum(len(span.text) for span in one.content), at) for at, one in enumerate(layers.statements)]
    for _, at in sorted(sized, key=lambda pair: (-pair[0], pair[1])):
        for span in layers.statements[at].content:
            yield layers.statements[at].id, span


def _painted(ruler: Ruler, spans: Iterable[tuple[Layer, Span]]) -> dict[int, Layer]:
    painted: dict[int, Layer] = {}
    for layer, span in spans:
        for at in ruler.words(span):
            painted[at] = layer
    return painted


def bound(
    above: Callable[[int], Iterable[int]],
    ruler: Ruler,
    spans: Sequence[Timex] | Sequence[Quantity],
    sites: Mapping[int, int],
) -> dict[int, list[str]]:
    """Bind times or quantities, by id, to the nearest event *above* each word, by its number."""
    found: dict[int, list[str]] = {}
    for one in spans:
        event = _nearest(above, ruler.words(one.span), sites)
        if event is not None:
            found.setdefault(event, []).append(one.id)
    return found


def _nearest(above: Callable[[int], Iterable[int]], words: range, sites: Mapping[int, int]) -> int | None:
    at = next((word for word in words if next(iter(above(word)), None) not in words), None)
    if at is None:
        return None
    return next((sites[one] for one in (at, *above(at)) if one in sites), None)

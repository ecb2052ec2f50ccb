"""From frames to statements: who speaks, inside whose words, through whom, and how surely."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from allikas.attribution.certainty import least
from allikas.attribution.frame import Frame, Words
from allikas.attribution.turns import ANSWER
from allikas.model.layers import Certainty, Entity, Mode, Statement
from allikas.model.span import Span, span_of
from allikas.model.word import Word
from allikas.segment.marks import is_quote


def find_statements(
    text: str, words: Sequence[Word], frames: Sequence[Frame], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """Make one statement of every frame.

    *frames* come in order of their content, outer before inner, so that parents come first.

    >>> find_statements("", (), (), ())
    ()
    """
    people = _People(entities)
    statements: list[Statement] = []
    spoke: str | None = None
    for number, parent in enumerate(_parents(frames)):
        outer = None if parent is None else statements[parent]
        place = _Place(f"s{number + 1}", outer, spoke)
        statements.append(_statement(text, words, frames[number], people, place))
        spoke = statements[-1].speaker if outer is None else spoke
    return tuple(statements)


class _Place(NamedTuple):
    """Where a statement stands: its id, the one around it, and who spoke last before it."""

    id: str
    outer: Statement | None
    spoke: str | None


class _People:
    """Entities looked up by where they are mentioned."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        pairs = sorted(
            (mention.span.start, mention.span.end, entity.id)
            for entity in entities
            for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in pairs]
        self._pairs = pairs

    def at(self, span: Span | None) -> str | None:
        """Return the entity mentioned at *span*, or inside it at its end."""
        if span is None:
            return None
        at = bisect_left(self._starts, span.start)
        inside = []
        while at < len(self._pairs) and self._starts[at] < span.end:
            inside.append(self._pairs[at])
            at += 1
        best = max(
            inside, key=lambda pair: (pair[:2] == (span.start, span.end), _rank(pair, span)), default=None
        )
        return None if best is None else best[2]


def _rank(pair: tuple[int, int, str], span: Span) -> tuple[bool, int]:
    """Prefer a mention that ends where the phrase ends, and then a longer one."""
    return pair[1] == span.end, pair[1] - pair[0]


def _parents(frames: Sequence[Frame]) -> list[int | None]:
    """Return for each frame the innermost earlier one whose content holds its content and its cue."""
    parents: list[int | None] = []
    opened: list[int] = []
    for number, frame in enumerate(frames):
        opened = [other for other in opened if frames[other].last > frame.first]
        holding = [other for other in opened if _holds(frames[other], frame)]
        parents.append(min(holding, key=lambda other: frames[other].size, default=None))
        opened.append(number)
    return parents


def _holds(outer: Frame, inner: Frame) -> bool:
    at = inner.cue[0].first if inner.cue else inner.first
    return outer.holds(at) and outer.holds(inner.first) and outer.size > inner.size


def _statement(text: str, words: Sequence[Word], frame: Frame, people: _People, place: _Place) -> Statement:
    outer = place.outer
    source, relay = _span(text, words, frame.source), _span(text, words, frame.relay)
    speaker = people.at(source) or people.at(_span(text, words, frame.named)) or _dropped(words, frame, place)
    voices = (people.at(relay), speaker)
    return Statement(
        id=place.id,
        mode=_mode(words, frame),
        kind=frame.kind,
        content=_spans(text, words, frame.content),
        cue=_spans(text, words, frame.cue),
        source=source,
        speaker=speaker,
        relay=relay,
        addressee=_span(text, words, frame.addressee),
        chain=(*(outer.chain if outer else ()), *(voice for voice in voices if voice is not None)),
        parent=outer.id if outer else None,
        negated=frame.negated,
        certainty=_composed(frame, outer),
        by=frame.by,
    )


def _composed(frame: Frame, outer: Statement | None) -> Certainty:
    """Return how sure a link is in its chain: what somebody did not say says nothing of what stands in it."""
    if outer is None:
        return frame.certainty
    return "unknown" if outer.negated else least(frame.certainty, outer.certainty)


def _dropped(words: Sequence[Word], frame: Frame, place: _Place) -> str | None:
    """Return who says what has no source: `I` is who speaks around it, a bare verb who spoke last."""
    feats = words[frame.cue[0].first].feats if frame.cue else frozenset()
    source = words[frame.source.first].feats if frame.source else frozenset()
    if "Person=1" in feats | source:
        return place.outer.speaker if place.outer is not None else None
    goes_on = frame.quoted and not frame.cue and frame.by != (ANSWER,)
    drops = frame.source is None and "Person=3" in feats and place.outer is None
    return place.spoke if goes_on or drops else None


def _spans(text: str, words: Sequence[Word], parts: Sequence[Words]) -> tuple[Span, ...]:
    return tuple(span for part in parts if (span := _span(text, words, part)) is not None)


def _span(text: str, words: Sequence[Word], part: Words | None) -> Span | None:
    if part is None:
        return None
    return span_of(text, words[part.first].span.start, words[part.last - 1].span.end)


def _mode(words: Sequence[Word], frame: Frame) -> Mode:
    """Tell quoted words from reported ones; words in the first person before their frame were quoted."""
    if frame.quoted or _is_enclosed(words, frame) or _is_led(words, frame) or _has_lost_marks(words, frame):
        return "direct"
    marks = [at for part in frame.content for at in range(*part) if is_quote(words[at].form)]
    fragments = [at for at in marks if at + 1 < len(words) and words[at + 1].form[:1].islower()]
    return "mixed" if fragments else "indirect"


def _is_enclosed(words: Sequence[Word], frame: Frame) -> bool:
    """Tell whether quotation marks stand around the whole content."""
    first, last = frame.first - 1, frame.last
    if last < len(words) and words[last].form in {",", "."}:
        last += 1
    opened = first >= 0 and is_quote(words[first].form)
    return opened and last < len(words) and is_quote(words[last].form)


def _is_led(words: Sequence[Word], frame: Frame) -> bool:
    """Tell whether a colon behind a verb that says leads whole words in: `He answered: come in`."""
    before = words[frame.first - 1].form if frame.first else ""
    return before == ":" and frame.kind == "say" and frame.by[-1] in {"verb + clause", "verb + colon"}


def _has_lost_marks(words: Sequence[Word], frame: Frame) -> bool:
    """Tell whether somebody else says `I`: the quotation marks are lost, as in old archives."""
    behind = bool(frame.cue) and frame.cue[0].first >= frame.last
    verb = "frame behind its clause" in frame.by
    me = any("Person=1" in words[at].feats for part in frame.content for at in range(*part))
    own = frame.cue and "Person=1" in words[frame.cue[0].first].feats
    return behind and verb and me and not own

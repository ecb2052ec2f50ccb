"""Relays: who passes a statement on (`..., reports BNS`, `said he to BNS`, `TASS quoted X's words`)."""

from collections.abc import Sequence
from dataclasses import replace

from allikas.attribution.flat.phrases import case, genitive_before
from allikas.attribution.flat.view import View
from allikas.attribution.frame import Frame, Words
from allikas.attribution.media import is_media
from allikas.model.word import Word

LEAD = 4  # words before the inner frame that do not yet make it a statement of its own; a guess
REACH = 16  # words between the verb that quotes and what it quotes; a guess


def with_relays(view: View, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Fold frames that only pass others on into those; find who is quoted by whom.

    *frames* come in order of their content, outer before inner.
    """
    quoted = [_quoting(view, frame) for frame in frames]
    verbs = {at: number for number, frame in enumerate(quoted) for part in frame.cue for at in range(*part)}
    relays: dict[int, tuple[int, ...]] = {}
    for number, frame in enumerate(quoted):
        told = verbs.get(frame.head) if frame.head is not None else None
        can = _can_relay(view, frame)
        inner: tuple[int, ...] = ()
        if can and told is not None and told != number and _is_said(quoted[told]):
            inner = (told,)
        if not inner and can:
            inner = _passed_on(quoted, number)
        if inner:
            relays[number] = inner
    relayed = {number: quoted[outer] for outer, inner in relays.items() for number in inner}
    return tuple(
        _relayed(frame, relayed.get(number)) for number, frame in enumerate(quoted) if number not in relays
    )


def _is_said(frame: Frame) -> bool:
    """Tell whether the frame reports words: of what somebody did not know the relay itself tells."""
    return frame.kind == "say" and not frame.negated


def _can_relay(view: View, frame: Frame) -> bool:
    """Tell whether the frame's source is one that passes on what others say."""
    if frame.source is None:
        return False
    verbs = {view.words[part.first].lemma for part in frame.cue}
    return is_media(view.words, frame.source, view.tables) or bool(verbs & view.tables.relaying)


def _relayed(frame: Frame, outer: Frame | None) -> Frame:
    if outer is None or frame.relay is not None:
        return frame
    return replace(frame, relay=outer.source, by=(*frame.by, "relay behind"))


def _quoting(view: View, frame: Frame) -> Frame:
    """Read `TASS quoted X's words`: X speaks, TASS relays."""
    if not frame.cue or view.words[frame.cue[0].first].lemma not in view.tables.quoting:
        return frame
    verb = frame.cue[0].first
    reach = range(verb + 1, min(verb + 1 + REACH, len(view.words)))
    words = next((at for at in reach if view.words[at].lemma in view.tables.quoted), None)
    if words is None:
        return _quoting_whom(view, frame, verb)
    start = _behind_relay(view, verb, words)
    source = genitive_before(view.words, words, start, view.tables.returning)
    if source is None:
        return frame
    before = frame.source is not None and frame.source.first < verb
    relay = frame.source if before else Words(verb + 1, start) if start > verb + 1 else None
    cue = (*frame.cue, Words(words, words + 1))
    return replace(frame, source=source, relay=relay, cue=cue, by=(*frame.by, "quoted speaker"))


def _quoting_whom(view: View, frame: Frame, verb: int) -> Frame:
    """Read `TASS quoted the president`: the object speaks, the subject relays."""
    if frame.source is None:
        return frame
    reach = range(verb + 1, min(verb + 1 + REACH, len(view.words)))
    whom = next((at for at in reach if _is_object(view, at, verb)), None)
    if whom is None or frame.source.has(whom):
        return frame
    source = _around(view.words, whom, frame.source)
    return replace(frame, source=source, relay=frame.source, by=(*frame.by, "quoted speaker"))


def _is_object(view: View, at: int, verb: int) -> bool:
    """Tell whether a word names somebody who can speak and is the object of *verb*."""
    word = view.words[at]
    speaks = word.upos == "PROPN" or word.lemma.endswith(view.tables.speakers)
    return word.head == verb and word.deprel == "obj" and speaks


def _around(words: Sequence[Word], head: int, other: Words) -> Words:
    """Return the noun phrase around *head*: its neighbours that hang on it, up to the words of *other*."""
    first, last = head, head + 1
    while first and not other.has(first - 1) and _hangs(words, first - 1, range(first, last)):
        first -= 1
    while last < len(words) and not other.has(last) and _hangs(words, last, range(first, last)):
        last += 1
    return Words(first, last)


def _hangs(words: Sequence[Word], at: int, phrase: range) -> bool:
    return words[at].head in phrase and words[at].deprel not in {"punct", "acl:relcl"}


def _behind_relay(view: View, verb: int, words: int) -> int:
    """Return where the quoted speaker begins: behind an agency, or a noun in the nominative."""
    for at in range(words - 1, verb, -1):
        word = view.words[at]
        if word.form.isupper() or word.lemma in view.tables.agencies or _is_nominative(word):
            return at + 1
    return verb + 1


def _is_nominative(word: Word) -> bool:
    """Tell whether a common noun stands in the nominative."""
    return word.upos == "NOUN" and case(word) == "Nom"


def _passed_on(frames: Sequence[Frame], number: int) -> tuple[int, ...]:
    """Return the frames with sources of their own that make up the content of a frame behind them."""
    frame = frames[number]
    if frame.source is None or frame.quoted or len(frame.content) > 1:
        return ()
    inner = []
    for later in range(number + 1, len(frames)):
        if frames[later].first >= frame.last:
            break
        if _holds_frame(frame, frames[later]):
            inner.append(later)
    reach = max((frames[at].last for at in inner), default=0)
    start = min((_start(frames[at]) for at in inner), default=0)
    makes_up = reach == frame.last and start - frame.first <= LEAD
    return tuple(inner) if makes_up else ()


def _start(frame: Frame) -> int:
    starts = [frame.first, *(cue.first for cue in frame.cue)]
    return min([*starts, frame.source.first] if frame.source else starts)


def _holds_frame(outer: Frame, inner: Frame) -> bool:
    """Tell whether *inner*, its cue and source too, stands in the content of *outer*."""
    if inner.source is None or not inner.cue or outer.size <= inner.size:
        return False
    return outer.holds(inner.cue[0].first) and outer.holds(inner.first) and outer.holds(inner.source.first)

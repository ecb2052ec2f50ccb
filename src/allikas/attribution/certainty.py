"""Whether a source said or thought it at all, and how surely the text says so.

A link is negated where the text says that the source did not say it; a verb that denies turns this round.
It is the less certain the less sure a word of its clause makes it: `perhaps said`, `would say`, `may say`,
`is said to have said`. What stands in somebody's words can be no surer than that he said them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allikas.attribution.frame import Frame
from allikas.lang.reporting import Reporting
from allikas.model.layers import Certainty
from allikas.model.word import Word

SURENESS: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
NEAR = 12  # words from a cue to what makes its clause less sure; a guess
_MOODS: dict[str, Certainty] = {"Mood=Cnd": "possible", "Mood=Qot": "unknown"}


def least(*several: Certainty) -> Certainty:
    """Return the least sure of several.

    >>> least("probable", "certain", "possible")
    'possible'
    """
    return max(several, key=SURENESS.index)


def with_certainty(words: Sequence[Word], tables: Reporting, frame: Frame) -> Frame:
    """Say of a frame how surely its source said it, and whether it did."""
    verb = _verb(words, frame)
    if frame.source is None and _hides(words, tables, frame):
        return replace(frame, certainty="unknown")
    if verb is None:
        return frame
    denies = frame.by[0] in tables.denying and not frame.quoted
    negated = frame.negated is not denies
    sure = least(*_signs(words, tables, frame, verb))
    return replace(frame, negated=negated, certainty=_undenied(sure, denied=denies and not negated))


def _undenied(sure: Certainty, *, denied: bool) -> Certainty:
    """Return how sure it is what somebody does not deny: possible at most."""
    return least(sure, "possible") if denied else sure


def _hides(words: Sequence[Word], tables: Reporting, frame: Frame) -> bool:
    """Tell whether an adverb or a mood hides who says it."""
    if not frame.cue:
        return False
    first = words[frame.cue[0].first]
    hearsay = tables.signs.get(first.form.lower()) == "unknown"
    return hearsay or "Mood=Qot" in first.feats


def _verb(words: Sequence[Word], frame: Frame) -> int | None:
    cue = (at for part in frame.cue for at in range(*part))
    return next((at for at in cue if words[at].upos in {"VERB", "AUX"}), None)


def _signs(words: Sequence[Word], tables: Reporting, frame: Frame, verb: int) -> Iterator[Certainty]:
    """Yield what each word of the cue's clause makes of it."""
    yield "certain"
    group = set(_group(words, verb))
    near = range(max(0, verb - NEAR), min(len(words), verb + NEAR + 1))
    for at in sorted(group):
        yield from (sure for mood, sure in _MOODS.items() if mood in words[at].feats)
        if at != verb and words[at].lemma in tables.possible:
            yield "possible"
    for at in near:
        if words[at].head in group and not frame.holds(at):
            yield tables.signs.get(words[at].form.lower(), "certain")


def _group(words: Sequence[Word], verb: int) -> Iterator[int]:
    """Yield the verb, its auxiliaries, and the verb that it completes."""
    yield verb
    head = words[verb].head
    if head is not None and words[verb].deprel == "xcomp":
        yield head
    near = range(max(0, verb - NEAR), min(len(words), verb + NEAR + 1))
    yield from (at for at in near if words[at].head == verb and words[at].deprel in {"aux", "cop"})

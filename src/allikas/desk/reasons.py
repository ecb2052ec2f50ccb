"""Why a statement was read as it was: its rules, the path in the tree, and how its speaker was found."""

from dataclasses import dataclass
from itertools import pairwise

from allikas.desk.wording import Words
from allikas.model.layers import Entity, Statement
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.syntax.trees import Trees


@dataclass(frozen=True, slots=True)
class Step:
    """A word on a path, and the relation that led to it: ``up`` to its head, or down from it."""

    form: str
    relation: str | None = None
    up: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """What led to a statement."""

    rules: tuple[str, ...]
    tree: tuple[Step, ...]
    resolved: str


def find_reasons(statement: Statement, reading: Reading, trees: Trees, words: Words) -> Reasons:
    """Say why *statement* was read so, in *words*."""
    return Reasons(statement.by, _path(statement, reading, trees), _resolved(statement, reading, words))


def _path(statement: Statement, reading: Reading, trees: Trees) -> tuple[Step, ...]:
    """Walk from the head of the source to that of the cue, and on to that of the content."""
    spans = (statement.source, *statement.cue[:1], *statement.content[:1])
    stops = [at for at in (_top(span, reading) for span in spans if span) if at is not None]
    if len(stops) < 2:
        return ()
    steps = [Step(reading.words[stops[0]].form)]
    for start, end in pairwise(stops):
        path = trees.path(start, end)
        if not path:
            return ()
        steps += [_step(a, b, reading) for a, b in pairwise(path)]
    return tuple(steps)


def _step(here: int, there: int, reading: Reading) -> Step:
    word, other = reading.words[here], reading.words[there]
    if word.head == there:
        return Step(other.form, word.deprel, up=True)
    return Step(other.form, other.deprel)


def _top(span: Span, reading: Reading) -> int | None:
    """Return the word of *span* whose head stands outside."""
    within = [at for at, word in enumerate(reading.words) if span.contains(word.span)]
    chosen = [at for at in within if reading.words[at].head not in within]
    return next(iter(chosen or within), None)


def _resolved(statement: Statement, reading: Reading, words: Words) -> str:
    entity = next((one for one in reading.entities if one.id == statement.speaker), None)
    if statement.source is None:
        return words("article.resolved_none" if entity else "article.resolved_unknown")
    text = " ".join(statement.source.text.split())
    if entity is None:
        return words("article.resolved_alone", text=text)
    kind = _mention_kind(entity, statement.source)
    if kind == "name" and entity.name in text:
        return words("article.resolved_name")
    key = {"nominal": "nominal", "pronoun": "pronoun"}.get(kind, "name_as")
    return words(f"article.resolved_{key}", text=text, name=entity.name)


def _mention_kind(entity: Entity, source: Span) -> str:
    """Return how the source speaks of its entity; a name in it counts most."""
    kinds = {mention.kind for mention in entity.mentions if mention.span.overlaps(source)}
    return next((kind for kind in ("name", "nominal", "pronoun") if kind in kinds), "name")

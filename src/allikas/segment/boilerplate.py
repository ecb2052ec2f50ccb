"""Lines that stand on a report's page and are none of its sentences: found by what they consist of."""

import re
from dataclasses import dataclass

from allikas.lang.boilerplate import Boilerplate, NoiseKind
from allikas.model.span import Span, span_of


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of a line that nobody reports anything in, and what it is."""

    span: Span
    kind: NoiseKind


def find_boilerplate(text: str, tables: Boilerplate) -> tuple[Noise, ...]:
    r"""Mark the lines of a text that are no part of its report, and credits that end lines, in order.

    >>> tables = Boilerplate(items={"print": "prompt"}, labels={"photo": "credit"})
    >>> text = "Snow fell. Photo: Ann Smith\nPrint | Print\n"
    >>> [noise.span.text for noise in find_boilerplate(text, tables)]
    ['Photo: Ann Smith', 'Print | Print']
    """
    found = (_of_line(text, match.start(), match.end(), tables) for match in LINE.finditer(text))
    return tuple(noise for noise in found if noise is not None)


def _of_line(text: str, start: int, end: int, tables: Boilerplate) -> Noise | None:
    line = text[start:end]
    kind = _buttons(line, tables) or _opening(line, tables)
    if kind is not None:
        return Noise(span_of(text, start, end), kind)
    credit = _credit(line, tables)
    return None if credit is None else Noise(span_of(text, start + credit, end), "credit")


def _buttons(line: str, tables: Boilerplate) -> NoiseKind | None:
    """Tell a line that consists of nothing but buttons and headings of boxes, with their counters."""
    items = [COUNTER.sub("", item).strip(" .:…").casefold() for item in PARTED.split(line)]
    kinds = [tables.items.get(item) for item in items if item]
    return kinds[0] if kinds and None not in kinds else None


def _opening(line: str, tables: Boilerplate) -> NoiseKind | None:
    """Tell a line that a label opens, or words that no sentence of a report begins with."""
    label, colon, rest = line.strip("()[] ").partition(":")
    kind = tables.labels.get(label.strip().casefold())
    if colon and kind and _is_name(rest):
        return kind
    if SENTENCE_END.search(line):
        return None
    lower = line.casefold()
    return next((kind for start, kind in tables.starts.items() if _begins(lower, start)), None)


def _begins(line: str, start: str) -> bool:
    return line.startswith(start) and not line[len(start) : len(start) + 1].isalnum()


def _is_name(text: str) -> bool:
    """Tell names and titles, which are short and end in no stop, from what a sentence says of a photo."""
    return 0 < len(text.strip()) <= LONGEST and not SENTENCE_END.search(text)


def _credit(line: str, tables: Boilerplate) -> int | None:
    """Find where a credit begins that ends the line, behind a caption; ``None`` if there is none."""
    for match in LABEL.finditer(line):
        closed = line[match.end() :].strip(" ()[]")
        if tables.labels.get(match[1].casefold()) == "credit" and _is_name(closed):
            return match.start()
    return None


LONGEST = 60  # characters of a name in a byline or credit; a guess: three names and two agencies
LINE = re.compile(r"\S(?:[^\n\r\v\f\x85\u2028\u2029]*\S)?")
PARTED = re.compile(r"\s*[|·•»/]\s*|\s{3,}")
COUNTER = re.compile(r"\s*\(?\d+\)?\s*$")
SENTENCE_END = re.compile(r"[.!?…][\"”»“]?$")
LABEL = re.compile(r"(?<=[\s.!?…(\[])[(\[]?(\w+):(?=\s)")

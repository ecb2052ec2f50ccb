"""Corpus pages: Markdown that is the manual of a language and its tests at once.

Examples stand in fenced blocks. The word after the fence says what kind of examples they are, and the words
after that set conditions for all of them (``published=2013-02-12``)::

    ```time published=2013-02-12      a value, and indented beneath it the phrases that mean it
    2013-W06
        eelmisel nädalal
    ```
    ```not-time                       phrases in which nothing of the kind may be found
    aasta
    ```
    ```marked time                    whole sentences, every expected span of the kinds named in brackets
    Valitsus otsustas [eile]{time 2013-02-11} tõsta makse.
    ```
    ```time-not-yet                   what does not work yet; it fails the build when it starts to work
    ```

A ``#`` after two spaces begins a remark. Fences that begin with any other word are left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Found(NamedTuple):
    """One finding, or one that is expected: a half-open range, its kind and its value in words."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a page: ``text`` and all the findings of ``kinds`` that it must give.

    ``whole`` examples say the value of the whole phrase; the others list every finding.
    """

    line: int
    text: str
    kinds: frozenset[str]
    expected: tuple[Found, ...]
    options: tuple[tuple[str, str], ...] = ()
    not_yet: bool = False

    def option(self, name: str) -> str | None:
        """Return the condition *name* that the block sets, such as ``published``."""
        return dict(self.options).get(name)


class PageError(ValueError):
    """A corpus page that is written wrongly; the message gives the line."""


_FENCE = re.compile(r"^```(\S+)?\s*(.*)$")
_REMARK = re.compile(r"\s{2,}#\s.*$")


def parse_page(page: str, kinds: Iterable[str]) -> tuple[Example, ...]:
    r"""Read the examples of a page; *kinds* are the kinds of finding that blocks may ask for.

    >>> [example] = parse_page("```time\n2013\n    aastal 2013\n```", ["time"])
    >>> example.text, example.expected
    ('aastal 2013', (Found(start=0, end=11, kind='time', value='2013'),))
    """
    known = frozenset(kinds)
    return tuple(example for block in _blocks(page) for example in _examples(block, known))


class _Block(NamedTuple):
    name: str
    words: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]


def _blocks(page: str) -> Iterator[_Block]:
    name: str | None = None
    words: tuple[str, ...] = ()
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(page.splitlines(), 1):
        fence = _FENCE.match(line)
        if fence and name is None:
            name, words, lines = fence[1] or "", tuple(fence[2].split()), []
        elif fence:
            yield _Block(name or "", words, tuple(lines))
            name = None
        elif name is not None and _REMARK.sub("", line).strip():
            lines.append((number, _REMARK.sub("", line).rstrip()))
    if name is not None:
        raise PageError(f"the block ```{name} is not closed")


def _examples(block: _Block, known: frozenset[str]) -> Iterator[Example]:
    options = tuple((word.split("=", 1)[0], word.split("=", 1)[1]) for word in block.words if "=" in word)
    not_yet = block.name.endswith("-not-yet")
    name = block.name.removesuffix("-not-yet")
    if name == "marked":
        kinds = frozenset(word for word in block.words if "=" not in word)
        for number, line in block.lines:
            text, expected = parse_marked(line.strip(), number)
            yield Example(number, text, kinds, expected, options, not_yet)
    elif name.removeprefix("not-") in known and name.startswith("not-"):
        for number, line in block.lines:
            yield Example(number, line.strip(), frozenset({name.removeprefix("not-")}), (), options, not_yet)
    elif name in known:
        yield from _valued(name, block.lines, options, not_yet=not_yet)


def _valued(
    kind: str, lines: Iterable[tuple[int, str]], options: tuple[tuple[str, str], ...], *, not_yet: bool
) -> Iterator[Example]:
    value: str | None = None
    for number, line in lines:
        if not line[0].isspace():
            value = line.strip()
        elif value is None:
            raise PageError(f"line {number}: a phrase stands before any value")
        else:
            text = line.strip()
            yield Example(
                number, text, frozenset({kind}), (Found(0, len(text), kind, value),), options, not_yet
            )


_MARK = re.compile(r"\[|\]\{([^}\s]+)\s*([^}]*)\}")


def parse_marked(line: str, number: int = 1) -> tuple[str, tuple[Found, ...]]:
    """Read a sentence with bracketed spans; brackets nest.

    >>> parse_marked("[TASS]{source 1} teatas.")
    ('TASS teatas.', (Found(start=0, end=4, kind='source', value='1'),))
    """
    text, at, opened, found = "", 0, list[int](), list[Found]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark[0] == "[":
            opened.append(len(text))
        elif opened:
            found.append(Found(opened.pop(), len(text), mark[1], mark[2].strip()))
        else:
            raise PageError(f"line {number}: a bracket closes that was never opened")
    if opened:
        raise PageError(f"line {number}: a bracket is never closed")
    return text + line[at:], tuple(sorted(found))


def failures(example: Example, found: Sequence[Found]) -> tuple[str, ...]:
    r"""Say in words how *found* differs from what *example* expects; nothing where it does not.

    >>> [example] = parse_page("```time\n2013\n    aastal 2013\n```", ["time"])
    >>> failures(example, [Found(7, 11, "time", "2013")])
    ("'aastal 2013': found only in part: '2013'",)
    """
    relevant = [finding for finding in found if finding.kind in example.kinds]
    missing = [expected for expected in example.expected if expected not in relevant]
    accounted = set(example.expected)
    words = []
    for expected in missing:
        near = [one for one in relevant if one.kind == expected.kind and _overlap(one, expected)]
        accounted.update(near)
        words.append(f"{example.text[expected.start : expected.end]!r}: {_how(example.text, expected, near)}")
    extra = [finding for finding in relevant if finding not in accounted]
    words += [
        f"{example.text[one.start : one.end]!r}: should not be found ({one.kind} {one.value})"
        for one in extra
    ]
    return tuple(words)


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _how(text: str, expected: Found, near: Sequence[Found]) -> str:
    pieces = ", ".join(repr(text[one.start : one.end]) for one in near)
    exact = [one for one in near if (one.start, one.end) == (expected.start, expected.end)]
    if not near:
        return f"not found ({expected.kind} {expected.value})"
    if exact:
        return f"wrong value: {exact[0].value}, expected {expected.value}"
    if len(near) > 1:
        return f"found in pieces: {pieces}"
    wider = near[0].start <= expected.start and expected.end <= near[0].end
    return f"found in something longer: {pieces}" if wider else f"found only in part: {pieces}"

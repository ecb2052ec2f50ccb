"""A header at the top of a text: ``date 2025-07 ...`` on its first line, or YAML front matter.

Front matter is read line by line, not by a YAML library: only five keys are wanted, all of them strings,
where YAML would make a date of ``2026-03-12``, a number of ``2026`` and ``false`` of an outlet called ``No``;
and a title with a colon, which people do write and YAML rejects, must not cost the report its date. What is
written in valid YAML on one line, plain or quoted, reads here as it does there.
"""

import json
import re
from dataclasses import dataclass, fields, replace

from allikas.model.layers import Problem
from allikas.model.published import parse_published


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report besides its text; ``None`` where it is not."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Take what *self* knows, and for the rest what *other* does."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: value for name, value in mine.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Headed:
    """A text parted from its header: what the header says, the text after it, and what was wrong with it."""

    metadata: Metadata
    text: str
    problems: tuple[Problem, ...] = ()


def split_header(text: str) -> Headed:
    r"""Part a text from its header; a text without one comes back as it is.

    >>> headed = split_header(" date 2025-07 Lavrov saabus Wonsani.")
    >>> headed.metadata.published, headed.text
    ('2025-07', 'Lavrov saabus Wonsani.')
    >>> split_header("---\noutlet: Kirdetuul\n---\n\nTere.").metadata.outlet
    'Kirdetuul'
    """
    split = _date_line(text) or _front_matter(text)
    if split is None:
        return Headed(Metadata(), text)
    found, rest = split
    published, problems = _checked(found.published)
    return Headed(replace(found, published=published), rest, problems)


def _date_line(text: str) -> tuple[Metadata, str] | None:
    match = DATE_LINE.match(text)
    return match and (Metadata(published=match["date"].rstrip(",:;")), text[match.end() :])


def _front_matter(text: str) -> tuple[Metadata, str] | None:
    opening = OPENING.match(text)
    closing = opening and CLOSING.search(text, opening.end())
    if not opening or not closing:
        return None
    lines = text[opening.end() : closing.start()].splitlines()
    if not any(map(KEY.match, lines)) or not all(map(LINE.match, lines)):
        return None
    return _metadata(parse_front_matter(lines)), text[closing.end() :]


def _metadata(values: dict[str, str]) -> Metadata:
    known = {field.name: values.get(field.name) for field in fields(Metadata)}
    return Metadata(**known).over(Metadata(published=values.get("date")))  # ``date``: as in the other header


def parse_front_matter(lines: list[str]) -> dict[str, str]:
    """Read ``key: value`` lines; a line that is no key goes on with the value above it.

    >>> parse_front_matter(['title: "Vangide vahetus: 48 koju"', "tags:", "  - a", "outlet: LSA  # wire"])
    {'title': 'Vangide vahetus: 48 koju', 'tags': '- a', 'outlet': 'LSA'}
    """
    raw: dict[str, str] = {}
    key = ""
    for line in lines:
        if match := KEY.match(line):
            key = match["key"].lower()
            raw[key] = match["value"] or ""
        elif key and not line.lstrip().startswith("#"):
            raw[key] += " " + line.strip()
    values = {key: parse_value(value) for key, value in raw.items()}
    return {key: value for key, value in values.items() if value is not None}


def parse_value(raw: str) -> str | None:
    """Read a plain or quoted YAML string; nothing, ``~`` and ``null`` are ``None``.

    >>> [parse_value(raw) for raw in ("2025-07 # or so", "'Kes see ''ta'' on'", "a: b", "~")]
    ['2025-07', "Kes see 'ta' on", 'a: b', None]
    """
    raw = raw.strip()
    if match := DOUBLE.match(raw):
        return _unescaped(match[0])
    if match := SINGLE.match(raw):
        return match[1].replace("''", "'")
    plain = COMMENT.sub("", BLOCK.sub("", raw)).strip()
    return None if plain in {"", "~", "null"} else plain


def _unescaped(quoted: str) -> str:
    """Undo YAML's escapes, which for what occurs in titles are those of JSON."""
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted[1:-1]


def _checked(published: str | None) -> tuple[str | None, tuple[Problem, ...]]:
    """Keep a date that is one; a malformed one is a problem of the report's, and it is read without."""
    if published is None or parse_published(published) is not None:
        return published, ()
    message = f"date of publication {published!r} in the header is no EDTF date; read without one"
    return None, (Problem("intake", message),)


DATE_LINE = re.compile(r"\s*date:?[ \t]+(?P<date>\S*\d\S*)[ \t\r\n]*")
OPENING = re.compile(r"\s*---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n[ \t\r\n]*|\Z)", re.MULTILINE)
KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*)|\s*$)")
LINE = re.compile(rf"{KEY.pattern}|\s|#|-\s|$")
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'((?:[^']|'')*)'")
BLOCK = re.compile(r"^[>|][+-]?(?=\s|$)")
COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")

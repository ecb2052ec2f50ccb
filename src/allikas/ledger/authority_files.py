"""Authority files as they lie on the disk: TOML or CSV, each value with its line and column."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from allikas.ledger.authority import Authority, Mistake, Place, Raw, Where, check

COLUMNS = ("name", "type", "aliases", "country", "role", "since", "until")


def read_authority(path: str | Path) -> Authority:
    """Read an authority file, TOML unless it is called ``.csv``; mistakes come back with their place."""
    file = Path(path)
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(Place(1, 1), "is not in UTF-8")
    except OSError as error:
        return _refused(Place(1, 1), f"cannot be read ({error.strerror})")
    return parse_csv(text) if file.suffix.lower() == ".csv" else parse_toml(text)


def _refused(place: Place, message: str) -> Authority:
    return Authority((), (Mistake(place, message),))


def parse_toml(text: str) -> Authority:
    r"""Read actors from TOML.

    >>> parse_toml('[[actor]]\nname = "Irena Sovall"\ntype = "MAN"').mistakes[0].place
    Place(line=3, column=8)
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _refused(_syntax(str(error), text), str(error).partition(" (at ")[0])
    actors = tables.get("actor", [])
    if tables.keys() - {"actor"} or not isinstance(actors, list) or not all(map(_is_table, actors)):
        return _refused(Place(1, 1), "write each actor as a table [[actor]], and nothing else")
    parts = _parts(text)
    return check((table, _where(parts, n)) for n, table in enumerate(actors))


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _syntax(message: str, text: str) -> Place:
    """Take the place out of the parser's words."""
    found = re.search(r"at line (\d+), column (\d+)", message)
    return Place(int(found[1]), int(found[2])) if found else Place(len(text.splitlines()), 1)


def _parts(text: str) -> list[tuple[int, list[str]]]:
    """Part the lines at every ``[[actor]]``: the number of its line, and its lines."""
    parts: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"\s*\[\[\s*actor\s*\]\]", line):
            parts.append((number, []))
        if parts:
            parts[-1][1].append(line)
    return parts


def _where(parts: list[tuple[int, list[str]]], n: int) -> Where:
    """Say where the values of the *n*-th actor stand."""
    first, lines = parts[n] if n < len(parts) else (1, [])

    def where(key: str) -> Place:
        pattern = re.compile(rf"\s*(?:\[\[actor\.)?{re.escape(key)}\s*(?:=\s*|\]\])")
        for number, line in enumerate(lines, start=first):
            if match := pattern.match(line):
                return Place(number, match.end() + 1)
        return Place(first, 1)

    return where


def parse_csv(text: str) -> Authority:
    r"""Read actors from CSV.

    >>> parse_csv("name,type,aliases\nIrena Sovall,PER,Sovall|I. Sovall\n").entries[0].aliases
    ('Sovall', 'I. Sovall')
    """
    rows = csv.reader(text.splitlines(keepends=True))
    head = [name.strip().lower() for name in next(rows, [])]
    if not {"name", "type"} <= set(head) or set(head) - set(COLUMNS):
        return _refused(Place(1, 1), f"the columns are {', '.join(COLUMNS)}; the first two must be there")
    return check(_joined(list(_numbered(rows, head))))


def _numbered(rows: Any, head: list[str]) -> Iterator[tuple[int, dict[str, str]]]:  # noqa: ANN401 - csv's reader has no public type
    """Yield each line that is not empty with the number of its last line."""
    for row in rows:
        if any(cell.strip() for cell in row):
            yield rows.line_num, {name: cell.strip() for name, cell in zip(head, row, strict=False)}


def _joined(rows: list[tuple[int, dict[str, str]]]) -> Iterator[tuple[Raw, Where]]:
    """Join the lines of one actor: each may bring a role."""
    grouped: dict[tuple[str | None, str | None], list[tuple[int, dict[str, str]]]] = {}
    for number, row in rows:
        grouped.setdefault((row.get("name"), row.get("type")), []).append((number, row))
    for lines in grouped.values():
        head = list(lines[0][1])
        yield _raw([row for _, row in lines]), partial(_cell, lines[0][0], head)


def _cell(number: int, head: list[str], key: str) -> Place:
    """Say where a value stands: the column is the field's number."""
    return Place(number, head.index(key) + 1 if key in head else 1)


def _raw(rows: list[dict[str, str]]) -> Mapping[str, Any]:
    """Bring the lines of one actor into the form that TOML gives."""
    first = rows[0]
    aliases = [alias.strip() for row in rows for alias in row.get("aliases", "").split("|") if alias.strip()]
    roles = [
        {"title": row["role"], **{key: row[key] for key in ("since", "until") if row.get(key)}}
        for row in rows
        if row.get("role")
    ]
    country = {"country": first["country"]} if first.get("country") else {}
    return {
        "name": first.get("name", ""),
        "type": first.get("type"),
        "aliases": aliases,
        "role": roles,
        **country,
    }

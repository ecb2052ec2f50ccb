"""The words of the interface: a catalogue a language, and dates and numbers as its readers write them."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from allikas.model.published import parse_published

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue of a language; what it lacks is said in English."""

    code: str
    entries: dict[str, Any]

    def __call__(self, key: str, **given: object) -> str:
        """Return the entry *key*, *given* filled in; of one with forms, that for the count ``n``.

        >>> words("en")("count.statement", n=1), words("et")("count.statement", n=5)
        ('1 statement', '5 väidet')
        >>> words("et")("no.such.entry")
        'no.such.entry'
        """
        entry = self._entry(key)
        if isinstance(entry, dict):
            entry = entry["one" if given.get("n") == 1 else "other"]
        shown = {name: self.number(value) for name, value in given.items()}
        return str(entry).format(**shown)

    def _entry(self, key: str) -> Any:  # noqa: ANN401 - a text, or its forms
        found = self.entries.get(key)
        if found is None and self.code != FALLBACK:
            return words(FALLBACK)._entry(key)  # noqa: SLF001 - its own kind
        return key if found is None else found

    def of(self, group: str, value: str | None) -> str:
        """Name a value of a closed list, such as a certainty; one that has no name as it is written.

        >>> words("en").of("certainty", "possible"), words("en").of("certainty", "x_y")
        ('possible', 'x y')
        """
        key = f"{group}.{value}"
        found = self(key)
        return (value or "").replace("_", " ") if found == key else found

    def number(self, value: object) -> object:
        """Write a number with thin spaces between its thousands, and the decimal sign of the language.

        >>> words("et").number(12345.5), words("en").number(12345)
        ('12\u202f345,5', '12\u202f345')
        """
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        plain = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
        return plain.replace(",", "\u202f").replace(".", self("number.decimal"))

    def date(self, edtf: str | None) -> str:
        """Write an EDTF date in words, as precise as it is; what is too rich for words stays as it is.

        >>> words("en").date("2026-03-12"), words("et").date("2026-03")
        ('12 March 2026', 'märts 2026')
        >>> words("et").date("[2025-07-04,2025-07-11]")
        '4. juuli 2025 või 11. juuli 2025'
        >>> words("en").date("2025-07-14/2025-07-15")
        '14 July 2025 – 15 July 2025'
        """
        if not edtf:
            return ""
        chosen = SET.fullmatch(edtf)
        if chosen and ".." not in edtf:
            parts = [self.date(part) for part in chosen[1].split(",")]
            last = self("date.or" if edtf.startswith("[") else "date.and")
            return f" {last} ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        if edtf.count("/") == 1:
            return " – ".join(self.date(part) or "…" for part in edtf.split("/"))
        return self._day(edtf)

    def _day(self, edtf: str) -> str:
        known = parse_published(edtf)
        if known is None or known.year is None or not PLAIN.fullmatch(edtf):
            return "" if edtf == ".." else edtf
        if known.month is None:
            return str(known.year)
        form = "date.month" if known.day is None else "date.day"
        name = self(f"month.{known.month}")
        day = str(self.entries.get(form) or form).format(day=known.day, month=name, year=known.year)
        return day if known.minute is None else f"{day}, {known.minute}"

    def month(self, year: int, month: int) -> str:
        """Name a month.

        >>> words("et").month(2026, 3)
        'märts 2026'
        """
        return self.date(f"{year:04}-{month:02}")


SET = re.compile(r"[\[{]([^\[\]{}]+)[\]}]")
PLAIN = re.compile(r"\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")

Say = Callable[..., str]


@cache
def words(code: str) -> Words:
    """Load the catalogue of a language."""
    text = files("allikas.desk").joinpath("catalogue", f"{code}.toml").read_text("utf-8")
    return Words(code, _flat(tomllib.loads(text)))


def _flat(tree: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Name entries by their path; forms for counts stay together."""
    flat: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, dict) and "other" not in value:
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


@cache
def codes() -> tuple[str, ...]:
    """Return the languages of the interface, in alphabetical order.

    >>> codes()
    ('en', 'et')
    """
    folder = files("allikas.desk").joinpath("catalogue")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir()))


def choose(accepted: str, *, wanted: str | None = None) -> str:
    """Choose the language: the one that is wanted, else the first that the browser accepts and we have.

    >>> choose("de, en;q=0.8, et;q=0.9"), choose("de"), choose("en", wanted="et")
    ('et', 'et', 'et')
    """
    if wanted in codes():
        return str(wanted)
    weighed = [WEIGHED.match(part.strip()) for part in accepted.split(",")]
    found = sorted((-float(one["q"] or 1), one["code"].lower()) for one in weighed if one)
    return next((code for _, code in found if code in codes()), "et")


WEIGHED = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:-[\w-]+)?(?:;\s*q=(?P<q>[01](?:\.\d{0,3})?))?$")

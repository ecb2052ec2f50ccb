"""A reading as JSON: one object, on one line or laid out for the eye."""

import json
import re

from allikas.model.reading import Reading


def format_json(reading: Reading, *, indent: int | None = None) -> str:
    r"""Write ``reading.as_dict()`` as JSON that any parser reads back to the same offsets.

    A lone surrogate, which UTF-8 cannot carry, is escaped. Two that would read back as one character, moving
    every offset after them, are written as two U+FFFD.

    >>> from allikas.model.document import Document
    >>> '"text": "Õ \\ud800"' in format_json(Reading(Document("Õ \ud800")))
    True
    """
    line = json.dumps(reading.as_dict(), ensure_ascii=False, indent=indent)
    return LONE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", PAIR.sub("\ufffd\ufffd", line))


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
LONE = re.compile("[\ud800-\udfff]")

"""What stands around an Estonian report on its page: the table."""

from allikas.lang.boilerplate import Boilerplate, NoiseKind
from allikas.packs.et.tables import rows


def boilerplate() -> Boilerplate:
    """Read the table.

    >>> boilerplate().items["kommenteeri"]
    'prompt'
    """
    read = list(rows("boilerplate.tsv"))
    return Boilerplate(items=_of(read, "item"), labels=_of(read, "label"), starts=_of(read, "start"))


def _of(read: list[list[str]], how: str) -> dict[str, NoiseKind]:
    return {words: kind for words, way, kind, _ in read if way == how}  # type: ignore[misc]

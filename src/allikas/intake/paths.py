"""Names of files: a file, a folder with all below it, or a pattern."""

import os
from collections.abc import Iterator
from glob import has_magic, iglob
from pathlib import Path


def find_paths(name: str) -> Iterator[str]:
    """Yield the files that a name means, in the order of their names; a name of nothing comes back as it is.

    Hidden files and folders are passed over, and links to folders are not followed.

    >>> list(find_paths("no/such/file.txt"))
    ['no/such/file.txt']
    """
    if os.path.isdir(name):  # noqa: PTH112 - a name that no path can have is no folder
        yield from _below(name)
    elif has_magic(name) and not _exists(name):
        found = sorted(iglob(name, recursive=True))  # noqa: PTH207 - keeps the name as it was given
        yield from (path for one in found for path in (_below(one) if Path(one).is_dir() else [one]))
    else:
        yield name


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _below(folder: str) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (os.path.join(at, one) for one in sorted(names) if not one.startswith("."))  # noqa: PTH118

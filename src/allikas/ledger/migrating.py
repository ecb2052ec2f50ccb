"""How tables of an older version become those of now: steps, each inside the transaction of all."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files

Migration = Callable[[sqlite3.Connection], None]
"""Takes tables from one version to the next, inside a transaction that is not its own."""


def run(connection: sqlite3.Connection, script: str) -> None:
    """Run the commands of a script; ``executescript`` would end the transaction."""
    for command in commands(script):
        connection.execute(command)


def commands(script: str) -> Iterator[str]:
    r"""Part a script into its commands.

    >>> list(commands("CREATE TABLE a (b); -- c;\nCREATE TABLE d (e);"))
    ['CREATE TABLE a (b);', '-- c;\nCREATE TABLE d (e);']
    """
    command = ""
    for piece in script.split(";")[:-1]:
        command += piece + ";"
        if sqlite3.complete_statement(command):
            yield command.strip()
            command = ""


def run_file(connection: sqlite3.Connection, *, version: int) -> None:
    """Run ``migrations/<version>.sql``."""
    script = files("allikas.ledger").joinpath("migrations", f"{version}.sql")
    run(connection, script.read_text("utf-8"))


MIGRATIONS: tuple[Migration, ...] = tuple(partial(run_file, version=n) for n in (2, 3, 4, 5))
"""Steps from version 1 of the schema to 2, from 2 to 3, and so on."""

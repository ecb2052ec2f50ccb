"""The command line: parse arguments, call one function, print."""

from allikas.cli.app import app, main

__all__ = ["app", "main"]

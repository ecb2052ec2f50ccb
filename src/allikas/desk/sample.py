"""The example article of the front page, which is invented."""

from importlib.resources import files


def sample() -> str:
    """Return the example, with its header."""
    return files("allikas.desk").joinpath("sample.txt").read_text("utf-8")

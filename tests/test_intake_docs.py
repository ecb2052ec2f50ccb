"""The examples on the pages about intake and exports run, from the folder of the project."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["intake.md", "exports.md"])
def test_the_examples_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(ROOT / "docs" / page), module_relative=False, encoding="utf-8")
    assert done.attempted
    assert not done.failed

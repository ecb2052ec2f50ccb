"""docs/ledger.md explains every table and view, and every query and file on it works."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import allikas
from allikas.ledger.adding import Reader, add
from allikas.ledger.adopting import adopt
from allikas.ledger.asking import sql
from allikas.ledger.authority_files import parse_toml
from allikas.ledger.store import Ledger, open_ledger

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ledger.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
MAY_BE_EMPTY = {
    "history",
    "reported",
    "problems",
    "failures",
    "offices",
    "decisions",
    "namings",
    "event_quantities",
    "rooms",
    "visits",
}


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with open_ledger(":memory:") as opened:
        for path in sorted((ROOT / "examples").glob("*.txt")):
            add(opened, allikas.read(path.read_text("utf-8")), Reader("0.1.0"))
        adopt(opened, parse_toml(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]))
        yield opened


def test_the_python_on_the_page_does_what_it_says() -> None:
    tested = doctest.testfile(str(ROOT / "docs" / "ledger.md"), module_relative=False, encoding="utf-8")
    assert tested.attempted > 5
    assert not tested.failed


def test_every_table_and_view_has_its_section(ledger: Ledger) -> None:
    rows = ledger.connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    names = {name for (name,) in rows if not name.startswith("sentence_words_")}
    assert names == set(SECTIONS)


@pytest.mark.parametrize("name", SECTIONS)
def test_its_query_runs_and_asks_it(ledger: Ledger, name: str) -> None:
    (command,) = re.findall(r"```sql\n(.*?)```", SECTIONS[name], re.DOTALL)
    assert re.search(rf"\b{name}\b", command)
    with sql(ledger, command) as (columns, rows):
        found = list(rows)
    assert columns
    assert found or name in MAY_BE_EMPTY

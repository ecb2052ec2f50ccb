import csv
import io

import pytest

from allikas.export.sheets import COLUMNS, Sheet, format_csv
from readings import EMPTY, ODD, READING, examples


def table(sheet: Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(format_csv([READING], sheet), newline=""), strict=True))


@pytest.mark.parametrize("sheet", Sheet)
def test_every_table_reads_back_with_its_columns(sheet: Sheet) -> None:
    readings = [READING, EMPTY, ODD, *examples()]
    text = format_csv(readings, sheet)
    text.encode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(list(row) == COLUMNS[sheet] and None not in row.values() for row in rows)
    layer = {Sheet.documents: readings}.get(sheet)
    expected = len(layer) if layer else sum(len(getattr(reading, sheet)) for reading in readings)
    assert len(rows) == expected


def test_a_statement_is_a_row_that_names_its_voices() -> None:
    first, second = table(Sheet.statements)
    assert first["voices"] == "LSA > Kert Hallik"
    assert first["content"] == "Sadamaliit streigib 15. detsembril Suurneemes"
    assert second["content"] == "hukkus mõnel … üle kahe inimese 😢"
    assert (second["time"], second["negated"], second["parent"]) == ("[2025-12-02,2025-12-09]", "False", "")
    assert READING.document.text[int(first["start"]) : int(first["end"])] == first["content"]


def test_an_event_is_a_row_with_who_where_and_when() -> None:
    strike, deaths, _ = table(Sheet.events)
    assert (strike["time"], strike["place"], strike["country"], strike["latitude"]) == (
        "2025-12-15", "Suurneeme", "EE", "59.5",
    )  # fmt: skip
    assert (strike["roles"], strike["plover_event"], strike["plover_mode"]) == (
        "agent=Sadamaliit",
        "PROTEST",
        "strike",
    )
    assert (deaths["roles"], deaths["quantities"]) == ("patient=üle kahe inimese", "more than 2")


def test_text_survives_as_it_is() -> None:
    (row,) = table(Sheet.documents)
    assert row["text"] == READING.document.text

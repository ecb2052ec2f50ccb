import csv
import io
from dataclasses import replace
from datetime import date

from allikas.export.acled import COLUMNS, readings_as_acled
from allikas.model.reading import Reading
from readings import EVENTS, ODD, READING, TIMES, examples


def rows(*readings: Reading) -> list[dict[str, str]]:
    found = list(csv.DictReader(io.StringIO(readings_as_acled(readings), newline=""), strict=True))
    assert all(list(row) == COLUMNS and None not in row.values() for row in found)
    return found


def test_what_is_planned_is_left_out_and_what_happened_is_a_row() -> None:
    (row,) = rows(READING)
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2025-12-02", "2025", "2")
    assert row["source"] == "Kirdetuul; politsei"
    assert (row["actor2"], row["fatalities"]) == ("üle kahe inimese", "")


def test_a_strike_that_happened_is_a_demonstration_on_its_day() -> None:
    happened = replace(READING, events=(replace(EVENTS[0], status="happened"),))
    (row,) = rows(happened)
    assert (row["disorder_type"], row["event_type"], row["actor1"]) == (
        "Demonstrations",
        "Protests",
        "Sadamaliit",
    )
    assert (row["event_date"], row["time_precision"], row["location"]) == ("2025-12-15", "1", "Suurneeme")
    assert (row["country"], row["latitude"], row["longitude"]) == ("EE", "59.5", "25.25")
    assert row["notes"].startswith("🌧 Sadamaliit streigib")


def test_a_month_is_a_precision_of_three() -> None:
    month = replace(READING, times=(TIMES[0], replace(TIMES[1], edtf="2025-12")))
    (row,) = rows(month)
    assert (row["event_date"], row["time_precision"]) == ("2025-12-01", "3")


def test_the_examples_make_a_table() -> None:
    for row in rows(*examples(), ODD):
        assert row["disorder_type"]
        assert not row["event_date"] or date.fromisoformat(row["event_date"])

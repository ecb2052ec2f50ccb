import csv
import io
from dataclasses import replace
from datetime import date

import pytest

import allikas
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
    assert (row["actor2"], row["fatalities"]) == ("üle kahe inimese", "2")


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


@pytest.mark.parametrize(
    ("text", "fatalities", "bounds"),
    [
        ("Sadamas plahvatas pomm, hukkus vähemalt 12 inimest.", "12", "low=12; fatalities_high="),
        ("Rünnakus tapeti kuni kümme sõdurit.", "", "low=; fatalities_high=10"),
        ("Pomm plahvatas turul ja surma sai kolm meest.", "3", "low=3; fatalities_high=3"),
        ("Võitlejad tapsid 5-7 talunikku.", "5", "low=5; fatalities_high=7"),
    ],
)
def test_the_dead_are_counted_at_least_and_within_bounds(text: str, fatalities: str, bounds: str) -> None:
    (row, *_) = rows(allikas.read(text, published="2025-07-09"))
    assert row["fatalities"] == fatalities
    assert f"fatalities_{bounds}" in row["tags"]


def test_nobody_is_dead_where_nobody_is_said_to_be() -> None:
    (row,) = rows(allikas.read("Võitlejad ründasid kümmet talu.", published="2025-07-09"))
    assert row["fatalities"] == ""


def test_a_place_on_the_map_is_exact_and_a_country_is_not() -> None:
    (row,) = rows(replace(READING, events=(replace(EVENTS[0], status="happened"),)))
    assert row["geo_precision"] == "1"
    (row,) = rows(allikas.read("Võitlejad ründasid Soomes baasi.", published="2025-07-09"))
    assert (row["country"], row["geo_precision"]) == ("FI", "3")


def test_the_examples_make_a_table() -> None:
    for row in rows(*examples(), ODD):
        assert row["disorder_type"]
        assert not row["event_date"] or date.fromisoformat(row["event_date"])

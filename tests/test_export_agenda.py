from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.export.agenda import fold, readings_as_icalendar
from allikas.model.reading import Reading
from readings import EVENTS, ODD, READING, TIMES, examples


def entries(*readings: Reading) -> list[Any]:
    return list(icalendar.Calendar.from_ical(readings_as_icalendar(readings)).walk())[1:]


def moved(edtf: str | None, **changed: Any) -> Reading:
    """Let the strike be at another time."""
    times = (replace(TIMES[0], edtf=edtf), *TIMES[1:])
    return replace(READING, times=times, events=(replace(EVENTS[0], **changed), *EVENTS[1:]))


def test_only_what_is_announced_is_in_the_calendar() -> None:
    (entry,) = entries(READING)
    assert entry["SUMMARY"] == "Sadamaliit: streikima"
    assert entry.decoded("DTSTART") == date(2025, 12, 15)
    assert entry.decoded("DTEND") == date(2025, 12, 16)
    assert (entry["STATUS"], entry["LOCATION"], entry["URL"]) == (
        "CONFIRMED",
        "Suurneeme",
        READING.document.url,
    )
    assert entry["DESCRIPTION"].endswith("planned, certain\n2025-12-15\nLSA > Kert Hallik\nKirdetuul")
    assert "streigib 15. detsembril Suurneemes, ütles" in entry["DESCRIPTION"]
    assert entry["GEO"].to_ical() == "59.5;25.25"


@pytest.mark.parametrize(
    ("edtf", "first", "behind"),
    [
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("[2025-12-05,2025-12-12]", date(2025, 12, 5), date(2025, 12, 13)),
        ("2025-12-15/2025-12-19", date(2025, 12, 15), date(2025, 12, 20)),
    ],
)
def test_a_day_that_is_not_known_is_not_invented(edtf: str, first: date, behind: date) -> None:
    (entry,) = entries(moved(edtf))
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (first, behind)
    assert entry["STATUS"] == "TENTATIVE"
    assert edtf in entry["DESCRIPTION"]


@pytest.mark.parametrize("edtf", [None, "2026", "2025-12-15/..", "XXXX-12-15"])
def test_what_has_no_date_near_is_a_task(edtf: str | None) -> None:
    (entry,) = entries(moved(edtf))
    assert (entry.name, "DTSTART" in entry, entry["STATUS"]) == ("VTODO", False, "NEEDS-ACTION")


def test_what_is_called_off_stays_and_says_so() -> None:
    (entry,) = entries(moved("2025-12-15", status="cancelled"))
    assert entry["STATUS"] == "CANCELLED"
    assert entries(moved("2025-12-15", status="negated")) == []


def test_the_examples_and_odd_texts_make_valid_calendars() -> None:
    found = entries(*examples(), ODD)
    assert len({entry["UID"] for entry in found}) == len(found)
    assert all("DTSTAMP" in entry and "SUMMARY" in entry for entry in found)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_a_folded_line_is_short_and_unfolds(line: str) -> None:
    folded = fold(line)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == line

from datetime import date

import pytest

from allikas.model.calendar import Fields, Hint
from allikas.time.anchor import Anchor, Past, Tense, View
from allikas.time.placing import placed

NOW = Anchor(date(2025, 7, 12), "day")  # a Saturday


@pytest.mark.parametrize(
    ("hint", "tense", "day"),
    [
        (None, "past", 11), (None, "future", 18), ("last", None, 11), ("next", None, 18),
        ("before last", None, 4), ("future", "past", 18), (None, None, 11),
    ],
)  # fmt: skip
def test_which_friday(hint: Hint | None, tense: Tense | None, day: int) -> None:
    assert placed(Fields(weekday=5), hint, View(NOW, (), tense)) == Fields(year=2025, month=7, day=day)


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [(3, "past", 2025), (11, "past", 2024), (9, "future", 2025), (2, "future", 2026)],
)
def test_which_month(month: int, tense: Tense, year: int) -> None:
    assert placed(Fields(month=month), None, View(NOW, (), tense)) == Fields(year=year, month=month)


def test_a_story_about_the_past_keeps_its_year() -> None:
    view = View(NOW, (Past(Fields(year=1939, month=7), 0),), "past", 1)
    assert placed(Fields(month=6, day=30), None, view) == Fields(year=1939, month=6, day=30)


def test_a_story_told_long_before_is_forgotten() -> None:
    view = View(NOW, (Past(Fields(year=1939, month=7), 0),), "past", 9)
    assert placed(Fields(month=6, day=30), None, view).year == 2025


def test_without_a_date_of_publication_nothing_is_filled_in() -> None:
    assert placed(Fields(weekday=5), None, View(None, (), "past")) == Fields(weekday=5)
    assert placed(Fields(month=3), None, View(None)) == Fields(month=3)


def test_an_evening_belongs_to_the_day_spoken_of() -> None:
    view = View(NOW, (Past(Fields(year=2025, month=7, day=1), 0),), "past", 1)
    assert placed(Fields(part="EV"), None, view) == Fields(year=2025, month=7, day=1, part="EV")
    assert placed(Fields(part="EV"), None, View(NOW)) == Fields(part="EV")

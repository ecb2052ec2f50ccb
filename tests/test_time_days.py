from datetime import date

from allikas.model.calendar import Feast, Fields
from allikas.time.days import day_of, is_possible, moved

NOW = date(2025, 7, 12)


def test_units_are_moved_over_the_turn_of_the_year() -> None:
    assert moved(NOW, -7, "month") == Fields(year=2024, month=12)
    assert moved(NOW, 2, "quarter") == Fields(year=2026, quarter=1)
    assert moved(NOW, -1, "half") == Fields(year=2025, half=1)
    assert moved(date(2025, 1, 2), -1, "week") == Fields(year=2024, week=52)


def test_off_the_calendar_there_is_nothing() -> None:
    assert moved(NOW, -(10**7), "day") is None


def test_a_feast_that_no_rule_reaches_has_no_day() -> None:
    assert day_of(Feast(days=0), 12) is None


def test_days_and_hours_that_do_not_exist() -> None:
    assert not is_possible(Fields(month=13))
    assert not is_possible(Fields(month=4, day=31))
    assert not is_possible(Fields(hour=25))
    assert is_possible(Fields(day=31))

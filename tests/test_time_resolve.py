from datetime import date
from fractions import Fraction

from allikas.model.calendar import Fields, Origin, Point, Shift, Unit
from allikas.time.anchor import Anchor, Past, View
from allikas.time.resolve import agrees, resolve

NOW = Anchor(date(2025, 7, 12), "day")
BEFORE = (Past(Fields(year=1994, month=3, day=5), 0),)


def away(count: str, unit: Unit | None, origin: Origin = "published") -> Point:
    return Point(shift=Shift(Fraction(count), unit, origin))


def test_half_a_year_ago_is_a_month() -> None:
    assert resolve(away("-1/2", "year"), View(NOW)) == Fields(year=2025, month=1)


def test_an_hour_ago_has_an_unknown_minute() -> None:
    assert resolve(away("-1", "hour"), View(NOW)) == Fields(year=2025, month=7, day=12, minute=0)


def test_from_the_text_or_from_now_by_tense() -> None:
    point = away("1", "year", "either")
    assert resolve(point, View(NOW, BEFORE, "past", 1)) == Fields(year=1995)
    assert resolve(point, View(NOW, BEFORE, "future", 1)) == Fields(year=2026)


def test_then_is_what_was_spoken_of_just_before() -> None:
    assert resolve(away("0", None, "text"), View(NOW, BEFORE, None, 1)) == BEFORE[0].fields
    assert resolve(away("0", None, "text"), View(NOW, BEFORE, None, 9)) is None


def test_one_day_is_no_day() -> None:
    assert resolve(away("0", "day", "nowhere"), View(NOW)) is None


def test_an_impossible_date_is_found_nowhere() -> None:
    assert resolve(Point(Fields(month=2, day=30)), View(NOW)) is None


def test_a_day_said_twice_must_be_one_day() -> None:
    today = Point(Fields(month=7, day=12), Shift(Fraction(0), "day"))
    assert agrees(today, View(NOW))
    assert not agrees(today, View(Anchor(date(2025, 7, 11), "month")))
    assert resolve(today, View(NOW)) == Fields(year=2025, month=7, day=12)

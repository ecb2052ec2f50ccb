from allikas.model.calendar import Fields, Point, Shift, given, join, merge


def test_fields_are_named_coarse_to_fine() -> None:
    assert given(Fields(day=4, year=2025, month=7)) == ("year", "month", "day")


def test_a_finer_time_nests_in_a_coarser_one_and_never_the_other_way() -> None:
    year, month = Point(Fields(year=2025)), Point(Fields(month=7))
    assert merge(year, month) == Point(Fields(year=2025, month=7))
    assert merge(month, year) is None


def test_a_weekday_and_a_date_say_one_day() -> None:
    weekday, day = Point(Fields(weekday=6)), Point(Fields(month=6, day=1))
    assert merge(weekday, day) == Point(Fields(weekday=6, month=6, day=1))


def test_what_is_counted_from_now_nests_in_nothing() -> None:
    assert merge(Point(Fields(year=2025)), Point(shift=Shift(-1, "day"))) is None  # type: ignore[arg-type]


def test_a_field_is_given_once() -> None:
    assert join(Point(Fields(month=7)), Point(Fields(month=8))) is None

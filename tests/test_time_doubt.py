from datetime import date, timedelta

from allikas.model.calendar import Fields
from allikas.model.published import parse_published
from allikas.time.days import of_day
from allikas.time.doubt import Dated, combined
from allikas.time.publication import anchors


def days(first: date, count: int) -> list[Fields]:
    return [of_day(first + timedelta(days=at)) for at in range(count)]


def test_one_answer_for_every_day_is_the_answer() -> None:
    assert combined([Fields(year=2024)] * 31, ()) == Dated("2024", "2024")


def test_days_in_a_row_are_a_range() -> None:
    assert combined(days(date(2025, 6, 30), 31), ()) == Dated("2025-XX-XX", "[2025-06-30..2025-07-30]")


def test_many_days_are_what_they_share() -> None:
    fridays = [of_day(date(2025, 1, 3) + timedelta(weeks=at)) for at in range(40)]
    assert combined(fridays, ()) == Dated("2025-XX-XX", "2025-XX-XX")


def test_weeks_have_no_set_in_edtf() -> None:
    assert combined([Fields(year=2025, week=27), Fields(year=2025, week=28)], ()) == Dated("2025-WXX", None)


def test_days_outside_the_month_of_publication_are_left_out_where_it_has_some() -> None:
    july = anchors(parse_published("2025-07"))
    found = [of_day(date(2025, 6, 27)), of_day(date(2025, 7, 4))]
    assert combined(found, july) == Dated("2025-07-04", "2025-07-04")
    assert combined(found[:1], july) == Dated("2025-06-27", "2025-06-27")


def test_nothing_known_is_nothing_written() -> None:
    assert combined([None], ()) == Dated(None, None)


def test_no_set_holds_seasons_for_which_edtf_has_no_sets() -> None:
    summers = [Fields(year=year, season="SU") for year in (2024, 2025)]
    assert combined(summers, ()).edtf is None

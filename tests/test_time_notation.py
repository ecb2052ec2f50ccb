import pytest
from edtf import parse_edtf

from allikas.model.calendar import Fields
from allikas.time.notation import common_value, format_edtf, format_value

DATES = [
    (Fields(year=2025, month=7, day=11), "2025-07-11", "2025-07-11"),
    (Fields(year=2025, month=7, day=11, hour=9, minute=5), "2025-07-11T09:05", "2025-07-11"),
    (Fields(year=2025, week=28), "2025-W28", "2025-07-07/2025-07-13"),
    (Fields(year=2025, week=28, weekend=True), "2025-W28-WE", "2025-07-12/2025-07-13"),
    (Fields(year=1995, season="WI"), "1995-WI", "1995-24"),
    (Fields(year=1995, quarter=3), "1995-Q3", "1995-35"),
    (Fields(year=1995, half=2), "1995-H2", "1995-41"),
    (Fields(decade=199), "199", "199X"),
    (Fields(century=19), "19", "19XX"),
    (Fields(year=0), "BC1", "0000"),
    (Fields(year=-12699), "BC12700", "Y-12699"),
    (Fields(month=7), "XXXX-07", "XXXX-07"),
    (Fields(day=15), "XXXX-XX-15", "XXXX-XX-15"),
    (Fields(weekday=0), "XXXX-WXX-WD", None),
    (Fields(part="NI"), "TNI", None),
]


@pytest.mark.parametrize(("parts", "value", "edtf"), DATES)
def test_a_date_is_written_in_both_notations(parts: Fields, value: str, edtf: str | None) -> None:
    assert (format_value(parts), format_edtf(parts)) == (value, edtf)
    assert edtf is None or parse_edtf(edtf)


def test_what_dates_share_is_kept_and_the_rest_left_open() -> None:
    assert common_value(["2024-12", "2025-01"]) == "XXXX-XX"
    assert common_value(["2025-07-04TEV", "2025-07-11TEV"]) == "2025-07-XXTEV"
    assert common_value(["2025", "2025-07"]) == "XXXX"

from fractions import Fraction

import pytest

from allikas.model.calendar import Length, Unit
from allikas.time.lengths import format_length, in_whole_units


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        ("3", "day", "P3D"), ("3/2", "year", "P1Y6M"), ("1/2", "hour", "PT30M"), ("3/2", "month", "P1M15D"),
        ("5/2", "minute", "PT2M30S"), ("2", "week", "P2W"), ("3", "decade", "P30Y"),
        ("1/2", "century", "P50Y"),
    ],
)  # fmt: skip
def test_parts_of_a_unit_are_counted_in_finer_ones(count: str, unit: Unit, value: str) -> None:
    assert format_length(Length(((Fraction(count), unit),))) == value


def test_several_of_a_unit_are_an_open_number() -> None:
    assert format_length(Length(((None, "hour"),))) == "PTXH"
    assert format_length(Length(((None, "decade"),))) == "PXXY"


def test_years_and_months_stand_side_by_side() -> None:
    assert format_length(Length(((Fraction(1), "year"), (Fraction(6), "month")))) == "P1Y6M"


def test_what_cannot_be_split_is_cut() -> None:
    assert in_whole_units(Fraction(1, 3), "second") == (0, "second")

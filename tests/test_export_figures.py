import pytest

from allikas.export.figures import format_quantity
from allikas.model.layers import Quantity
from allikas.model.span import Span

SPAN = Span(0, 4, "mitu")


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("q", SPAN, 48.0), "48"),
        (Quantity("q", SPAN, 10000.0, approx="more_than"), "more than 10 000"),
        (Quantity("q", SPAN, 40.0, unit="%"), "40 %"),
        (Quantity("q", SPAN, 3.0, unit="a"), "3 years"),
        (Quantity("q", SPAN, 2.0, unit="{times}"), "2 times"),
        (Quantity("q", SPAN, 1 / 3, unit="1"), "0.333"),
        (Quantity("q", SPAN, 1234.5, unit="EUR"), "1 234.5 EUR"),
        (Quantity("q", SPAN, None, low=1000.0), "1 000 or more"),
        (Quantity("q", SPAN, None, low=1000.0, approx="more_than"), "more than 1 000"),
        (Quantity("q", SPAN, None, high=5.0), "up to 5"),
        (Quantity("q", SPAN, None, high=5.0, approx="less_than"), "less than 5"),
        (Quantity("q", SPAN, None, low=0.0, high=5.0), "0 to 5"),
        (Quantity("q", SPAN, None), "unknown"),
    ],
)
def test_a_quantity_reads_as_people_write_it(quantity: Quantity, words: str) -> None:
    assert format_quantity(quantity) == words

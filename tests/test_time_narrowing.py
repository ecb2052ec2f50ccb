from datetime import date

import pytest

from allikas import read
from allikas.model.calendar import Fields, Point
from allikas.time.anchor import Anchor
from allikas.time.narrowing import ORDER, TWICE, Told, narrowed

JULY = tuple(Anchor(date(2025, 7, day), "month") for day in range(1, 32))
FRIDAYS = "[2025-07-04,2025-07-11,2025-07-18,2025-07-25]"


def test_what_is_told_of_was_before_and_what_will_come_after() -> None:
    left = narrowed([Told(Point(Fields(month=7, day=10)), "past")], JULY)
    assert (left.anchors[0].day.day, left.by) == (10, (ORDER,))
    left = narrowed([Told(Point(Fields(month=7, day=10)), "future")], JULY)
    assert (left.anchors[-1].day.day, left.by) == (10, (ORDER,))


def test_all_days_stay_where_none_would_be_left() -> None:
    told = [Told(Point(Fields(month=7, day=20)), "past"), Told(Point(Fields(month=7, day=5)), "future")]
    assert narrowed(told, JULY).anchors == JULY


@pytest.mark.parametrize(
    ("text", "edtf", "by"),
    [
        ("Veoauto sõitis 21. juulil kraavi. Reedel tunnistas juht süüd.", "[2025-07-18,2025-07-25]", ORDER),
        ("Sild avatakse 17. juulil. Reedel lubas seda linnapea.", "[2025-07-04,2025-07-11]", ORDER),
        ("Kokkulepe sõlmiti täna, 12. juulil. Reedel sellest ei räägitud.", "2025-07-11", TWICE),
        ("Täna, esmaspäeval algab streik. Reedel see lõppes.", FRIDAYS, None),
        ("Kohtumine pidi olema 28. juulil. Reedel jäi see ära.", FRIDAYS, None),
        ("28. juuliks kavandatud kohtumine jäi ära. Reedel sellest räägiti.", FRIDAYS, None),
        ("Tähtaeg on 28. juuli. Reedel sellest räägiti.", FRIDAYS, None),
    ],
)
def test_the_order_of_tenses_narrows_the_days_and_says_so(text: str, edtf: str, by: str | None) -> None:
    friday = next(timex for timex in read(text, published="2025-07").times if timex.span.text == "Reedel")
    assert friday.edtf == edtf
    assert friday.by[-1] == (by or "<weekday>")


def test_a_full_date_of_publication_is_not_narrowed() -> None:
    timexes = read("Veoauto sõitis 21. juulil kraavi. Reedel räägiti.", published="2025-07-12").times
    assert timexes[1].edtf == "2025-07-11"
